"""Small books, put together block by block."""

from __future__ import annotations

from reader.books.model import Block, BlockKind, Book, Cell, Chapter, Run
from reader.navigation.place import Position


def block(kind: BlockKind, *parts: str | Run, level: int = 0, ids: tuple[str, ...] = ()) -> Block:
    """A block of plain words and runs."""
    runs = tuple(part if isinstance(part, Run) else Run(text=part) for part in parts)
    return Block(kind=kind, runs=runs, level=level, identifiers=ids)


def p(*parts: str | Run, ids: tuple[str, ...] = ()) -> Block:
    return block(BlockKind.PARAGRAPH, *parts, ids=ids)


def h(level: int, *parts: str | Run) -> Block:
    return block(BlockKind.HEADING, *parts, level=level)


def li(text: str, level: int = 1) -> Block:
    return block(BlockKind.LIST_ITEM, text, level=level)


def row(number: int, *texts: str) -> Block:
    """A table row whose cells are joined by semicolons."""
    starts = [sum(len(text) + 2 for text in texts[:column]) for column in range(len(texts))]
    cells = tuple(
        Cell(row=number, column=column, start=start, end=start + len(text))
        for column, (start, text) in enumerate(zip(starts, texts, strict=True))
    )
    return Block(kind=BlockKind.TABLE_ROW, runs=(Run(text="; ".join(texts)),), cells=cells)


def note(*parts: str | Run, ids: tuple[str, ...] = ()) -> Block:
    return block(BlockKind.NOTE, *parts, ids=ids)


def link(text: str, target: str) -> Run:
    return Run(text=text, link=target)


def reference(text: str, target: str) -> Run:
    return Run(text=text, link=target, note=target)


def page(label: str) -> Run:
    return Run(text="", page=label)


def book(*chapters: list[Block]) -> Book:
    """A book of chapters called One, Two, Three …"""
    titles = ("One", "Two", "Three", "Four", "Five")
    return Book(
        title="A Small Book",
        identifier="small",
        language="en",
        chapters=tuple(
            Chapter(title=title, blocks=tuple(blocks))
            for title, blocks in zip(titles, chapters, strict=False)
        ),
    )


def at(book: Book, words: str, chapter: int = 0) -> Position:
    """Where `words` stand in a chapter."""
    return Position(chapter, book.chapters[chapter].text.index(words))
