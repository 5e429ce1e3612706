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

from reader.export.loudness import LEAST_SPEECH, TENTH, integrated, peaks, power, speech_seconds
from reader.export.options import TRUE_PEAK, Format
from reader.speech.engine import SPEECH_RATE, Samples
from reader.speech.signal import amplitude

__all__ = ["CEILING", "ceiling_of", "gain_of", "levelled"]

CEILING = TRUE_PEAK - 2.0
"""Where the limiter holds the true peak, in decibels: codecs that lose something bend the wave,
and what is decoded may rise above what was encoded by so much."""

_OPUS_CEILING = CEILING - 1.0
"""The same for Opus, which bends the wave more at the rate that speech needs."""

_MOST_GAIN = 20.0
"""Decibels up or down at most; what would need more is no speech."""

_MORE = (0.0, 0.5, 1.0, 2.0, 4.0, 8.0, 12.0)
"""Decibels of additional gain for each of which it is found out what the limiter leaves."""

_OFTEN_ENOUGH = 4
"""So many of them are tried first; speech seldom needs more."""

_STEP = 8
"""Samples that share one value of the limiter's gain before it is smoothed."""

_REST = 32
"""Steps (11 ms) before and after a peak for which the gain stays down; it takes as long again to
fall and to rise: four periods of a deep voice in all, so the gain does not follow the wave."""

_AROUND = 2 * _REST + 4
_MARGIN = _AROUND * _STEP
"""Samples on each side of a chunk that decide about its gain, and a few to spare."""

_CHUNK = 6 * SPEECH_RATE


def gain_of(
    measured: NDArray[np.float64],
    blocks: Callable[[], Iterable[Samples]],
    *,
    target: float,
    previous: float | None,
    ceiling: float = CEILING,
) -> float:
    """The gain in decibels that brings a section to the loudness `target` (LUFS).

    `measured` is its power, part by part, as :func:`~reader.export.loudness.power` tells it;
    `blocks` walks its samples. Where the limiter takes loudness away, the gain makes up for it. A
    section with less than three seconds of speech takes the gain of the one before, `previous`,
    unless there is none.
    """
    speech = speech_seconds(measured)
    if speech < LEAST_SPEECH and previous is not None:
        return previous
    if not speech:
        return 0.0
    wanted = target - integrated(measured)
    for more in (_MORE[:_OFTEN_ENOUGH], _MORE):
        gains = np.clip(wanted + np.array(more), -_MOST_GAIN, _MOST_GAIN)
        reached = [integrated(each) for each in _limited_power(blocks(), gains, ceiling)]
        if reached[-1] >= target:
            break
    return float(np.interp(target, reached, gains))


def ceiling_of(format: Format) -> float:  # noqa: A002  (the word of the field)
    """Where the true peak is held in files of `format`, in decibels of full scale."""
    return _OPUS_CEILING if format == "opus" else CEILING


def levelled(blocks: Iterable[Samples], gain: float, ceiling: float = CEILING) -> Iterator[Samples]:
    """The samples of `blocks` with `gain` (decibels) and their true peak held at `ceiling`
    (decibels of full scale), some seconds at a time.
    """
    factor, highest = np.float32(amplitude(gain)), amplitude(ceiling)
    for window in _windows(blocks):
        yield _limited(window * factor, highest)


def _limited_power(
    blocks: Iterable[Samples], gains: NDArray[np.float64], ceiling: float
) -> NDArray[np.float64]:
    """The power of every tenth of a second that the limiter leaves, a row for each of `gains`.

    The samples tell well enough what it takes, without what is between them.
    """
    columns = [np.empty((len(gains), 0))]
    for window in _windows(blocks):
        inner = window[_MARGIN : len(window) - _MARGIN]
        steps = _steps(np.abs(window))
        highest = _highest(steps)
        energy = np.einsum("ij,ij->i", steps, steps, dtype=np.float64)[_AROUND:]
        energy = energy[: len(inner) // _STEP]  # a step that silence fills makes no tenth whole
        whole = power(inner)
        columns.append(
            np.array(
                [
                    whole * amplitude(gain) ** 2 * _share(energy, highest, ceiling - gain)
                    for gain in gains
                ]
            )
        )
    return np.concatenate(columns, axis=1)


def _share(energy: NDArray[np.float64], highest: Samples, ceiling: float) -> NDArray[np.float64]:
    """The part of the `energy` of whole tenths of a second that is left where the steps in and
    around them reach up to `highest` and must not exceed `ceiling` (decibels)."""
    steps = TENTH // _STEP
    before = energy[: len(energy) // steps * steps].reshape(-1, steps)
    if highest.max() <= amplitude(ceiling):
        return np.ones(len(before))
    gain = _gain(highest, amplitude(ceiling))[4:][: before.size].reshape(-1, steps)
    left = np.einsum("ij,ij,ij->i", before, gain, gain)
    shares: NDArray[np.float64] = np.divide(
        left, before.sum(axis=1), out=np.ones(len(before)), where=left > 0
    )
    return shares


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


def _limited(window: Samples, ceiling: float) -> Samples:
    """What is between the margins of `window`, with its true peak held at `ceiling`."""
    inner = window[_MARGIN : len(window) - _MARGIN]
    highest = _highest(_steps(peaks(window)))
    if highest.max() <= ceiling:
        return inner
    gain = _between(_gain(highest, ceiling))
    begin = _MARGIN - (2 * _REST * _STEP + _STEP // 2)
    return np.multiply(inner, gain[begin : begin + len(inner)], dtype=np.float32)


def _steps(samples: Samples) -> Samples:
    """A row for each step; silence is added to the last."""
    return np.pad(samples, (0, -len(samples) % _STEP)).reshape(-1, _STEP)


def _highest(steps: Samples) -> Samples:
    """The highest sample of each step; a column at a time, for rows are too short to be quick."""
    highest: Samples = np.maximum.reduce([steps[:, column] for column in range(_STEP)])
    return highest


def _between(gain: NDArray[np.float64]) -> NDArray[np.float64]:
    """The gain of every sample, in a straight line from the middle of each step to the next one;
    the first sample is the one behind the middle of the first step.
    """
    share = (np.arange(_STEP) + 0.5) / _STEP
    return (np.diff(gain)[:, np.newaxis] * share + gain[:-1, np.newaxis]).reshape(-1)


def _gain(highest: Samples, ceiling: float) -> NDArray[np.float64]:
    """The limiter's gain for each step but the first and last ``2 * _REST``: smooth, and nowhere
    above what brings the steps around it, which reach up to `highest`, down to `ceiling`.
    """
    wanted = ceiling / np.maximum(highest, ceiling, dtype=np.float64)
    return _mean(_mean(_lowest(wanted, 2 * _REST + 1), _REST + 1), _REST + 1)


def _lowest(values: NDArray[np.float64], width: int) -> NDArray[np.float64]:
    """The smallest of every `width` neighbouring values."""
    result, reach = values, 1
    while 2 * reach <= width:
        result = np.minimum(result[:-reach], result[reach:])
        reach *= 2
    rest = width - reach
    return np.minimum(result[: len(result) - rest], result[rest:])


def _mean(values: NDArray[np.float64], width: int) -> NDArray[np.float64]:
    """The mean of every `width` neighbouring values."""
    sums = np.cumsum(np.pad(values, (1, 0)))
    result: NDArray[np.float64] = (sums[width:] - sums[:-width]) / width
    return result
