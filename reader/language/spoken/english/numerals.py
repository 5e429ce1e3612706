"""Roman numerals: of rulers, of parts of a work, and where they can be nothing else."""

from __future__ import annotations

import re

from reader.language import roman
from reader.language.abbreviations import STARTERS
from reader.language.spoken.english.numbers import cardinal, ordinal
from reader.language.spoken.rules import Rule, only_with, rule
from reader.language.spoken.style import SpokenStyle
from reader.language.wordlists import words

_DIVISIONS = re.compile(
    r"\b(?i:chapters?|chap\.|ch\.|parts?|volumes?|vols?\.|books?|acts?|scenes?|sections?|cantos?|"
    r"letters?|figures?|fig\.|tables?|appendix|article|title|lesson|psalm|verse|stanza|plate) $"
)
_NUMBERED = re.compile(
    r"\b(?:Wars?|Phase|Type|Class|Bowl|Mark|Mk|Grade|Level|Stage|Tier|Group|Division|Region|Rocky|"
    r"Rambo|Apollo|Saturn|Schedule|Episode|Series|Fantasy|Olympiad|Games|Model|Corps|Army|Unit|"
    r"Vatican|Symphony|Sonata|Concerto|Category|Factor|Round|Week|Year|Season|Gate|Zone|Titan) $"
)
_RULERS = words(
    "Adolf Albert Alexander Alfonso Alfred Amenhotep Anastasius Anne Antiochus Artaxerxes "
    "Baldwin Baudouin Benedict Boniface Callixtus Canute Carl Caroline Catherine Celestine "
    "Charles Christian Claudius Clement Conrad Constantine Cosimo Darius Demetrius Edgar "
    "Edmund Edward Eleanor Elizabeth Emmanuel Eric Eugene Eugenius Ferdinand Francis Franz "
    "Frederick Friedrich George Gregory Gustav Gustavus Haakon Harald Harold Hassan Heinrich "
    "Henri Henry Honorius Hussein Innocent Isabella Ivan James Jean Joan John Joseph Juan "
    "Julius Justin Justinian Karl Leo Leopold Lothair Louis Ludwig Magnus Malcolm Manuel "
    "Margaret Maria Martin Mary Maximilian Mehmed Michael Mohammed Murad Napoleon Nicholas "
    "Olaf Olav Otto Paul Pedro Peter Philip Philippe Pius Ptolemy Rainier Rama Rameses "
    "Ramesses Ramses Richard Robert Rudolf Selim Seti Sigismund Sixtus Stephen Suleiman "
    "Sylvester Theodore Theodosius Thutmose Tiberius Urban Valentinian Victor Victoria "
    "Vladimir Wilhelm William Xerxes Zog"
)
"""Names that rulers and popes are counted by."""

_GIVEN = words(
    "Sam Tom Thomas David Daniel Andrew Arthur Walter Ralph Edwin Samuel Benjamin Jacob Harry "
    "Jack Frank Fred Howard Roger Ronald Donald Kenneth Gary Steven Mark Matthew Anthony "
    "Patrick"
)
_WORDS_AFTER_A_RULER = (
    r"(?:of|and|was|is|had|died|reigned|ruled|became|in|by|to|who|as|at|on|from|or|with|the|made|"
    r"did|has|s)"
)
_LETTERS = frozenset("CLcl")
"""Alone they are rather letters: Appendix C, Class C, Group L."""

_NOT_ALONE = frozenset(("IV", "VI", "XX", "XXX", "XI", "VIX", "IX", "XXL", "XXXL"))
"""Numerals that are often something else when no name tells what they count."""

_NOT_AFTER_A_NAME = frozenset(("XX", "XXX"))
_NO_NAMES = words(
    "The This That These Those And But For With Her His Our Their Your Its When While After "
    "Before Are Was Were Use Using Give Given Start Insert Run Open Try Did Does Has Had "
    "Not Can Will"
)
_INTRAVENOUS = re.compile(
    r" (?:drips?|fluids?|lines?|bags?|poles?|therapy|antibiotics?|needles?|access|infusions?)\b"
)
_NEEDED = r"\b(?:[IVXLC]+|[ivxlc]+)\b"
_WORD_AHEAD = re.compile(r"\s+[a-z]")
_PRONOUN_AHEAD = re.compile(rf"(?=\s+[a-z])(?!\s+{_WORDS_AFTER_A_RULER}\b)")
_VERB_AHEAD = re.compile(r"\s+(?:was|had|did|am|have)\b")
_SURNAME_AHEAD = re.compile(r"\. (?P<word>[A-Z][a-z]+)(?! [a-z]+(?:ed|s)? )")
"""Behind an initial, where I is none of a ruler: Edward I. Koch."""

