"""The voice's networks in Paddle Inference, from the programs that :mod:`paddle_export` wrote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.errors import EngineFailed
from reader.messages import message
from reader.speech.engine import Samples
from reader.speech.engines.mandarin.networks import (
    HOP,
    Drawing,
    Floats,
    Integers,
    Positions,
    Prediction,
    at_least,
)
from reader.speech.engines.mandarin.paddle_export import DECODER, ENCODER, VOCODER, exported
from reader.speech.engines.paddle.programs import PaddlePrograms, Program

_TOGETHER = 4
"""Sentences run at once, as far as their lengths are alike: a fifth less time in the acoustic
model for four of one length, none for four of mixed lengths, none in the vocoder.
"""

_LENGTH = 32
"""Lengths are rounded up to multiples of this: memory of few sizes is used again and again,
where that of many sizes would leave gaps.
"""

_ALIKE = 0.85
"""A sentence shorter than this part of the longest beside it would rather run alone."""


class PaddleNetworks:
    """Runs the programs in `folder` in a child process.

    Lengths are free: with every convolution a matrix product, a length not met before costs
    no more than one met just now. Raises :class:`~reader.errors.EngineFailed` if a program is
    missing or damaged.
    """

    name = "paddle"
    window = 128  # with 400 the process takes 130 MB more, and is hardly faster

    def __init__(self, folder: Path) -> None:
        self._programs = PaddlePrograms()
        try:
            self.positions = Positions(int(exported(folder)["size"]))
            self._encoder = self._opened(folder, ENCODER)
            self._decoder = self._opened(folder, DECODER)
            self._vocoder = self._opened(folder, VOCODER)
        except (EngineFailed, KeyError) as error:
            self.close()
            raise EngineFailed(
                message("Mandarin voice"),
                message("Its programs for Paddle cannot be loaded ({error}).", error=error),
                message("Run: tingshu voices install mandarin"),
            ) from error

    def predict(self, sentences: Sequence[Integers]) -> list[Prediction]:
        """The model's own plan for the phones [n] of each sentence."""
        predictions: dict[int, Prediction] = {}
        for group in _alike([len(phones) for phones in sentences]):
            numbers = _padded([sentences[index] for index in group])
            found = self._encoder.run(numbers, self.positions(numbers.shape[1]))
            for row, index in enumerate(group):
                count = len(sentences[index])
                predictions[index] = Prediction(*(each[row, :count] for each in found))
        return [predictions[index] for index in range(len(sentences))]

    def mels(self, drawings: Sequence[Drawing]) -> list[Floats]:
        """The spectrogram [t, bands] of each, t the sum of its frames."""
        owners = [drawing.owner for drawing in drawings]
        mels: dict[int, Floats] = {}
        for group in _alike([len(owner) for owner in owners]):
            hidden = _padded([drawings[index].hidden for index in group])
            first = np.arange(len(group)) * hidden.shape[1]
            rows = [owners[index] + row for index, row in zip(group, first, strict=True)]
            owner = _padded(rows, beyond=-1)
            f0 = _padded([drawings[index].f0 for index in group])
            energy = _padded([drawings[index].energy for index in group])
            places = self.positions(owner.shape[1])
            (mel,) = self._decoder.run(hidden, f0, energy, owner, places)
            for row, index in enumerate(group):
                mels[index] = mel[row, : len(owners[index])]
        return [mels[index] for index in range(len(drawings))]

    def samples(self, mels: Sequence[Floats]) -> list[Samples]:
        """All of each spectrogram [t, bands] as 300 t samples, one after the other."""
        return [self._vocoder.run(at_least(mel)[None])[0][0, : len(mel) * HOP] for mel in mels]

    def close(self) -> None:
        """End the child process."""
        self._programs.close()

    def _opened(self, folder: Path, name: str) -> Program:
        return self._programs.open(folder / f"{name}.json", folder / f"{name}.pdiparams")


def _alike(lengths: Sequence[int]) -> Iterator[list[int]]:
    """The places of `lengths` in groups that go well together."""
    group: list[int] = []
    for place in sorted(range(len(lengths)), key=lambda place: -lengths[place]):
        if group and (len(group) == _TOGETHER or lengths[place] < _ALIKE * lengths[group[0]]):
            yield group
            group = []
        group.append(place)
    if group:
        yield group


def _padded(rows: Sequence[NDArray[Any]], beyond: int = 0) -> NDArray[Any]:
    """`rows` [n, …] of different lengths as one [rows, a length that holds them, …]."""
    length = -(-max(len(row) for row in rows) // _LENGTH) * _LENGTH
    whole = np.full((len(rows), length, *rows[0].shape[1:]), beyond, rows[0].dtype)
    for place, row in zip(whole, rows, strict=True):
        place[: len(row)] = row
    return whole
