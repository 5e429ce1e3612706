"""Names with numbers in Chinese text: aircraft, machines, programs, standards."""

from __future__ import annotations

import re

from reader.language.letters import TO_EACH_OTHER
from reader.language.spoken.chinese.numbers import digits
from reader.language.spoken.chinese.patterns import MEASURES
from reader.language.spoken.rules import Rule, fixed, rule
from reader.language.spoken.style import SpokenStyle

_KNOWN_BY_DIGITS = (
    r"(?:985|211)(?=[、，/”\"]|高校|大学|院校|工程|学校|名校)|(?:996|007)(?=工作|模式|[、，。]|$)|"
    r"7-11(?=便利|超市|门店)"
)
"""Programmes and working hours that everybody calls by their digits."""

_NUMERALS = r"\d零一二两三四五六七八九十百千万亿几半多"
_TYPES = (
    "歼|运|轰|直|强|教|米|苏|图|安|卡|伊尔|运油|歼轰|空警|天宫|神舟|嫦娥|长征|东风|红旗|巨浪|"
    "鹰击|霹雳|雪龙|北斗|风云|天问|天舟|快舟|波音|空客"
)
"""Makes of aircraft, rockets and ships, of which the stroke before the number is not said."""

_SERIES = r"(?:[89]|10|[1-9]00|1000)(?!\d)"
"""What follows the number of an airliner."""

_DESIGNS = (
    r"[45]0\d(?=错误|页面|报错)|"
    r"\d{3}(?=L?不锈钢|医院|高地|邮箱|阵型)(?<!00)|\d\d(?=[A-Z]?式(?:步|手|冲锋|机|轻|重|狙|自动|"
    r"坦克|主战|军))|\d\d(?=消毒液|[A-Z]?(?:主战)?坦克)"
)
"""Designs and houses that are known by the figures of their number."""


def rules(style: SpokenStyle) -> tuple[Rule, ...]:
    """What is known by its figures, strokes that are not said, then letters with figures."""
    telephone = style.one == "yao"

    def number(match: re.Match[str]) -> str:
        return digits(re.sub(r"\D+", "", match["n"]), telephone=telephone)

    return (
        rule("identifier", rf"(?<![\d.,])(?P<n>{_KNOWN_BY_DIGITS})(?![\d.,])", number),
        rule(
            "model",
            r"(?<=[\u4e00-\u9fff])(?P<n>-)(?=\d{1,3}(?:号|型|系列|[A-Z]))"
            r"(?<![是为到达至于约在算值和与比低近得作成温元块度米克斤吨里升天年月日时点分秒周岁万亿千百个次名位]-)",
            fixed(""),
        ),
        rule("model", rf"(?<![{_NUMERALS}])(?:{_TYPES})(?P<n>-)(?=\d)", fixed("")),
        rule(
            "model",
            r"(?:波音|空客|麦道|标致|型号|Boeing\s?|Airbus\s?)(?P<n>\d{3})(?!\d)",
            number,
        ),
        rule("model", rf"(?<![\d.,])(?P<n>7[0-8]7)(?=-{_SERIES})", number),
        rule("model", rf"(?:(?<=7[0-8]7)(?<!\d7[0-8]7)|(?<=[A-Z]3\d0))-(?={_SERIES})", fixed("杠")),
        rule(
            "model",
            rf"(?<=[A-Za-z] )(?P<n>19[5-9]\d|20[0-3]\d)(?![\d.,-]|\s?{MEASURES})",
            lambda match: digits(match["n"]),
        ),
        rule("model", r"骁龙(?P<n>\d{3})(?!\d)", number),
        rule("model", r"(?<=[a-z]\d-)(?P<n>\d{4,5})(?!\d)", number),
        rule("model", r"(?<![A-Za-z])[A-Z](?P<n>\.\d{3})(?!\d)", _after_a_point),
        rule(
            "standard",
            r"(?<![A-Za-z])(?:ISO|IEC|GB|[A-Z]{2}/[TZ])\s?(?P<n>\d{3,6}(?:[-—]\d{4})?)(?![\d.,-])",
            _standard,
        ),
        rule("model", rf"(?<![\d.,A-Za-z])(?P<n>{_DESIGNS})", number),
        rule("model", r"(?<=[A-Za-z])(?<!\d[A-Za-z])(?<!\d[A-Za-z]{2})(?P<n>-)(?=\d)", fixed("")),
        rule(
            "model",
            rf"(?<![A-Za-z])(?={TO_EACH_OTHER})[A-Z](?P<n>2)(?=[A-Z](?![A-Za-z]))",
            fixed(" to "),
        ),
        rule("model", r"(?<=[A-Za-z])(?<!\d[xX])(?P<n>\d{3,})(?![\d.,])", number),
        rule("model", r"(?<=[A-Za-z]-)(?P<n>\d{3,})(?![\d.,])", number),
        rule("model", r"(?<=[A-Z][A-Z] )(?P<n>\d{4})(?![\d.,年])", number),
    )


def _after_a_point(match: re.Match[str]) -> str:
    return "点" + digits(match["n"][1:])


def _standard(match: re.Match[str]) -> str:
    return "杠".join(digits(part) for part in re.split("[-—]", match["n"]))
