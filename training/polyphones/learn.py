"""Fits the ranker: a small network and a sparse table, by gradient descent in numpy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from reader.language.pinyin.evidence import MARK_BITS, Evidence

Floats = NDArray[np.float32]

_UNITS = 32
_ROUNDS = 15
_BATCH = 128
_RATE, _DECAY = 3e-3, 1e-2
_MARK_RATE, _MARK_DECAY = 0.05, 0.02
_DROP, _DROP_MARKS = 0.2, 0.3


@dataclass
class Table:
    """Evidence as arrays: an example, its candidates (padded), their numbers and marks."""

    numbers: Floats
    marks: NDArray[np.int64]
    there: NDArray[np.bool_]
    right: NDArray[np.int64]
    weight: Floats

    def part(self, chosen: NDArray[np.generic]) -> Table:
        """The examples that `chosen` takes."""
        return Table(
            self.numbers[chosen],
            self.marks[chosen],
            self.there[chosen],
            self.right[chosen],
            self.weight[chosen],
        )

    def with_(self, other: Table) -> Table:
        """These examples and those of `other`."""
        pairs = zip(vars(self).values(), vars(other).values(), strict=True)
        return Table(*(np.concatenate(pair) for pair in pairs))


@dataclass
class Weights:
    """What is learned; as in `polyphones.Ranker`."""

    hidden: Floats
    bias: Floats
    out: Floats
    direct: Floats
    marks: Floats = field(default_factory=lambda: np.zeros(1 << MARK_BITS, np.float32))

    def scores(self, table: Table) -> Floats:
        """The score of every candidate; a very low one for padding."""
        scores = np.maximum(table.numbers @ self.hidden + self.bias, 0) @ self.out
        scores += table.numbers @ self.direct + self.marks[table.marks].sum(axis=2)
        return np.where(table.there, scores, np.float32(-1e9))


def table(evidence: Sequence[Evidence], answers: Sequence[str], weight: float) -> Table:
    """All of `evidence` in one; `answers` are the right readings, each of the same weight."""
    readings = [each for part in evidence for each in part.readings]
    return Table(
        np.concatenate([each.numbers for each in evidence]),
        np.concatenate([each.marks for each in evidence]),
        np.concatenate([each.there for each in evidence]),
        np.array([each.index(a) for each, a in zip(readings, answers, strict=True)]),
        np.full(len(answers), weight, np.float32),
    )


def fit(examples: Table, seeds: int) -> Weights:
    """The average of `seeds` fits, which is again one network, `seeds` times as wide."""
    fits = [_fit(examples, seed) for seed in range(seeds)]
    return Weights(
        np.concatenate([each.hidden for each in fits], axis=1),
        np.concatenate([each.bias for each in fits]),
        np.concatenate([(each.out / seeds).astype(np.float32) for each in fits]),
        np.mean([each.direct for each in fits], axis=0, dtype=np.float32),
        np.mean([each.marks for each in fits], axis=0, dtype=np.float32),
    )


def shares(scores: Floats) -> Floats:
    """Probabilities from scores."""
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def _fit(examples: Table, seed: int) -> Weights:
    random = np.random.default_rng(seed)
    count, _, features = examples.numbers.shape
    hidden = random.standard_normal((features, _UNITS)) * np.sqrt(1.5 / features)
    weights = Weights(
        hidden.astype(np.float32),
        np.zeros(_UNITS, np.float32),
        (random.standard_normal(_UNITS) * 0.1).astype(np.float32),
        np.zeros(features, np.float32),
    )
    dense, sparse = _Adam(weights), _Adagrad(weights.marks)
    steps = _ROUNDS * -(-count // _BATCH)
    step = 0
    for _ in range(_ROUNDS):
        order = random.permutation(count)
        for start in range(0, count, _BATCH):
            left = 1 - step / steps
            _step(
                weights, examples.part(order[start : start + _BATCH]), random, left, dense, sparse
            )
            step += 1
    return weights


def _step(
    weights: Weights,
    batch: Table,
    random: np.random.Generator,
    left: float,
    dense: _Adam,
    sparse: _Adagrad,
) -> None:
    """One step down the slope of the cross entropy; `left` shrinks from 1 to 0."""
    size, numbers = len(batch.right), batch.numbers
    kept = ((random.random((size, 1, _UNITS)) > _DROP) / (1 - _DROP)).astype(np.float32)
    kept_marks = random.random((size, 1, batch.marks.shape[2])) > _DROP_MARKS
    units = numbers @ weights.hidden + weights.bias
    active = np.maximum(units, 0) * kept
    scores = active @ weights.out + numbers @ weights.direct
    scores += (weights.marks[batch.marks] * kept_marks).sum(axis=2)
    slope = shares(np.where(batch.there, scores, np.float32(-1e9)))
    slope[np.arange(size), batch.right] -= 1
    slope *= batch.weight[:, None]
    sparse.step(weights.marks, batch.marks, slope[:, :, None] * kept_marks, left)
    slope /= size
    inner = slope[:, :, None] * weights.out * kept * (units > 0)
    dense.step(
        weights,
        [
            np.einsum("nkf,nkh->fh", numbers, inner, optimize=True),
            inner.sum(axis=(0, 1)),
            np.einsum("nk,nkh->h", slope, active),
            np.einsum("nk,nkf->f", slope, numbers),
        ],
        left,
    )


class _Adam:
    """Adam with decoupled decay (Kingma and Ba 2015; Loshchilov and Hutter 2019)."""

    def __init__(self, weights: Weights) -> None:
        self._first = [np.zeros_like(each) for each in self._parts(weights)]
        self._second = [np.zeros_like(each) for each in self._parts(weights)]
        self._steps = 0

    def step(self, weights: Weights, slopes: list[Floats], left: float) -> None:
        self._steps += 1
        parts = zip(self._parts(weights), slopes, self._first, self._second, strict=True)
        for part, slope, mean, square in parts:
            mean[:] = 0.9 * mean + 0.1 * slope
            square[:] = 0.99 * square + 0.01 * slope**2
            rate = np.sqrt(square / (1 - 0.99**self._steps)) + 1e-8
            decay = 0 if part is weights.bias else _DECAY
            part[:] -= _RATE * left * (mean / (1 - 0.9**self._steps) / rate + decay * part)

    def _parts(self, weights: Weights) -> list[Floats]:
        return [weights.hidden, weights.bias, weights.out, weights.direct]


class _Adagrad:
    """Adagrad for the marks (Duchi, Hazan and Singer 2011): rare ones move far."""

    def __init__(self, marks: Floats) -> None:
        self._squares = np.full_like(marks, 0.1)

    def step(self, marks: Floats, numbers: NDArray[np.int64], slopes: Floats, left: float) -> None:
        touched, where = np.unique(numbers, return_inverse=True)
        slope = np.bincount(where.ravel(), slopes.ravel(), len(touched)).astype(np.float32)
        self._squares[touched] += slope * slope
        moved = slope / np.sqrt(self._squares[touched]) + _MARK_DECAY * marks[touched]
        marks[touched] -= _MARK_RATE * left * moved
