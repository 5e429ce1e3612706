"""A narrator, a timeline and a speaker without any language or voice in them.

Sentences end at a full stop of either language; a sentence of n characters sounds n
hundredths of a second, as a steady tone, and is followed by the pause that was meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import numpy as np

from reader.background import CancelToken
from reader.books.model import Block, BlockKind, Book, Chapter, Run
from reader.narration.passage import Passage
from reader.narration.utterance import Pause, Span, Utterance
from reader.speech.engine import SPEECH_RATE, AudioChunk

PAUSE = 0.25
SECONDS_A_CHARACTER = 0.01


def make_book(*chapters: tuple[str, str], title: str = "A Book 书", language: str = "en") -> Book:
    """A book of (title, text) chapters; lines of the text are blocks."""
    return Book(
        title=title,
        authors=("A. Writer", "李四"),
        identifier=f"fake {title}",
        language=language,
        date="1999",
        chapters=tuple(
            Chapter(
                title=name,
                blocks=tuple(
                    Block(kind=BlockKind.PARAGRAPH, runs=(Run(text=line),))
                    for line in text.split("\n")
                    if line
                ),
            )
            for name, text in chapters
        ),
    )


class FakeTimeline:
    """Sentences of a book."""

    def __init__(self, book: Book) -> None:
        self.book = book

    def passages(self, chapter: int) -> Iterator[Passage]:
        text = self.book.chapters[chapter].text
        for match in re.finditer(r"[^.。\n]+[.。]?", text):
            start, end = match.span()
            block = self.book.chapters[chapter].block_at(start)
            yield Passage(chapter=chapter, start=start, end=end, block=block)


class FakeNarrator:
    """Says every sentence as it is written."""

    def __init__(self, book: Book) -> None:
        self.book = book

    def utterance(self, passage: Passage) -> Utterance:
        text = self.book.chapters[passage.chapter].text[passage.start : passage.end]
        span = Span(text=text, language="en", start=passage.start, end=passage.end)
        return Utterance(
            items=(span, Pause(seconds=PAUSE)),
            chapter=passage.chapter,
            start=passage.start,
            end=passage.end,
        )


class FakeSpeaker:
    """A tone as long as the text; `before` is called with each utterance first."""

    def __init__(self, before: Callable[[Utterance], None] = lambda _: None) -> None:
        self.before = before
        self.spoken: list[str] = []

    def speak(self, utterance: Utterance, cancel: CancelToken) -> Iterator[AudioChunk]:
        self.before(utterance)
        self.spoken.append(utterance.text)
        frames = round(len(utterance.text) * SECONDS_A_CHARACTER * SPEECH_RATE)
        tone = 0.5 * np.sin(2 * np.pi * 440 / SPEECH_RATE * np.arange(frames))
        for part in np.array_split(tone.astype(np.float32), 2):
            cancel.check()
            yield AudioChunk(samples=part, rate=SPEECH_RATE)
        pauses = sum(item.seconds for item in utterance.items if isinstance(item, Pause))
        silence = np.zeros(round(pauses * SPEECH_RATE), np.float32)
        yield AudioChunk(samples=silence, rate=SPEECH_RATE)
