"""The sound of a book's chapters, and how much of it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from reader.background import CancelToken
from reader.books.model import Book
from reader.narration.passage import Passage
from reader.narration.utterance import Pause, Utterance
from reader.speech.engine import SPEECH_RATE, AudioChunk, Samples

_FADE = round(0.01 * SPEECH_RATE)
"""Samples over which sound that is cut off falls silent: no click."""


class Passages(Protocol):
    """Knows the sentences of each chapter: :class:`reader.narration.timeline.Timeline`."""

    def passages(self, chapter: int) -> Iterator[Passage]:
        """The sentences of chapter number `chapter` (from 0), in order."""
        ...


class Narrates(Protocol):
    """Turns sentences into utterances: :class:`reader.narration.narrator.Narrator`."""

    def utterance(self, passage: Passage) -> Utterance:
        """What is said for `passage`, with the pause after it."""
        ...


class Speaks(Protocol):
    """Turns utterances into sound: :class:`reader.speech.speaker.Speaker`."""

    def speak(self, utterance: Utterance, cancel: CancelToken) -> Iterator[AudioChunk]:
        """The sound of `utterance` at :data:`~reader.speech.engine.SPEECH_RATE`."""
        ...


@dataclass(frozen=True, kw_only=True)
class ExportProgress:
    """How far an export is: after every sentence and every chapter.

    `chapter` is the index in the book of the chapter being spoken, `fraction` (0-1) the
    part of the chosen text that is done, `seconds` the length of the sound made so far.
    """

    chapter: int
    fraction: float
    seconds: float


class Reading:
    """Reads the chosen chapters aloud, one after the other; holds one sentence at a time."""

    def __init__(
        self,
        book: Book,
        chosen: Sequence[int],
        *,
        narrator: Narrates,
        timeline: Passages,
        speaker: Speaks,
        progress: Callable[[ExportProgress], None],
        cancel: CancelToken,
        seconds: float | None,
    ) -> None:
        """`seconds` ends the reading early; None reads everything."""
        self.book = book
        self.chosen = chosen
        self.characters = sum(_length(book, chapter) for chapter in chosen)
        self.pause = 0.0
        self._narrator = narrator
        self._timeline = timeline
        self._speaker = speaker
        self._progress = progress
        self._cancel = cancel
        self._end = None if seconds is None else round(seconds * SPEECH_RATE)
        self._frames = 0
        self._characters_done = 0

    def ended(self) -> bool:
        """Whether the seconds asked for have been read."""
        return self._end is not None and self._frames >= self._end

    def sound(self, chapter: int) -> Iterator[Samples]:
        """Speak a chapter; afterwards `pause` is the silence in seconds at its end."""
        for passage in self._timeline.passages(chapter):
            if self.ended():
                return
            self._cancel.check()
            utterance = self._narrator.utterance(passage)
            for chunk in self._speaker.speak(utterance, self._cancel):
                yield self._counted(chunk.samples)
                if self.ended():
                    break
            self.pause = _trailing_pause(utterance)
            self._report(chapter, passage.end)
        self._characters_done += _length(self.book, chapter)
        self._report(chapter, 0)

    def _counted(self, samples: Samples) -> Samples:
        if self._end is not None and self._frames + len(samples) > self._end:
            samples = _faded(samples[: self._end - self._frames])
        self._frames += len(samples)
        return samples

    def _report(self, chapter: int, offset: int) -> None:
        done = (self._characters_done + offset) / max(1, self.characters)
        self._progress(
            ExportProgress(
                chapter=chapter,
                fraction=1.0 if self.ended() else min(1.0, done),
                seconds=self._frames / SPEECH_RATE,
            )
        )


def _length(book: Book, chapter: int) -> int:
    return sum(len(block.text) + 1 for block in book.chapters[chapter].blocks)


def _trailing_pause(utterance: Utterance) -> float:
    last = utterance.items[-1] if utterance.items else None
    return last.seconds if isinstance(last, Pause) else 0.0


def _faded(samples: Samples) -> Samples:
    """A copy that falls silent over its last hundredth of a second."""
    samples = samples.copy()
    tail = samples[-_FADE:]
    tail *= np.linspace(1.0, 0.0, len(tail), dtype=np.float32)
    return samples
