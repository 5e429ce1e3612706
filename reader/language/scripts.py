"""The scripts of the world as far as the reader knows them, and what they say of a language."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple


class Script(NamedTuple):
    """A script: its letters as a character class, and the languages written in it."""

    letters: str
    fallback: str
    languages: frozenset[str]


def _script(letters: str, languages: str) -> Script:
    names = languages.split()
    return Script(letters, names[0], frozenset(names))


HAN = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U000323af"
)
"""Hanzi, kanji and hanja as the inside of a character class (Unicode blocks)."""

LATIN = (
    "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff"
    "\uff21-\uff3a\uff41-\uff5a"
)
"""Latin letters, with accents and full width, as the inside of a character class."""

_KANA = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9d"

SCRIPTS = {
    "han": _script(HAN + "\u3105-\u312f", "zh yue ja ko wuu lzh nan hak"),
    "kana": _script(_KANA, "ja"),
    "hangul": _script("\u1100-\u11ff\u3131-\u318e\ua960-\ua97f\uac00-\ud7ff", "ko"),
    "cyrillic": _script("\u0400-\u052f", "ru uk be bg sr mk kk ky mn tg tt ba cv ce os"),
    "greek": _script("\u0370-\u03ff\u1f00-\u1fff", "el grc"),
    "arabic": _script("\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f", "ar fa ur ug ps sd"),
    "hebrew": _script("\u05d0-\u05f2", "he yi"),
    "devanagari": _script("\u0900-\u0963\u0970-\u097f", "hi mr ne sa kok"),
    "bengali": _script("\u0980-\u09e5\u09f0-\u09ff", "bn as"),
    "gurmukhi": _script("\u0a00-\u0a65\u0a70-\u0a7f", "pa"),
    "gujarati": _script("\u0a80-\u0ae5\u0af0-\u0aff", "gu"),
    "tamil": _script("\u0b80-\u0be5\u0bf0-\u0bff", "ta"),
    "telugu": _script("\u0c00-\u0c65\u0c70-\u0c7f", "te"),
    "kannada": _script("\u0c80-\u0ce5\u0cf0-\u0cff", "kn"),
    "malayalam": _script("\u0d00-\u0d65\u0d70-\u0d7f", "ml"),
    "sinhala": _script("\u0d80-\u0de5", "si"),
    "thai": _script("\u0e01-\u0e3a\u0e40-\u0e4e", "th"),
    "georgian": _script("\u10a0-\u10ff", "ka"),
    "armenian": _script("\u0531-\u0587", "hy"),
    "ethiopic": _script("\u1200-\u137f", "am ti"),
}
NOT_IN_LATIN = frozenset[str]().union(*(s.languages for s in SCRIPTS.values()))
"""Languages that are written in another script than Latin."""

LETTERS = re.compile(
    f"(?P<latin>[{LATIN}]+)|"
    + "|".join(f"(?P<{name}>[{script.letters}]+)" for name, script in SCRIPTS.items())
)
"""Letters of one script in a row; the group that matched is the script's name."""


@lru_cache(maxsize=256)
def primary(tag: str) -> str:
    """The primary language of a BCP 47 tag in lower case: ``zh-TW`` gives ``zh``."""
    return re.split(r"[-_]", tag.strip(), maxsplit=1)[0].lower() or "und"


def letter_counts(text: str) -> dict[str, int]:
    """How many letters of each script `text` has."""
    counts: dict[str, int] = {}
    for match in LETTERS.finditer(text):
        name = match.lastgroup or "latin"
        counts[name] = counts.get(name, 0) + match.end() - match.start()
    return counts
