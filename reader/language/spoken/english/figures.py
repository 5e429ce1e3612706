"""Numbers among themselves: ordinals, ranges, ratios, scores and plain numbers."""

from __future__ import annotations

import re

from reader.language.spoken.english.numbers import (
    BEGIN,
    N,
    cardinal,
    digits,
    ordinal,
    plain,
)
from reader.language.spoken.rules import Rule, fixed, of_digits, rule
from reader.language.spoken.style import SpokenStyle

_DASH = r" ?[-–—~] ?"
_SCORE = re.compile(
    r"\b(?i:won|wins?|lost|loses?|beats?|drew|draws?|led|leads?|score|scored|tied|ahead|record)"
    r"(?: [A-Za-z]+){0,2} "
    r"(?:\d{1,3}[-–]\d{1,3}(?:,? and |, )){0,6}$"
)


def rules(_style: SpokenStyle) -> tuple[Rule, ...]:
    """What is said for numbers about which no unit, sign or name tells more."""
    return of_digits(
        (
            rule(
                "number",
                r"(?<![\w.,])[1-9]\d{0,2}(?:(?: 000){1,4}|(?:[\u00a0\u2009\u202f]\d{3}){1,4})"
                r"(?!\w|[ .,]\d)",
                lambda m: cardinal(re.sub(r"\s", "", m[0])),
            ),
            rule(
                "score",
                rf"{BEGIN}(\d{{1,2}}\.\d)/(5|10|100)(?![\w/]|\.\d)",
                lambda m: f"{plain(m[1])} out of {cardinal(m[2])}",
            ),
            rule("ordinal", r"(?<![\w,.])(\d[\d,]*)((?i:st|nd|rd|th))\b", _ordinal),
            rule(
                "score",
                r"(?<= )(?P<a>\d{1,3})[-–](?P<b>\d{1,3})(?![\w%-]|[.,]\d| [a-z]+s\b)",
                _score_after_a_verb,
            ),
            rule(
                "score",
                r"(?<![\w.,:-])(?P<n>(?P<a>\d{1,2})[-–](?P<b>\d{1,2})) (?=win\b|loss\b|victory|"
                r"defeat|draw\b|lead\b)",
                _score,
            ),
            rule(
                "ratio",
                r"(?<![\w:.])(?P<a>\d{1,5}):(?P<b>\d{1,3}(?:,\d{3})+|\d{1,5})(?![\w:]|[.,]\d)",
                _ratio,
            ),
            rule(
                "range",
                rf"{BEGIN}(?P<n>(?P<a>{N})(?P<dash>{_DASH})(?P<b>{N}))(?![\w%-]| ?=|[.,]\d)",
                _range,
            ),
            rule("sign", r"(?<=\d) ?\.\.\. ?(?=\d)", fixed(" to ")),
        )
    )


def bare(_style: SpokenStyle) -> tuple[Rule, ...]:
    """Numbers that stand alone, when every other rule has had its part."""
    return of_digits(
        (
            rule("number", rf"(?<![\w)\]\"”])[-−](?={N})", fixed("minus ")),
            rule("number", rf"(?<=[A-Za-z]){N}(?=[A-Za-z])", lambda m: f" {plain(m[0])} "),
            rule("number", rf"(?<=[A-Za-z]){N}", lambda m: f" {plain(m[0])}"),
            rule("number", rf"(?<![\d.]){N}(?=[A-Za-z])", lambda m: f"{plain(m[0])} "),
            rule("number", N, lambda m: plain(m[0])),
            rule("number", r"(?<=[^\W\d])\d+|\d+", lambda m: digits(m[0])),
        )
    )


def _ordinal(match: re.Match[str]) -> str | None:
    """21st, but not 11st, which may be a weight in stones."""
    number = match[1].replace(",", "")
    teen = number[-2:-1] == "1"
    right = "th" if teen else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th")
    return ordinal(number) if match[2].lower() == right else None


def _score(match: re.Match[str]) -> str:
    return " ".join(cardinal(n) for n in (match["a"], match["b"]))


def _score_after_a_verb(match: re.Match[str]) -> str | None:
    before = match.string[max(0, match.start() - 60) : match.start()]
    return _score(match) if _SCORE.search(before) else None


def _ratio(match: re.Match[str]) -> str:
    return f"{cardinal(match['a'])} to {cardinal(match['b'])}"


def _range(match: re.Match[str]) -> str | None:
    first, last = match["a"], match["b"]
    if first[0] == "0" and "." not in first and len(first) > 1:
        return None
    if " " in match["dash"] and "-" in match["dash"] and _value(first) > _value(last):
        return f"{plain(first)} minus {plain(last)}"
    return f"{plain(first)} to {plain(last)}"


def _value(number: str) -> float:
    return float(number.replace(",", "")[:300])
