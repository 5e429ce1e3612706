"""Chapter and verse: John 3:16, Ps. 23:4."""

from __future__ import annotations

import re

from reader.language.spoken.english.numbers import cardinal
from reader.language.spoken.rules import Rule, of_digits, rule
from reader.language.spoken.style import SpokenStyle
from reader.language.wordlists import words

_SHORT = {
    "Gen": "Genesis",
    "Exod": "Exodus",
    "Ex": "Exodus",
    "Lev": "Leviticus",
    "Deut": "Deuteronomy",
    "Ps": "Psalm",
    "Prov": "Proverbs",
    "Eccl": "Ecclesiastes",
    "Isa": "Isaiah",
    "Jer": "Jeremiah",
    "Ezek": "Ezekiel",
    "Dan": "Daniel",
    "Matt": "Matthew",
    "Mt": "Matthew",
    "Mk": "Mark",
    "Lk": "Luke",
    "Jn": "John",
    "Rom": "Romans",
    "Cor": "Corinthians",
    "Gal": "Galatians",
    "Eph": "Ephesians",
    "Phil": "Philippians",
    "Col": "Colossians",
    "Thess": "Thessalonians",
    "Tim": "Timothy",
    "Heb": "Hebrews",
    "Pet": "Peter",
    "Rev": "Revelation",
}
_LONG = words(
    "Joshua Judges Ruth Samuel Kings Chronicles Ezra Nehemiah Esther Job Psalms Song Lamentations "
    "Hosea Joel Amos Obadiah Jonah Micah Nahum Habakkuk Zephaniah Haggai Zechariah Malachi Acts "
    "Titus Philemon James Jude"
)
_BOOKS = _LONG | words(" ".join(_SHORT.values()))


def rules(_style: SpokenStyle) -> tuple[Rule, ...]:
    """What is said for places in the Bible."""
    return of_digits(
        (
            rule(
                "reference",
                r"\b(?:(?P<number>[1-3]) )?(?P<book>[A-Z][a-z]{1,13})\.? "
                r"(?P<chapter>\d{1,3}):(?P<verse>\d{1,3})(?![\d:])(?:[-–](?P<last>\d{1,3})(?![\d:]))?",
                _say,
            ),
        )
    )


def _say(match: re.Match[str]) -> str | None:
    book = _SHORT.get(match["book"], match["book"])
    if book not in _BOOKS:
        return None
    ordinals = {"1": "First ", "2": "Second ", "3": "Third "}
    said = f"{ordinals.get(match['number'] or '', '')}{book} "
    said += f"{cardinal(match['chapter'])}, {cardinal(match['verse'])}"
    return said + (f" to {cardinal(match['last'])}" if match["last"] else "")
