"""A text that comes from no file, as a book, so that it is read like any other."""

from __future__ import annotations

from reader.books.model import Block, BlockKind, Book, Chapter, Run
from reader.language.detect import language_of


def book_of(text: str) -> Book:
    """`text` as a book of one chapter, a paragraph a line."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    blocks = (Block(kind=BlockKind.PARAGRAPH, runs=(Run(text=line),)) for line in lines if line)
    chapter = Chapter(title="", blocks=tuple(blocks), heading=False)
    return Book(title="", chapters=(chapter,), identifier="", language=language_of(text))
