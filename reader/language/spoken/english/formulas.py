"""Signs of arithmetic, Greek letters and powers."""

from __future__ import annotations

import re

from reader.language.letters import GREEK
from reader.language.spoken.english.numbers import N, decimal, ordinal, plain
from reader.language.spoken.english.signs import ANY_SIGN
from reader.language.spoken.rules import Rule, fixed, of_digits, only_with, rule
from reader.language.spoken.style import SpokenStyle

_BETWEEN = {
    "=": "equals",
    "+": "plus",
    "×": "times",
    "*": "times",
    "÷": "divided by",
    "≈": "is about",
    "≠": "is not equal to",
    "≤": "is at most",
    "≥": "is at least",
    "<": "is less than",
    ">": "is greater than",
    "−": "minus",
    "±": "plus or minus",
    "∈": "is in",
    "→": "to",
    "∝": "is proportional to",
    "·": "times",
    "⋅": "times",
}
_BEFORE = {
    "≈": "about ",
    "~": "about ",
    "∼": "about ",
    "<": "less than ",
    ">": "more than ",
    "≤": "at most ",
    "≥": "at least ",
    "±": "plus or minus ",
    "+": "plus ",
    "√": "the square root of ",
    "∛": "the cube root of ",
    "−": "minus ",
    "×": "times ",
    "=": "equals ",
    "∑": "the sum of ",
    "∫": "the integral of ",
    "∞": "infinity",
}
_LETTER_BEFORE = re.compile(r"(?<![A-Za-z])[A-Za-z]\Z")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ⁿ", "0123456789-+n")
_LOWERED = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_OPERAND = r"[\w)\]²³⁰-⁹\"”]"


def powers_of_ten(_style: SpokenStyle) -> tuple[Rule, ...]:
    """Numbers as computers write them: 6.02e23."""
    return of_digits(
        (
            rule(
                "formula",
                r"(?<![\w.])(\d+(?:\.\d+)?)[eE]([-−+]\d{1,3}|(?<=\.\d[eE])\d{1,3}|"
                r"(?<=\.\d\d[eE])\d{1,3})(?!\w)",
                lambda m: f"{decimal(m[1])} times ten to the {_power(m[2])}",
            ),
        )
    )


def rules(_style: SpokenStyle) -> tuple[Rule, ...]:
    """What is said for the signs of formulas."""
    return only_with(
        ANY_SIGN,
        (
            rule(
                "markup", r"</?[a-zA-Z][^<>\n]{0,120}>", lambda m: m[0] if "=" not in m[0] else None
            ),
            rule("formula", rf"(?<=[\d)]) ?[-−] ?(?={N} ?=)", fixed(" minus ")),
            rule("formula", r"(?<=\b[a-z]) ?[-−] ?(?=[a-z\d]\w* ?=)", fixed(" minus ")),
            rule(
                "formula",
                r"(?<![\w.])10(?:([⁰¹²³⁴-⁹⁻]+)|\^([-−]?\d{1,4}))",
                lambda m: "ten to the " + _power((m[1] or m[2]).translate(_RAISED)),
            ),
            rule("formula", r"(?<=[\w)\]])²", fixed(" squared")),
            rule("formula", r"(?<=[\w)\]])³", fixed(" cubed")),
            rule("formula", r"(?<=[\w)\]])\^2\b", fixed(" squared")),
            rule("formula", r"(?<=[\w)\]])\^3\b", fixed(" cubed")),
            rule(
                "formula",
                r"(?<=[\w)\]])(?:([⁰¹⁴-⁹⁻⁺ⁿ]+)|\^([-−]?\w+))",
                lambda m: " to the " + _power((m[1] or m[2]).translate(_RAISED)),
            ),
            rule("formula", r"[₀-₉]+", _lowered),
            rule("formula", rf"√ ?({N})", lambda m: f"the square root of {decimal(m[1])}"),
            rule("formula", r"(?<=\b[A-Z])\+(?![\w+])", fixed(" plus")),
            rule("formula", r"(?<=\w)\+\+(?!\w)", fixed(" plus plus")),
            rule("formula", r"(?<=\d)\+(?=[\s.,;:!?)]|\Z)", fixed(" plus")),
            rule(
                "formula",
                rf"(?<={_OPERAND}) ?([=+×÷≈≠≤≥±∈→∝·⋅−]|(?<= )[<>*](?= )|(?<=\d)[<>*](?=\d))"
                rf" ?(?=[\w(√$£€+−-]|\.\d)",
                _between,
            ),
            rule("formula", r"(?<![\w)~])([≈~∼<>≤≥±+√∛−×=∑∫]) ?(?=[\w$£€(]|\.\d)", _before),
            rule("formula", r"∞", fixed("infinity")),
            rule(
                "formula",
                r"(?<![\u0370-\u03ff])([αβγδεζηθικλμνξοπρστυφχψωΓΔΘΛΞΠΣΦΨΩ])"
                r"(?![\u0370-\u03ff\u0300-\u036f])",
                _greek,
            ),
        ),
    )


def _power(power: str) -> str:
    negative = power[0] in "-−"
    number = power.lstrip("-−+")
    if not number.isdecimal():
        return f"power {'minus ' if negative else ''}{number or power}"
    if negative:
        return f"minus {plain(number)}"
    return ordinal(number)


def _lowered(match: re.Match[str]) -> str:
    """H₂O is H two O."""
    after = match.string[match.end() : match.end() + 1]
    return f" {plain(match[0].translate(_LOWERED))}" + (" " if after.isalnum() else "")


def _between(match: re.Match[str]) -> str:
    """``x > 4`` is a clause; in “Is 7 > 4?” there is a verb already."""
    said = _BETWEEN[match[1]]
    if match[1] in "<>" and not _LETTER_BEFORE.search(
        match.string, max(0, match.start() - 2), match.start()
    ):
        said = said.removeprefix("is ")
    return f" {said} "


def _before(match: re.Match[str]) -> str:
    return _BEFORE[match[1]]


def _greek(match: re.Match[str]) -> str:
    name = GREEK["en"][match[1].lower()]
    name = name.capitalize() if match[1].isupper() else name
    text = match.string
    before = " " if match.start() and text[match.start() - 1].isalnum() else ""
    after = " " if match.end() < len(text) and text[match.end()].isalnum() else ""
    return f"{before}{name}{after}"
