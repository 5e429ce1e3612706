"""Small books to walk through, and ways of looking at what is found in them."""

from __future__ import annotations

from collections.abc import Iterable

from reader.books.model import Block, BlockKind, Book, Chapter, Run
from reader.narration.passage import Passage
from reader.narration.timeline import Timeline


def block(*runs: str | Run, kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
    return Block(
        kind=kind, runs=tuple(Run(text=run) if isinstance(run, str) else run for run in runs)
    )


def book(*chapters: list[Block], language: str = "zh", titled: bool = True) -> Book:
    """A book of these chapters; `titled`: their titles stand in the text."""
    return Book(
        title="书",
        identifier="1",
        language=language,
        chapters=tuple(
            Chapter(title=str(number), blocks=tuple(blocks), heading=titled)
            for number, blocks in enumerate(chapters)
        ),
    )


def text(book: Book, passage: Passage | None) -> str | None:
    if passage is None:
        return None
    return book.chapters[passage.chapter].text[passage.start : passage.end]


def texts(book: Book, passages: Iterable[Passage]) -> list[str | None]:
    return [text(book, passage) for passage in passages]


def walk(timeline: Timeline) -> list[Passage]:
    """Every passage from the first on, by steps."""
    found = []
    passage = timeline.first()
    while passage is not None:
        found.append(passage)
        passage = timeline.next_sentence(passage)
    return found
