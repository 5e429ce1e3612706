"""How a span's rate, pitch, gain, emphasis and style bend what the acoustic model predicts.

The figures were measured on the voice: its median pitch is 241 Hz and one unit of its pitch
scale about 38 Hz; one unit of energy more is 3.0 dB, one less 6.0 dB (as far as it is used).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reader.speech.engines.mandarin.networks import Floats, Integers, Prediction
from reader.speech.engines.mandarin.phones import PhoneLine
from reader.speech.engines.mandarin.script import Spoken
from reader.speech.manner import manner_of

_MEDIAN_IN_UNITS = 241 / 38
_LOWEST_IN_UNITS = 80 / 38
_LOUDER, _SOFTER = 3.0, 6.0
_RATES = (0.4, 3.0)
_REACHED = (-3.5, -3.1, -2.5, -1.7, -0.86, 0.0, 0.84, 1.66, 2.36, 2.9)
_AIMED = (-5.0, -4.0, -3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0)
"""Semitones that the voice rises or falls, on the mean of 24 sentences, when its scale is moved
by so many: it holds back the further it is from its own pitch, and goes no further than the
ends.
"""

_EFFORT = (-4.0, 3.0)
"""Decibels that the voice itself may rise and fall; the rest is plain amplification."""


@dataclass(frozen=True)
class Plan:
    """What the decoder draws for n phones: `frames`, `f0` and `energy` [n], and the
    amplification [n] that is left to do afterwards.
    """

    frames: Integers
    f0: Floats
    energy: Floats
    amplification: Floats


def planned(prediction: Prediction, line: PhoneLine, spoken: Sequence[Spoken]) -> Plan:
    """The model's own plan, bent to the manner of each syllable's span."""
    manners = [manner_of(spoken[index].span) for index in line.owner]
    rate = np.clip([manner.rate for manner in manners], *_RATES)
    semitones = np.interp([manner.pitch for manner in manners], _REACHED, _AIMED)
    gain = np.array([manner.gain for manner in manners])
    liveliness = np.array([manner.liveliness for manner in manners])
    melody = prediction.f0 + _widened(prediction, liveliness - 1.0)
    ratio = 2 ** (semitones / 12)
    effort = np.clip(gain, *_EFFORT)
    energy = effort / np.where(effort > 0, _LOUDER, _SOFTER)
    return Plan(
        frames=_frames(prediction.frames, rate),
        f0=(melody * ratio + (ratio - 1) * _MEDIAN_IN_UNITS).astype(np.float32),
        energy=(prediction.energy + energy).astype(np.float32),
        amplification=(10 ** ((gain - effort) / 20)).astype(np.float32),
    )


def _widened(prediction: Prediction, share: NDArray[np.float64]) -> NDArray[np.float64]:
    """What is added to the pitch of each phone so that the melody rises and falls by that
    `share` more about the middle of the run, as the ear hears it: in semitones.
    """
    height = np.maximum(prediction.f0 + _MEDIAN_IN_UNITS, _LOWEST_IN_UNITS)
    heard = np.log(height)
    middle = np.average(heard, weights=np.maximum(prediction.frames, 1e-6))
    widened: NDArray[np.float64] = height * np.expm1((heard - middle) * share)
    return widened


def _frames(predicted: Floats, rate: NDArray[np.float64]) -> Integers:
    """Whole frames of phones at `rate`: what rounding takes from one, the next gets, so that
    the sum is exact however many phones there are.
    """
    ends = np.round(np.cumsum(np.round(predicted) / rate))
    return np.diff(ends, prepend=0.0).astype(np.int64)
