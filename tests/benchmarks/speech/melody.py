"""The pitch of speech, by autocorrelation: good enough to compare two takes of a sentence."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from reader.speech.engine import Samples

LOWEST, HIGHEST = 70.0, 500.0
"""Hertz; between them lie the voices of men, women and children."""

_WINDOW = 0.040
_STEP = 0.010
_PERIODIC = 0.7
"""Normalised autocorrelation above which a window counts as voiced."""

_QUIET = 0.01
"""RMS below which a window counts as silence."""


def melody(samples: Samples, rate: int) -> NDArray[np.float64]:
    """Hertz of every voiced window, one each 10 ms; unvoiced ones are left out.

    The first peak within 9/10 of the highest is taken for the period, as in McLeod's
    method: a higher one is often only twice the period.
    """
    size, step = int(_WINDOW * rate), int(_STEP * rate)
    short, long = int(rate / HIGHEST), int(rate / LOWEST)
    found = []
    for begin in range(0, len(samples) - size - long, step):
        window = samples[begin : begin + size + long].astype(np.float64)
        if np.sqrt(np.mean(window**2)) < _QUIET:
            continue
        likeness = _likeness(window, size, long)
        lag = _first_peak(likeness, short)
        if lag is not None:
            found.append(rate / lag)
    return np.array(found)


def _likeness(window: NDArray[np.float64], size: int, longest: int) -> NDArray[np.float64]:
    """How alike the window is to itself later, in [-1, 1], for every lag up to `longest`."""
    head = window[:size]
    products = np.correlate(window, head, "valid")[: longest + 1]
    squares = np.concatenate([[0.0], np.cumsum(window**2)])
    energy = squares[size : size + longest + 1] - squares[: longest + 1]
    return products / np.sqrt(energy * energy[0] + 1e-12)


def _first_peak(likeness: NDArray[np.float64], shortest: int) -> float | None:
    """The lag of the period, between samples by a parabola; None if there is none."""
    inner = likeness[1:-1]
    peaks = np.flatnonzero((inner > likeness[:-2]) & (inner >= likeness[2:])) + 1
    peaks = peaks[peaks >= shortest]
    if not len(peaks) or likeness[peaks].max() < _PERIODIC:
        return None
    lag = int(peaks[likeness[peaks] >= 0.9 * likeness[peaks].max()][0])
    left, top, right = likeness[lag - 1 : lag + 2]
    bend = left - 2 * top + right
    return lag + (0.5 * (left - right) / bend if bend else 0.0)
