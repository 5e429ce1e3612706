"""Talking books made without a voice: every sentence is a tone as long as its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from reader.books.model import Book
from reader.export.daisy.book import TalkingBook
from reader.export.products.product import Edition
from reader.export.sections import Section, TimedSentence
from reader.narration.timeline import Timeline
from reader.speech.engine import SPEECH_RATE, Samples

DAY = date(2026, 11, 28)
PAUSE = SPEECH_RATE // 5
FRAMES_A_CHARACTER = SPEECH_RATE // 1000
"""A thousand characters a second: whole novels are soon said."""


@dataclass(frozen=True, kw_only=True)
class Tone:
    """A section said by a tone; silent for a fifth of a second after each sentence."""

    section: Section
    sentences: Sequence[TimedSentence]
    frames: int

    def blocks(self) -> Iterator[Samples]:
        for sentence in self.sentences:
            time = np.arange(sentence.finish - sentence.begin) / SPEECH_RATE
            yield (0.5 * np.sin(2 * np.pi * 440 * time)).astype(np.float32)
            yield np.zeros(PAUSE, np.float32)


def said(section: Section, ranges: Sequence[tuple[int, int]]) -> Tone:
    """`section` with these sentences, as ranges of its chapter."""
    sentences: list[TimedSentence] = []
    frame = 0
    for start, end in ranges:
        finish = frame + max(1, end - start) * FRAMES_A_CHARACTER
        sentences.append(TimedSentence(start=start, end=end, begin=frame, finish=finish))
        frame = finish + PAUSE
    return Tone(section=section, sentences=tuple(sentences), frames=frame)


def sections_of(
    book: Book, chapters: Sequence[int], *, opening: str = "", closing: str = ""
) -> tuple[Section, ...]:
    """Sections for `chapters`, with what is announced before and after them."""
    listed: list[tuple[str, int, int | None]] = [(opening, 1, None)] if opening else []
    for index in chapters:
        chapter = book.chapters[index]
        listed.append((chapter.title.strip() or str(index + 1), chapter.level, index))
    listed += [(closing, 1, None)] if closing else []
    return tuple(
        Section(number=number, title=title, level=level, chapter=chapter)
        for number, (title, level, chapter) in enumerate(listed)
    )


def make(
    folder: Path,
    book: Book,
    *,
    chapters: Sequence[int] | None = None,
    opening: str = "",
    closing: str = "",
    narrators: tuple[str, ...] = ("Heart",),
) -> Path:
    """A talking book of `book` in `folder`."""
    chosen = range(len(book.chapters)) if chapters is None else chapters
    sections = sections_of(book, chosen, opening=opening, closing=closing)
    edition = Edition(book=book, narrators=narrators, sections=sections)
    talking = TalkingBook(folder, edition, made=DAY)
    timeline = Timeline(book)
    try:
        for section in sections:
            if section.chapter is None:
                talking.add(said(section, [(0, 0)]))
                continue
            passages = timeline.passages(section.chapter)
            talking.add(said(section, [(each.start, each.end) for each in passages]))
        talking.finish()
    except BaseException:
        talking.abandon()
        raise
    return folder
