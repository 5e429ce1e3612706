"""Soft tones that tell the listener, without a word, what comes next."""

from __future__ import annotations

from enum import Enum
from functools import cache

import numpy as np

from reader.speech.engine import SPEECH_RATE, Samples


class Cue(Enum):
    """What a tone announces."""

    HEADING = "heading"
    BOOKMARK = "bookmark"


_NOTES = {Cue.HEADING: (659.3, 880.0), Cue.BOOKMARK: (587.3,)}
"""Hertz: a fourth upwards for what begins, one lower note for what was marked; told apart by
their rhythm even where high tones are not heard well."""

_SECONDS = 0.14
_EDGE = 0.02
_LOUDNESS = 0.1
"""The tone's mean level, -20 dB below full scale: as loud as quiet speech."""


@cache
def tone(cue: Cue) -> Samples:
    """The sound of `cue`: 140 ms, faded in and out."""
    notes = _NOTES[cue]
    return np.concatenate([_note(pitch, _SECONDS / len(notes)) for pitch in notes])


def _note(pitch: float, seconds: float) -> Samples:
    frames = round(seconds * SPEECH_RATE)
    times = np.arange(frames) / SPEECH_RATE
    edge = round(_EDGE * SPEECH_RATE)
    shape = np.ones(frames)
    shape[:edge] = np.sin(np.linspace(0.0, np.pi / 2, edge)) ** 2
    shape[-edge:] = shape[:edge][::-1]
    wave = np.sin(2 * np.pi * pitch * times) * shape
    wave *= _LOUDNESS / np.sqrt(np.mean(wave**2))
    return wave.astype(np.float32)
