"""Puts what the synthesis brings forth on the tape, with tones between, as it is wanted."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable

import numpy as np

from reader.errors import TingshuError
from reader.narration.passage import Passage
from reader.playback.cues import Cue, tone
from reader.playback.reading_speed import ReadingSpeed
from reader.playback.synthesis import End, Piece, Synthesis, Trouble
from reader.playback.tape import Tape
from reader.speech.engine import SPEECH_RATE, Samples

_log = logging.getLogger(__name__)

LAST_SILENCE: Samples = np.zeros(SPEECH_RATE // 4, np.float32)
"""Follows the last sound, so that all of it is heard before the device is stopped: up to 40 ms
lie in a resampler, and the device's clock may be somewhat ahead of the ear."""


class Recorder:
    """Fills :attr:`tape`, a new one after each :meth:`drop`; nothing waits.

    `cue_of` tells which tone goes before a passage, `speed` learns how long what takes to say.
    `troubles` gathers what could not be spoken and was left out, for the player to tell;
    `breakdown` is why nothing comes after what is on the tape, None if that is the end of the
    book; `ended` whether one of both is so.
    """

    def __init__(self, synthesis: Synthesis) -> None:
        self.cue_of: Callable[[Passage], Cue | None] = lambda _passage: None
        self.speed = ReadingSpeed()
        self._synthesis = synthesis
        self._empty()

    def _empty(self) -> None:
        self.tape = Tape()
        self.troubles: deque[TingshuError] = deque()
        self.breakdown: TingshuError | None = None
        self.ended = False
        self._outdated = False
        self._saying: Passage | None = None
        self._seconds = 0.0  # of it, so far

    def drop(self) -> None:
        """Begin with an empty tape, and nothing to come."""
        self._synthesis.stop()
        self._empty()

    def begin(self, passage: Passage) -> None:
        """Have the synthesis speak from `passage` on; call after :meth:`drop`."""
        self._synthesis.begin(passage)

    def plan_anew(self) -> None:
        """Have the synthesis think again, after the last passage on the tape, what comes next."""
        self._outdated = self.tape.end > 0

    def record(self) -> bool:
        """Take one item of the synthesis; False if none is ready."""
        match self._synthesis.take():
            case None:
                return False
            case Piece(first=True) | End() if self._outdated:
                self._begin_anew()
            case Piece() as piece:
                self._put(piece)
            case End():
                self._learn_speed()
                self._end()
            case Trouble(error=error, final=True):
                self._end(error)
            case Trouble(error=error):
                self._saying = None
                self.troubles.append(error)
        return True

    def leap(self, frame: int, seconds: float, rate: float) -> tuple[int, float]:
        """The frame heard `seconds` after `frame` (before it where negative) at `rate`.

        And the part of them, of the same sign, that lies beyond that: it is not there yet, or
        not any more.
        """
        if seconds > 0:
            return self._later(frame, seconds, rate)
        frame, left = self._earlier(frame, -seconds, rate)
        return frame, -left

    def _later(self, frame: int, seconds: float, rate: float) -> tuple[int, float]:
        while seconds > 0 and (frame < self.tape.end or self.record()):
            section = self.tape.at(frame)
            if section is None:
                continue
            frames_a_second = SPEECH_RATE * section.quickening(rate)
            step = min(section.end - frame, round(seconds * frames_a_second))
            seconds -= step / frames_a_second
            frame += step
            if frame < section.end:
                return frame, 0.0
        return frame, max(0.0, seconds)

    def _earlier(self, frame: int, seconds: float, rate: float) -> tuple[int, float]:
        while seconds > 0 and (section := self.tape.at(frame - 1)) is not None:
            frames_a_second = SPEECH_RATE * section.quickening(rate)
            step = min(frame - section.begin, round(seconds * frames_a_second))
            seconds -= step / frames_a_second
            frame -= step
            if frame > section.begin:
                return frame, 0.0
        return frame, max(0.0, seconds)

    def _begin_anew(self) -> None:
        self._outdated = False
        last = self.tape.at(self.tape.end - 1)
        if last is not None:
            self._synthesis.begin_after(last.passage)

    def _put(self, piece: Piece) -> None:
        passage = piece.passage
        if piece.first:
            self._learn_speed()
            self._saying, self._seconds = passage, 0.0
            self._put_cue(passage)
        self.tape.add(passage, piece.samples, first=piece.first, pace=piece.pace, words=piece.words)
        self._seconds += piece.seconds

    def _put_cue(self, passage: Passage) -> None:
        try:
            cue = self.cue_of(passage)
        except Exception:
            _log.exception("whether a tone goes before %s is not known", passage)
            return
        if cue is not None:
            self.tape.add(passage, tone(cue), pace=None)

    def _learn_speed(self) -> None:
        """Note how long the last passage took, which is known once all of it is there."""
        if self._saying is not None:
            self.speed.note(self._saying.end - self._saying.start, self._seconds)
        self._saying = None

    def _end(self, breakdown: TingshuError | None = None) -> None:
        self.breakdown = breakdown
        self.ended = True
        last = self.tape.at(self.tape.end - 1)
        if last is not None:
            self.tape.add(last.passage, LAST_SILENCE, pace=None)
