"""Where a passage that was found stands in a book whose file may have changed meanwhile."""

from __future__ import annotations

from reader.books.model import Book
from reader.navigation.anchors import CONTEXT, Anchor, resolve
from reader.navigation.place import Position
from reader.search.results import Hit

_AROUND = 200
"""More characters of a text than the words of a hit, so that white space may be longer there."""


def where(book: Book, hit: Hit) -> tuple[Position, bool]:
    """The place of `hit` in `book`, and whether its words stand there.

    Where the index knew another edition they are looked for, the nearest first; where they are
    gone the place is near by, and always one that the book has.
    """
    if _stands_at(book, hit, Position(hit.chapter, hit.start)):
        return Position(hit.chapter, hit.start), True
    after = (hit.match + hit.after)[:CONTEXT]
    for before in dict.fromkeys((hit.before[-CONTEXT:], "")):
        anchor = Anchor(
            chapter=hit.chapter,
            offset=hit.start,
            before=before,
            after=after,
            title=hit.chapter_title,
        )
        place, _ = resolve(book, anchor)
        if _stands_at(book, hit, place):
            return place, True
    return place, False


def _stands_at(book: Book, hit: Hit, place: Position) -> bool:
    """Whether the words of `hit` are those of the text at `place`, whatever the white space."""
    if not 0 <= place.chapter < len(book.chapters):
        return False
    text = book.chapters[place.chapter].text
    size = len(hit.match) + _AROUND
    there = " ".join(text[place.offset : place.offset + size].split())
    return place.offset < len(text) and there.startswith(" ".join(hit.match.split()))
