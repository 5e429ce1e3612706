"""Runs the acoustic model: phones to a mel spectrogram."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.speech.engines.mandarin.sessions import DECODER, ENCODER, open_graph

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]


@dataclass(frozen=True)
class Prediction:
    """What the model would do with each of n phones.

    `hidden` is its state [1, n, size]; `frames` the length in frames of 12.5 ms before
    rounding; `f0` and `energy` z-scores of the corpus.
    """

    hidden: Floats
    frames: Floats
    f0: Floats
    energy: Floats


class AcousticModel:
    """The two graphs of the acoustic model, loaded from the pack in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._encoder = open_graph(folder / ENCODER)
        self._decoder = open_graph(folder / DECODER)
        self._size = int(self._encoder.get_outputs()[0].shape[2])
        self._positions = positions(512, self._size)

    def predict(self, phones: Integers) -> Prediction:
        """The model's own plan for `phones` [n]."""
        given = {"phones": phones, "positions": self.positions(len(phones))}
        hidden, frames, f0, energy = self._encoder.run(["hidden", "frames", "f0", "energy"], given)
        return Prediction(hidden, frames, f0, energy)

    def mel(self, hidden: Floats, f0: Floats, energy: Floats, frames: Integers) -> Floats:
        """The spectrogram [t, bands] in which phone i lasts ``frames[i]`` frames, t their sum."""
        owner = np.repeat(np.arange(len(frames)), frames)
        given = {
            "hidden": hidden,
            "f0": f0,
            "energy": energy,
            "owner": owner,
            "positions": self.positions(len(owner)),
        }
        mel: Floats = self._decoder.run(["mel"], given)[0]
        return mel

    def positions(self, count: int) -> Floats:
        """The first `count` rows of the positions, made longer when first needed."""
        if count > len(self._positions):
            self._positions = positions(2 * count, self._size)
        return self._positions[:count]


def positions(count: int, size: int) -> Floats:
    """Rows 1 to `count` of the sine and cosine positions [count, size] (Vaswani et al. 2017,
    arXiv:1706.03762, section 3.5); row 0 is the padding's.

    The published file holds this table rounded to int8, up to 0.004 away. The model was
    trained with the exact one, so that is what it gets; nothing then ends at 2,048 frames.
    """
    place = np.arange(1, count + 1)[:, None]
    angle: NDArray[Any] = place / 10_000 ** (2 * (np.arange(size) // 2) / size)
    table = np.where(np.arange(size) % 2 == 0, np.sin(angle), np.cos(angle))
    return np.asarray(table, np.float32)
