"""Numbers with units of measure, temperatures and coordinates in Chinese."""

from __future__ import annotations

import re

from reader.language.spoken.chinese.numbers import cardinal, decimal, digits, signed
from reader.language.spoken.chinese.patterns import MEASURES, MINUS, NUMBER, TO
from reader.language.spoken.chinese.units import DOUBLED, PER, UNITS
from reader.language.spoken.rules import Rule, alternatives, fixed, rule
from reader.language.spoken.style import SpokenStyle

_UNIT = alternatives(UNITS)
_PER = alternatives(PER)
_NAMES_TOO = frozenset("BNJd")
"""Units that, without a space before them, are rather part of a name: 3B."""

_SHARED = "元克米人次吨度升斤瓦件卡转片粒袋包支"
_TIMES = "天|日|次|人|年|月|周|小时|分钟|秒|株|亩|袋|箱|瓶|盒|包|桶|支|片|份"
_LATIN_BEFORE = re.compile(r"[A-Za-z]\s$")
"""A number after a foreign word is part of a name: iPhone 6s."""

_SCREENS = "屏|显示|电视|轮毂|蛋糕|披萨|平板|笔记本"
_CURRENT = "电流|额定|插座|保险丝"
_COLD = (
    r"(?:[温低高为至冷寒热]|温度|达到?)\s?(?P<n>[-−－])"
    r"(?=\d{1,3}(?:\s?[到至~～-]\s?[-−]?\d{1,3})?度(?![数角]))"
)
"""A minus before degrees that no sign says are of temperature."""

_DIRECTIONS = {"N": "北纬", "S": "南纬", "E": "东经", "W": "西经"}


def rules(style: SpokenStyle) -> tuple[Rule, ...]:
    """Coordinates, then numbers with units, then 每 for a stroke between words."""
    below = style.negative == "below"

    def measure(match: re.Match[str]) -> str | None:
        return _measure(match, below=below)

    return (
        rule("measure", r"(?<!\d)\d{2,3}(?P<n>/)\d{2,3}\s?mmHg", fixed("、")),
        rule("measure", rf"(?<=\d[米块])(?P<n>\d\d)(?![\d.,%％秒分厘万]|{MEASURES})", _after_unit),
        rule("measure", rf"(?<![\d.])(?P<n>\d{{1,2}}(?:\.\d)?[″\"])(?={_SCREENS})", _inches),
        rule("temperature", _COLD, fixed("零下" if below else "负")),
        rule(
            "measure",
            rf"(?:{_CURRENT})[^\d，。]{{0,4}}(?P<n>\d{{1,4}}(?:\.\d{{1,3}})?A)(?!\w)",
            _amperes,
        ),
        rule(
            "coordinate",
            r"(?<![\d.])(?P<degrees>\d{1,3}(?:\.\d{1,8})?)°\s?(?:(?P<minutes>\d{1,2})[′'])?\s?(?:(?P<seconds>\d{1,2}(?:\.\d+)?)[″\"])?"
            r"\s?(?P<direction>[NSEW])?(?![A-Za-z])(?!\d)",
            _coordinate,
        ),
        rule(
            "measure",
            rf"(?:(?<![A-Za-z\d.,])(?<![A-Za-z]-)|(?<=\d[xX]))(?P<a>[{MINUS}+±]?{NUMBER})(?P<scale>[十百千]?[万亿])?"
            rf"(?:\s?(?P<first>{_UNIT})?(?:{TO}|[到至])(?P<b>[-−]?{NUMBER}))?\s?(?P<unit>{_UNIT})"
            rf"(?:\s?(?P<by>[/·])\s?(?P<per>{_PER}))?(?![A-Za-z\d²³])",
            measure,
        ),
        rule(
            "measure",
            r"(?<=[\u4e00-\u9fff])/(?=(?:[\u4e00-\u9fff]{1,3})(?![\u4e00-\u9fff/]))(?<=[元克米人次吨度升斤瓦字件个位焦卡瓶条])",
            fixed("每"),
        ),
        rule(
            "measure",
            rf"(?<![A-Za-z\d/])(?P<unit>{_UNIT})/(?P<per>{_PER})(?![A-Za-z\d²³/])",
            _units_alone,
        ),
        rule(
            "measure",
            rf"(?:(?<=[⁰¹²³⁴-⁹])|(?<=\^\d)|(?<=\^\d\d))/(?P<per>{_PER})(?![A-Za-z\d])",
            lambda match: "每" + PER[match["per"]],
        ),
        rule("measure", r"(?<=[次转])/分(?!钟)", fixed("每分钟")),
        rule("measure", rf"(?:(?<=[{_SHARED}])|(?<=[公英海]里))/(?=[\u4e00-\u9fff])", fixed("每")),
        rule("measure", rf"(?<=[A-Za-z²³])/(?=(?:{_TIMES})(?![\u4e00-\u9fff]))", fixed("每")),
        rule("measure", r"(?<=[克斤吨米升])·(?=[天日年月])", fixed("每")),
        rule(
            "measure",
            rf"(?<=[元次个人米里克升万亿])/(?P<per>{_PER})(?![A-Za-z\d])",
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
        rule("measure", r"(?<=\d)°(?![A-Za-z])", fixed("度")),
        rule("temperature", r"(?<=零下)-(?=\d)", fixed("")),
    )


def _measure(match: re.Match[str], *, below: bool) -> str | None:
    number, sign, scale = match["a"], match["unit"], match["scale"] or ""
    if len(sign) == 1 and _LATIN_BEFORE.search(_before(match)) and " " not in match[0]:
        return None
    if sign in _NAMES_TOO and not match["per"] and " " not in match[0]:
        return None
    unit = UNITS[sign]
    if match.string[max(0, match.start() - 2) : match.start()] in ("华氏", "摄氏"):
        unit = "度"
    cold = number[0] in MINUS and unit in DOUBLED
    said = ("零下" if below else "负") + decimal(number[1:]) if cold else _said(number, unit, scale)
    if match["b"] is not None:
        said += "到" + _said(match["b"], unit, "", below=below and unit in DOUBLED)
    return said + _with_second_unit(unit, match["by"], match["per"])


def _with_second_unit(unit: str, by: str | None, second: str | None) -> str:
    """A unit for another, or, with a point between, times another: 千瓦时."""
    if not second:
        return unit
    if by == "/":
        return f"{unit}每{PER[second]}"
    return unit + PER[second].removeprefix("小" if unit.endswith("瓦") else "")


def _units_alone(match: re.Match[str]) -> str:
    return f"{UNITS[match['unit']]}每{PER[match['per']]}"


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - 8) : match.start()]


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
    said = _DIRECTIONS.get(match["direction"] or "", "") + decimal(match["degrees"]) + "度"
    if match["minutes"]:
        said += cardinal(match["minutes"]) + "分"
    return said + (decimal(match["seconds"]) + "秒" if match["seconds"] else "")


def _after_unit(match: re.Match[str]) -> str:
    """1米85 is 一米八五, 3块50 三块五."""
    return digits(match["n"].rstrip("0") or "0")


def _inches(match: re.Match[str]) -> str:
    return decimal(match["n"][:-1]) + "英寸"


def _amperes(match: re.Match[str]) -> str:
    return decimal(match["n"][:-1]) + "安"


def _feet(match: re.Match[str]) -> str:
    return f"{cardinal(match['feet'])}英尺{cardinal(match['inches'])}英寸"
