"""Telephone numbers and hotlines in Chinese, read digit by digit."""

from __future__ import annotations

import re

from reader.language.spoken.chinese.numbers import digits
from reader.language.spoken.chinese.patterns import NAMES_ONLY
from reader.language.spoken.rules import Rule, rule
from reader.language.spoken.style import SpokenStyle

_HOTLINES = (
    r"12(?:1[12]\d|3\d\d)(?<!00)|9[56]\d{3}(?<!000)|100(?:10|11|15|50|86|99)|"
    r"1[12][0-9](?=报警|指挥|消防|出警|接线|救护|急救|火警|热线|电话|台|接警|查号)"
)
_COUNTED_AFTER = r"(?![\d.,]|[多余个位名人元块次只条件万亿米公斤吨年天倍辆座本张套户亩度])"


def rules(style: SpokenStyle) -> tuple[Rule, ...]:
    """Numbers of telephones, whole or known by heart; 1 in them as the style asks."""
    telephone = style.one == "yao"

    def number(match: re.Match[str]) -> str:
        return digits(_figures(match["n"]), telephone=telephone)

    def international(match: re.Match[str]) -> str:
        plus = "加" if match["n"].startswith("+") else ""
        return plus + digits(_figures(match["n"]), telephone=telephone)

    return (
        rule(
            "telephone",
            r"(?<![\d.])(?P<n>(?:\+86[- ]?|86[- ])?1[3-9]\d(?:[- ]?\d{4}){2})(?!\d)",
            international,
        ),
        rule(
            "telephone",
            r"(?<![\d.])(?P<n>\+\d{1,3}[- ]?(?:\(?\d{1,4}\)?[- ]?){1,2}"
            r"\d{3,4}[- ]?\d{3,4})(?!\d)",
            international,
        ),
        rule(
            "telephone",
            r"(?<![\d.])(?P<n>(?:\+?86-?)?[(（]?0\d{2,3}[)）]?[- ]?\d{3,4}[- ]?\d{4}|"
            r"[48]00[- ]?\d{3,4}[- ]?\d{3,4})(?!\d)",
            international,
        ),
        rule(
            "telephone",
            rf"(?<![\d.,¥$A-Za-z价约共达超近售费额])(?P<n>{_HOTLINES}){_COUNTED_AFTER}",
            number,
        ),
        rule(
            "telephone",
            rf"(?:打|拨打|拨|致电|呼叫)(?P<n>1[12]\d|\d{{5}}){NAMES_ONLY}",
            number,
        ),
    )


def _figures(number: str) -> str:
    return re.sub(r"\D+", "", number)
