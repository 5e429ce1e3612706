"""How a span's rate, pitch and gain bend what the acoustic model predicts.

The figures were measured on the voice: its median pitch is 241 Hz and one unit of its pitch
scale about 38 Hz; one unit of energy more is 3.0 dB, one less 5.5 dB (as far as it is used).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reader.speech.engines.mandarin.acoustic import Floats, Integers, Prediction
from reader.speech.engines.mandarin.phones import PhoneLine
from reader.speech.engines.mandarin.script import Spoken

_MEDIAN_IN_UNITS = 241 / 38
_LOUDER, _SOFTER = 3.0, 5.5
_RATES = (0.4, 3.0)
_PITCHES = (-8.0, 6.0)
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
    spans = [spoken[index].span for index in line.owner]
    rate = np.clip([span.rate for span in spans], *_RATES)
    semitones = np.clip([span.pitch for span in spans], *_PITCHES)
    gain = np.array([span.gain for span in spans])
    ratio = 2 ** (semitones / 12)
    effort = np.clip(gain, *_EFFORT)
    energy = effort / np.where(effort > 0, _LOUDER, _SOFTER)
    return Plan(
        frames=np.round(prediction.frames / rate).astype(np.int64),
        f0=(prediction.f0 * ratio + (ratio - 1) * _MEDIAN_IN_UNITS).astype(np.float32),
        energy=(prediction.energy + energy).astype(np.float32),
        amplification=(10 ** ((gain - effort) / 20)).astype(np.float32),
    )
