"""How much each moment of speech tells the listener.

What tells words apart lies where the sound changes: the bursts, onsets and glides between the
steady parts of vowels; silence tells least. That fast speech stays clearer if it is shortened
unevenly is the finding of Covell, Withgott and Slaney, "Mach1: nonuniform time-scale
modification of speech", ICASSP 1998; the measure here is simpler than theirs, and its figures
were chosen by what a recogniser still hears (``make bench-fast``), on other sentences than
those that the bench reports.
"""

from __future__ import annotations

from functools import cache
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from reader.speech.engine import SPEECH_RATE, Samples

STEP = SPEECH_RATE * 5 // 1000
"""Frames of sound that get one weight: 5 ms."""

WINDOW = 4 * STEP
"""Frames whose spectrum is taken at once: 20 ms, so that a burst is told from what is around."""

SILENCE = 0.2
"""The weight of silence, where the mean of speech is about 1: its time goes to the words."""

CHANGE = 0.4
"""How much of a moment's weight is change, the rest being the same for all speech. With all of
it steady vowels vanish; with none they take the time from the consonants."""

Weights: TypeAlias = NDArray[np.float64]

_BANDS = 20
_LOWEST, _HIGHEST = 100.0, 10_000.0  # Hz

_QUIET = -46.0
"""Power in dB full scale under which sound is silence: 26 dB below
:data:`~reader.speech.signal.SPEECH_LEVEL`, to which every voice is brought."""

_FAINT = -52.0
"""Power of a band in dB full scale under which its changes are not heard: 40 dB below the
loudest band of the voices."""

_USUAL_CHANGE = 3.4
"""Decibels by which a band of speech changes on average within 20 ms, measured on both voices."""

_MOST_CHANGE = 3.0
"""How many times as much change as usual counts; more tells nothing more."""

_SPAN = 2
"""Steps before and after a moment between which change is measured: 20 ms in all."""

_BLUR = np.hanning(9)[1:-1] / np.hanning(9).sum()
"""Weights are smoothed over 35 ms, so that the pace does not jump."""

MARGIN = (_SPAN + len(_BLUR) // 2) * STEP + WINDOW // 2
"""Frames before and after a moment that its weight depends on: 35 ms."""


def weights(samples: Samples) -> Weights:
    """The weights of the steps of `samples` from :data:`MARGIN` on, as far as they are known.

    The first is of the :data:`STEP` frames from frame :data:`MARGIN` on; the last is followed
    by less than :data:`MARGIN` and a step. They compare with each other; the mean of speech
    is about 1.
    """
    if len(samples) < 2 * MARGIN + STEP:
        return np.zeros(0)
    powers = _powers(samples)
    levels = 10.0 * np.log10(np.maximum(powers, 10.0 ** (_FAINT / 10.0)))
    change = np.abs(levels[2 * _SPAN :] - levels[: -2 * _SPAN]).mean(axis=1) / _USUAL_CHANGE
    speech = 1.0 - CHANGE + CHANGE * np.minimum(change, _MOST_CHANGE)
    loud = powers[_SPAN:-_SPAN].sum(axis=1) > 10.0 ** (_QUIET / 10.0)
    told = np.where(loud, speech, SILENCE)
    return np.convolve(told, _BLUR, "valid")


def _powers(samples: Samples) -> NDArray[np.float64]:
    """The power in each band around every step from half a window on, full scale being 1."""
    windows = np.lib.stride_tricks.sliding_window_view(samples, WINDOW)[::STEP]
    shape, firsts, beyond = _bands()
    spectra = np.fft.rfft(windows * shape, axis=1)[:, :beyond]
    powers: NDArray[np.float64] = np.add.reduceat(np.abs(spectra) ** 2, firsts, axis=1)
    return powers


@cache
def _bands() -> tuple[NDArray[np.float64], NDArray[np.int64], int]:
    """The window's shape, where each band begins in the spectrum, and where the last ends.

    Bands are as wide as the ear's (mel scale), but a line of the spectrum at least.
    """
    shape = np.hanning(WINDOW)
    lowest, highest = _mel(np.array((_LOWEST, _HIGHEST)))
    edges = np.linspace(lowest, highest, _BANDS + 1)
    lines = np.searchsorted(_mel(np.fft.rfftfreq(WINDOW, 1.0 / SPEECH_RATE)), edges)
    for band in range(1, len(lines)):
        lines[band] = max(lines[band], lines[band - 1] + 1)
    return shape * np.sqrt(2.0) / shape.sum(), lines[:-1], int(lines[-1])


def _mel(hertz: NDArray[Any]) -> NDArray[np.float64]:
    mel: NDArray[np.float64] = 2595.0 * np.log10(1.0 + hertz / 700.0)
    return mel
