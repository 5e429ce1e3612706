"""Where am I: everything that can be said of a place, as data."""

from __future__ import annotations

from dataclasses import dataclass

from reader.books.model import Book
from reader.navigation.elements import Elements
from reader.navigation.measure import Extent
from reader.navigation.pages import Pages
from reader.navigation.place import Position, clamped


@dataclass(frozen=True, kw_only=True)
class Whereabouts:
    """A place in terms of the book.

    `chapter_number`, `line` and their totals count from 1; a line is a paragraph of the
    chapter. `headings` are those above the place, the highest first. `fraction` is what of
    the book lies behind, 0 to 1. `page` is None in books without printed pages and before
    the first one. Seconds are None where nobody knows how fast it is read.
    """

    chapter_number: int
    chapters: int
    chapter_title: str
    headings: tuple[str, ...]
    fraction: float
    page: str | None
    last_page: str | None
    line: int
    lines: int
    seconds_left_in_chapter: float | None
    seconds_left: float | None


def whereabouts(
    book: Book,
    position: Position,
    *,
    elements: Elements,
    pages: Pages,
    extent: Extent,
    seconds_left: float | None,
) -> Whereabouts:
    """Everything about `position`; `seconds_left` to the end of the book as it is now read."""
    position = clamped(book, position)
    line, lines = extent.line(position)
    chapter = book.chapters[position.chapter] if book.chapters else None
    return Whereabouts(
        chapter_number=position.chapter + 1 if chapter else 0,
        chapters=len(book.chapters),
        chapter_title=chapter.title if chapter else "",
        headings=tuple(heading.text for heading in elements.heading_trail(position)),
        fraction=extent.fraction(position),
        page=pages.at(position),
        last_page=pages.last,
        line=line,
        lines=lines,
        seconds_left_in_chapter=_share(extent, position, seconds_left),
        seconds_left=seconds_left,
    )


def _share(extent: Extent, position: Position, seconds_left: float | None) -> float | None:
    """The part of the time left that the rest of the chapter takes, by its length."""
    left = extent.characters - extent.before(position)
    if seconds_left is None or left <= 0:
        return seconds_left
    return seconds_left * extent.left_in_chapter(position) / left
