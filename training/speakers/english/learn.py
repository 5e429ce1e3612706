"""Fits the weights of :class:`reader.dialogue.english.ranker.Ranker`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from reader.dialogue.english.chain import Link, weigh
from reader.dialogue.english.clues import NOBODY, Clues

Array = Any
RARE = 4
"""A clue that is seen less often is not learned."""


@dataclass(frozen=True, kw_only=True)
class Example:
    """A chapter: the clues of its speeches, and the number of the candidate that is right
    (None where that is not known).
    """

    clues: list[Clues]
    right: list[int | None]


def example(clues: list[Clues], speakers: Sequence[int | None]) -> Example:
    """The chapter with `speakers`, numbers of characters; who is no candidate is nobody."""
    right: list[int | None] = []
    for each, speaker in zip(clues, speakers, strict=True):
        known = speaker if speaker in each.candidates else NOBODY
        right.append(None if speaker is None else each.candidates.index(known))
    return Example(clues=clues, right=right)


class Learner:
    """Maximum likelihood of the right speakers, by stochastic gradient with Adam."""

    def __init__(self, examples: Sequence[Example], *, decay: float = 3e-3) -> None:
        counts: Counter[str] = Counter()
        for each in examples:
            for speech in each.clues:
                counts.update(clue for one in (*speech.clues, *speech.turns) for clue in set(one))
        self._index = {
            clue: number
            for number, clue in enumerate(sorted(c for c, seen in counts.items() if seen >= RARE))
        }
        self._examples = [self._coded(each) for each in examples if each.clues]
        self._decay = decay
        self.weights = np.zeros(len(self._index))

    def _coded(self, each: Example) -> list[tuple[Array, list[Array], list[Array], int | None]]:
        def code(clues: Sequence[str]) -> Array:
            return np.array([self._index[c] for c in clues if c in self._index], np.intp)

        return [
            (
                np.array(speech.candidates),
                [code(one) for one in speech.clues],
                [code(one) for one in speech.turns],
                right,
            )
            for speech, right in zip(each.clues, each.right, strict=True)
        ]

    def fit(self, rounds: int, seed: int = 1, rate: float = 0.05) -> dict[str, float]:
        """The weights after so many rounds."""
        random = np.random.default_rng(seed)
        mean, square, step = np.zeros_like(self.weights), np.zeros_like(self.weights), 0
        total = rounds * len(self._examples)
        for _ in range(rounds):
            for number in random.permutation(len(self._examples)):
                gradient = self._gradient(self._examples[number])
                gradient -= self._decay * self.weights
                step += 1
                mean = 0.9 * mean + 0.1 * gradient
                square = 0.99 * square + 0.01 * gradient**2
                scaled = (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-6)
                self.weights += rate * (1 - step / (total + 1)) * scaled
        return {clue: float(self.weights[at]) for clue, at in self._index.items()}

    def _gradient(self, coded: list[tuple[Array, list[Array], list[Array], int | None]]) -> Array:
        """Of the mean log likelihood: clues of the right ones less those expected."""
        links = [
            Link(
                who=who,
                scores=np.array([self.weights[one].sum() for one in clues]),
                turns=np.array([self.weights[one].sum() for one in turns]),
            )
            for who, clues, turns, _ in coded
        ]
        free = weigh(links)
        held = weigh(
            [
                link if right is None else _only(link, right)
                for link, (*_, right) in zip(links, coded, strict=True)
            ]
        )
        gradient = np.zeros_like(self.weights)
        for number, (_, clues, turns, right) in enumerate(coded):
            true = held.chances[number]
            if right is not None:
                true = np.zeros(len(clues))
                true[right] = 1.0
            for one, change in zip(clues, true - free.chances[number], strict=True):
                np.add.at(gradient, one, change)
            for one, change in zip(turns, held.turns[number] - free.turns[number], strict=True):
                np.add.at(gradient, one, change)
        return gradient / len(coded) ** 0.5


def _only(link: Link, right: int) -> Link:
    return Link(who=link.who[[right]], scores=link.scores[[right]], turns=link.turns)


def calibration(chances: Sequence[float], right: Sequence[bool]) -> list[tuple[float, float]]:
    """Rising steps of (chance, share that is right), by pooling adjacent violators."""
    order = np.argsort(np.asarray(chances), kind="stable")
    size = max(25, len(order) // 24)
    groups = [order[at : at + size] for at in range(0, len(order), size)]
    pools: list[list[float]] = []
    for group in groups:
        told = np.asarray(chances)[group]
        pools.append([float(told.mean()), float(np.asarray(right)[group].mean()), len(group)])
        while len(pools) > 1 and pools[-2][1] >= pools[-1][1]:
            last, before = pools.pop(), pools.pop()
            weight = last[2] + before[2]
            pools.append(
                [(last[k] * last[2] + before[k] * before[2]) / weight for k in (0, 1)] + [weight]
            )
    return [(0.0, 0.0), *((round(a, 4), round(b, 4)) for a, b, _ in pools), (1.0, 1.0)]
