"""Times of day and lengths of time."""

from __future__ import annotations

import re

from reader.language.spoken.english.endings import SENTENCE_AHEAD
from reader.language.spoken.english.numbers import cardinal, decimal
from reader.language.spoken.rules import Rule, fixed, only_with, rule
from reader.language.spoken.style import SpokenStyle

HALF = r"(?:[aA]\.?[mM]\b|[pP]\.?[mM]\b)\.?"
_ZONE = r"(?: ?(?P<zone>(?i:[ecmp]\.[sd]\.t\b\.?|(?:[ecmp][sd]t|gmt|utc|bst|cet)\b)))?"
_DASH = r" ?[-–—] ?"
_NEEDED = r":|\d ?[aApPhHmM]|\.\d|noon|hours|[mM]\.? ?[-–—]"
"""What every time of day or length of time has some of."""


def rules(_style: SpokenStyle) -> tuple[Rule, ...]:
    """What is said for times."""
    return only_with(
        _NEEDED,
        (
            rule(
                "time",
                r"(?<![\w:.])(?P<hour>\d{1,2}):(?P<minute>[0-5]\d):(?P<second>[0-5]\d)"
                r"(?:\.(?P<part>\d+))?"
                rf"(?![\d:])(?: ?(?P<half>{HALF}))?{_ZONE}",
                _with_seconds,
            ),
            rule(
                "time",
                rf"(?<![\w:.])(?P<hour>\d{{1,2}}):(?P<minute>[0-5]\d)(?![\d:]|[.,]\d)"
                rf"(?: ?(?P<half>{HALF}))?{_ZONE}",
                _time,
            ),
            rule(
                "time",
                r"(?<![\w:.])(\d{1,2}):([0-5]\d\.\d{1,3})(?![\w:]|\.\d)",
                lambda m: f"{cardinal(m[1])} {decimal(m[2])}",
            ),
            rule(
                "time",
                rf"(?<![\w:.])(?P<hour>\d{{1,2}})[.](?P<minute>[0-5]\d) ?(?P<half>{HALF}){_ZONE}",
                _time,
            ),
            rule("time", rf"(?<![\w:.])(?P<hour>\d{{1,2}}) ?(?P<half>{HALF}){_ZONE}", _hour),
            rule(
                "time",
                rf"(?<![\w:.])\d{{1,2}}(?={_DASH}\d{{1,2}}(?:[:.]\d\d)? ?{HALF})",
                _bare_hour,
            ),
            rule("time", rf"(?<=\d){_DASH}(?=\d{{1,2}}(?::\d\d(?![\d:])| ?{HALF}))", fixed(" to ")),
            rule("time", r"(?<=noon)[-–](?=\d)", fixed(" to ")),
            rule(
                "time",
                r"(?<![\w.])(?:(?P<hour>\d{1,3}) ?h(?:rs?)? ?)?(?P<minute>\d{1,3}) ?m(?:ins?)? ?"
                r"(?:(?P<second>\d{1,2}) ?s(?:ecs?)?)?(?!\w)",
                _length,
            ),
            rule("time", rf"(?<=[mM]\.){_DASH}(?=\d)|(?<=[apAP][mM]){_DASH}(?=\d)", fixed(" to ")),
            rule(
                "time",
                r"(?<![\w.])(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?= hours\b)",
                _military,
            ),
        ),
    )


def _time(match: re.Match[str]) -> str | None:
    hour, minute = match["hour"], match["minute"]
    if int(hour) > 24:
        return None
    after = _half_and_zone(match)
    if minute == "00":
        if match["half"]:
            return cardinal(hour) + after
        if int(hour) in (0, 24):
            return "midnight" + after
        return cardinal(hour) + (" o'clock" if int(hour) <= 12 else " hundred") + after
    return f"{cardinal(hour)} {_minutes(minute)}{after}"


def _minutes(minute: str) -> str:
    return f"oh {cardinal(minute)}" if minute[0] == "0" else cardinal(minute)


def _with_seconds(match: re.Match[str]) -> str | None:
    parts = [
        f"{cardinal(match[name])} {name}" + ("" if int(match[name]) == 1 else "s")
        for name in ("hour", "minute", "second")
    ]
    if match["part"]:
        return None
    return f"{parts[0]} {parts[1]} and {parts[2]}{_half_and_zone(match)}"


def _length(match: re.Match[str]) -> str | None:
    """1h30m; 5m alone is a distance."""
    if not (match["hour"] or match["second"]):
        return None
    return " ".join(
        f"{cardinal(match[name])} {name}" + ("" if int(match[name]) == 1 else "s")
        for name in ("hour", "minute", "second")
        if match[name]
    )


def _hour(match: re.Match[str]) -> str | None:
    if not 1 <= int(match["hour"]) <= 24:
        return None
    return cardinal(match["hour"]) + _half_and_zone(match)


def _bare_hour(match: re.Match[str]) -> str | None:
    return cardinal(match[0]) if 1 <= int(match[0]) <= 12 else None


def _military(match: re.Match[str]) -> str:
    hour, minute = match["hour"], match["minute"]
    first = f"oh {cardinal(hour)}" if hour[0] == "0" else cardinal(hour)
    return f"{first} hundred" if minute == "00" else f"{first} {_minutes(minute)}"


def _half_and_zone(match: re.Match[str]) -> str:
    said = "".join(
        " " + match[name].replace(".", "").upper() for name in ("half", "zone") if match[name]
    )
    return said + ("." if said and _ends_sentence(match) else "")


def _ends_sentence(match: re.Match[str]) -> bool:
    """Whether the full stop of p.m. is that of the sentence too."""
    return match[0].endswith(".") and (SENTENCE_AHEAD.match(match.string, match.end()) is not None)
