"""How much of a voice lies above 4 kHz: a dull voice has little there."""

from __future__ import annotations

import numpy as np

from reader.speech.engine import Samples

EDGE = 4_000.0
"""Hertz; telephones end a little below."""


def share_above(samples: Samples, rate: int, edge: float = EDGE) -> float:
    """The part of the power of `samples` above `edge` hertz, in [0, 1]; silence gives 0."""
    power = np.abs(np.fft.rfft(samples.astype(np.float64))) ** 2
    frequencies = np.fft.rfftfreq(len(samples), 1 / rate)
    total = power[1:].sum()
    return float(power[frequencies > edge].sum() / total) if total else 0.0
