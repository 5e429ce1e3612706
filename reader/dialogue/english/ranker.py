"""What each clue is worth, learned from novels: see ``training/speakers/english``."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import lru_cache

from reader import paths
from reader.dialogue.english.clues import Clues

File = Mapping[str, object]


class Ranker:
    """Weighs the clues for the candidates of a chapter's speeches.

    `weights` are by clue; `calibration` are pairs of a chance as the weights have it and the
    share of such that were right in novels not learned from, both rising.
    """

    def __init__(
        self, weights: Mapping[str, float], calibration: Sequence[tuple[float, float]] = ()
    ) -> None:
        self._weights = weights
        self._calibration = tuple(calibration) or ((0.0, 0.0), (1.0, 1.0))

    def chances(self, clues: Sequence[Clues]) -> list[tuple[float, ...]]:
        """For every speech the chance of each of its candidates, not yet calibrated."""
        import numpy as np

        from reader.dialogue.english.chain import Link, weigh

        links = [
            Link(
                who=np.array(each.candidates),
                scores=np.array([self._worth(one) for one in each.clues]),
                turns=np.array([self._worth(one) for one in each.turns]),
            )
            for each in clues
        ]
        return [tuple(map(float, found)) for found in weigh(links).chances]

    def confidence(self, chance: float) -> float:
        """How often somebody of that chance is right."""
        table = self._calibration
        place = min(max(1, bisect_left(table, (chance, -1.0))), len(table) - 1)
        (low, least), (high, most) = table[place - 1], table[place]
        part = (chance - low) / (high - low) if high > low else 1.0
        return least + min(max(part, 0.0), 1.0) * (most - least)

    def _worth(self, clues: Sequence[str]) -> float:
        return sum(self._weights.get(clue, 0.0) for clue in clues)


@lru_cache(maxsize=1)
def shipped() -> Ranker:
    """The ranker that comes with the product."""
    file = paths.resources_folder() / "speakers" / "english.json"
    table = json.loads(file.read_text("utf-8"))
    return Ranker(table["weights"], [tuple(pair) for pair in table["calibration"]])