_TITLED = re.compile(r"\b(?:King|Queen|Emperor|Empress|Pope|Tsar|Czar|Saint|Prince|under|Under) $")

_INITIAL_AHEAD = re.compile(r"\.? [A-Z]")


def rules(_style: SpokenStyle) -> tuple[Rule, ...]:
    """What is said for Roman numerals."""
    return only_with(
        _NEEDED,
        (
            rule("roman numeral", r"\b[IVX]{1,6}(?= [Cc]entur(?:y|ies)\b)", _century),
            rule(
                "roman numeral",
                r"(?<=[A-Za-z.] )(?P<n>[IVXLC]{1,9}|[ivxlc]{1,9})\b(?![’'.]\w)",
                _part,
            ),
            rule("roman numeral", r"(?<=[a-z] )(?P<n>[IVXLC]{1,8})\b(?![’']\w)", _numbered),
            rule(
                "roman numeral",
                r"\b(?P<name>[A-Z][a-z]{2,12}) (?P<n>[IVX]{1,7})(?=\b(?!\.\w|[-&]))",
                _of_a_name,
            ),
            rule("roman numeral", r"\A\s*(?P<n>[IVX]{2,8}|[ivx]{2,8})\s*\.?\s*\Z", _number),
            rule("roman numeral", r"(?<![\w.&’'-])(?P<n>[IVX]{2,7})(?![\w&-]|\.\w)", _alone),
        ),
    )


def _part(match: re.Match[str]) -> str | None:
    """The part I liked holds a pronoun; Part I a number."""
    division = _DIVISIONS.search(match.string[max(0, match.start() - 12) : match.start()])
    if division is None or match["n"] in _LETTERS or (counted := roman.value(match["n"])) is None:
        return None
    lower = match["n"] == "I" and division[0][0].islower()
    if lower and _WORD_AHEAD.match(match.string, match.end()):
        return None
    return cardinal(str(counted))


def _century(match: re.Match[str]) -> str | None:
    counted = roman.value(match[0])
    return ordinal(str(counted)) if counted else None


def _numbered(match: re.Match[str]) -> str | None:
    before = match.string[max(0, match.start() - 12) : match.start()]
    if match["n"] in _LETTERS or not _NUMBERED.search(before):
        return None
    return _number(match)


def _number(match: re.Match[str]) -> str | None:
    counted = roman.value(match["n"])
    return cardinal(str(counted)) if counted else None


def _of_a_name(match: re.Match[str]) -> str | None:
    """Henry VIII is the eighth, Rocky II is two."""
    name, numeral = match["name"], match["n"]
    counted = roman.value(numeral)
    if counted is None or name in _NO_NAMES or _INTRAVENOUS.match(match.string, match.end()):
        return None
    if len(numeral) == 1 and not _is_a_single_numeral(match):
        return None
    person = name in _RULERS or name in _GIVEN or _is_a_person(match)
    if not person and numeral in _NOT_AFTER_A_NAME:
        return None
    return f"the {ordinal(str(counted))}" if person else cardinal(str(counted))


def _is_a_single_numeral(match: re.Match[str]) -> bool:
    """In “told Henry I was ill” I is a pronoun; “Elizabeth I was queen” begins a sentence."""
    text, start, end = match.string, match.start(), match.end()
    if match["name"] not in _RULERS:
        return False
    if match["n"] != "I":
        if match[0] == "Malcolm X":
            return False
        return not (_INITIAL_AHEAD.match(text, end) or _PRONOUN_AHEAD.match(text, end))
    subject = not start or text[max(0, start - 2) : start].endswith((". ", "? ", "! "))
    surname = _SURNAME_AHEAD.match(text, end)
    titled = _TITLED.search(text, max(0, start - 12), start)
    if surname and surname["word"].lower() not in STARTERS and not titled:
        return False
    pronoun = _PRONOUN_AHEAD.match(text, end) or (not subject and _VERB_AHEAD.match(text, end))
    return not pronoun


def _is_a_person(match: re.Match[str]) -> bool:
    """A family name after a given name: John D. Rockefeller III."""
    before = match.string[max(0, match.start() - 24) : match.start()]
    found = re.search(r"\b([A-Z][a-z]+) (?:[A-Z]\. )?$", before)
    return found is not None and (found[1] in _RULERS or found[1] in _GIVEN)


def _alone(match: re.Match[str]) -> str | None:
    return None if match["n"] in _NOT_ALONE else _number(match)
