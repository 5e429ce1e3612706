"""How speeches follow one another: the chances of every speaker, a row of speeches at once.

A conditional random field: the features of a person as the speaker of a speech, and whether
the speech has the speaker of the one before it or of the one before that, each weigh
something; forward and backward sums give the chance of every person for every speech.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reader.dialogue.chinese.roster import Person
from reader.dialogue.chinese.scene import Speech

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_BREAK = 12
"""After so many sentences of narration nobody waits for an answer any more."""


def same_feature(previous: Speech, speech: Speech) -> str:
    """The feature of a speech that has the same speaker as the one before it, `previous`."""
    if speech.quotation.continues:
        return "same continues"
    if speech.interrupted:
        return "same interrupted"
    lead = speech.lead
    if lead and lead.opening is None and not lead.pronoun:
        return f"same subjectless {lead.turn} {min(speech.narration, 2)}"
    if speech.same_block and speech.narration and not lead:
        return f"same paragraph {min(speech.narration, 3)}"
    asked = " asked" if previous.asks and speech.narration < 2 else ""
    return f"same {'announced' if lead else 'bare'} {min(speech.narration, 3)}{asked}"


def again_feature(previous: Speech, speech: Speech) -> str:
    """The feature of a speech that has the same speaker as the one before the last."""
    return f"again {min(previous.narration, 1)}{min(speech.narration, 1)}"


def score(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """What the features weigh together."""
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


def chances(
    speeches: Sequence[Speech],
    persons: Sequence[Sequence[Person]],
    scores: Sequence[Sequence[float]],
    weights: Mapping[str, float],
) -> list[list[float]]:
    """The chance of each of `persons` of each speech, in the order given; sums are 1.

    Every speech has at least one person.
    """
    found: list[list[float]] = []
    first = 0
    for index in range(1, len(speeches) + 1):
        if index == len(speeches) or speeches[index].narration > _BREAK:
            part = slice(first, index)
            found.extend(_row(speeches[part], persons[part], scores[part], weights))
            first = index
    return found


def _row(
    speeches: Sequence[Speech],
    persons: Sequence[Sequence[Person]],
    scores: Sequence[Sequence[float]],
    weights: Mapping[str, float],
) -> list[list[float]]:
    import numpy as np

    potentials = [np.exp(np.array(each) - max(each)) for each in scores]
    if len(speeches) == 1:
        return [(potentials[0] / potentials[0].sum()).tolist()]
    numbers = [np.array([id(each) for each in row]) for row in persons]
    same = [potentials[0][:, None]]
    again = []
    for index in range(1, len(speeches)):
        weight = weights.get(same_feature(speeches[index - 1], speeches[index]), 0.0)
        equal = numbers[index - 1][:, None] == numbers[index][None, :]
        same.append(np.exp(equal * weight) * potentials[index][None, :])
        if index > 1:
            weight = weights.get(again_feature(speeches[index - 1], speeches[index]), 0.0)
            equal = numbers[index - 2][:, None] == numbers[index][None, :]
            again.append(np.exp(equal * weight))
    return _sums(same, again)


def _sums(same: list[Array], again: list[Array]) -> list[list[float]]:
    """Forward and backward sums over pairs of neighbours; `again` begins at the third speech."""
    import numpy as np

    count = len(same)
    forward = [same[0] * same[1]]
    for index in range(2, count):
        row = np.einsum("ab,ac->bc", forward[-1], again[index - 2]) * same[index]
        forward.append(row / row.sum())
    backward = np.ones_like(forward[-1])
    chance: list[list[float]] = []
    for index in range(count - 1, 0, -1):
        both = forward[index - 1] * backward
        chance.append((both.sum(0) / both.sum()).tolist())
        if index == 1:
            chance.append((both.sum(1) / both.sum()).tolist())
            break
        ahead = same[index] * backward
        backward = np.einsum("ac,bc->ab", again[index - 2], ahead)
        backward = backward / backward.max()
    return chance[::-1]
