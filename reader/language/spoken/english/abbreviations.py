"""Words written short: titles, names of firms, Latin phrases, references to a place in a book."""

from __future__ import annotations

import re

from reader.language.spoken.english.endings import SENTENCE_AHEAD
from reader.language.spoken.rules import Rule, fixed, of_digits, rule
from reader.language.spoken.style import SpokenStyle

_TITLES = {
    "Mr": "Mister",
    "Mrs": "Missus",
    "Ms": "Miz",
    "Messrs": "Messieurs",
    "Dr": "Doctor",
    "Drs": "Doctors",
    "Prof": "Professor",
    "Rev": "Reverend",
    "Fr": "Father",
    "Capt": "Captain",
    "Cpt": "Captain",
    "Col": "Colonel",
    "Gen": "General",
    "Maj": "Major",
    "Lt": "Lieutenant",
    "Sgt": "Sergeant",
    "Cpl": "Corporal",
    "Cmdr": "Commander",
    "Adm": "Admiral",
    "Gov": "Governor",
    "Sen": "Senator",
    "Rep": "Representative",
    "Pres": "President",
    "Hon": "Honorable",
    "Supt": "Superintendent",
    "Insp": "Inspector",
    "Mt": "Mount",
    "Ft": "Fort",
    "Ste": "Sainte",
    "Mme": "Madame",
    "Mlle": "Mademoiselle",
}
"""Said so before a name."""

_BEFORE_NUMBERS = {
    "no": "number",
    "nos": "numbers",
    "vol": "volume",
    "vols": "volumes",
    "ch": "chapter",
    "chap": "chapter",
    "chs": "chapters",
    "fig": "figure",
    "figs": "figures",
    "p": "page",
    "pp": "pages",
    "pg": "page",
    "sec": "section",
    "sect": "section",
    "eq": "equation",
    "eqs": "equations",
    "art": "article",
    "app": "appendix",
    "pt": "part",
    "bk": "book",
    "ed": "edition",
    "para": "paragraph",
    "ver": "version",
    "v": "verse",
    "vv": "verses",
    "l": "line",
    "n": "note",
    "ll": "lines",
    "ex": "example",
    "ext": "extension",
    "approx": "approximately",
    "ca": "circa",
    "c": "circa",
    "tel": "telephone",
    "op": "opus",
    "apt": "apartment",
    "ste": "suite",
    "rm": "room",
    "hwy": "highway",
    "rte": "route",
    "fl": "floor",
    "b": "born",
    "d": "died",
    "r": "reigned",
}
"""Said so before a number."""

_ANYWHERE = {
    "etc": "et cetera",
    "vs": "versus",
    "approx": "approximately",
    "dept": "department",
    "Dept": "Department",
    "Inc": "Incorporated",
    "Ltd": "Limited",
    "Corp": "Corporation",
    "Co": "Company",
    "Bros": "Brothers",
    "Assn": "Association",
    "Univ": "University",
    "Jr": "Junior",
    "Sr": "Senior",
    "Esq": "Esquire",
    "Hon": "Honorable",
    "Maj": "Major",
    "Rev": "Reverend",
    "Mt": "Mount",
    "est": "established",
    "Est": "Established",
    "incl": "including",
    "excl": "excluding",
    "misc": "miscellaneous",
    "govt": "government",
    "Govt": "Government",
    "Gov't": "Government",
    "Ave": "Avenue",
    "Blvd": "Boulevard",
    "viz": "namely",
    "cf": "compare",
    "Cf": "Compare",
    "et al": "et al",
    "resp": "respectively",
    "max": "maximum",
    "min": "minimum",
    "avg": "average",
    "tel": "telephone",
    "Tel": "Telephone",
    "temp": "temperature",
    "wt": "weight",
    "yr": "year",
    "yrs": "years",
    "pts": "points",
    "Bldg": "Building",
    "bldg": "building",
    "ref": "reference",
    "Acad": "Academy",
    "Intl": "International",
    "Natl": "National",
}
_DOTTED = {
    "e.g.": "for example",
    "E.g.": "For example",
    "i.e.": "that is",
    "I.e.": "That is",
    "a.k.a.": "also known as",
    "w/o": "without",
    "w/": "with",
    "c/o": "care of",
    "Ph.D.": "PhD",
    "Ph.D": "PhD",
    "P.S.": "PS",
    "P.O. Box": "P O Box",
    "PO Box": "P O Box",
    "R.I.P.": "rest in peace",
    "N.B.": "note well",
    "n.b.": "note well",
}
_MAY_END = frozenset(("min", "max", "temp", "wt", "ref", "misc", "est", "Est", "Mt", "Rev", "Maj"))
"""Words too, or names, at the end of a sentence: not taken there unless nothing else stands."""

