"""Fractions: 3/4, 1½, and those of a unit, 3/4 in."""

from __future__ import annotations

import re

from reader.language.spoken.english.numbers import BEGIN, cardinal, ordinal
from reader.language.spoken.english.units import NEVER_AFTER_A_SPACE, UNIT, unit_words
from reader.language.spoken.rules import Rule, only_with, rule
from reader.language.spoken.style import SpokenStyle

_SIGNS = {
    "½": (1, 2),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "⅕": (1, 5),
    "⅖": (2, 5),
    "⅗": (3, 5),
    "⅘": (4, 5),
    "⅙": (1, 6),
    "⅚": (5, 6),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
}
_SIGN = f"[{''.join(_SIGNS)}]"
_IN_FIGURES = r"(?P<above>\d{1,4})[/⁄](?P<below>[1-9]\d{0,3})"
_NAMED = {"9/11": "nine eleven", "24/7": "twenty-four seven"}


def rules(_style: SpokenStyle) -> tuple[Rule, ...]:
    """What is said for fractions."""
    return only_with(
        rf"[\d{_SIGN[1:]}",
        (
            rule("number", r"(?<![\w/])(?:9/11|24/7)(?![\w/])", lambda m: _NAMED[m[0]]),
            rule(
                "measure",
                rf"{BEGIN}(?:(?P<whole>\d{{1,4}})[ -]?(?={_SIGN})|(?P<before>\d{{1,4}})[ -](?=\d))?"
                rf"(?:{_IN_FIGURES}|(?P<sign>{_SIGN}))(?P<space> |-)?(?P<unit>{UNIT}|[\"″])"
                r"(?![\w²³])(?:(?<=[a-z])\.(?=[,;:)\]]|\s+[a-z(]))?",
                _of_a_unit,
            ),
            rule(
                "fraction", rf"{BEGIN}(?P<whole>\d+)[ -]?(?P<sign>{_SIGN})(?P<percent> ?%)?", _mixed
            ),
            rule("percent", f"({_SIGN}) ?%", lambda m: f"{_in_words(*_SIGNS[m[1]])} percent"),
            rule("fraction", _SIGN, lambda m: _in_words(*_SIGNS[m[0]])),
            rule(
                "fraction",
                rf"(?<![\w/.,])(?P<minus>[-−])?(?:(?P<whole>\d{{1,4}})[ -])?{_IN_FIGURES}"
                r"(?:th|TH|rd|nd)?(?![\w/]|[.,]\d)",
                _fraction,
            ),
        ),
    )


def _in_words(above: int, below: int, *, after_a_number: bool = False) -> str:
    """Three quarters; one half, or a half after a whole number."""
    if below == 1:
        return f"{cardinal(str(above))} over one"
    several = above != 1
    if below == 2:
        part = "halves" if several else "half"
    else:
        part = ("quarter" if below == 4 else ordinal(str(below))) + ("s" if several else "")
    if after_a_number and above == 1 and below <= 4:
        return f"a {part}"
    return f"{cardinal(str(above))} {part}"


def _mixed(match: re.Match[str]) -> str:
    said = _in_words(*_SIGNS[match["sign"]], after_a_number=True)
    return f"{cardinal(match['whole'])} and {said}" + (" percent" if match["percent"] else "")


def _fraction(match: re.Match[str]) -> str:
    whole, above, below = match["whole"], int(match["above"]), int(match["below"])
    if not whole and not match["minus"]:
        if above == below > 9:
            return f"{cardinal(str(above))} {cardinal(str(below))}"  # a fifty-fifty chance
        if _is_a_pressure(above, below):
            return f"{cardinal(str(above))} over {cardinal(str(below))}"
    said = _in_words(above, below, after_a_number=bool(whole))
    said = f"{cardinal(whole)} and {said}" if whole else said
    return f"minus {said}" if match["minus"] else said


def _is_a_pressure(above: int, below: int) -> bool:
    """Pressures of blood, and other pairs that are no part of anything: 120/80."""
    return above > below > 16


def _of_a_unit(match: re.Match[str]) -> str | None:
    whole, sign = match["whole"] or match["before"], match["unit"]
    if match["space"] and sign in NEVER_AFTER_A_SPACE:
        return None
    above, below = (
        _SIGNS[match["sign"]] if match["sign"] else (int(match["above"]), int(match["below"]))
    )
    one, many = ("inch", "inches") if sign in '"″' else unit_words(sign)
    stop = "." if match[0].endswith(".") and match.end() == len(match.string) else ""
    if whole:
        said = f"{cardinal(whole)} and {_in_words(above, below, after_a_number=True)}"
        return f"{said} {one if match['space'] == '-' else many}{stop}"
    if _is_a_pressure(above, below):
        return f"{cardinal(str(above))} over {cardinal(str(below))} {many}{stop}"
    if match["space"] == "-":  # a half inch bolt
        part = "half" if (above, below) == (1, 2) else _in_words(above, below).removesuffix("s")
        return f"{part} {one}{stop}"
    article = "an" if one[0] in "aeio" or one.startswith("hour") else "a"
    part = "half" if (above, below) == (1, 2) else f"{_in_words(above, below)} of"
    return f"{part} {article} {one}{stop}"
