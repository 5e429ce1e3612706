"""Places that are found again after the file of a book has changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.books.model import Book
from reader.navigation.place import Position, clamped

CONTEXT = 40
"""Characters kept on either side of the place."""

_SHORTER = ((20, 20), (0, 30), (30, 0), (10, 10), (0, 12), (12, 0))
"""Less and less of the context (before, after), tried where the whole is not found."""

_LEAST = 8
"""Fewer characters are found anywhere and prove nothing."""


@dataclass(frozen=True, kw_only=True)
class Anchor:
    """A place with the words around it: at most forty characters `before` and `after`.

    `title` is that of the chapter.
    """

    chapter: int
    offset: int
    before: str
    after: str
    title: str


def anchor_of(book: Book, position: Position) -> Anchor:
    """What is to be remembered of `position`."""
    position = clamped(book, position)
    if not book.chapters:
        return Anchor(chapter=0, offset=0, before="", after="", title="")
    chapter = book.chapters[position.chapter]
    return Anchor(
        chapter=position.chapter,
        offset=position.offset,
        before=chapter.text[max(0, position.offset - CONTEXT) : position.offset],
        after=chapter.text[position.offset : position.offset + CONTEXT],
        title=chapter.title,
    )


def resolve(book: Book, anchor: Anchor) -> tuple[Position, bool]:
    """The place that `anchor` remembers, and whether it is surely that.

    It is where all its words stand: at its own offset, else nearest to it in the chapter of its
    title, in that of its number, anywhere in the book. Where only some of the words are found,
    or none and the offset must do, the place is a guess.
    """
    if stands_at(book, anchor):
        return Position(anchor.chapter, anchor.offset), True
    whole, *parts = _contexts(anchor) or [("", "")]
    likely, others = _chapters(book, anchor)
    found = _find(book, anchor, [*likely, *others], whole)
    if found is not None:
        return found, True
    # Some of the words prove less in another chapter than fewer of them in its own.
    for chapters in ([chapter] for chapter in likely):
        for part in parts:
            if (found := _find(book, anchor, chapters, part)) is not None:
                return found, False
    for part in parts:
        if (found := _find(book, anchor, others, part)) is not None:
            return found, False
    return clamped(book, Position(anchor.chapter, anchor.offset)), False


def _find(
    book: Book, anchor: Anchor, chapters: Sequence[int], context: tuple[str, str]
) -> Position | None:
    """Where the words of `context` stand in the first of `chapters` that has them."""
    before, after = context
    if not before and not after:
        return None
    for chapter in chapters:
        offset = _nearest(book.chapters[chapter].text, before + after, anchor, len(before))
        if offset is not None:
            return Position(chapter, offset + len(before))
    return None


def stands_at(book: Book, anchor: Anchor) -> bool:
    """Whether all the words of `anchor` stand where they stood; told at once in any book."""
    if not 0 <= anchor.chapter < len(book.chapters):
        return False
    text, offset = book.chapters[anchor.chapter].text, anchor.offset
    if not 0 <= offset <= len(text):
        return False
    begins = offset >= len(anchor.before) and text.endswith(anchor.before, 0, offset)
    return begins and text.startswith(anchor.after, offset)


def _contexts(anchor: Anchor) -> list[tuple[str, str]]:
    """The words before and after, all of them first."""
    found: list[tuple[str, str]] = []
    for before_size, after_size in ((CONTEXT, CONTEXT), *_SHORTER):
        before = anchor.before[-before_size:] if before_size else ""
        context = before, anchor.after[:after_size]
        if len((before + context[1]).strip()) >= _LEAST and context not in found:
            found.append(context)
    return found


def _chapters(book: Book, anchor: Anchor) -> tuple[list[int], list[int]]:
    """The chapters of the anchor's title, then the one of its number; and all the others.

    One of its number and title goes before others of the title.
    """
    titled = [n for n, chapter in enumerate(book.chapters) if chapter.title == anchor.title]
    titled.sort(key=lambda number: number != anchor.chapter)
    numbered = [anchor.chapter] if 0 <= anchor.chapter < len(book.chapters) else []
    likely = list(dict.fromkeys([*titled, *numbered]))
    return likely, [number for number in range(len(book.chapters)) if number not in likely]


def _nearest(text: str, words: str, anchor: Anchor, lead: int) -> int | None:
    """Where `words` stand in `text`, as near as may be to where they stood."""
    expected = min(max(0, anchor.offset - lead), len(text))
    following = text.find(words, expected)
    preceding = text.rfind(words, 0, expected + len(words) - 1 if words else 0)
    found = [offset for offset in (following, preceding) if offset >= 0]
    return min(found, key=lambda offset: abs(offset - expected), default=None)
