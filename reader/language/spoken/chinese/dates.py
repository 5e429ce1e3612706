"""Dates, years and decades in Chinese."""

from __future__ import annotations

import re

from reader.language.spoken.chinese.numbers import cardinal, digits
from reader.language.spoken.chinese.patterns import MEASURES, TO
from reader.language.spoken.rules import Rule, fixed, rule
from reader.language.spoken.style import SpokenStyle

_YEAR = r"[12]\d{3}"
_MARK = r"[-/.·]"
_ERA = {"b": "公元前", "a": "公元"}
_PASSED = re.compile(r"(?:(?<!到)了|长达|[近有]|历经|经过|超过|整整|延续|传承|相隔|沉睡)\s?$")
"""Words before a round number of years that passed: 近2000年."""

_SINCE = re.compile(r"[距至]今[已有约近]{0,3}$")
_LONG = re.compile("年(?:的?历史|之久|的?时间|光阴|的?岁月)")
_PASSING = re.compile("年(?:来(?![到过临自时去访])|间(?!隔))")
_AGO = re.compile("年以?前(?!后)|(?<=000)年以?[前后]")
_REACH = 6
_COUNTED = f"(?!年)(?:{MEASURES})"
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
        rule("date", rf"(?<=\d){TO}(?={_YEAR}[-/.]\d{{1,2}}[-/.]\d)", fixed("到")),
        rule("year", r"(?<!\d)(?P<n>[5-9]0[6-9]0)(?=后)", _digits),
        rule("date", r"(?<!\d)\d{1,2}[·•]\d{1,2}(?!\d)", _anniversary),
        rule(
            "date",
            r"(?<![\d.])\d{1,2}\.\d{1,2}(?=大促|事件|讲话|晚会|电商|购物节|(?:(?!级)[\u4e00-\u9fff]{2,4})?大?地震|"
            r"事变|惨案|运动(?![鞋员场服会])|妇女节|儿童节|劳动节|青年节|建军节)",
            _anniversary,
        ),
        rule(
            "date",
            r"(?<![\d.,])(?P<n>[1-9]\d{2,3})(?<!00)(?=大促|事件|晚会|事变|惨案|购物节|新政)",
            _digits,
        ),
        rule(
            "year",
            rf"(?<!\d)(?P<a>{_YEAR}){TO}(?P<b>{_YEAR})(?![\d.,]|[元人米个万亿只条公吨])",
            _years,
        ),
        rule(
            "date",
            rf"(?:日期|截至|截止|截止到)[:：为是\s]{{0,3}}(?P<n>(?P<year>{_YEAR})"
            r"(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01]))(?!\d)",
            date,
        ),
        rule("date", r"(?<!\d)0\d(?=[月日号])", lambda match: cardinal(match[0])),
        rule(
            "year",
            rf"(?<!\d)(?P<a>{_YEAR})[/-](?P<b>\d\d)(?=年度|赛季|学年|财年)",
            _years,
        ),
        rule("year", rf"(?<!\d)(?P<a>{_YEAR}){TO}(?P<b>\d\d)(?=年)", _years),
        rule(
            "year",
            rf"(?<=《)(?:(?:19|20)\d\d(?!\s?[多余]?(?:[万亿]|{_COUNTED}))|\d{{4}}(?=》))(?!\d)",
            _digits,
        ),
        rule("year", r"(?<=公元)\d{1,4}(?=年)|(?<=公元前)\d{1,4}(?=年)", _digits),
        rule("year", r"(?<!\d)(?P<year>\d{1,4})年?\s?(?P<era>[aA]\.?[dD]|[bB]\.?[cC])\b\.?", _era),
        rule("year", r"(?<=['’])\d\d(?=年)", _digits),
        rule("year", r"(?<=['’])\d0s(?![A-Za-z\d])", lambda match: cardinal(match[0][:2]) + "年代"),
        rule(
            "year", r"(?<=[〔（(【])(?:19|20)\d\d(?=[〕）)】](?![人字元个名位次米万亿件]))", _digits
        ),
        rule("year", r"(?:(?<=©)|(?<=©\s))(?:19|20)\d\d(?!\d)", _digits),
        rule("year", r"(?<![\d.,A-Za-z])1[5-9]\d0['’]?s(?![A-Za-z\d])", _decade),
        rule("year", rf"(?<![\d.,])(?P<n>{_YEAR}|0\d)(?=年)", _year),
        rule("year", r"(?<![\d.,A-Za-z])(?P<n>(?:19|20)\d\d)(?=\s?[QH][1-4](?!\d))", _digits),
        rule("year", rf"(?<![\d.,])(?P<n>\d\d)(?=年(?:\d{{1,2}}月|{_SEASON}))", _digits),
        rule("year", r"(?<![\d.,])(?P<n>(?:19|20)\d\d)(?=[届级款版](?!以))", _digits),
        rule(
            "year",
            r"(?<!\d)(?P<n>(?:[5-9][05]|0[05])(?=后的)|\d[05])"
            r"(?=后(?!天|来|面|卫|期|续|又|，|,|的?时候))",
            _digits,
        ),
    )


def _digits(match: re.Match[str]) -> str:
    return digits(match["n"] if "n" in match.re.groupindex else match[0])


def _decade(match: re.Match[str]) -> str:
    """1980s are the eighties of the twentieth century; 1900s have no name of their own."""
    century, decade = int(match[0][:2]) + 1, match[0][2:4]
    if decade == "00":
        return f"{digits(match[0][:4])}年代"
    return f"{cardinal(str(century))}世纪{cardinal(decade)}年代"


def _year(match: re.Match[str]) -> str | None:
    """A year by its figures, unless the words around tell that so many years passed."""
    year, text = match["n"], match.string
    before = text[max(0, match.start() - _REACH) : match.start()]
    if _SINCE.search(before):
        return None
    if year[0] == "0":
        return digits(year)
    if year == "1000" or (year.endswith("0") and _LONG.match(text, match.end())):
        return None
    if year.endswith("00") and (_PASSED.search(before) or _PASSING.match(text, match.end())):
        return None
    if (year < "1500" or year.endswith("00")) and _AGO.match(text, match.end()):
        return None
    return digits(year)


def _month_and_day(month: str, day: str, ending: str) -> str | None:
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return None
    return f"{cardinal(month)}月{cardinal(day)}{ending}"


def _month(match: re.Match[str]) -> str:
    return f"{digits(match['year'])}年{cardinal(match['month'])}月"


def _years(match: re.Match[str]) -> str:
    return f"{digits(match['a'])}到{digits(match['b'])}"


def _anniversary(match: re.Match[str]) -> str:
    """5·12 is named by its figures: 五一二."""
    return digits(re.sub(r"\D", "", match[0]))


def _era(match: re.Match[str]) -> str:
    return f"{_ERA[match['era'][0].lower()]}{digits(match['year'])}年"
