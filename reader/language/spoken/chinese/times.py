"""Times of day in Chinese."""

from __future__ import annotations

import re

from reader.language.spoken.chinese.numbers import cardinal, digits
from reader.language.spoken.chinese.patterns import TO
from reader.language.spoken.chinese.relations import is_ratio
from reader.language.spoken.rules import Rule, fixed, rule
from reader.language.spoken.style import SpokenStyle

_SCRIPTURE = (
    "福音|诗篇|箴言|创世[记纪]|出埃及记|申命记|启示录|传道书|雅歌|以赛亚书|使徒行传|罗马书|[前后]书"
)
"""Books of the Bible, whose chapters and verses have a colon between."""

_LASTING = re.compile("(?:用时|耗时|历时|时长|成绩|马拉松|全程)[为是：:]?\\s?$")
_CLOCK = r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?![\d:：])"


def rules(_style: SpokenStyle) -> tuple[Rule, ...]:
    """A clock's hours, minutes and seconds; a range of times."""
    return (
        rule(
            "verse",
            rf"(?:{_SCRIPTURE})(?P<n>(?P<chapter>\d{{1,3}})[:：](?P<verse>\d{{1,3}})"
            r"(?:[-–—](?P<last>\d{1,3}))?)(?![\d:：])",
            _verse,
        ),
        rule(
            "time",
            r"(?<![\d:：.])(?P<hour>\d{1,2})[:：](?P<minute>\d{2})(?:[:：](?P<second>\d{2})(?:\.\d+)?)?"
            r"(?![\d:：])(?:\s?(?P<half>[aApP]\.?[mM]\b\.?))?",
            _time,
        ),
        rule("time", r"(?<![\d:.])(?P<hour>\d{1,2})\s?(?P<half>[aApP]\.?[mM]\b\.?)", _hour),
        rule("range", rf"(?:(?<=[\dmM])|(?<=[mM]\.)){TO}(?={_CLOCK})", fixed("到")),
        rule(
            "duration",
            r"(?<!\d)(?P<minute>\d{1,3})[′'](?P<second>\d{2})(?:[″\"]|'')",
            _minutes_and_seconds,
        ),
        rule(
            "duration",
            r"(?<!\d)(?P<minute>\d{1,2})″(?P<second>\d{1,2})(?!\d)",
            lambda match: f"{cardinal(match['minute'])}秒{digits(match['second'])}",
        ),
        rule("duration", r"(?<![\d°])\d{1,3}(?P<n>′)(?!\s?\d)", fixed("分")),
        rule(
            "duration",
            r"(?<=\d秒)(?P<n>\d{2})(?![\d.]|[次个名人])",
            lambda match: digits(match["n"]),
        ),
        rule("duration", r"(?<![\d.])(?P<n>2)h(?=\d{1,2}m)", fixed("两")),
        rule("duration", r"(?<=\d)h(?=\d{1,2}m)", fixed("小时")),
        rule("duration", r"(?<=\dh)\d{1,2}m(?:in)?(?![A-Za-z])", _minutes),
        rule(
            "time", r"(?<![\d.])(?P<n>2)(?=点(?:整|半|钟|多|前|后|左右|\d|$|[，。、]))", fixed("两")
        ),
        rule("time", r"(?<=点)(?P<n>0\d)(?=分)", lambda match: _two_digits(match["n"])),
    )


def _time(match: re.Match[str]) -> str | None:
    hour, minute, second = match["hour"], match["minute"], match["second"]
    if int(hour) > 24 or int(minute) > 59 or int(second or 0) > 59:
        return None
    if not match["half"] and not second and is_ratio(match):
        return None
    if second and _LASTING.search(match.string[max(0, match.start() - 6) : match.start()]):
        return f"{_hours(hour)}小时{_minutes_and_seconds(match)}"
    said = _half_of_day(match) + _hours(hour) + "点"
    if int(minute) or second:
        said += _two_digits(minute) + "分"
    return said + (_two_digits(second) + "秒" if second else "")


def _hour(match: re.Match[str]) -> str | None:
    return f"{_half_of_day(match)}{_hours(match['hour'])}点" if int(match["hour"]) <= 12 else None


def _half_of_day(match: re.Match[str]) -> str:
    """上午 or 下午 for a.m. and p.m., unless the text or the hour says it already."""
    half = match["half"]
    if (
        not half
        or int(match["hour"]) > 12
        or re.search(
            r"[上下中]午|凌晨|早上|晚上|傍晚",
            match.string[max(0, match.start() - 6) : match.start()],
        )
    ):
        return ""
    return "下午" if half[0] in "pP" else "上午"


def _hours(hour: str) -> str:
    return "两" if int(hour) == 2 else cardinal(hour)


def _two_digits(number: str) -> str:
    """Minutes and seconds: 05 is 零五, 00 零."""
    return ("零" if number[0] == "0" and int(number) else "") + cardinal(number)


def _minutes(match: re.Match[str]) -> str:
    return cardinal(re.sub(r"\D", "", match[0])) + "分钟"


def _verse(match: re.Match[str]) -> str:
    last = "到" + cardinal(match["last"]) if match["last"] else ""
    return f"{cardinal(match['chapter'])}章{cardinal(match['verse'])}{last}节"


def _minutes_and_seconds(match: re.Match[str]) -> str:
    return f"{cardinal(match['minute'])}分{_two_digits(match['second'])}秒"
