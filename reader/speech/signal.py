"""Arithmetic on sound: levels, edges, silence and sample rates.

Everything here works on float32 mono samples in [-1, 1].
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.speech.engine import SPEECH_RATE, Samples

EDGE = 0.005
"""Seconds of fade at both ends of a stretch of speech, so that joins do not click."""

SPEECH_LEVEL = -20.0
"""The loudness that every voice is brought to: RMS of the speech itself in dB full scale.

In the middle of the audiobook trade's range (-23 to -18 dB), with room for peaks.
"""

LOUDNESS_GAIN = MappingProxyType({"english": 5.5, "mandarin": 1.7, "espeak": 0.0})
"""Decibels that bring an engine's voices to :data:`SPEECH_LEVEL`, by the engine's name.

Measured with :func:`speech_level` over the sentences of the tests.
"""

FULL_SCALE = 32767.0
"""The 16-bit sample that 1 becomes."""

_KNEE = 0.9
_QUIET = -45.0  # dB under the loudest frame: what trimming takes for silence
_FRAME = 0.01


def amplitude(decibels: float) -> float:
    """The factor that `decibels` of gain multiply samples by."""
    return float(10.0 ** (decibels / 20.0))


def silence(seconds: float, rate: int = SPEECH_RATE) -> Samples:
    """`seconds` of nothing."""
    return np.zeros(max(0, round(seconds * rate)), np.float32)


def speech_level(samples: Samples, rate: int = SPEECH_RATE) -> float:
    """RMS in dB full scale of the frames (10 ms) within 40 dB of the loudest; -inf for silence."""
    power = _frame_power(samples, rate)
    loudest = power.max(initial=0.0)
    if loudest <= 0.0:
        return float("-inf")
    return float(10.0 * np.log10(power[power > loudest * 1e-4].mean()))


def gain_to_speech_level(samples: Samples, rate: int = SPEECH_RATE) -> float:
    """The decibels that bring a voice that speaks like `samples` to :data:`SPEECH_LEVEL`;
    0 where nothing is heard.
    """
    level = speech_level(samples, rate)
    return SPEECH_LEVEL - level if np.isfinite(level) else 0.0


def trim(samples: Samples, rate: int, margin: float = 0.01) -> tuple[Samples, float]:
    """`samples` without the silence at both ends, and the seconds taken from the front.

    Silence is what lies 45 dB under the loudest frame; `margin` seconds of it are left.
    """
    power = _frame_power(samples, rate)
    loudest = power.max(initial=0.0)
    if loudest <= 0.0:
        return samples[:0], 0.0
    loud = np.flatnonzero(power > loudest * 10.0 ** (_QUIET / 10.0))
    frame, spare = round(_FRAME * rate), round(margin * rate)
    begin = max(0, int(loud[0]) * frame - spare)
    finish = min(len(samples), (int(loud[-1]) + 1) * frame + spare)
    return samples[begin:finish], begin / rate


def _frame_power(samples: Samples, rate: int) -> NDArray[np.float64]:
    frame = round(_FRAME * rate)
    padded = np.pad(samples, (0, -len(samples) % frame)).reshape(-1, frame)
    power: NDArray[np.float64] = np.square(padded, dtype=np.float64).mean(axis=1)
    return power


def limited(samples: Samples) -> Samples:
    """`samples` with what rises above 0.9 bent smoothly so that nothing reaches 1."""
    size = np.abs(samples)
    if size.max(initial=0.0) <= _KNEE:
        return samples
    room = 1.0 - _KNEE
    bent = _KNEE + room * np.tanh((size - _KNEE) / room)
    return np.where(size > _KNEE, np.sign(samples) * bent * 0.999, samples).astype(np.float32)


def faded(samples: Samples, *, first: bool, last: bool, rate: int = SPEECH_RATE) -> Samples:
    """A copy that rises from nothing (`first`) and falls to nothing (`last`) over the edge."""
    result = samples.copy()
    length = min(len(result), round(EDGE * rate))
    ramp = np.linspace(0.0, 1.0, length, endpoint=False, dtype=np.float32)
    if first:
        result[:length] *= ramp
    if last and length:
        result[-length:] *= ramp[::-1]
    return result


def to_int16(samples: Samples) -> NDArray[np.int16]:
    """`samples` as 16-bit integers; what lies outside [-1, 1] is clipped."""
    result: NDArray[np.int16] = np.rint(np.clip(samples, -1.0, 1.0) * FULL_SCALE).astype(np.int16)
    return result


def from_int16(samples: NDArray[np.int16]) -> Samples:
    """The samples that :func:`to_int16` made `samples` of, as exactly as these can tell."""
    result: Samples = samples.astype(np.float32) / np.float32(FULL_SCALE)
    return result


class Resampler:
    """Brings a stream of chunks from `rate` to :data:`SPEECH_RATE`."""

    def __init__(self, rate: int) -> None:
        self._stream: Any = None
        if rate != SPEECH_RATE:
            import soxr  # type: ignore[import-untyped]

            self._stream = soxr.ResampleStream(rate, SPEECH_RATE, 1, dtype="float32")

    def push(self, samples: Samples, *, last: bool = False) -> Samples:
        """What can be given out after `samples`; all the rest with `last`."""
        if self._stream is None:
            return samples
        result: Samples = self._stream.resample_chunk(samples, last=last)
        return result
