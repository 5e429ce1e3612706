"""A place in a book."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from reader.books.model import Book


@dataclass(frozen=True, order=True, slots=True)
class Position:
    """A chapter's index and an offset in its text; positions sort in reading order."""

    chapter: int
    offset: int


class Range(NamedTuple):
    """Characters `start` (inclusive) to `end` (exclusive) of one chapter's text."""

    chapter: int
    start: int
    end: int


def start_of_block(book: Book, chapter: int, block: int) -> Position:
    """Where block number `block` of `chapter` begins."""
    return Position(chapter, book.chapters[chapter].block_starts[block])


def end_of_block(book: Book, chapter: int, block: int) -> int:
    """The offset behind the last character of a block."""
    own = book.chapters[chapter]
    return own.block_starts[block] + len(own.blocks[block].text)


def clamped(book: Book, position: Position) -> Position:
    """`position`, brought back to the ends of the book and of its chapter.

    A book without chapters has but one place, (0, 0).
    """
    if not book.chapters or position.chapter < 0:
        return Position(0, 0)
    last = len(book.chapters) - 1
    if position.chapter > last:
        return Position(last, end_of_block(book, last, len(book.chapters[last].blocks) - 1))
    blocks = book.chapters[position.chapter].blocks
    end = end_of_block(book, position.chapter, len(blocks) - 1) if blocks else 0
    return Position(position.chapter, min(max(0, position.offset), end))


def without_blanks(text: str, offset: int) -> tuple[int, int]:
    """The range of `text`, which stands at `offset`, without the white space at its ends."""
    start = offset + len(text) - len(text.lstrip())
    return start, max(start, offset + len(text.rstrip()))
