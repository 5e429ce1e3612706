"""Which of several right ways to say something the listener prefers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

CHOICES: dict[str, tuple[str, ...]] = {
    "one": ("yao", "yi"),
    "negative": ("below", "minus"),
    "day": ("ri", "hao"),
    "percent": ("each", "once"),
    "slash_date": ("month-first", "day-first"),
    "hundreds": ("plain", "and"),
    "english_date": ("month-first", "day-first"),
    "zero": ("zero", "oh"),
    "english_minus": ("minus", "negative"),
}
"""The values of every field of :class:`SpokenStyle`, its default first."""


@dataclass(frozen=True, kw_only=True)
class SpokenStyle:
    """How numbers are said where usage differs.

    `one` in Chinese telephone, room and train numbers is 幺 (``yao``) or 一 (``yi``);
    `negative` temperatures in Chinese are 零下十度 (``below``) or 负十度 (``minus``); the
    `day` of a Chinese date that is written in digits alone is 日 (``ri``) or 号 (``hao``).
    In 30%-50% Chinese says 百分之 before `each` number or `once`.
    `slash_date` tells what comes first in an English 03/04/2021; `hundreds` whether English
    says ``one hundred and five`` (``and``) or ``one hundred five`` (``plain``).
    `english_date` tells whether the name of the month comes first (``January fifth``) or the
    day (``the fifth of January``) where January 5 or 2012-01-05 is written; `zero` how
    English says it among digits, in decimals and ZIP codes; `english_minus` whether -5 is
    ``minus five`` or ``negative five`` (temperatures are always minus).
    """

    one: str = "yao"
    negative: str = "below"
    day: str = "ri"
    percent: str = "each"
    slash_date: str = "month-first"
    hundreds: str = "plain"
    english_date: str = "month-first"
    zero: str = "zero"
    english_minus: str = "minus"

    @classmethod
    def of(cls, choices: Mapping[str, str]) -> SpokenStyle:
        """The style with these choices; what is unknown counts as not chosen."""
        known = {name: value for name, value in choices.items() if value in CHOICES.get(name, ())}
        return cls(**known)
