"""Dates, years and decades in Chinese."""

from __future__ import annotations

import re

from reader.language.spoken.chinese.numbers import cardinal, digits
from reader.language.spoken.chinese.patterns import TO
from reader.language.spoken.rules import Rule, rule
from reader.language.spoken.style import SpokenStyle

_YEAR = r"[12]\d{3}"
_MARK = r"[-/.·]"
_ERA = {"b": "公元前", "a": "公元"}
_SEASON = "那|春|夏|秋|冬|初|底|末|出生|毕业|世界杯|奥运"


def rules(style: SpokenStyle) -> tuple[Rule, ...]:
    """Dates written in figures, then years before 年, then the rest."""
    day = "号" if style.day == "hao" else "日"

    def date(match: re.Match[str]) -> str | None:
        said = _month_and_day(match["month"], match["day"], day)
        return f"{digits(match['year'])}年{said}" if said else None

    def day_of_month(match: re.Match[str]) -> str | None:
        return _month_and_day(match["month"], match["day"], day)

    return (
        rule(
            "date",
            rf"(?<![\d.])(?P<year>{_YEAR})({_MARK})(?P<month>\d{{1,2}})\2(?P<day>\d{{1,2}})"
            r"(?![\d.]\d|\d)",
            date,
        ),
        rule(
            "date",
            rf"(?<![\d.])(?P<month>0\d|1[0-2])({_MARK})(?P<day>[0-3]\d)\2(?P<year>{_YEAR})(?!\d)",
            date,
        ),
        rule(
            "date", rf"(?<![\d.])(?P<year>{_YEAR})[-/.](?P<month>0[1-9]|1[0-2])(?![\d年/-])", _month
        ),
        rule("date", rf"(?<![\d.])(?P<month>0[1-9]|1[0-2])[-/.](?P<year>{_YEAR})(?!\d)", _month),
        rule(
            "date",
            r"(?<![\d.])(?P<month>0[1-9])[-/.](?P<day>[0-3]\d)(?![\d/.年元%-])",
            day_of_month,
        ),
        rule("date", r"(?<!\d)\d{1,2}[·•]\d{1,2}(?!\d)", _anniversary),
        rule(
            "date",
            r"(?<![\d.])\d{1,2}\.\d{1,2}(?=大促|事件|讲话|晚会|电商|购物节|地震)",
            _anniversary,
        ),
        rule(
            "year",
            rf"(?<!\d)(?P<a>{_YEAR}){TO}(?P<b>{_YEAR})(?![\d.,]|[元人米个万亿只条公吨])",
            _years,
        ),
        rule("date", r"(?<!\d)0\d(?=[月日号])", lambda match: cardinal(match[0])),
        rule("year", rf"(?<!\d)(?P<a>{_YEAR})/(?P<b>\d\d)(?=年|赛季)", _season_of_two_years),
        rule("year", r"(?<=公元)\d{1,4}(?=年)|(?<=公元前)\d{1,4}(?=年)", _digits),
        rule("year", r"(?<!\d)(?P<year>\d{1,4})年?\s?(?P<era>[aA]\.?[dD]|[bB]\.?[cC])\b\.?", _era),
        rule(
            "year",
            rf"(?<![\d.,])(?P<n>{_YEAR}|0\d)(?=年(?!以?[前后]|来|间|历史|的历史))(?<!1000)",
            _digits,
        ),
        rule(
            "year", r"(?<![\d.,])(?P<n>(?:1[5-9]|20)\d\d)(?=年(?!来|间|的?历史))(?<!000)", _digits
        ),
        rule("year", rf"(?<![\d.,])(?P<n>\d\d)(?=年(?:\d{{1,2}}月|{_SEASON}))", _digits),
        rule("year", r"(?<![\d.,])(?P<n>(?:19|20)\d\d)(?=[届级款版](?!以))", _digits),
        rule(
            "year", r"(?<!\d)(?P<n>\d[05])(?=后(?!天|来|面|卫|期|续|又|，|,|的(?!年轻人)))", _digits
        ),
    )


def _digits(match: re.Match[str]) -> str:
    return digits(match["n"] if "n" in match.re.groupindex else match[0])


def _month_and_day(month: str, day: str, ending: str) -> str | None:
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return None
    return f"{cardinal(month)}月{cardinal(day)}{ending}"


def _month(match: re.Match[str]) -> str:
    return f"{digits(match['year'])}年{cardinal(match['month'])}月"


def _years(match: re.Match[str]) -> str:
    return f"{digits(match['a'])}到{digits(match['b'])}"


def _season_of_two_years(match: re.Match[str]) -> str:
    return f"{digits(match['a'])}到{digits(match['b'])}"


def _anniversary(match: re.Match[str]) -> str:
    """5·12 is named by its figures: 五一二."""
    return digits(re.sub(r"\D", "", match[0]))


def _era(match: re.Match[str]) -> str:
    return f"{_ERA[match['era'][0].lower()]}{digits(match['year'])}年"
