"""How a span's rate, pitch, gain, emphasis and style bend what the acoustic model predicts.

The figures were measured on the voice: its median pitch is 241 Hz and one unit of its pitch
scale about 38 Hz; one unit of energy more is 3.0 dB, one less 6.0 dB (as far as it is used).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from reader.books.model import Emphasis
from reader.narration.utterance import Span
from reader.speech.engines.mandarin.networks import Floats, Integers, Prediction
from reader.speech.engines.mandarin.phones import PhoneLine
from reader.speech.engines.mandarin.script import Spoken

_MEDIAN_IN_UNITS = 241 / 38
_LOUDER, _SOFTER = 3.0, 6.0
_RATES = (0.4, 3.0)
_REACHED = (-3.8, -3.4, -2.8, -2.0, 0.0, 0.9, 1.7, 2.5, 2.9)
_AIMED = (-5.0, -4.0, -3.0, -2.0, 0.0, 1.0, 2.0, 3.0, 4.0)
"""Semitones that the voice rises or falls when its scale is moved by so many: it holds back
the further it is from its own pitch, and goes no further than the ends.
"""

_EFFORT = (-4.0, 3.0)
"""Decibels that the voice itself may rise and fall; the rest is plain amplification."""


@dataclass(frozen=True, kw_only=True)
class Manner:
    """What is done to a syllable: its rate multiplied, its pitch moved in semitones, its gain
    in decibels, and the rise and fall of its melody multiplied by `liveliness`.
    """

    rate: float = 1.0
    pitch: float = 0.0
    gain: float = 0.0
    liveliness: float = 1.0

    def joined(self, other: Manner) -> Manner:
        """Both at once."""
        return Manner(
            rate=self.rate * other.rate,
            pitch=self.pitch + other.pitch,
            gain=self.gain + other.gain,
            liveliness=self.liveliness * other.liveliness,
        )


_EMPHASES = MappingProxyType(
    {
        Emphasis.NONE: Manner(),
        Emphasis.EMPHASIS: Manner(rate=0.92, gain=1.0, liveliness=1.15),
        Emphasis.STRONG: Manner(rate=0.85, pitch=0.5, gain=2.0, liveliness=1.3),
    }
)
"""Chinese stresses a word by lengthening it and widening its tones (Chen and Gussenhoven
2008, “Emphasis and tonal implementation in Standard Chinese”), not by a pitch of its own."""

STYLES = MappingProxyType(
    {
        "calm": Manner(rate=0.92, gain=-1.0, liveliness=0.75),
        "lively": Manner(rate=1.05, pitch=0.5, gain=1.0, liveliness=1.4),
        "sad": Manner(rate=0.85, pitch=-1.0, gain=-2.0, liveliness=0.6),
    }
)
"""The styles that a span may ask for."""


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
    melody = prediction.f0 * np.array([manner.liveliness for manner in manners])
    ratio = 2 ** (semitones / 12)
    effort = np.clip(gain, *_EFFORT)
    energy = effort / np.where(effort > 0, _LOUDER, _SOFTER)
    return Plan(
        frames=_frames(prediction.frames, rate),
        f0=(melody * ratio + (ratio - 1) * _MEDIAN_IN_UNITS).astype(np.float32),
        energy=(prediction.energy + energy).astype(np.float32),
        amplification=(10 ** ((gain - effort) / 20)).astype(np.float32),
    )


def _frames(predicted: Floats, rate: NDArray[np.float64]) -> Integers:
    """Whole frames of phones at `rate`: what rounding takes from one, the next gets, so that
    the sum is exact however many phones there are.
    """
    ends = np.round(np.cumsum(np.round(predicted) / rate))
    return np.diff(ends, prepend=0.0).astype(np.int64)


def manner_of(span: Span) -> Manner:
    """The manner of `span`: its own, with that of its emphasis and its style."""
    own = Manner(rate=span.rate, pitch=span.pitch, gain=span.gain)
    return own.joined(_EMPHASES[span.emphasis]).joined(STYLES.get(span.style or "", Manner()))
