"""What a runtime does for the Mandarin voice: three networks behind one small protocol.

Everything else (phones, manner, the vocoder's pieces) is the same whichever runtime there is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from reader.speech.engine import Samples

Floats: TypeAlias = NDArray[np.float32]
Integers: TypeAlias = NDArray[np.int64]

SAMPLE_RATE = 24_000

HOP = 300
"""Samples a frame: 12.5 ms."""

FEWEST = 10
"""Frames below which the vocoder's reflected borders do not fit."""


@dataclass(frozen=True)
class Prediction:
    """What the model would do with each of n phones.

    `hidden` is its state [n, size]; `frames` the length in frames of 12.5 ms before
    rounding; `f0` and `energy` z-scores of the corpus.
    """

    hidden: Floats
    frames: Floats
    f0: Floats
    energy: Floats


@dataclass(frozen=True)
class Drawing:
    """What the decoder shall draw: phone i, of state ``hidden[i]``, lasts ``frames[i]`` frames
    with the pitch ``f0[i]`` and the loudness ``energy[i]``.
    """

    hidden: Floats
    f0: Floats
    energy: Floats
    frames: Integers

    @property
    def owner(self) -> Integers:
        """The phone of each frame [t]."""
        return np.repeat(np.arange(len(self.frames)), self.frames)


class Networks(Protocol):
    """The voice's networks in one runtime. Used from one thread at a time.

    Each method takes several sentences; what they become does not depend on which others
    are there.
    """

    @property
    def name(self) -> str:
        """The runtime: ``onnx`` or ``paddle``."""
        ...

    @property
    def window(self) -> int:
        """The most frames that the vocoder shall be given at once."""
        ...

    def predict(self, sentences: Sequence[Integers]) -> list[Prediction]:
        """The model's own plan for the phones [n] of each sentence."""
        ...

    def mels(self, drawings: Sequence[Drawing]) -> list[Floats]:
        """The spectrogram [t, bands] of each, t the sum of its frames."""
        ...

    def samples(self, mels: Sequence[Floats]) -> list[Samples]:
        """All of each spectrogram [t, bands] as 300 t samples."""
        ...

    def close(self) -> None:
        """Free the networks."""
        ...


def at_least(mel: Floats, frames: int = FEWEST) -> Floats:
    """`mel` with its last frame repeated until there are as many as the vocoder needs."""
    return np.pad(mel, ((0, max(0, frames - len(mel))), (0, 0)), mode="edge")


class Positions:
    """The sine and cosine positions (Vaswani et al. 2017, arXiv:1706.03762, section 3.5).

    The published file holds this table rounded to int8, up to 0.004 away. The model was
    trained with the exact one, so that is what it gets; nothing then ends at 2,048 frames.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._table = _positions(512, size)

    def __call__(self, count: int) -> Floats:
        """Rows 1 to `count` of the table [count, size]; row 0 is the padding's."""
        if count > len(self._table):
            self._table = _positions(2 * count, self._size)
        return self._table[:count]


def _positions(count: int, size: int) -> Floats:
    place = np.arange(1, count + 1)[:, None]
    angle: NDArray[Any] = place / 10_000 ** (2 * (np.arange(size) // 2) / size)
    table = np.where(np.arange(size) % 2 == 0, np.sin(angle), np.cos(angle))
    return np.asarray(table, np.float32)
