"""Ratios, scores, ranges, fractions and percentages in Chinese."""

from __future__ import annotations

import re

from reader.language.spoken.chinese.numbers import cardinal, decimal, signed
from reader.language.spoken.chinese.patterns import ALONE, MINUS, NUMBER, TO
from reader.language.spoken.rules import Rule, fixed, rule
from reader.language.spoken.style import SpokenStyle

_COMPARED_BEFORE = re.compile(
    r"(?:比分|比例|比值|配比|比率|总分|大比分|战胜|击败|战平|不敌|负于|大胜|险胜|逼平|领先|落后|淘汰|完胜|惜败|"
    r"告负|踢成|打成|[盘局]|抢七|兑|按|赢|输|胜|负|以|分别为)[^，。；！？,;!?]{0,8}$"
)
_COMPARED_AFTER = re.compile(
    r"\s?(?:的?(?:比分|比例|大比分|总比分|优势|战绩|比率)|获胜|战胜|击败|险胜|大胜|逆转|领先|落后|告负|取胜|淘汰|不敌|平(?![方均])|"
    r"小胜|小负|绝杀|力克|完胜|横扫|惜败|战平|打平|逼平|负于|稀释|混合|的地图)"
)
_TIME_BEFORE = re.compile(
    r"(?:上午|下午|中午|凌晨|早上|晚上|傍晚|早|晚|时间|于|今天|明天|昨天|\d日|\d号)\s?$"
)
_BASES = {"%": "百分之", "％": "百分之", "‰": "千分之", "‱": "万分之"}
_SCALES = "[十百千]?[万亿]"
_ONE_CHARACTER = {
    "½": "二分之一",
    "⅓": "三分之一",
    "⅔": "三分之二",
    "¼": "四分之一",
    "¾": "四分之三",
    "⅕": "五分之一",
    "⅛": "八分之一",
    "⅜": "八分之三",
    "⅝": "八分之五",
    "⅞": "八分之七",
}


def is_ratio(match: re.Match[str]) -> bool:
    """Whether two numbers with a colon between are compared, by the words around them."""
    before = match.string[max(0, match.start() - 16) : match.start()]
    if _TIME_BEFORE.search(before):
        return False
    after = _COMPARED_AFTER.match(match.string, match.end())
    return after is not None or _COMPARED_BEFORE.search(before) is not None


def percentages(_style: SpokenStyle) -> tuple[Rule, ...]:
    """%, ‰ and ‱, alone and as ranges."""
    return (
        rule(
            "percent",
            rf"(?<![\d.,])(?P<a>[{MINUS}+]?{NUMBER})(?P<repeated>[%％‰‱])?(?:{TO}(?P<b>{NUMBER}))?"
            r"(?(b)(?P<sign>[%％‰‱])|(?(repeated)|(?!)))",
            _percent,
        ),
    )


def rules(_style: SpokenStyle) -> tuple[Rule, ...]:
    """Numbers that stand to one another."""
    return (
        rule(
            "ratio",
            rf"{ALONE}(?P<a>{NUMBER})(?:\s?[:：∶]\s?(?P<b>{NUMBER}))(?:[:：∶](?P<c>{NUMBER}))?(?![\d:：])",
            _ratio,
        ),
        rule("score", r"(?<![\d.\-A-Za-z])(?P<a>\d{1,3})[-–—](?P<b>\d{1,3})(?![\d-])", _score),
        rule(
            "measure",
            r"血压[^\d，。]{0,4}(?P<n>(?P<a>\d{2,3})/(?P<b>\d{2,3}))(?!\d)",
            lambda match: f"{cardinal(match['a'])}、{cardinal(match['b'])}",
        ),
        rule(
            "fraction",
            r"(?<![\d/.])(?P<whole>\d{1,4})又(?P<a>\d{1,4})/(?P<b>\d{1,4})(?![\d/])",
            _mixed,
        ),
        rule(
            "fraction",
            r"(?<![\d/.])(?P<sign>[-−])?(?P<a>\d{1,4})\s?/\s?(?P<b>\d{1,4})(?![\d/]|年|赛季)",
            _fraction,
        ),
        rule("fraction", f"[{''.join(_ONE_CHARACTER)}]", _one_character),
        rule(
            "range",
            rf"(?<![\d.,A-Za-z-])(?P<a>{NUMBER})(?P<scale>{_SCALES})?{TO}(?P<b>{NUMBER})(?![\d-])",
            _range,
        ),
        rule(
            "range",
            rf"(?<=[元块%％‰℃度米克斤吨里升天年月日号时点分秒周岁人次个名位万亿千百]){TO}(?=\d)",
            fixed("到"),
        ),
        rule("range", r"(?<=[A-Za-z²³])\s?[~～]\s?(?=\d)", fixed("到")),
        rule(
            "number",
            r"(?<![\d.,])(?P<a>[1-9])、(?P<b>[1-9])(?=[个只条次天年位名人种块件张本家岁里米小公])",
            _or,
        ),
    )


def _percent(match: re.Match[str]) -> str:
    sign = match["sign"] or match["repeated"]
    base = _BASES[sign]
    first = match["a"]
    minus = "负" if first[0] in MINUS else ("正" if first[0] == "+" else "")
    said = minus + base + decimal(first.lstrip(f"{MINUS}+"))
    if match["b"] is None:
        return said
    return f"{said}到{base if match['repeated'] else ''}{decimal(match['b'])}"


def _ratio(match: re.Match[str]) -> str:
    return "比".join(decimal(match[name]) for name in "abc" if match[name])


def _score(match: re.Match[str]) -> str | None:
    if not is_ratio(match):
        return None
    return f"{decimal(match['a'])}比{decimal(match['b'])}"


def _fraction(match: re.Match[str]) -> str | None:
    if int(match["b"]) == 0:
        return None
    minus = "负" if match["sign"] else ""
    return f"{minus}{cardinal(match['b'])}分之{cardinal(match['a'])}"


def _mixed(match: re.Match[str]) -> str | None:
    if int(match["b"]) == 0:
        return None
    return f"{cardinal(match['whole'])}又{cardinal(match['b'])}分之{cardinal(match['a'])}"


def _one_character(match: re.Match[str]) -> str:
    before = match.string[match.start() - 1 : match.start()]
    return ("又" if before.isdecimal() else "") + _ONE_CHARACTER[match[0]]


def _range(match: re.Match[str]) -> str:
    return f"{_end(match['a'])}{match['scale'] or ''}到{_end(match['b'])}"


def _end(number: str) -> str:
    return signed(number)


def _or(match: re.Match[str]) -> str | None:
    if int(match["b"]) != int(match["a"]) + 1:
        return None
    return ("两" if match["a"] == "2" else cardinal(match["a"])) + cardinal(match["b"])
