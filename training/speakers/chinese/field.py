"""The conditional random field of :mod:`reader.dialogue.chinese.turns`, over many rows at once.

A row is some speeches, of which one has a speaker that is known; all rows are padded to the
same length and number of persons. The likelihood is that of the known speaker, whoever speaks
the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Whole = NDArray[np.int64]

_NEVER = -1e4


@dataclass(frozen=True)
class Row:
    """Speeches in order: for each the persons (by number), the features of each person, and the
    features of having the speaker of the one before, and of the one before that.

    `known` is the index of the speech whose speaker is known, `gold` the index of that person.
    """

    persons: list[list[int]]
    features: list[list[dict[str, float]]]
    same: list[str]
    again: list[str]
    known: int
    gold: int


@dataclass(frozen=True)
class Batch:
    """All rows as arrays: rows x speeches x persons (x features)."""

    features: Array
    possible: NDArray[np.bool_]
    same_person: Array
    again_person: Array
    same: Whole
    again: Whole
    lengths: Whole
    known: Whole
    gold: Whole


@dataclass(frozen=True)
class Names:
    """The features in the order of their weights, those of persons first."""

    person: list[str]
    same: list[str]
    again: list[str]

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Names:
        """All names that occur."""
        return cls(
            sorted({name for row in rows for each in row.features for one in each for name in one}),
            sorted({name for row in rows for name in row.same[1:]}),
            sorted({name for row in rows for name in row.again[2:]}),
        )

    @property
    def all(self) -> list[str]:
        """All names."""
        return [*self.person, *self.same, *self.again]


def batch_of(rows: Sequence[Row], names: Names) -> Batch:
    """The rows as arrays; features without a name in `names` are left out."""
    length = max(len(row.persons) for row in rows)
    width = max(len(persons) for row in rows for persons in row.persons)
    column = {name: at for at, name in enumerate(names.person)}
    same_at = {name: at for at, name in enumerate(names.same)}
    again_at = {name: at for at, name in enumerate(names.again)}
    shape = (len(rows), length, width)
    batch = Batch(
        features=np.zeros((*shape, len(column))),
        possible=np.zeros(shape, bool),
        same_person=np.zeros((*shape, width)),
        again_person=np.zeros((*shape, width)),
        same=np.full(shape[:2], -1),
        again=np.full(shape[:2], -1),
        lengths=np.array([len(row.persons) for row in rows]),
        known=np.array([row.known for row in rows]),
        gold=np.array([row.gold for row in rows]),
    )
    for number, row in enumerate(rows):
        for at, persons in enumerate(row.persons):
            batch.possible[number, at, : len(persons)] = True
            for place, features in enumerate(row.features[at]):
                for name, value in features.items():
                    if name in column:
                        batch.features[number, at, place, column[name]] = value
            if at > 0:
                batch.same[number, at] = same_at.get(row.same[at], -1)
                _equal(batch.same_person[number, at], row.persons[at - 1], persons)
            if at > 1:
                batch.again[number, at] = again_at.get(row.again[at], -1)
                _equal(batch.again_person[number, at], row.persons[at - 2], persons)
    return batch


def _equal(into: Array, first: Sequence[int], second: Sequence[int]) -> None:
    into[: len(first), : len(second)] = np.equal.outer(first, second)


def sums(
    batch: Batch, names: Names, weights: Array, *, clamped: bool
) -> tuple[Array, Array, Array, Array]:
    """The logarithm of the sum over all speakers, the chance of each person, and the chances
    that a speech has the speaker of the one before and of the one before that.

    `clamped` keeps the known speaker fixed.
    """
    persons, same = len(names.person), len(names.person) + len(names.same)
    unary = np.where(batch.possible, batch.features @ weights[:persons], _NEVER)
    rows, length, width = batch.possible.shape
    if clamped:
        number = np.arange(rows)
        kept = unary[number, batch.known, batch.gold]
        unary[number, batch.known] = _NEVER
        unary[number, batch.known, batch.gold] = kept
    padding = np.full(width, _NEVER)
    padding[0] = 0.0
    inside = np.arange(length)[None] < batch.lengths[:, None]
    unary = np.where(inside[:, :, None], unary, padding)
    one = batch.same_person * _chosen(weights[persons:same], batch.same)
    two = batch.again_person * _chosen(weights[same:], batch.again)
    forward = [unary[:, 0][:, :, None] + unary[:, 1][:, None, :] + one[:, 1]]
    for at in range(2, length):
        step = _log_sum(forward[-1][:, :, :, None] + two[:, at][:, :, None, :], 1)
        forward.append(step + one[:, at] + unary[:, at][:, None, :])
    total = _log_sum(forward[-1].reshape(rows, -1), 1)
    chance = np.zeros((rows, length, width))
    same_chance, again_chance = np.zeros((rows, length)), np.zeros((rows, length))
    backward = np.zeros((rows, width, width))
    for at in range(length - 1, 0, -1):
        both = np.exp(forward[at - 1] + backward - total[:, None, None])
        chance[:, at] = both.sum(1)
        same_chance[:, at] = (both * batch.same_person[:, at]).sum((1, 2))
        if at == 1:
            chance[:, 0] = both.sum(2)
            break
        ahead = (one[:, at] + unary[:, at][:, None, :] + backward)[:, None, :, :]
        ahead = ahead + two[:, at][:, :, None, :]
        three = np.exp(forward[at - 2][:, :, :, None] + ahead - total[:, None, None, None])
        again_chance[:, at] = (three * batch.again_person[:, at][:, :, None, :]).sum((1, 2, 3))
        backward = _log_sum(ahead, 3)
    return total, chance, same_chance, again_chance


def _chosen(weights: Array, which: Whole) -> Array:
    return np.append(weights, 0.0)[which][:, :, None, None]


def _log_sum(values: Array, axis: int) -> Array:
    top = values.max(axis=axis, keepdims=True)
    total = top + np.log(np.exp(values - top).sum(axis=axis, keepdims=True))
    return np.asarray(total.squeeze(axis))


def learn(batch: Batch, names: Names, *, steps: int, decay: float) -> Array:
    """The weights of the greatest likelihood less `decay` / 2 of their squares, by Adam."""
    weights = np.zeros(len(names.all))
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    rows = len(batch.lengths)
    for step in range(1, steps + 1):
        free = sums(batch, names, weights, clamped=False)
        held = sums(batch, names, weights, clamped=True)
        gradient = np.concatenate(
            [
                np.einsum("rsp,rspf->f", held[1] - free[1], batch.features),
                _counted(held[2] - free[2], batch.same, len(names.same)),
                _counted(held[3] - free[3], batch.again, len(names.again)),
            ]
        )
        gradient = (gradient - decay * weights) / rows
        first = 0.9 * first + 0.1 * gradient
        second = 0.99 * second + 0.01 * gradient**2
        rate = 0.1 * (1 - step / steps) + 0.005
        ahead = np.sqrt(second / (1 - 0.99**step)) + 1e-8
        weights = weights + rate * first / (1 - 0.9**step) / ahead
        if step % 20 == 0:
            print(f"step {step}: {float(np.mean(held[0] - free[0])):.4f}", flush=True)
    return weights


def _counted(values: Array, which: Whole, count: int) -> Array:
    return np.bincount(which[which >= 0], values[which >= 0], minlength=count).astype(np.float64)


def right(batch: Batch, names: Names, weights: Array) -> float:
    """The share of rows whose likeliest speaker is the known one."""
    chance = sums(batch, names, weights, clamped=False)[1]
    number = np.arange(len(batch.lengths))
    return float(np.mean(chance[number, batch.known].argmax(1) == batch.gold))
