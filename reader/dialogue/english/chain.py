"""Who speaks in turn: a conditional random field over the speeches of a chapter.

Each speech has candidates with a score each. Two speeches running, and one and the next but
one, have the same speaker or not, which has a score as well. What comes out is the chance of
every candidate when all ways through the chapter are weighed by their scores.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

Array = Any
SAME, RETURN, NEW = range(3)
"""Who spoke last goes on; who spoke before him does again; somebody else speaks."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """A speech in the chain: who may speak, their scores, and those of the three transitions."""

    who: Array
    scores: Array
    turns: Array


@dataclass(frozen=True, kw_only=True, slots=True)
class Weighed:
    """The chance of each candidate of each speech, and of each transition to it; `evidence` is
    the logarithm of the sum over all ways.
    """

    chances: list[Array]
    turns: list[Array]
    evidence: float


def weigh(links: Sequence[Link]) -> Weighed:
    """All chances of a chapter."""
    if not links:
        return Weighed(chances=[], turns=[], evidence=0.0)
    steps = _Steps(links)
    return steps.weighed()


class _Steps:
    """Forward and backward over pairs of speeches; every step is scaled to a sum of one."""

    def __init__(self, links: Sequence[Link]) -> None:
        first = Link(who=np.array([-2]), scores=np.zeros(1), turns=np.zeros(3))
        before = Link(who=np.array([-3]), scores=np.zeros(1), turns=np.zeros(3))
        self._links = [before, first, *links]
        self._own: list[Array] = []
        self._turns: list[Array] = []
        self._offsets = 0.0
        for link in self._links:
            most = float(link.scores.max())
            highest = float(link.turns.max())
            self._offsets += most + highest
            self._own.append(np.exp(link.scores - most))
            self._turns.append(np.exp(link.turns - highest))
        self._same = [
            (one.who[:, None] == two.who[None, :]).astype(float)
            for one, two in zip(self._links, self._links[1:], strict=False)
        ]
        self._back = [
            (one.who[:, None] == two.who[None, :]).astype(float)
            for one, two in zip(self._links, self._links[2:], strict=False)
        ]

    def weighed(self) -> Weighed:
        forward, scale = self._forward()
        chances: list[Array] = []
        turns: list[Array] = []
        backward = np.ones_like(forward[-1])
        for step in range(len(self._links) - 1, 1, -1):
            same, back = self._same[step - 1], self._back[step - 2]
            stay, again, new = self._turns[step]
            onward = self._own[step][None, :] * backward
            before = forward[step - 2]
            straight = before.sum(axis=0)[:, None]
            other = (before.T @ back) * (1 - same)
            by_turn = np.array(
                [
                    (straight * same * stay * onward).sum(),
                    (other * again * onward).sum(),
                    ((straight * (1 - same) - other) * new * onward).sum(),
                ]
            )
            total = by_turn.sum()
            turns.append(by_turn / total)
            both = forward[step - 1] * backward
            chances.append(both.sum(axis=0) / both.sum())
            level = new + same * (stay - new)
            backward = (onward * level).sum(axis=1)[None, :] + (again - new) * (
                back @ (onward * (1 - same)).T
            )
            backward = backward / backward.max()
        return Weighed(
            chances=chances[::-1],
            turns=turns[::-1],
            evidence=float(np.log(forward[-1].sum())) + scale + self._offsets,
        )

    def _forward(self) -> tuple[list[Array], float]:
        """For every step from the second the weights of (speaker before, speaker)."""
        current = np.ones((1, 1))
        found, scale = [current], 0.0
        for step in range(2, len(self._links)):
            same, back = self._same[step - 1], self._back[step - 2]
            stay, again, new = self._turns[step]
            straight = current.sum(axis=0)[:, None] * (new + same * (stay - new))
            other = (current.T @ back) * (1 - same) * (again - new)
            current = np.maximum(straight + other, 0.0) * self._own[step][None, :]
            total = current.sum()
            scale += float(np.log(total))
            current = current / total
            found.append(current)
        return found, scale
