"""Telephone numbers and other numbers that are read digit by digit because of what they are."""

from __future__ import annotations

import re

from reader.language.spoken.english.numbers import cardinal, digits, grouped
from reader.language.spoken.rules import Rule, only_with, rule
from reader.language.spoken.style import SpokenStyle

_EXTENSION = r"(?P<ext>,? ?(?:x|ext\.?|extension) ?\d{1,6})?"
_CODE_WORDS = re.compile(
    r"\b(?:(?:ending|ends) (?:in|with)|PIN|[Pp]asscode|[Pp]assword|[Cc]ode|OTP|otp|[Aa]ccount|"
    r"[Aa]cct\.|[Cc]ard|[Ss]erial|"
    r"[Ee]xtension|[Ee]xt\.|ID|id|[Ff]light|[Cc]onfirmation|[Tt]racking|[Bb]adge|[Ll]icen[cs]e|"
    r"[Oo]rder(?= [#nN])|[Rr]oom(?= [#nN])|[Pp]olicy|[Mm]embership|[Cc]ase(?= [#nN])|"
    r"[Ii]nvoice|"
    r"SSN|ZIP|zip|ISSN|DOI|[Rr]ef(?:erence)?\.?|[Tt]icket)"
    r"(?: (?:number|no\.|No\.|code))?(?: (?:is|was))?:? ?#?$"
)
_CALL_WORDS = re.compile(
    r"\b(?:[Cc]all|[Dd]ial|[Pp]hone|[Tt]el\.?|[Tt]elephone|[Tt]ext|[Ff]ax|[Hh]otline|[Rr]ing)"
    r"(?: us)?(?: at| on)?:? $"
)
_NEEDED = r"\d{3}|\+\d|\d\d[ .]\d\d"
"""What every number of a telephone, card or code has some of."""


def rules(_style: SpokenStyle) -> tuple[Rule, ...]:
    """What is said for telephone numbers, card numbers and codes."""
    return only_with(
        _NEEDED,
        (
            rule(
                "identifier",
                r"\b(?P<name>ISBN|ISSN)(?:-1[03])?:? (?P<n>\d[\d -]{6,20}[\dXx])(?![\w-])",
                lambda m: _groups(m["n"]),
            ),
            rule(
                "telephone",
                r"(?<![\w.+-])(?:\+?\d{1,3}[-. ]?)?(?:\(\d{3}\) ?|\d{3}[-. ])"
                r"\d{3}[-. ]\d{4}(?:-\d{1,4})?"
                rf"{_EXTENSION}(?![\w-]|\.\d)",
                _telephone,
            ),
            rule(
                "telephone",
                rf"(?<![\w.+])\+\d{{1,3}}(?:[-. ]?\(?\d{{1,5}}\)?){{2,6}}"
                rf"{_EXTENSION}(?![\w-]|\.\d)",
                _telephone,
            ),
            rule(
                "telephone",
                r"(?<![\w.+-])(?:\(0\d{2,4}\) ?|0\d{2,4}[- ])\d{3,4}[- ]?\d{3,4}(?![\w-]|\.\d)",
                _telephone,
            ),
            rule("telephone", r"(?<![\w.+-])0\d(?:[ .]\d\d){4}(?![\w-]|\.\d)", _telephone),
            rule(
                "telephone", rf"(?<![\w.+/-])\d{{3}}-\d{{4}}{_EXTENSION}(?![\w-]|\.\d)", _telephone
            ),
            rule(
                "telephone",
                r"(?<![\w-])1-(?:8\d\d|900)-(?=[\dA-Z-]{0,12}[A-Z])"
                r"[\dA-Z]{1,9}(?:-[\dA-Z]{1,9}){0,3}(?![\w-])",
                _vanity,
            ),
            rule("identifier", r"(?<![\w-])\d{3}-\d\d-\d{4}(?![\w-])", lambda m: _groups(m[0])),
            rule(
                "identifier", r"(?<![\w-])\d{4}(?:[- ]\d{4}){3}(?![\w-])", lambda m: _groups(m[0])
            ),
            rule(
                "telephone",
                r"(?<= )\d{3,12}(?!\w|[.,]\d| ?[-–]\d| [a-z]+s\b)",
                lambda m: _code(m) if _said_before(_CALL_WORDS, m) else None,
            ),
            rule(
                "identifier",
                r"(?<=[ #])\d{3,20}(?![\w-]|[.,/]\d| [a-z]+s\b)",
                lambda m: _code(m) if _said_before(_CODE_WORDS, m) else None,
            ),
            rule(
                "identifier",
                r"(?<=[ #])[A-Za-z]{1,6}\d{3,12}(?!\w)",
                lambda m: _mixed(m[0]) if _said_before(_CODE_WORDS, m) else None,
            ),
        ),
    )


def _groups(number: str) -> str:
    """Every group digit by digit, with a breath between them; X of an ISBN by its name."""
    parts = re.findall(r"[\dXx]+", number)
    if len(parts) == 1:
        return grouped(parts[0]) if parts[0].isdecimal() else f"{digits(parts[0])} X"
    return ", ".join(digits(part) or "X" for part in parts)


def _telephone(match: re.Match[str]) -> str:
    number, plus = match[0], ""
    extension = match.groupdict().get("ext")
    if extension:
        number = number[: -len(extension)]
    if number.startswith("+"):
        plus = "plus "
    said = plus + ", ".join(digits(group) for group in re.findall(r"\d+", number))
    return f"{said}, extension {digits(extension)}" if extension else said


def _vanity(match: re.Match[str]) -> str:
    first, area, *rest = match[0].split("-")
    area_said = f"{cardinal(area)}" if area.endswith("00") else digits(area)
    groups = [
        " ".join(
            part if part.isalpha() else digits(part) for part in re.findall(r"[A-Z]+|\d+", group)
        )
        for group in rest
    ]
    return ", ".join([digits(first), area_said, " ".join(groups)])


def _code(match: re.Match[str]) -> str:
    """In groups where it is longer than can be kept in mind."""
    return grouped(match[0]) if len(match[0]) > 6 else digits(match[0])


def _said_before(words: re.Pattern[str], match: re.Match[str]) -> bool:
    return words.search(match.string[max(0, match.start() - 32) : match.start()]) is not None


def _mixed(written: str) -> str:
    cut = next(at for at, letter in enumerate(written) if letter.isdecimal())
    return f"{written[:cut]} {digits(written[cut:])}"
