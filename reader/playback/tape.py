"""The speech of the last minute and of the next moment, frame by frame, and what it says.

What has been made lies here from when it is wanted until it has long been heard; so it can
be played again from any frame: at another rate, or after a jump back.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from reader.narration.passage import Passage
from reader.playback.events import PassageStarted, WordStarted
from reader.speech.engine import SPEECH_RATE, Samples, TimedWord

KEPT = 60 * SPEECH_RATE
"""Frames of speech that stay behind the ear, 6 MB: six jumps of ten seconds at normal speed,
one and a half at four times that."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Section:
    """A piece of speech from frame `begin` of the tape on.

    `first` marks the one that its passage's speech begins with. The voice spoke at `pace`
    times its normal speed; None is for sound that is heard as it is at any rate.
    """

    passage: Passage
    samples: Samples
    begin: int
    first: bool = False
    pace: float | None = 1.0
    words: tuple[TimedWord, ...] = ()

    @property
    def end(self) -> int:
        """The frame after the last."""
        return self.begin + len(self.samples)

    def quickening(self, rate: float) -> float:
        """How many of its frames make one of the output, when the listener hears `rate`."""
        return 1.0 if self.pace is None else rate / self.pace


class Tape:
    """Sections one after the other; frames are numbered from 0 on."""

    def __init__(self) -> None:
        self._sections: list[Section] = []
        self._end = 0

    @property
    def begin(self) -> int:
        """The oldest frame that is still there."""
        return self._sections[0].begin if self._sections else self._end

    @property
    def end(self) -> int:
        """The frame after the newest."""
        return self._end

    def add(
        self,
        passage: Passage,
        samples: Samples,
        *,
        first: bool = False,
        pace: float | None = 1.0,
        words: tuple[TimedWord, ...] = (),
    ) -> None:
        """Record a section behind the others."""
        section = Section(
            passage=passage, samples=samples, begin=self._end, first=first, pace=pace, words=words
        )
        self._sections.append(section)
        self._end = section.end

    def at(self, frame: int) -> Section | None:
        """The section that holds `frame`; None before the oldest and behind the newest."""
        if not self.begin <= frame < self._end:
            return None
        return self._sections[self._number(frame)]

    def told(self, begin: int, end: int) -> Iterator[PassageStarted | WordStarted]:
        """What begins from frame `begin` up to `end`, in order."""
        if begin >= end or not self._sections:
            return
        overlapping = bisect_left(self._sections, begin, key=_begin) - 1
        for section in self._sections[max(0, overlapping) :]:
            if section.begin >= end:
                return
            if section.first and begin <= section.begin:
                yield PassageStarted(section.passage)
            for word in section.words:
                if begin <= section.begin + round(word.begin * SPEECH_RATE) < end:
                    yield WordStarted(section.passage, word.start, word.end)

    def forget(self, frame: int) -> None:
        """Let go of what lies more than :data:`KEPT` before `frame`."""
        del self._sections[: max(0, self._number(frame - KEPT))]

    def _number(self, frame: int) -> int:
        """The number of the last section that begins at `frame` or before; -1 if none does."""
        return bisect_right(self._sections, frame, key=_begin) - 1


def _begin(section: Section) -> int:
    return section.begin
