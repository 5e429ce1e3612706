"""Arithmetic on spectrograms: how fast they go by, and where they are silent.

A spectrogram is float32 [frames, bands], the decimal logarithm of the bands' amplitudes.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float32]

_RATES = (0.4, 3.0)

_QUIET = 45.0
"""Decibels under the loudest frame that are taken for silence, as in trimmed sound."""


def stretched(mel: Floats, rate: float) -> Floats:
    """`mel` said `rate` times as fast: frames between its own, in proportion to the nearest.

    The models have no input for the speed; their pitch stays as it is, since a frame keeps
    its length when it becomes sound.
    """
    frames = max(1, round(len(mel) / float(np.clip(rate, *_RATES))))
    if frames == len(mel):
        return mel
    place = np.linspace(0, len(mel) - 1, frames)
    before = np.floor(place).astype(np.int64)
    after = np.minimum(before + 1, len(mel) - 1)
    share = (place - before)[:, None]
    return np.asarray(mel[before] * (1 - share) + mel[after] * share, np.float32)


def heard(mel: Floats) -> tuple[int, int]:
    """The frames from the first to the last that sound, one more on either side."""
    power = np.square(np.power(10.0, mel.astype(np.float64))).sum(axis=1)
    loud = np.flatnonzero(power > power.max(initial=0.0) * 10 ** (-_QUIET / 10))
    if not len(loud):
        return 0, 0
    return max(0, int(loud[0]) - 1), min(len(mel), int(loud[-1]) + 2)
