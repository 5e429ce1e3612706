"""Names of months and days of the week, and how they are shortened."""

from __future__ import annotations

from reader.language.wordlists import in_order

NAMES = in_order(
    "January February March April May June July August September October November December"
)
_SHORT = {name[:3].lower(): name for name in NAMES} | {"sept": "September"}
_LONG = {name.lower(): name for name in NAMES}

MONTH = (
    r"(?:(?=[JFMASONDjfasond])(?i:january|february|april|june|july|august|september|october|"
    r"november|december)|"
    r"M(?:arch|ARCH|ay|AY)\b|"
    r"(?=[JFMASONDjfasond])(?:(?i:sept|jan|feb|apr|jun|jul|aug|sep|oct|nov|dec)|M(?:ar|AR))\b\.?)"
)
"""A regular expression for a month, short or long; march and may with a small letter are words."""

WEEKDAYS = {
    "Mon": "Monday",
    "Tue": "Tuesday",
    "Tues": "Tuesday",
    "Wed": "Wednesday",
    "Thu": "Thursday",
    "Thur": "Thursday",
    "Thurs": "Thursday",
    "Fri": "Friday",
    "Sat": "Saturday",
    "Sun": "Sunday",
}


def month(written: str) -> str:
    """The full name of a month; written out already, it stays as it is."""
    key = written.rstrip(".").lower()
    return written if key in _LONG else _SHORT[key]
