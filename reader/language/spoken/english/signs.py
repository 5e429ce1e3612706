"""Signs that stand for words: &, @, #, §, ©."""

from __future__ import annotations

import re

from reader.language.spoken.rules import Rule, fixed, only_with, rule
from reader.language.spoken.style import SpokenStyle

ANY_SIGN = r"[^\w\s.,;:!?'\"“”‘’()—–…-]|[\u00b2\u00b3\u00b9\u2070-\u209f\u0370-\u03ff]"
"""A regular expression for what is neither letter, digit nor mark, and for Greek letters."""

_NAMES = {
    "©": "copyright",
    "®": "registered",
    "™": "trademark",
    "№": "number",
    "℗": "copyright",
    "†": "",
    "‡": "",
    "•": "",
    "¶": "paragraph",
    "°": "degrees",
    "¢": "cents",
    "‰": "per mille",
    "✓": "check",
}


def rules(_style: SpokenStyle) -> tuple[Rule, ...]:
    """What is said for signs, where no number or formula has taken them."""
    return only_with(
        ANY_SIGN,
        (
            rule("sign", r"\b([A-Z]{1,3})&([A-Z]{1,2})\b", _initials),
            rule("sign", r"(?<=\b[A-GJ])#(?!\w)", fixed(" sharp")),
            rule("sign", r"(?<=[\w.]) ?& ?(?=\w)", fixed(" and ")),
            rule("sign", r"(?<!\w)&(?!\w)", fixed("and")),
            rule("sign", r"(?<![\w#&])#(?=\d)", fixed("number ")),
            rule("sign", r"§§ ?", fixed("sections ")),
            rule("sign", r"§ ?", fixed("section ")),
            rule("sign", r"(?<=\b[Aa]t )@ ?(?=[\w$])", fixed("")),
            rule("sign", r"(?<!\w)@ ?(?=[\w$])", fixed("at ")),
            rule("sign", r"(?<=\s)@(?=\s)", fixed("at")),
            rule("sign", r"(?<=\w) ?[@](?=\d)", fixed(" at ")),
            rule("sign", r"(?<=\w)[$]+(?=\w)|(?<=\w)[$]+|(?<!\S)[$](?!\S)", _dollars),
            rule("sign", r"[©®™№℗†‡•¶°¢‰✓]", _named),
            rule("sign", r"(?<=\w) / (?=\w)", fixed(" slash ")),
        ),
    )


def _initials(match: re.Match[str]) -> str:
    """AT&T, R&D: letters, whatever word they look like."""
    return f"{' '.join(match[1])} and {' '.join(match[2])}"


def _dollars(match: re.Match[str]) -> str:
    text, start, end = match.string, match.start(), match.end()
    said = " ".join(["dollar"] * (end - start)) if end - start < 4 else ""
    before = " " if start and text[start - 1].isalnum() else ""
    after = " " if end < len(text) and text[end].isalnum() else ""
    return f"{before}{said}{after}"


def _named(match: re.Match[str]) -> str:
    text, start, end = match.string, match.start(), match.end()
    said = _NAMES[match[0]]
    before = " " if said and start and not text[start - 1].isspace() else ""
    after = " " if said and end < len(text) and text[end].isalnum() else ""
    return f"{before}{said}{after}"
