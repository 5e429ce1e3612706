"""Numbers with units of measure, temperatures and coordinates in Chinese."""

from __future__ import annotations

import re

from reader.language.spoken.chinese.numbers import cardinal, decimal, signed
from reader.language.spoken.chinese.patterns import MINUS, NUMBER, TO
from reader.language.spoken.chinese.units import DOUBLED, PER, UNITS
from reader.language.spoken.rules import Rule, alternatives, fixed, rule
from reader.language.spoken.style import SpokenStyle

_UNIT = alternatives(UNITS)
_PER = alternatives(PER)
_NAMES_TOO = frozenset("BNJd")
"""Units that, without a space before them, are rather part of a name: 3B."""

_DIRECTIONS = {"N": "北纬", "S": "南纬", "E": "东经", "W": "西经"}


def rules(style: SpokenStyle) -> tuple[Rule, ...]:
    """Coordinates, then numbers with units, then 每 for a stroke between words."""
    below = style.negative == "below"

    def measure(match: re.Match[str]) -> str | None:
        return _measure(match, below=below)

    return (
        rule(
            "coordinate",
            r"(?<!\d)(?P<degrees>\d{1,3})°\s?(?:(?P<minutes>\d{1,2})[′'])?\s?(?:(?P<seconds>\d{1,2}(?:\.\d+)?)[″\"])?"
            r"\s?(?P<direction>[NSEW])?(?![A-Za-z])(?!\d)",
            _coordinate,
        ),
        rule(
            "measure",
            rf"(?<![A-Za-z\d.,])(?P<a>[{MINUS}+±]?{NUMBER})(?P<scale>[十百千]?[万亿])?"
            rf"(?:\s?(?P<first>{_UNIT})?{TO}(?P<b>[-−]?{NUMBER}))?\s?(?P<unit>{_UNIT})"
            rf"(?:\s?[/·]\s?(?P<per>{_PER}))?(?![A-Za-z\d²³])",
            measure,
        ),
        rule(
            "measure",
            r"(?<=[\u4e00-\u9fff])/(?=(?:[\u4e00-\u9fff]{1,3})(?![\u4e00-\u9fff/]))(?<=[元克米人次吨度升斤瓦字件个位焦卡瓶条])",
            fixed("每"),
        ),
        rule("measure", r"(?<=[元克米人次吨度升斤瓦件卡])/(?=[\u4e00-\u9fff])", fixed("每")),
        rule(
            "measure",
            rf"(?<=[元次个人])/(?P<per>{_PER})(?![A-Za-z\d])",
            lambda match: "每" + PER[match["per"]],
        ),
        rule(
            "measure",
            r"(?<=[\u4e00-\u9fff])/?(?P<n>m²|km²|m³|㎡)(?![A-Za-z\d])",
            lambda match: UNITS[match["n"]],
        ),
        rule(
            "measure",
            r"(?<=[LlgJ升克])/(?=1\d{1,2}\s?(?:km|公里|g|克|m[lL]|毫升))",
            fixed("每"),
        ),
        rule("measure", r"(?P<feet>\d{1,2})['′](?P<inches>\d{1,2})[\"″](?!\d)", _feet),
        rule("measure", r"°[CF](?![A-Za-z])|[℃℉]", lambda match: UNITS[match[0]]),
        rule("temperature", r"(?<=零下)-(?=\d)", fixed("")),
    )


def _measure(match: re.Match[str], *, below: bool) -> str | None:
    number, sign, scale = match["a"], match["unit"], match["scale"] or ""
    if sign in _NAMES_TOO and not match["per"] and " " not in match[0]:
        return None
    unit = UNITS[sign]
    if match.string[max(0, match.start() - 2) : match.start()] in ("华氏", "摄氏"):
        unit = "度"
    cold = number[0] in MINUS and unit in DOUBLED
    said = ("零下" if below else "负") + decimal(number[1:]) if cold else _said(number, unit, scale)
    if match["b"] is not None:
        said += "到" + _said(match["b"], unit, "", below=below and unit in DOUBLED)
    return said + unit + ("每" + PER[match["per"]] if match["per"] else "")


def _said(number: str, unit: str, scale: str, *, below: bool = False) -> str:
    if number == "2" and unit not in ("度", "摄氏度", "华氏度", "克", "千克"):
        return "两" + scale
    if number[0] == "±":
        return "正负" + decimal(number[1:]) + scale
    if below and number[0] in MINUS:
        return "零下" + decimal(number[1:])
    return signed(number) + scale


def _coordinate(match: re.Match[str]) -> str | None:
    if not (match["minutes"] or match["direction"]):
        return None
    said = _DIRECTIONS.get(match["direction"] or "", "") + cardinal(match["degrees"]) + "度"
    if match["minutes"]:
        said += cardinal(match["minutes"]) + "分"
    return said + (decimal(match["seconds"]) + "秒" if match["seconds"] else "")


def _feet(match: re.Match[str]) -> str:
    return f"{cardinal(match['feet'])}英尺{cardinal(match['inches'])}英寸"
