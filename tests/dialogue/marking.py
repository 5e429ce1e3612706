"""Texts in which it is marked what is said: ⟦said⟧, ⟦+going on⟧ and ⟨named⟩."""

from __future__ import annotations

import re

from reader.books.model import Block, BlockKind, Book, Chapter, Run
from reader.dialogue.model import Quotation
from reader.dialogue.quotations import find_quotations

_SIGNS = re.compile(r"⟦\+?|⟧|⟨|⟩")


def plain(marked: str) -> str:
    """`marked` without its signs."""
    return _SIGNS.sub("", marked)


def book_of(*paragraphs: str, language: str = "en", kind: BlockKind = BlockKind.PARAGRAPH) -> Book:
    """A book of one chapter with these paragraphs."""
    blocks = tuple(Block(kind=kind, runs=(Run(text=text),)) for text in paragraphs)
    return book_with(*blocks, language=language)


def book_with(*blocks: Block, language: str = "en") -> Book:
    """A book of one chapter with these blocks."""
    chapter = Chapter(title="One", blocks=blocks, heading=False)
    return Book(title="Story", chapters=(chapter,), identifier="story", language=language)


def found_in(book: Book) -> list[str]:
    """The paragraphs of the only chapter, marked with what is found."""
    return marked(book.chapters[0], find_quotations(book))


def marked(chapter: Chapter, quotations: list[Quotation]) -> list[str]:
    """The paragraphs of `chapter`, marked with `quotations`."""
    text, shown, done = chapter.text, "", 0
    for each in quotations:
        opening, closing = ("⟦", "⟧") if each.spoken else ("⟨", "⟩")
        going_on = "+" if each.continues else ""
        shown += text[done : each.start] + opening + going_on + text[each.start : each.end]
        shown += closing
        done = each.end
    return (shown + text[done:]).split("\n")
