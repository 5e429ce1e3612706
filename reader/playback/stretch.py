"""Faster and slower speech with its pitch kept, in a stream.

Fast speech is shortened unevenly: silence most, then what is steady, least of all what changes
(:mod:`reader.playback.stretching.pacing`), and still takes as long as the rate says.

The method is WSOLA: Verhelst and Roelands, "An overlap-add technique based on waveform
similarity (WSOLA) for high quality time-scale modification of speech", ICASSP 1993. With
windows that overlap by half it comes down to this: each hop of output fades from what
would follow naturally to a nearby stretch of the input that looks most like it.

It is written here rather than taken from FFmpeg's ``atempo`` (the same method) because the
player needs to know, at every hop, which frame of the input is sounding, and to change the
rate within a sentence without tearing the stream down. At some hundred times real time the
cost does not matter.
"""

from __future__ import annotations

import numpy as np

from reader.playback.stretching.pacing import AHEAD, Pacing
from reader.playback.stretching.salience import MARGIN
from reader.speech.engine import SPEECH_RATE, Samples

HOP = SPEECH_RATE * 15 // 1000
"""Frames of output made at once when stretching: 15 ms, so that the 30 ms window spans
two periods of the deepest voices (about 70 Hz)."""

_REACH = SPEECH_RATE * 8 // 1000
"""How far from its ideal place a stretch may be taken: 8 ms either way, a whole period of
all but the very deepest voices."""

_BEHIND = HOP + 2 * _REACH + 2 * MARGIN
"""Frames of input kept behind the one that would follow: what may still be chosen, and what
tells how much the next ones change."""

_NEARLY_ONE = 0.005

_FADE_IN: Samples = (0.5 - 0.5 * np.cos(np.pi * (np.arange(HOP) + 0.5) / HOP)).astype(np.float32)
_FADE_OUT: Samples = (1.0 - _FADE_IN).astype(np.float32)
_NOTHING: Samples = np.zeros(0, np.float32)


class Stretcher:
    """Takes sound in with :meth:`feed`, gives it out faster or slower with :meth:`take`.

    `rate` is how many frames of input make one of output; it may be set at any time and
    counts from the next block. At a rate of 1 the sound passes unchanged, bit by bit; above it
    the rate is the mean of an uneven pace, kept to within a quarter of a second.
    Frames of input are numbered from 0 at the start or the last :meth:`reset`.
    """

    def __init__(self) -> None:
        self.rate = 1.0
        self.reset()

    def reset(self) -> None:
        """Forget all input; frame numbers begin at 0 again."""
        self._held = _NOTHING  # input from frame `_base` on
        self._base = 0
        self._next = 0  # the frame of input that would follow naturally
        self._pacing = Pacing()  # where we should be
        self._fed = 0
        self._finished = False
        self._asked = False

    @property
    def fed(self) -> int:
        """Frames of input so far: the number of the next one to be fed."""
        return self._fed

    @property
    def position(self) -> int:
        """The frame of input at which the next block of output begins."""
        return min(self._next, self._fed)

    def feed(self, samples: Samples) -> None:
        """Add input."""
        keep = max(0, self._next - _BEHIND - self._base)
        self._held = np.concatenate([self._held[keep:], samples])
        self._base += keep
        self._fed += len(samples)
        self._asked = False

    def finish(self) -> None:
        """Say that no input follows, so that the last of it can be taken."""
        self._finished = True

    def take(self, room: int) -> Samples:
        """The next block of output, at most `room` frames (which must be :data:`HOP` or more).

        Within a block, output runs evenly from :attr:`position` before the call to
        :attr:`position` after it. Empty if there is too little input as yet; also once where
        more would sound better, though there is some: if none can be fed, take again.
        """
        if abs(self.rate - 1.0) < _NEARLY_ONE:
            return self._copied(room)
        if self._asks_for_more():
            return _NOTHING
        return self._stretched()

    def _asks_for_more(self) -> bool:
        """Whether to look further ahead before going on; once only, until more is fed."""
        if self.rate < 1.0 or self._finished or self._asked:
            return False
        self._asked = self._fed - self._next < AHEAD + MARGIN
        return self._asked

    def _copied(self, room: int) -> Samples:
        begin = self._next - self._base
        block = self._held[begin : min(begin + room, self._fed - self._base)]
        self._next += len(block)
        self._pacing.jump(self._next)
        return block

    def _stretched(self) -> Samples:
        self._pacing.learn(self._held, self._base)
        place = self._pacing.following(HOP, self.rate)
        ideal = round(place) - HOP
        first = max(ideal - _REACH, self._base)
        last = max(ideal + _REACH, first)
        if not self._reaches(max(last, self._next) + HOP):
            return _NOTHING
        natural = self._held[self._next - self._base :][:HOP]
        nearby = self._held[first - self._base : last - self._base + HOP]
        chosen = first + _most_alike(natural, nearby, ideal - first)
        other = self._held[chosen - self._base :][:HOP]
        self._next = chosen + HOP
        self._pacing.move(place, HOP, self.rate)
        return natural * _FADE_OUT + other * _FADE_IN

    def _reaches(self, frame: int) -> bool:
        """Whether input up to `frame` is there; after the end, silence stands in for it."""
        missing = frame - self._base - len(self._held)
        if missing <= 0:
            return self._next < self._fed
        if not self._finished or self._next >= self._fed:
            return False
        self._held = np.concatenate([self._held, np.zeros(missing, np.float32)])
        return True


def _most_alike(natural: Samples, nearby: Samples, middle: int) -> int:
    """Where in `nearby` the stretch lies that is most like `natural`; `middle` if none is."""
    products = np.correlate(nearby, natural, "valid")
    sums = np.concatenate([[0.0], np.cumsum(nearby.astype(np.float64) ** 2)])
    energies = np.maximum(sums[HOP:] - sums[:-HOP], 0.0)
    likeness = products / np.sqrt(energies + 1e-6)
    best = int(np.argmax(likeness))
    return best if likeness[best] > 0.0 else min(max(middle, 0), len(likeness) - 1)
