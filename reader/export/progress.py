"""How far an export is, how fast it goes and how long it will take."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from reader.export.pace import Pace
from reader.export.sections import Section

_SPEAKING_SHARE = 0.9
"""What part of the way speaking is until it is known how long it takes; the rest is levelling,
encoding and writing."""

_WRITING_SPEED = 200.0
"""Seconds of sound that are written in a second, until it is known."""

_ENOUGH = 0.01
"""What part of the work has to be written before that tells the pace: the first section is often
a title of some seconds, and takes as long as an encoder takes to begin."""

_NEARLY = 0.995
"""As far as it gets before the last file is whole."""

_ALL = 1 - 1e-9
"""The share of the work that is all of it: sums of fractions are not exact."""

_INTERVAL = 0.1
"""Seconds at least between two reports."""

_FIRST_GUESS = 3.0
"""Seconds of speaking before anything is foretold."""

_FIRST_SOUND = 10.0
"""Seconds of sound before anything is foretold: the first part waits for the workers to begin."""


@dataclass(frozen=True, kw_only=True)
class ExportProgress:
    """How far an export is, at most ten times a second and at the end.

    `title` is that of the section that was spoken or written last. `fraction` (0-1) never goes
    back; 1 is told when all files are whole. `seconds` is the length of the sound made so far,
    with what an earlier run had made; `speed` how many seconds of sound are made in a second, of
    late and without pauses: are spoken, or once all is spoken, are written; 0 until that can be
    told. Once all is written it is the speed of the whole. `left` is how many seconds it will
    take, None until that can be told.
    """

    title: str
    fraction: float
    seconds: float
    speed: float
    left: float | None


class Meter:
    """Counts what is done and tells `report`; may be used from several threads.

    Work is counted in one unit throughout: characters of the book, or seconds of sound. `rested`
    gives the seconds for which the job has been paused, which count for nothing.
    """

    def __init__(
        self,
        work: float,
        report: Callable[[ExportProgress], None],
        *,
        hands: int = 1,
        rested: Callable[[], float] = lambda: 0.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Count from now on; `work` is all that will be spoken, by so many `hands` at once."""
        self._work = max(1.0, work)
        self._hands = hands
        self._report = report
        self._time = clock
        self._rested = rested
        self._lock = threading.RLock()
        self._begun = self._clock()
        self._reported = float("-inf")
        self._fraction = 0.0
        self._seconds = 0.0
        self._spoken = 0.0
        self._spoken_here = 0.0
        self._speaking_time = 0.0
        self._written = 0.0
        self._written_here = 0.0
        self._writing_time = 0.0
        self._written_at = self._begun
        self._section_written = 0.0
        self._section_work = 0.0
        self._section = Section(number=0, title="")
        self._speaking_pace = Pace(self._begun)
        self._writing_pace = Pace(0.0)
        self._title = ""

    @property
    def fraction(self) -> float:
        """How far it is, as told last."""
        return self._fraction

    @property
    def seconds(self) -> float:
        """The length of the sound made so far."""
        return self._seconds

    @property
    def writing_seconds(self) -> float:
        """What writing has taken until now, pauses not included."""
        return self._writing_time

    @property
    def elapsed(self) -> float:
        """Seconds since the beginning, pauses not included."""
        return self._clock() - self._begun

    def spoken(self, section: Section, work: float, seconds: float, took: float | None) -> None:
        """A part of `section` is there, for which a worker took so many seconds; None where it
        was there before.
        """
        with self._lock:
            self._spoken += work
            self._seconds += seconds
            if took is not None:
                self._spoken_here += work
                self._speaking_time += took / self._hands
                self._speaking_pace.add(self._clock(), work, seconds)
            self._tell(section)

    def kept(self, section: Section, work: float, seconds: float) -> None:
        """The whole `section` had been spoken and written by an earlier run."""
        with self._lock:
            self._spoken += work
            self._written += work
            self._seconds += seconds
            self._tell(section)

    def writing(self, section: Section, work: float) -> None:
        """The whole `section`, so much work, is spoken and begins to be written."""
        with self._lock:
            self._section = section
            self._section_written = 0.0
            self._section_work = work
            self._written_at = self._clock()
            self._tell(section)

    def wrote(self, share: float) -> None:
        """So much (0-1) of the section that is being written is done."""
        with self._lock:
            more = max(0.0, share - self._section_written) * self._section_work
            self._section_written = max(share, self._section_written)
            now = self._clock()
            self._writing_time += now - self._written_at
            self._written_at = now
            self._written += more
            self._written_here += more
            # By the time that writing takes: between two sections it may wait for the speaking.
            self._writing_pace.add(self._writing_time, more, more * self._seconds_a_unit())
            self._tell(self._section)

    def finish(self) -> None:
        """All files are whole."""
        with self._lock:
            self._fraction = 1.0
            self._tell_now(left=0.0)

    def _clock(self) -> float:
        return self._time() - self._rested()

    def _tell(self, section: Section) -> None:
        self._title = section.title
        spoken = min(1.0, self._spoken / self._work)
        written = min(1.0, self._written / self._work)
        speaking = self._speaking_share()
        share = speaking * spoken + (1 - speaking) * written
        self._fraction = max(self._fraction, _NEARLY * share)
        if self._clock() - self._reported >= _INTERVAL:
            self._tell_now(self._left())

    def _speaking_share(self) -> float:
        """What part of the time goes into speaking, as far as it is known."""
        if not self._spoken_here:
            return _SPEAKING_SHARE
        speaking = self._speaking_time / self._spoken_here
        writing = self._writing_time_a_unit() or self._seconds_a_unit() / _WRITING_SPEED
        return speaking / (speaking + writing) if speaking + writing > 0 else _SPEAKING_SHARE

    def _tell_now(self, left: float | None) -> None:
        self._reported = self._clock()
        self._report(
            ExportProgress(
                title=self._title,
                fraction=self._fraction,
                seconds=self._seconds,
                speed=self._speed(),
                left=left,
            )
        )

    def _speed(self) -> float:
        """Seconds of sound that a second has brought of late, by what is still to be done; in all,
        once nothing is.
        """
        if self._is_written and self.elapsed > 0:
            return self._seconds / self.elapsed
        _work, writing = self._writing_pace.rate(self._writing_time)
        if self._spoken >= self._work and writing:
            return writing
        _work, speaking = self._speaking_pace.rate(self._clock())
        return speaking

    @property
    def _is_written(self) -> bool:
        return self._fraction >= 1 or self._written >= _ALL * self._work

    def _seconds_a_unit(self) -> float:
        """How much sound a unit of work is."""
        return self._seconds / self._spoken if self._spoken else 0.0

    def _left(self) -> float | None:
        """Writing goes on beside the speaking; whichever takes longer tells how long it is."""
        writing = max(0.0, self._work - self._written) * self._writing_time_a_unit()
        to_speak = max(0.0, self._work - self._spoken)
        if not to_speak:
            return writing if self._written_here else None
        rate, _seconds = self._speaking_pace.rate(self._clock())
        is_early = self._clock() - self._begun < _FIRST_GUESS or self._seconds < _FIRST_SOUND
        if not rate or is_early:
            return None
        return max(to_speak / rate, writing)

    def _writing_time_a_unit(self) -> float:
        """Seconds that a unit of work takes to be written; 0 until that can be told."""
        if self._written_here < _ENOUGH * self._work:
            return 0.0
        return self._writing_time / self._written_here
