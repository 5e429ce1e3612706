"""Bends speech: a whole sentence into another voice, or words inside it into another manner.

What need not change stays as it is, to the bit. Loudness is plain amplification with short
ramps; for pitch, melody and rate the words are taken apart by WORLD with a little of what
stands around them, and joined to the rest where both sides' waves agree best.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from reader.speech.engine import Samples
from reader.speech.manner import Manner
from reader.speech.shaping.timbre import Timbre
from reader.speech.shaping.world import (
    PERIOD,
    Numbers,
    Speech,
    pitch_of,
    put_together,
    recoloured,
    taken_apart,
    timed,
)
from reader.speech.signal import amplitude, limited

_JOIN = 0.01
"""Seconds over which one sound passes into the other."""

_AROUND = 0.03
"""Seconds before and after a region that are taken apart with it."""

_SLACK = 0.005
"""Seconds by which a join may be moved so that the waves agree: half a period of 100 Hz."""

_MARGIN = 0.02
"""Seconds more at both ends that WORLD looks at, and :data:`_SLACK` is taken from."""

_SMOOTH = 5
"""Frames over which pitch glides from one manner to the next."""

_LEVEL = 4.0
"""Times that what was put together is made louder or softer at most, to be as loud as before: a
dark voice comes out up to three times as loud."""


@dataclass(frozen=True, kw_only=True)
class Region:
    """From `begin` to `finish`, in seconds, the sound takes on the `manner`.

    Its melody is widened about the pitch `middle`, in hertz; None stands for its own mean.
    """

    begin: float
    finish: float
    manner: Manner
    middle: float | None = None

    def moved(self, seconds: float) -> Region:
        """The same so much later."""
        return replace(self, begin=self.begin + seconds, finish=self.finish + seconds)

    @property
    def is_reshaped(self) -> bool:
        """Whether more than the loudness changes."""
        return replace(self.manner, gain=0.0) != Manner()


@dataclass(frozen=True)
class Bent:
    """The new `samples`, and what became of the old ones' places: seconds `before` are now
    `after`, and those between lie between.
    """

    samples: Samples
    before: Numbers
    after: Numbers

    def moved(self, seconds: float) -> float:
        """Where what was at `seconds` is now; past the end by as much as before."""
        beyond = max(0.0, seconds - float(self.before[-1]))
        return float(np.interp(seconds, self.before, self.after)) + beyond


def bend(
    samples: Samples,
    rate: int,
    regions: Sequence[Region],
    timbre: Timbre | None = None,
    pitch: Numbers | None = None,
) -> Bent:
    """`samples`, `rate` a second, in another manner within `regions`, which are in order and
    do not overlap, and all of it in the `timbre` if there is one.

    `pitch` is what :func:`pitch_of` finds of them; None if it was not looked for yet.
    """
    length = len(samples) / rate
    inside = [
        replace(each, begin=max(0.0, each.begin), finish=min(length, each.finish))
        for each in regions
        if max(0.0, each.begin) < min(length, each.finish)
    ]
    tape = _Tape(_amplified(samples, rate, inside), rate, pitch)
    for first, last, group in _stretches(inside, len(samples), rate, whole=timbre is not None):
        tape.keep(first)
        tape.reshape(last, group, timbre)
    tape.keep(len(samples))
    return tape.result()


def _amplified(samples: Samples, rate: int, regions: Sequence[Region]) -> Samples:
    """`samples` with the gain of each region, on ramps where sound stands before or after it."""
    result = samples
    ramp = max(1, round(_JOIN * rate))
    for region in regions:
        if region.manner.gain == 0.0:
            continue
        if result is samples:
            result = samples.copy()
        first, last = round(region.begin * rate), round(region.finish * rate)
        places = np.arange(first, last)
        rise = (places - first + 1) / ramp if first > 0 else np.ones(len(places))
        fall = (last - places) / ramp if last < len(samples) else np.ones(len(places))
        share = np.clip(np.minimum(rise, fall), 0.0, 1.0)
        factor = 1.0 + (amplitude(region.manner.gain) - 1.0) * share
        result[first:last] = limited((samples[first:last] * factor).astype(np.float32))
    return result


def _stretches(
    regions: Sequence[Region], length: int, rate: int, *, whole: bool
) -> list[tuple[int, int, list[Region]]]:
    """The samples to take apart, each stretch with the regions in it; near ones are one.

    What is too short for a join at both ends is left as it is.
    """
    if whole:
        return [(0, length, list(regions))] if length >= PERIOD * rate else []
    around = round(_AROUND * rate)
    found: list[tuple[int, int, list[Region]]] = []
    for region in regions:
        if not region.is_reshaped:
            continue
        first = max(0, round(region.begin * rate) - around)
        last = min(length, round(region.finish * rate) + around)
        if found and first < found[-1][1]:
            before, _, group = found.pop()
            found.append((before, last, [*group, region]))
        else:
            found.append((first, last, [region]))
    return [each for each in found if each[1] - each[0] > 3 * _JOIN * rate]


class _Tape:
    """The new sound as it grows from left to right, of what stays and what is reshaped."""

    def __init__(self, samples: Samples, rate: int, pitch: Numbers | None) -> None:
        self._samples = samples
        self._rate = rate
        self._pitch = pitch
        self._pieces: list[Samples] = []
        self._taken = 0  # samples of the old sound that were dealt with
        self._given = 0  # samples of the new one
        self._before = [0.0]
        self._after = [0.0]

    def result(self) -> Bent:
        """What has grown."""
        return Bent(
            np.concatenate(self._pieces) if len(self._pieces) != 1 else self._pieces[0],
            np.array(self._before),
            np.array(self._after),
        )

    def keep(self, last: int) -> None:
        """Let what comes before sample `last` be as it is."""
        self._give(self._samples[self._taken : last])
        self._taken = last
        self._note(last, self._given)

    def reshape(self, last: int, regions: Sequence[Region], timbre: Timbre | None) -> None:
        """Let what comes before sample `last` change."""
        first, join = self._taken, round(_JOIN * self._rate)
        sound, begin, places = self._reshaped(first, last, regions, timbre)

        def now(sample: float) -> float:
            """The sample of `sound` that an old sample has become."""
            seconds = sample / self._rate - begin
            frames = np.arange(len(places))
            return float(np.interp(seconds / PERIOD, places, frames)) * PERIOD * self._rate

        head, tail = round(now(first)), min(len(sound), round(now(last)))
        if first > 0:
            opening = self._samples[first : first + join]
            head = _agreeing(sound, head, opening, round(_SLACK * self._rate))
            self._give(_crossed(opening, sound[head : head + join]))
            head += join
        goes_on = last < len(self._samples)
        if goes_on:
            ending = self._samples[last - join : last]
            tail = _agreeing(sound, tail - join, ending, round(_SLACK * self._rate))
        offset = self._given - head
        for edge in sorted({each for region in regions for each in (region.begin, region.finish)}):
            if first < edge * self._rate < last:
                self._note(edge * self._rate, now(edge * self._rate) + offset)
        self._give(sound[head:tail])
        if goes_on:
            self._give(_crossed(sound[tail : tail + join], ending))
        self._taken = last
        self._note(last, self._given)

    def _reshaped(
        self, first: int, last: int, regions: Sequence[Region], timbre: Timbre | None
    ) -> tuple[Samples, float, Numbers]:
        """Samples `first` to `last` with a margin, as they are to sound; the second at which
        that begins, and for each of its frames the place in frames that it was taken from.
        """
        if self._pitch is None:
            self._pitch = pitch_of(self._samples, self._rate)
        frame = PERIOD * self._rate
        begin = max(0, int((first - _MARGIN * self._rate) / frame))
        finish = min(len(self._pitch), int((last + _MARGIN * self._rate) / frame) + 1)
        old = self._samples[round(begin * frame) : round(finish * frame)]
        speech = taken_apart(old, self._rate, self._pitch[begin:finish])
        if timbre is not None:
            speech = recoloured(speech, timbre)
        seconds: Numbers = (begin + np.arange(len(speech.pitch), dtype=np.float64)) * PERIOD
        speech, places = _in_manner(speech, seconds, regions)
        return _as_loud(put_together(speech), old), begin * PERIOD, places

    def _give(self, samples: Samples) -> None:
        self._pieces.append(samples)
        self._given += len(samples)

    def _note(self, before: float, after: float) -> None:
        if before / self._rate > self._before[-1]:
            self._before.append(before / self._rate)
            self._after.append(max(self._after[-1], after / self._rate))


def _in_manner(
    speech: Speech, seconds: Numbers, regions: Sequence[Region]
) -> tuple[Speech, Numbers]:
    """`speech`, whose frames stand at `seconds`, bent within `regions`, and the places in its
    frames that the new ones were taken from.
    """
    moved, rate = np.zeros(len(seconds)), np.ones(len(seconds))
    height = np.log(np.where(speech.pitch > 0, speech.pitch, 1.0))
    for region in regions:
        inside = (seconds >= region.begin) & (seconds < region.finish)
        voiced = inside & (speech.pitch > 0)
        rate[inside] = region.manner.rate
        moved[inside] = region.manner.pitch * np.log(2.0) / 12
        if voiced.any():
            middle = np.log(region.middle) if region.middle else height[voiced].mean()
            moved[voiced] += (height[voiced] - middle) * (region.manner.liveliness - 1.0)
    if moved.any():
        edge = _SMOOTH // 2
        moved = np.convolve(np.pad(moved, edge, "edge"), np.full(_SMOOTH, 1 / _SMOOTH), "valid")
    bent = replace(speech, pitch=np.where(speech.pitch > 0, np.exp(height + moved), 0.0))
    reached = np.concatenate([[0.0], np.cumsum(1.0 / rate)[:-1]])
    places = np.interp(np.arange(int(reached[-1]) + 1), reached, np.arange(len(seconds)))
    return (timed(bent, places) if (rate != 1.0).any() else bent), places


def _as_loud(sound: Samples, old: Samples) -> Samples:
    """`sound` with the power of the `old`, within reason."""
    power, wanted = (float(np.mean(np.square(each))) for each in (sound, old))
    if power <= 0.0 or wanted <= 0.0:
        return sound
    factor = np.clip(np.sqrt(wanted / power), 1 / _LEVEL, _LEVEL)
    return limited((sound * factor).astype(np.float32))


def _agreeing(sound: Samples, place: int, wave: Samples, slack: int) -> int:
    """Where in `sound`, near `place`, it is most like `wave`."""
    first = max(0, place - slack)
    places = range(first, max(first, min(len(sound) - len(wave), place + slack)) + 1)

    def likeness(at: int) -> float:
        piece = sound[at : at + len(wave)]
        return float(piece @ wave) / (float(np.linalg.norm(piece)) + 1e-6)

    return max(places, key=likeness)


def _crossed(one: Samples, other: Samples) -> Samples:
    """`one` passing into `other`, which is as long."""
    share = (np.arange(len(one), dtype=np.float32) + 0.5) / max(1, len(one))
    crossed: Samples = (one * (1 - share) + other * share).astype(np.float32)
    return crossed