_NAME_AHEAD = re.compile(r"\s+(?:[A-Z]|d[aeiu] |v[ao]n |and [A-Z]|and Mrs)")
_DIGIT_AHEAD = re.compile(r" ?\d")
_NUMERAL_AHEAD = re.compile(r" ?(?:\d|[IVXLC]+\b|[ivxlc]+\b)")
_AT_THE_END = re.compile(r"[\"”’')\]]*\Z")
_NAME_BEFORE = re.compile(r"(?:\b[A-Z][a-z]+|\b\d+(?:st|nd|rd|th)) $")
_NO_STREET = re.compile(
    r"\b(?:Lake|Port|Mount|Fort|Sault|East|West|North|South|The|In|At|From|To|Near|Of|And|Mr|Mrs|"
    r"Dr|Professor|Saint|By|With|For) $"
)


def rules(_style: SpokenStyle) -> tuple[Rule, ...]:
    """What is said for words written short."""
    return (
        rule("abbreviation", r"(?<=[a-z])-[ \t]*\n\s*(?=[a-z])", fixed("")),
        rule(
            "abbreviation",
            r"(?<![\w.])(?:[eE]\.g\.|[iI]\.e\.|a\.k\.a\.|Ph\.D\b\.?|P\.S\.|P\.?O\.? Box|"
            r"R\.I\.P\.|[nN]\.[bB]\.|"
            r"w/o?(?= )|c/o(?= ))(?!\w)",
            _dotted,
        ),
        rule("abbreviation", r"(?<![\w.'’-])(?:St|Dr)\.", _saint_or_street),
        rule("abbreviation", r"(?<![\w.'’@/-])[A-Za-z]{1,6}\.", _short),
        rule("abbreviation", r"\b(?:Mr|Mrs|Ms|Dr|Prof)(?= [A-Z][a-z])", lambda m: _TITLES[m[0]]),
        rule("abbreviation", r"\bMk\.?(?= ?[IVX\d])", fixed("Mark")),
        *of_digits(
            (
                rule(
                    "abbreviation", r"(?<=\d) ?ff?\.(?!\w)", lambda m: " and following" + _stop(m)
                ),
                rule("abbreviation", r"(?<=\d(?:st|nd|rd|th) )ed\.(?! \d)", fixed("edition")),
                rule("abbreviation", r"(?<=\d(?:st|nd|rd|th) )fl\.", lambda m: "floor" + _stop(m)),
            )
        ),
        rule("abbreviation", r"(?<![\w.])[tT][vV](?![\w.])", fixed("TV")),
    )


def _dotted(match: re.Match[str]) -> str:
    said = _DOTTED.get(match[0]) or ("P O Box" if "Box" in match[0] else match[0])
    ends = match[0].endswith(".") and _AT_THE_END.match(match.string, match.end())
    return said + ("." if ends else "")


def _saint_or_street(match: re.Match[str]) -> str:
    """Baker St. and Mulholland Dr. are places; St. Louis and Dr. Wang are names."""
    text = match.string
    before = text[max(0, match.start() - 20) : match.start()]
    after_name = _NAME_BEFORE.search(before) and not _NO_STREET.search(before)
    name_ahead = re.compile(r" [A-Z]").match(text, match.end())
    street = match[0] == "St."
    if after_name and (not name_ahead or (street and re.search(r"\d [A-Z][a-z]+ $", before))):
        return ("Street" if street else "Drive") + _stop(match)
    if name_ahead or re.compile(r" ?-").match(text, match.end()):
        return "Saint" if street else "Doctor"
    if street:
        return "Street" + _stop(match)
    return "Doctor" + _stop(match)


def _short(match: re.Match[str]) -> str | None:
    word = match[0][:-1]
    text, end = match.string, match.end()
    if word.lower() in _BEFORE_NUMBERS and _may_count(word, text, end):
        space = "" if text[end].isspace() else " "
        return _BEFORE_NUMBERS[word.lower()] + space
    if word in _TITLES and _NAME_AHEAD.match(text, end):
        return _TITLES[word]
    if word in _ANYWHERE and not (
        word in _MAY_END and match.start() and _AT_THE_END.match(text, end)
    ):
        return _ANYWHERE[word] + _stop(match)
    return None


def _may_count(word: str, text: str, end: int) -> bool:
    if not _NUMERAL_AHEAD.match(text, end):
        return False
    if len(word) == 1 and word.lower() in "bcdlnvr":
        return word.islower() and _DIGIT_AHEAD.match(text, end) is not None
    if word.lower() in ("no", "nos", "art", "ex", "app", "ed"):
        return _DIGIT_AHEAD.match(text, end) is not None
    return True


def _stop(match: re.Match[str]) -> str:
    """The full stop again, where it is that of the sentence too."""
    return "." if SENTENCE_AHEAD.match(match.string, match.end()) else ""
