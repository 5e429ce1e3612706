"""Who the narration is about at each point: whom a pronoun stands for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from reader.dialogue.english.mentions import Kind, Mention, Part
from reader.dialogue.english.scene import Scene

_GAINS = {Part.SUBJECT: 3.0, Part.OTHER: 1.5, Part.OWNER: 1.0, Part.OBJECT: 1.0}
_PRONOUN_GAIN = 1.0
_FADING = 0.97
"""What is left of the weight after each mention of anybody."""
_LEAST = 0.05


class Salience:
    """The weight of everybody in the narration of a chapter, mention by mention.

    Every mention adds to the weight of whom it names; a pronoun adds to the heaviest whom it
    fits, so that somebody stays in view who is only called “she” for a while.
    """

    def __init__(self, scene: Scene, genders: Sequence[str]) -> None:
        self._firsts: list[int] = []
        self._weights: list[dict[int, float]] = []
        weights: dict[int, float] = {}
        for each in scene.told:
            if not each.who and each.kind is not Kind.PRONOUN:
                continue
            weights = {who: weight * _FADING for who, weight in weights.items() if weight > _LEAST}
            self._add(weights, each, genders)
            self._firsts.append(each.first)
            self._weights.append(weights)

    def _add(self, weights: dict[int, float], each: Mention, genders: Sequence[str]) -> None:
        if each.who:
            for who in each.who:
                weights[who] = weights.get(who, 0.0) + _GAINS[each.part] / len(each.who)
            return
        fitting = [who for who in weights if genders[who] in ("", each.gender)]
        if fitting:
            heaviest = max(fitting, key=lambda who: weights[who])
            weights[heaviest] += _PRONOUN_GAIN

    def order(self, word: int, fits: Callable[[int], bool]) -> list[int]:
        """Whom `fits` holds for of those mentioned before `word`, the heaviest first; five."""
        place = bisect_left(self._firsts, word) - 1
        if place < 0:
            return []
        weights = self._weights[place]
        fitting = [who for who in weights if fits(who)]
        return sorted(fitting, key=lambda who: -weights[who])[:5]
