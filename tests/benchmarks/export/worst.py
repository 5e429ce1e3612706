"""Of several files, the one that is worst in something: that one must be good enough."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.benchmarks.speech.figures import Figure


@dataclass
class _Found:
    unit: str
    must: float
    values: list[tuple[float, str]] = field(default_factory=list)


class Worst:
    """Gathers measurements by what they are of, and tells the highest of each."""

    def __init__(self, name: str) -> None:
        """`name` stands before that of every figure."""
        self._name = name
        self._found: dict[str, _Found] = {}

    def add(self, what: str, unit: str, must: float, value: float, note: str) -> None:
        """A measurement that must not be above `must`; `note` tells where it was made."""
        self._found.setdefault(what, _Found(unit, must)).values.append((float(value), note))

    def figures(self) -> Iterator[Figure]:
        """One for each thing measured, in the order in which they were."""
        for what, found in self._found.items():
            value, note = max(found.values, key=lambda each: each[0])
            missed = [each for _, each in sorted(found.values, reverse=True)]
            missed = missed[: sum(each > found.must for each, _ in found.values)]
            yield Figure(
                name=f"{self._name}, {what}",
                unit=found.unit,
                runs=(value,),
                must=found.must,
                note=f"the worst of {len(found.values)}: {'; '.join(missed) or note}",
            )
