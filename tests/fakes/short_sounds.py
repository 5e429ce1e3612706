"""A book spoken in very short sounds, every sentence of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from reader.books.model import Book
from reader.export.sections import Section, TimedSentence
from reader.narration.cutting import BlockPassages
from reader.speech.engine import SPEECH_RATE, Samples

SENTENCE_FRAMES = 487
"""About 20 ms; no whole number of milliseconds, so that rounding shows."""

_BLOCK = 48_000


@dataclass(frozen=True, kw_only=True)
class ShortSound:
    """A :class:`~reader.export.sections.SectionSound` of a steady quiet tone."""

    section: Section
    sentences: Sequence[TimedSentence]
    frames: int

    def blocks(self) -> Iterator[Samples]:
        """The tone, two seconds at a time."""
        for start in range(0, self.frames, _BLOCK):
            times = np.arange(start, min(self.frames, start + _BLOCK)) / SPEECH_RATE
            yield (0.1 * np.sin(2 * np.pi * 440 * times)).astype(np.float32)


def sections_of(
    book: Book, chapters: Sequence[int] | None = None, *, announce: bool = False
) -> tuple[Section, ...]:
    """The sections of an export of `chapters`, with what is said at both ends if `announce`."""
    chosen = range(len(book.chapters)) if chapters is None else chapters
    told: list[tuple[str, int | None, int]] = [
        (book.chapters[chapter].title, chapter, book.chapters[chapter].level) for chapter in chosen
    ]
    if announce:
        told = [(f"{book.title}. Read by Nobody.", None, 1), *told, ("The end.", None, 1)]
    return tuple(
        Section(number=number, title=title, chapter=chapter, level=level)
        for number, (title, chapter, level) in enumerate(told)
    )


def spoken(book: Book, section: Section, sentences: BlockPassages | None = None) -> ShortSound:
    """The section spoken, each sentence as long as the others; a silent one has no frames."""
    if section.chapter is None:
        ranges = [(0, 0)]
    else:
        cutter = sentences or BlockPassages(book)
        ranges = [
            (passage.start, passage.end)
            for block in range(len(book.chapters[section.chapter].blocks))
            for passage in cutter.of(section.chapter, block)
        ]
    return ShortSound(
        section=section,
        sentences=tuple(
            TimedSentence(
                start=start,
                end=end,
                begin=number * SENTENCE_FRAMES,
                finish=(number + 1) * SENTENCE_FRAMES - 100,
            )
            for number, (start, end) in enumerate(ranges)
        ),
        frames=len(ranges) * SENTENCE_FRAMES,
    )
