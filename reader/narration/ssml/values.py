"""The numbers and keywords of SSML, as the figures of a delivery.

Every function gives None for what is no such value. Numbers in words are those of one table,
in figures as the recommendation has them; the forms of SSML 1.0 are understood as well. What
is beyond a voice is brought back later, when all that is nested has been put together.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from types import MappingProxyType

RATES = MappingProxyType(
    {"x-slow": 0.5, "slow": 0.75, "medium": 1.0, "default": 1.0, "fast": 1.25, "x-fast": 1.6}
)
PITCHES = MappingProxyType(
    {"x-low": -4.0, "low": -2.0, "medium": 0.0, "default": 0.0, "high": 2.0, "x-high": 4.0}
)
VOLUMES = MappingProxyType(
    {
        "silent": -math.inf,
        "x-soft": -12.0,
        "soft": -6.0,
        "medium": 0.0,
        "default": 0.0,
        "loud": 4.0,
        "x-loud": 8.0,
    }
)
BREAKS = MappingProxyType(
    {"none": 0, "x-weak": 100, "weak": 200, "medium": 400, "strong": 700, "x-strong": 1200}
)
"""Milliseconds of silence."""

LEAST_LEVEL, MOST_LEVEL = 0.01, 2.0
"""Between these lies how much of a style or an emphasis may be meant."""

_NUMBER = r"(\d{1,20}(?:\.\d{1,30})?|\.\d{1,30})"
_RATE = re.compile(rf"([+-]?){_NUMBER}(%?)")
_PITCH = re.compile(rf"([+-]?){_NUMBER}(st|%|hz)", re.IGNORECASE)
_DECIBELS = re.compile(rf"([+-]?){_NUMBER}db", re.IGNORECASE)
_TIME = re.compile(rf"\+?{_NUMBER}(ms|s)")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8}){0,8}")

_DECIMALS = 6
_LEAST_RATE, _MOST_RATE = 0.01, 100.0
_MOST_SEMITONES = 120.0
_MOST_DECIBELS = 200.0


def rate(value: str) -> float | None:
    """A keyword, ``80%`` of normal, ``+20%`` more, or ``1.2`` times."""
    if value in RATES:
        return RATES[value]
    found = _RATE.fullmatch(value)
    if found is None or (found[1] and not found[3]):
        return None
    number = Decimal(found[2]) / 100 if found[3] else Decimal(found[2])
    if found[1]:
        number = 1 + number if found[1] == "+" else 1 - number
    return rounded(float(number)) if _LEAST_RATE <= number <= _MOST_RATE else None


def pitch(value: str, median_hz: float | None) -> float | None:
    """Semitones from a keyword, ``+2st``, ``+10%``, ``-20Hz`` or ``200Hz``.

    Hertz are told from the `median_hz` of the voice; NaN where that is not known.
    """
    if value in PITCHES:
        return PITCHES[value]
    found = _PITCH.fullmatch(value)
    if found is None:
        return None
    sign, number, unit = found[1], float(found[1] + found[2]), found[3].lower()
    if unit == "st":
        semitones: float | None = number
    elif unit == "%":
        semitones = _semitones(1 + number / 100) if sign else None
    elif median_hz is None:
        return math.nan
    else:
        semitones = _semitones((median_hz * bool(sign) + number) / median_hz)
    if semitones is None or abs(semitones) > _MOST_SEMITONES:
        return None
    return rounded(semitones)


def _semitones(ratio: float) -> float | None:
    return 12 * math.log2(ratio) if ratio > 0 else None


def volume(value: str) -> float | None:
    """Decibels from a keyword, ``-6dB``, or 0 to 100 as in SSML 1.0, where 100 is normal."""
    if value in VOLUMES:
        return VOLUMES[value]
    found = _DECIBELS.fullmatch(value)
    if found is not None:
        decibels = float(found[1] + found[2])
        return rounded(decibels) if abs(decibels) <= _MOST_DECIBELS else None
    if re.fullmatch(_NUMBER, value) is None or float(value) > 100:
        return None
    return rounded(20 * math.log10(float(value) / 100)) if float(value) > 0.01 else -math.inf


def break_time(value: str) -> int | None:
    """Milliseconds from ``250ms`` or ``1.5s``."""
    found = _TIME.fullmatch(value)
    return None if found is None else round(float(found[1]) * (1 if found[2] == "ms" else 1000))


def level(value: str) -> float | None:
    """How many times as much as usual is meant."""
    if re.fullmatch(_NUMBER, value) is None:
        return None
    return rounded(float(value)) if LEAST_LEVEL <= float(value) <= MOST_LEVEL else None


def language(value: str) -> str | None:
    """A BCP 47 tag, by its form."""
    return value if _LANGUAGE.fullmatch(value) else None


def milliseconds(seconds: float) -> int:
    """`seconds` in whole milliseconds."""
    return round(seconds * 1000)


def rounded(number: float) -> float:
    """`number` as finely as it is written; no ear is finer."""
    return round(number, _DECIMALS)


def written_rate(number: float) -> str:
    """A percentage that :func:`rate` reads as the same, if that can be a rate."""
    return _figures(Decimal(repr(rounded(_within(number, _LEAST_RATE, _MOST_RATE)))) * 100) + "%"


def written_pitch(semitones: float) -> str:
    """Semitones that :func:`pitch` reads as the same."""
    return f"{_signed(_within(semitones, -_MOST_SEMITONES, _MOST_SEMITONES))}st"


def written_volume(decibels: float) -> str:
    """Decibels that :func:`volume` reads as the same."""
    if decibels == VOLUMES["silent"]:
        return "silent"
    return f"{_signed(_within(decibels, -_MOST_DECIBELS, _MOST_DECIBELS))}dB"


def written_level(number: float) -> str:
    """A number that :func:`level` reads as the same, if it allows it."""
    return _figures(Decimal(repr(rounded(_within(number, LEAST_LEVEL, MOST_LEVEL)))))


def _within(number: float, least: float, most: float) -> float:
    return min(max(number, least), most)


def _signed(number: float) -> str:
    return ("-" if number < 0 else "+") + _figures(Decimal(repr(abs(rounded(number)))))


def _figures(number: Decimal) -> str:
    digits = format(number, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
