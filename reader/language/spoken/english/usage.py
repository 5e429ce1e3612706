"""What one listener says otherwise than another: hundred and five, oh, negative."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from reader.language.spoken.english.numbers import with_and
from reader.language.spoken.rules import Rule
from reader.language.spoken.style import SpokenStyle

_DIGIT = "zero|one|two|three|four|five|six|seven|eight|nine"
_ROW = re.compile(rf"\b(?:point|{_DIGIT})(?:,? (?:point|{_DIGIT})\b)+(?!-)")
"""Digits one after another, as in decimals, codes and telephone numbers."""

_ZERO = re.compile(r"\bzero\b(?! point)")
_COUNTED_WITH_ZERO = frozenset(("score", "time", "ratio"))
_WITH_A_SIGN = frozenset(("number", "measure", "percent", "money"))

_Change = Callable[[str], str]


def as_preferred(rule: Rule, style: SpokenStyle) -> Rule:
    """`rule`, saying what `style` prefers."""
    changes: list[_Change] = []
    if style.hundreds == "and":
        changes.append(with_and)
    if style.zero == "oh" and rule.kind not in _COUNTED_WITH_ZERO:
        changes.append(_with_oh)
    if style.english_minus == "negative" and rule.kind in _WITH_A_SIGN:
        changes.append(_with_negative)
    return _changed(rule, changes) if changes else rule


def _changed(rule: Rule, changes: list[_Change]) -> Rule:
    def say(match: re.Match[str]) -> str | None:
        said = rule.say(match)
        for change in changes:
            said = None if said is None else change(said)
        return said

    return replace(rule, say=say)


def _with_oh(said: str) -> str:
    """``nine five zero five one`` is nine five oh five one."""
    return _ROW.sub(lambda row: _ZERO.sub("oh", row[0]), said)


def _with_negative(said: str) -> str:
    """``minus twelve`` is negative twelve, but ten degrees below zero stay minus ten."""
    if said.startswith("minus ") and "degree" not in said:
        return "negative " + said.removeprefix("minus ")
    return said
