"""Whether one voice makes fewer errors than another on the same sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

_DRAWS = 10_000
_SEED = 20_261_125


@dataclass(frozen=True, kw_only=True)
class Difference:
    """Errors a hundred syllables of the first less those of the second.

    `low` and `high` hold it in 95 of 100 draws of sentences (percentile bootstrap);
    `better` and `worse` count the sentences in which the first made fewer and more errors.
    """

    points: float
    low: float
    high: float
    better: int
    worse: int

    def __str__(self) -> str:
        return (
            f"{self.low:+.2f} to {self.high:+.2f} in 95 of 100 draws of sentences; "
            f"fewer errors in {self.better}, more in {self.worse}"
        )


def difference(first: Sequence[int], second: Sequence[int], syllables: Sequence[int]) -> Difference:
    """Compare errors sentence by sentence; `syllables` counts what each sentence has."""
    one, other, size = np.array(first), np.array(second), np.array(syllables)
    drawn = np.random.default_rng(_SEED).integers(0, len(size), (_DRAWS, len(size)))
    points = 100 * (one - other)[drawn].sum(axis=1) / size[drawn].sum(axis=1)
    low, high = np.percentile(points, (2.5, 97.5))
    return Difference(
        points=float(100 * (one - other).sum() / size.sum()),
        low=float(low),
        high=float(high),
        better=int((one < other).sum()),
        worse=int((one > other).sum()),
    )
