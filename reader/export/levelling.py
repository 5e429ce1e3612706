"""Bringing sections to one loudness without letting a peak through.

A section gets one gain. What then rises above the ceiling is turned down by a limiter that looks
ahead: its gain falls before the peak, rests and rises again as smoothly, so that nothing clips,
clicks or growls. The limiter works on chunks of some seconds counted from the section's beginning,
with what lies around them, so its result is the same to the sample however the blocks are cut.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from reader.export.loudness import STRETCH, TENTH, block_power, integrated, interpolated, power
from reader.export.options import TRUE_PEAK
from reader.speech.engine import SPEECH_RATE, Samples
from reader.speech.signal import amplitude

__all__ = ["CEILING", "gain_of", "levelled"]

CEILING = TRUE_PEAK - 1.5
"""Where the limiter holds the true peak, in decibels: codecs that lose something bend the wave,
and what is decoded may rise above what was encoded by so much."""

_MOST_GAIN = 20.0
"""Decibels up or down at most; what would need more is no speech."""

_LEAST_SPEECH = 3.0
"""Seconds of speech from which a section's own loudness can be told."""

_TRIES = 3
_CLOSE = 0.2
"""Decibels from the target that are near enough."""

_STEP = 8
"""Samples that share one value of the limiter's gain before it is smoothed."""

_REST = 60
"""Steps (20 ms) before and after a peak for which the gain stays down; it takes as long again to
fall and to rise. About two periods of the deepest voice, so the gain does not follow the wave."""

_SMOOTHING = np.hanning(2 * _REST + 3)[1:-1] / (_REST + 1)

_CHUNK = 6 * SPEECH_RATE
_MARGIN = 2 * _REST * _STEP + STRETCH
"""Samples on each side of a chunk that the limiter must know."""


def gain_of(
    power: NDArray[np.float64],
    blocks: Callable[[], Iterable[Samples]],
    *,
    target: float,
    previous: float | None,
    ceiling: float = CEILING,
) -> float:
    """The gain in decibels that brings a section to the loudness `target` (LUFS).

    `power` is what :func:`~reader.export.loudness.power` makes of it, `blocks` walks its samples.
    Where the limiter takes loudness away, the gain makes up for it. A section with less than
    three seconds of speech takes the gain of the one before, `previous`, unless there is none.
    """
    speech = block_power(power)
    if len(speech) * TENTH / SPEECH_RATE < _LEAST_SPEECH and previous is not None:
        return previous
    if not len(speech):
        return 0.0
    gain = _within(target - integrated(power))
    for _ in range(_TRIES):
        missing = target - integrated(_power_of(levelled(blocks(), gain, ceiling)))
        if abs(missing) <= _CLOSE or _within(gain + missing) == gain:
            break
        gain = _within(gain + missing)
    return gain


def levelled(blocks: Iterable[Samples], gain: float, ceiling: float = CEILING) -> Iterator[Samples]:
    """The samples of `blocks` with `gain` (decibels) and their true peak held at `ceiling`
    (decibels of full scale), some seconds at a time.
    """
    factor, highest = np.float32(amplitude(gain)), amplitude(ceiling)
    for window in _windows(blocks):
        yield _limited(window * factor, highest)


def _within(gain: float) -> float:
    return min(_MOST_GAIN, max(-_MOST_GAIN, gain))


def _power_of(blocks: Iterable[Samples]) -> NDArray[np.float64]:
    return np.concatenate([np.empty(0), *(power(block) for block in blocks)])


def _windows(blocks: Iterable[Samples]) -> Iterator[Samples]:
    """The samples, a chunk at a time, with a margin on each side: that of the neighbouring chunks
    or of silence.
    """
    held = [np.zeros(_MARGIN, np.float32)]
    count = _MARGIN
    for block in blocks:
        held.append(block)
        count += len(block)
        if count >= _CHUNK + 2 * _MARGIN:
            joined = np.concatenate(held)
            while len(joined) >= _CHUNK + 2 * _MARGIN:
                yield joined[: _CHUNK + 2 * _MARGIN]
                joined = joined[_CHUNK:]
            held, count = [joined], len(joined)
    joined = np.concatenate([*held, np.zeros(_MARGIN, np.float32)])
    while len(joined) > 2 * _MARGIN:
        yield joined[: _CHUNK + 2 * _MARGIN]
        joined = joined[_CHUNK:]


def _limited(window: Samples, highest: float) -> Samples:
    """What is between the margins of `window`, with its true peak held at `highest`."""
    inner = slice(_MARGIN, len(window) - _MARGIN)
    padded = np.pad(window, (0, -len(window) % STRETCH))
    places, between = interpolated(padded, highest)
    if not len(places):
        return window[inner]
    peaks = np.abs(padded).reshape(-1, _STEP).max(axis=1)
    steps = places[::_STEP] // _STEP
    peaks[steps] = np.maximum(peaks[steps], between.reshape(-1, _STEP).max(axis=1))
    if peaks.max() <= highest:
        return window[inner]
    gain = _gain(highest / np.maximum(peaks, highest), len(window))
    return np.multiply(window[inner], gain[inner])


def _gain(wanted: Samples, length: int) -> Samples:
    """The gain of every sample, smooth and nowhere above that `wanted` of the steps around it."""
    lowest = _lowest(np.pad(wanted, 2 * _REST, mode="edge"), 2 * _REST + 1)
    smooth = np.convolve(lowest, _SMOOTHING, mode="valid")
    middles = np.arange(len(smooth)) * _STEP + (_STEP - 1) / 2
    gain: Samples = np.interp(np.arange(length), middles, smooth).astype(np.float32)
    return gain


def _lowest(values: Samples, width: int) -> Samples:
    """The smallest of every `width` neighbouring values."""
    result, reach = values, 1
    while 2 * reach <= width:
        result = np.minimum(result[:-reach], result[reach:])
        reach *= 2
    rest = width - reach
    return np.minimum(result[: len(result) - rest], result[rest:])
