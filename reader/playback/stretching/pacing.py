"""Which frame of the input is to sound when, if telling moments get more time than others.

Looking a clause or two ahead, the time that the listener's rate leaves for what lies there is
shared out by its weights; what was taken more or less than the rate says is made up for
within the same distance. So the rate is kept to within a fraction of a second at any time (at
most 0.18 s of what is heard, measured on both voices), and exactly at the end. It is planned
anew at every hop, so that another rate is heard at once.
"""

from __future__ import annotations

import numpy as np

from reader.playback.stretching.salience import MARGIN, STEP, Weights, weights
from reader.speech.engine import SPEECH_RATE, Samples

AHEAD = SPEECH_RATE * 3
"""Frames of input over which time is shared out, where so many are there: 3 seconds, a clause
or two, so that a pause helps all of the words around it. With half a second a recogniser heard
a third more words wrongly at three times the speed; six seconds were no better than three."""

_LEARNT = (AHEAD + SPEECH_RATE // 2) // STEP
"""Steps ahead that are weighed when fewer than :data:`AHEAD` are known: half a second more, so
that it is not done at every hop and takes little at once."""

_FULLY = 1.0
"""By how much the rate must lie above 1 for weights to count in full. Below it they count less,
the smaller the difference: slow speech needs no help, and near 1 it should sound natural."""

_FASTEST = 12.0
"""No moment is heard faster than this: one left out entirely would be a break."""

_ROUNDS = 4
"""How often what the bounds leave over is shared out anew; the rest is owed to the next hop."""


class Pacing:
    """Goes through the input at an uneven pace whose mean is the rate asked for.

    Frames are numbered from 0. `place` is the one that is to sound next; in general it lies
    between two frames.
    """

    def __init__(self) -> None:
        self.place = 0.0
        self._owed = 0.0  # frames of output by which too few were made of what has gone by
        self._weights: Weights = np.zeros(0)
        self._first = 0  # the step that the first weight is of

    def jump(self, place: float) -> None:
        """Go on at `place`, as if everything until there had been heard at the rate."""
        self.place = place
        self._owed = 0.0

    def learn(self, held: Samples, base: int) -> None:
        """Weigh as much of the input ahead as is known; `held` is it from frame `base` on."""
        here = int(self.place) // STEP
        if here >= self._first + len(self._weights):
            self._weights, self._first = self._weights[:0], here
        known = self._first + len(self._weights)
        begin, end = known * STEP - MARGIN - base, (here + _LEARNT) * STEP + MARGIN - base
        if known - here >= AHEAD // STEP or len(held) - begin < 2 * MARGIN + STEP:
            return
        sound = held[begin:end] if begin >= 0 else np.pad(held[:end], (-begin, 0))
        self._weights = np.concatenate([self._weights[here - self._first :], weights(sound)])
        self._first = here

    def following(self, frames: int, rate: float) -> float:
        """The place to be at after `frames` more of output."""
        share = min(1.0, max(0.0, (rate - 1.0) / _FULLY))
        ahead = self._weights[int(self.place) // STEP - self._first :][: AHEAD // STEP]
        if share == 0.0 or not len(ahead):
            return self.place + frames * rate
        lengths = np.full(len(ahead), float(STEP))
        lengths[0] -= self.place % STEP
        time = lengths.sum() / rate + self._owed
        sounding = np.cumsum(_shared(ahead**share, lengths, time))
        passed = np.cumsum(lengths)
        if frames >= sounding[-1]:
            return self.place + float(passed[-1] + (frames - sounding[-1]) * rate)
        return self.place + float(np.interp(frames, (0.0, *sounding), (0.0, *passed)))

    def move(self, place: float, frames: int, rate: float) -> None:
        """Be at `place`, after `frames` of output that were to be made at `rate`."""
        self._owed += (place - self.place) / rate - frames
        self.place = place


def _shared(wanted: Weights, lengths: Weights, time: float) -> Weights:
    """`time` shared out among steps of `lengths` by how much they are `wanted`; no step gets
    more time than it took in the input, nor less than what :data:`_FASTEST` leaves of it.
    """
    shares = wanted * lengths
    bounds = lengths / _FASTEST, lengths
    for _ in range(_ROUNDS):
        shares *= max(time, 1.0) / shares.sum()
        shares = np.clip(shares, *bounds)
    return shares
