"""Ratios, scores, ranges, fractions and percentages in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.language.spoken.chinese.numbers import cardinal, decimal, signed
from reader.language.spoken.chinese.patterns import ALONE, MEASURES, MINUS, NUMBER, TO
from reader.language.spoken.rules import Rule, fixed, rule
from reader.language.spoken.style import SpokenStyle

_COMPARED_BEFORE = re.compile(
    r"(?:比分|比例|比值|配比|比率|总分|大比分|战胜|击败|战平|不敌|负于|大胜|险胜|逼平|领先|落后|淘汰|完胜|惜败|"
    r"告负|踢成|打成|第[一二三四五\d][盘局]|抢七|稀释|混合)[^，。；！？,;!?]{0,8}$"
)
_PERHAPS_COMPARED = re.compile(r"(?:[以按赢输胜负兑]|分别为|[盘局])(?:了|大比分)?\s?$")
"""Words before two numbers that are compared unless they can be a time: 以2:1, 按8:30."""

_COMPARED_AFTER = re.compile(
    r"\s?(?:的?(?:比分|比例|大比分|总比分|优势|战绩|比率|攻势|小高潮)|获胜|赢下|拿下|赢|战胜|击败|险胜|大胜|逆转|领先|落后|告负|取胜|淘汰|不敌|平(?![方均])|"
    r"小胜|小负|绝杀|力克|胜(?!利)|完胜|横扫|惜败|战平|打平|逼平|负于|稀释|混合|的地图)"
)
_TIME_BEFORE = re.compile(
    r"(?:上午|下午|中午|凌晨|早上|晚上|傍晚|早|晚|时间|于|今天|明天|昨天|\d日|\d号)\s?$"
)
_COUNTED = re.compile(rf"(?:{MEASURES}|[秒月日号])")
_OF_A_DAY = re.compile(
    r"\s?(?:早上|晚上|上午|下午|中午|凌晨|当天|假期|放假|晚会|截止|[\u4e00-\u9fff]{2}节(?![约省]))"
)
_PAIR = r"(?P<a>\d{1,3})[:：](?P<b>\d{1,3})"
_PAIR_BEFORE = re.compile(rf"(?<!\d){_PAIR}[、，,]\s?$")
_PAIR_AFTER = re.compile(rf"\s?[、，,]\s?{_PAIR}(?![\d:：])")
_COUNTS = re.compile(MEASURES)
_BASES = {"%": "百分之", "％": "百分之", "‰": "千分之", "‱": "万分之"}
_TWO_CHARACTERS = (
    "公里|公斤|公顷|千克|毫米|厘米|小时|分钟|年代|世纪|月份|[万亿美欧日港]元|英镑|英寸"
)
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
    if any(_is_no_time(pair) for pair in _neighbours(match, before)):
        return True
    after = _COMPARED_AFTER.match(match.string, match.end())
    if after or _COMPARED_BEFORE.search(before):
        return True
    can_be_time = len(match[2]) == 2 and int(match[1]) <= 24 and int(match[2]) <= 59
    return _PERHAPS_COMPARED.search(before) is not None and not can_be_time


def _neighbours(match: re.Match[str], before: str) -> Iterator[re.Match[str]]:
    """The pairs of numbers in the same list: 25:20、23:25."""
    for pair in (_PAIR_BEFORE.search(before), _PAIR_AFTER.match(match.string, match.end())):
        if pair:
            yield pair


def _is_no_time(pair: re.Match[str]) -> bool:
    return int(pair["a"]) > 24 or int(pair["b"]) > 59 or len(pair["b"]) < 2


def percentages(style: SpokenStyle) -> tuple[Rule, ...]:
    """%, ‰ and ‱, alone and as ranges."""

    def percent(match: re.Match[str]) -> str:
        return _percent(match, repeated=style.percent == "each")

    return (
        rule(
            "percent",
            rf"(?<![\d.,])(?P<a>[{MINUS}+]?{NUMBER})(?P<repeated>[%％‰‱])?(?:{TO}(?P<b>{NUMBER}))?"
            r"(?(b)(?P<sign>[%％‰‱])|(?(repeated)|(?!)))",
            percent,
        ),
    )


def rules(_style: SpokenStyle) -> tuple[Rule, ...]:
    """Numbers that stand to one another."""
    return (
        rule(
            "ratio",
            rf"{ALONE}{NUMBER}(?:\s?[:：∶]\s?{NUMBER}){{1,7}}(?![\d:：])",
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
            r"(?<![\d/.图表第题例])(?P<whole>\d{1,2})\s(?P<a>\d)/(?P<b>[2-9])(?![\d/]|决赛)",
            lambda match: _mixed(match) if match["a"] < match["b"] else None,
        ),
        rule(
            "fraction",
            r"(?<![\d/.])(?P<whole>\d{1,4})又(?P<a>\d{1,4})/(?P<b>\d{1,4})(?![\d/])",
            _mixed,
        ),
        rule(
            "fraction",
            r"(?<![\d/.第])(?P<sign>[-−])?(?P<a>\d{1,4})\s?/\s?(?P<b>\d{1,4})(?P<scale>(?<=0)[万亿])?"
            r"(?![\d/]|年|赛季)",
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
            rf"[\d零一二两三四五六七八九十百千万亿%℃][元块%％‰℃度米克斤吨里升天年月日号时点分秒周岁人次个名位"
            rf"万亿千百层楼页章集期级届倍寸折](?P<n>{TO})(?=\d)|"
            rf"\d[%％‰℃]{TO}(?=\d)",
            fixed("到"),
        ),
        rule(
            "range",
            rf"[\d万亿](?:{_TWO_CHARACTERS}|[A-Za-z]{{1,3}}[²³]?)(?P<n>{TO})(?=\d)",
            fixed("到"),
        ),
        rule("range", rf"(?<=[点日月号])(?P<n>{TO})(?=[早晚次]?(?:[上下]午)?\d)", fixed("到")),
        rule("range", rf"周[一二三四五六日](?P<n>{TO})(?=周[一二三四五六日])", fixed("到")),
        rule("range", r"(?<=[A-Za-z\d²³])\s?[~～]\s?(?=\d)", fixed("到")),
        rule("range", r"(?<![\w.,~～])[~～](?=\d)", fixed("约")),
        rule(
            "number",
            r"(?<![\d.,第、])(?P<a>[1-9]\d?)、(?P<b>[1-9]0?)"
            r"(?=[个只条次天年位名人种块件张本家岁里米小公点成倍元])",
            _or,
        ),
    )


def _percent(match: re.Match[str], *, repeated: bool) -> str:
    sign = match["sign"] or match["repeated"]
    base = _BASES[sign]
    first = match["a"]
    minus = "负" if first[0] in MINUS else ("正" if first[0] == "+" else "")
    said = minus + base + decimal(first.lstrip(f"{MINUS}+"))
    if match["b"] is None:
        return said
    return f"{said}到{base if match['repeated'] and repeated else ''}{decimal(match['b'])}"


def _ratio(match: re.Match[str]) -> str:
    return "比".join(map(decimal, re.split(r"\s?[:：∶]\s?", match[0])))


def _score(match: re.Match[str]) -> str | None:
    compared = _COMPARED_AFTER.match(match.string, match.end())
    counted = _COUNTED.match(match.string, match.end())
    if not compared and (counted or not (is_ratio(match) or _descends(match))):
        return None
    return f"{decimal(match['a'])}比{decimal(match['b'])}"


def _descends(match: re.Match[str]) -> bool:
    """Whether it cannot be a range, nor the number of a house: 3-1, and nothing after it."""
    after = match.string[match.end() : match.end() + 1]
    return int(match["a"]) > int(match["b"]) and (not after or after in "，。；！？、）)")


def _fraction(match: re.Match[str]) -> str | None:
    first, second, scale = match["a"], match["b"], match["scale"] or ""
    if int(second) == 0:
        return None
    if scale and not second.endswith("0"):
        return None
    if match.string[match.end() : match.end() + 1] == "月":
        return f"{cardinal(first)}、{cardinal(second)}"
    if not match["sign"] and int(first) <= 12 and _is_day(match):
        return f"{cardinal(first)}月{cardinal(second)}日"
    return f"{'负' if match['sign'] else ''}{cardinal(second)}{scale}分之{cardinal(first)}"


def _is_day(match: re.Match[str]) -> bool:
    """Whether 5/1 is a date: no fraction is of one, and the words after tell of a day."""
    if match["b"] == "1":
        return True
    return int(match["b"]) <= 31 and _OF_A_DAY.match(match.string, match.end()) is not None


def _mixed(match: re.Match[str]) -> str | None:
    if int(match["b"]) == 0:
        return None
    return f"{cardinal(match['whole'])}又{cardinal(match['b'])}分之{cardinal(match['a'])}"


def _one_character(match: re.Match[str]) -> str:
    before = match.string[match.start() - 1 : match.start()]
    return ("又" if before.isdecimal() else "") + _ONE_CHARACTER[match[0]]


def _range(match: re.Match[str]) -> str:
    text = match.string
    ordinal = text[max(0, match.start() - 2) : match.start()].rstrip().endswith("第")
    counts = not ordinal and _COUNTS.match(text, match.end()) is not None
    first, second = (
        "两" if number == "2" and counts else signed(number) for number in (match["a"], match["b"])
    )
    return f"{first}{match['scale'] or ''}到{second}"


def _or(match: re.Match[str]) -> str | None:
    """2、3 is 两三, 3、40 三四十 and 17、8 十七八, unless each of them is meant."""
    first, second = match["a"], match["b"]
    if int(first[-1]) + 1 != int(second[0]) or (len(first) == len(second) == 2):
        return None
    if "分别" in match.string[max(0, match.start() - 8) : match.start()]:
        return None
    return ("两" if first == "2" and len(second) == 1 else cardinal(first)) + cardinal(second)
