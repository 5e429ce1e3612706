"""How loud sound is: loudness after ITU-R BS.1770-4, and its true peak.

Loudness is measured in two steps, so that those who speak a book part by part can each measure
their own: :func:`power` for every tenth of a second, and :func:`integrated` of all of them. Three
tenths of four are shared by neighbouring blocks of 400 ms, as the recommendation asks (75 %
overlap).
"""

from __future__ import annotations

from functools import cache
from math import log10, pi, tan

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from reader.speech.engine import SPEECH_RATE, Samples
from reader.speech.signal import FULL_SCALE

__all__ = ["LEAST_SPEECH", "TENTH", "integrated", "peaks", "power", "speech_seconds"]

TENTH = SPEECH_RATE // 10
"""Samples in a tenth of a second, over which power is averaged."""

LEAST_SPEECH = 3.0
"""Seconds of speech from which loudness means anything: see :func:`speech_seconds`."""

_OFFSET = -0.691
"""Decibels by which BS.1770-4 (equation 2) corrects for the K weighting's gain at 1 kHz."""

_ABSOLUTE_GATE = -70.0
_RELATIVE_GATE = -10.0
_BLOCK = 4
"""Tenths of a second in a gating block."""

_SHELF = (1681.974450955533, 3.999843853973347, 0.7071752369554196)
"""Corner in hertz, gain in decibels and quality of BS.1770-4's first filter: the analogue filter
whose bilinear transform at 48 kHz has the coefficients of its table 1 (derived by B. De Man,
"Evaluation of implementations of the EBU R128 loudness measurement", AES 145, 2018)."""

_HIGH_PASS = (38.13547087602444, 0.5003270373238773)
"""Corner in hertz and quality of the second filter (table 2), from the same source."""

_TRANSFORM = 1 << 14
_HOP = 6 * TENTH
_BATCH = 8
"""Transforms done at once: what fits into a processor's cache."""

_OVERSAMPLING = 4
_REACH = 12
"""Samples on each side from which a value between two samples is interpolated."""

_SHORT = 1 << 12
"""The length of the transforms that interpolate."""


