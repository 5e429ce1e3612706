"""Figures: what was measured, what it must be, and how that is shown."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Figure:
    """What was measured: `runs` in `unit`, none if it could not be (`note` says why).

    The median of the runs must not pass `must` and should not pass `goal`: upwards, or
    downwards where `more_is_better`. A figure without `must` is only reported.
    """

    name: str
    unit: str
    runs: tuple[float, ...] = ()
    must: float | None = None
    goal: float | None = None
    more_is_better: bool = False
    note: str = ""

    @property
    def value(self) -> float | None:
        """The middle of the runs; None if one of them is not a number."""
        return median(self.runs) if self.runs and all(map(math.isfinite, self.runs)) else None

    @property
    def missed(self) -> bool:
        """Whether it was measured and is not what it must be."""
        return not self._reaches(self.must)

    @property
    def verdict(self) -> str:
        """A word for the table."""
        if self.value is None:
            return "not measured"
        if self.missed:
            return "MISSED"
        if self.must is None and self.goal is None:
            return ""
        return "goal" if self.goal is not None and self._reaches(self.goal) else "met"

    def _reaches(self, limit: float | None) -> bool:
        if limit is None or self.value is None:
            return True
        return self.value >= limit if self.more_is_better else self.value <= limit

    def as_json(self) -> dict[str, Any]:
        """Everything, for a machine."""
        return {
            "name": self.name,
            "unit": self.unit,
            "median": self.value,
            "runs": [run if math.isfinite(run) else None for run in self.runs],
            "must": self.must,
            "goal": self.goal,
            "more_is_better": self.more_is_better,
            "verdict": self.verdict,
            "note": self.note,
        }


def table(figures: Sequence[Figure]) -> str:
    """Everything, for people; why something was not measured stands below."""
    width = max((len(_title(each)) for each in figures), default=0)
    reasons: list[str] = []
    lines = [f"{'':{width}}{'median':>10}{'least':>10}{'most':>10}{'must':>8}{'goal':>8}"]
    for each in figures:
        numbers = (each.value, min(each.runs, default=None), max(each.runs, default=None))
        cells = "".join(f"{_number(number):>10}" for number in numbers)
        limits = "".join(f"{_number(limit):>8}" for limit in (each.must, each.goal))
        note = each.note
        if each.value is None and note:
            if note not in reasons:
                reasons.append(note)
            note = f"({reasons.index(note) + 1})"
        lines.append(f"{_title(each):{width}}{cells}{limits}  {each.verdict}  {note}".rstrip())
    return "\n".join([*lines, *(f"({at}) {why}" for at, why in enumerate(reasons, start=1))])


def _title(figure: Figure) -> str:
    return f"{figure.name}, {figure.unit}" if figure.unit else figure.name


def _number(value: float | None) -> str:
    """Three or four figures that count."""
    if value is None or not math.isfinite(value):
        return "–"
    if value == 0 or abs(value) >= 1000:
        return f"{value:.0f}"
    return f"{value:.{max(0, min(4, 2 - math.floor(math.log10(abs(value)))))}f}"