def power(samples: NDArray[np.int16] | Samples) -> NDArray[np.float64]:
    """The mean square of every whole tenth of a second after the K weighting.

    `samples` at :data:`~reader.speech.engine.SPEECH_RATE`, 16-bit or float32 in [-1, 1]; what
    follows the last whole tenth is not counted.
    """
    tenths = len(samples) // TENTH
    hops = -(-tenths * TENTH // _HOP)
    padded = np.zeros(_TRANSFORM + max(0, hops - 1) * _HOP, np.float32)
    end = min(len(samples), hops * _HOP)
    padded[_TRANSFORM - _HOP : _TRANSFORM - _HOP + end] = samples[:end]
    windows = sliding_window_view(padded, _TRANSFORM)[::_HOP]
    result = np.empty((hops, _HOP // TENTH))
    for first in range(0, hops, _BATCH):
        spectrum = np.fft.rfft(windows[first : first + _BATCH])
        spectrum *= _weighting()
        weighted = np.fft.irfft(spectrum, _TRANSFORM)[:, -_HOP:].reshape(-1, TENTH)
        squares = np.einsum("ij,ij->i", weighted, weighted)
        result[first : first + _BATCH] = squares.reshape(-1, _HOP // TENTH)
    return result.reshape(-1)[:tenths] / (TENTH * _scale(samples) ** 2)


def integrated(power: NDArray[np.float64]) -> float:
    """The gated loudness in LUFS of sound whose tenths of seconds have this `power`; minus
    infinity for silence, and for what is shorter than 400 ms.
    """
    blocks = _block_power(power)
    return _decibels(float(blocks.mean())) if len(blocks) else float("-inf")


def speech_seconds(power: NDArray[np.float64]) -> float:
    """How much of the sound whose tenths of seconds have this `power` counts for its loudness."""
    return len(_block_power(power)) * TENTH / SPEECH_RATE


def _block_power(power: NDArray[np.float64]) -> NDArray[np.float64]:
    """The mean squares of the blocks of 400 ms, one every tenth of a second, that count: those
    above the absolute and the relative gate.
    """
    if len(power) < _BLOCK:
        return np.empty(0)
    blocks = sliding_window_view(power, _BLOCK).mean(axis=1)
    heard = np.extract(blocks > _mean_square(_ABSOLUTE_GATE), blocks)
    if not len(heard):
        return np.empty(0)
    gate = heard.mean() * 10.0 ** (_RELATIVE_GATE / 10.0)
    return np.extract(heard > gate, heard)


def peaks(sound: Samples) -> Samples:
    """The highest value at each sample and between it and the next one.

    Interpolated four times over, as annex 2 of BS.1770-4 asks, with a longer filter than its
    example: half a decibel nearer to the truth in the highest octave.
    """
    filters = _interpolation()
    hop = _SHORT - 2 * _REACH
    hops = -(-len(sound) // hop)
    padded = np.zeros(_SHORT + max(0, hops - 1) * hop, np.float32)
    padded[_REACH - 1 : _REACH - 1 + len(sound)] = sound
    windows = sliding_window_view(padded, _SHORT)[::hop]
    result = np.abs(sound)
    for first in range(0, hops, _BATCH):
        spectrum = np.fft.rfft(windows[first : first + _BATCH])
        place = slice(first * hop, (first + _BATCH) * hop)
        for each in filters:
            between = np.abs(np.fft.irfft(spectrum * each, _SHORT)[:, :hop]).reshape(-1)
            between = between[: len(result[place])]
            np.maximum(result[place], between, out=result[place])
    return result


@cache
def _interpolation() -> tuple[NDArray[np.complex64], ...]:
    """The spectra of the filters that give the three values between two samples from the twelve
    on each side: a sinc under a raised cosine. They are turned around, for what comes out at a
    place depends on what follows it."""
    taps = np.arange(-_REACH + 1, _REACH + 1)
    spectra = []
    for phase in range(1, _OVERSAMPLING):
        distance = taps - phase / _OVERSAMPLING
        taken = np.sinc(distance) * np.cos(distance * pi / 2 / (_REACH + 0.5)) ** 2
        spectra.append(np.conj(np.fft.rfft(taken / taken.sum(), _SHORT)).astype(np.complex64))
    return tuple(spectra)


def _scale(samples: NDArray[np.int16] | Samples) -> float:
    return FULL_SCALE if samples.dtype == np.int16 else 1.0


def _decibels(mean_square: float) -> float:
    return _OFFSET + 10.0 * log10(mean_square)


def _mean_square(loudness: float) -> float:
    return float(10.0 ** ((loudness - _OFFSET) / 10.0))


@cache
def _weighting() -> NDArray[np.complex64]:
    """The K weighting's spectrum. Its response has died away (to -170 dB) within the samples that
    each transform sees before its own, so multiplying by it is exact."""
    impulse = np.zeros(_TRANSFORM - _HOP + 1)
    impulse[0] = 1.0
    for feedforward, feedback in (_shelf(), _high_pass()):
        impulse = _filtered(impulse, feedforward, feedback)
    spectrum: NDArray[np.complex64] = np.fft.rfft(impulse, _TRANSFORM).astype(np.complex64)
    return spectrum


_Coefficients = tuple[float, float, float]


def _shelf() -> tuple[_Coefficients, _Coefficients]:
    corner, gain, quality = _SHELF
    k = tan(pi * corner / SPEECH_RATE)
    high = 10.0 ** (gain / 20.0)
    band = high**0.4996667741545416
    unit = 1.0 + k / quality + k * k
    return (
        (
            (high + band * k / quality + k * k) / unit,
            2.0 * (k * k - high) / unit,
            (high - band * k / quality + k * k) / unit,
        ),
        (1.0, 2.0 * (k * k - 1.0) / unit, (1.0 - k / quality + k * k) / unit),
    )


def _high_pass() -> tuple[_Coefficients, _Coefficients]:
    corner, quality = _HIGH_PASS
    k = tan(pi * corner / SPEECH_RATE)
    unit = 1.0 + k / quality + k * k
    feedback = (1.0, 2.0 * (k * k - 1.0) / unit, (1.0 - k / quality + k * k) / unit)
    return (1.0, -2.0, 1.0), feedback


def _filtered(
    samples: NDArray[np.float64], feedforward: _Coefficients, feedback: _Coefficients
) -> NDArray[np.float64]:
    """A second-order section, sample by sample."""
    result = np.empty_like(samples)
    before = earlier = 0.0
    for index, sample in enumerate(samples.tolist()):
        value = feedforward[0] * sample + before
        before = feedforward[1] * sample - feedback[1] * value + earlier
        earlier = feedforward[2] * sample - feedback[2] * value
        result[index] = value
    return result
