"""Where a bookmark or a note stands in a book whose file has changed: found by its words."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace

from reader.books.model import Book
from reader.library.bookmarks import Bookmark
from reader.library.places import Place
from reader.narration.timeline import Timeline
from reader.navigation.anchors import CONTEXT, Anchor, anchor_of, resolve, stands_at
from reader.navigation.place import Position

QUOTED = 2_000
"""The most characters of a passage that are kept with its note."""

_ENDINGS = (CONTEXT, CONTEXT // 2, 12)
"""So many of the last characters of a quotation tell where the passage ends."""

_BEGUN = 12
"""So many characters before a passage, or at its beginning, tell where it begins: enough
beside its ending."""

_GROWN = 200
"""Characters by which a passage may have grown, beside what it had."""


@dataclass(frozen=True, kw_only=True)
class Standing:
    """`bookmark` where it is now; not `certain` where its words are gone."""

    bookmark: Bookmark
    certain: bool


def place_of(book: Book, position: Position) -> Place:
    """What the library keeps of `position`: the place and the words around it."""
    return Place(**asdict(anchor_of(book, position)))


def quotation_of(text: str) -> str:
    """What is kept of the passage `text`: its beginning, if it is long."""
    return text[:QUOTED]


def stands(book: Book, bookmark: Bookmark) -> bool:
    """Whether `bookmark`, and all that it quotes, stands where it stood; told at once."""
    if not stands_at(book, _anchor(bookmark.place)):
        return False
    return _quoted_at(book, bookmark, bookmark.place.chapter, bookmark.place.offset)


def find_again(book: Book, bookmark: Bookmark, timeline: Timeline | None) -> Standing:
    """Where `bookmark` is: by the words around it, else by what it quotes.

    Where both are gone it is near to where it was, and a passage ends with its first sentence.
    """
    position, certain = resolve(book, _anchor(bookmark.place))
    if bookmark.quotation:
        return _with_passage(book, bookmark, timeline, position if certain else None, position)
    return Standing(bookmark=_moved(book, bookmark, position, certain=certain), certain=certain)


def _with_passage(
    book: Book,
    bookmark: Bookmark,
    timeline: Timeline | None,
    surely: Position | None,
    perhaps: Position,
) -> Standing:
    """The same for what quotes a passage, which begins `surely` at a place, or only `perhaps`."""
    start = surely or _where_quoted(book, bookmark) or _where_begun(book, bookmark, perhaps)
    if start is not None:
        extent = _extent_at(book, bookmark, start)
        moved = _moved(book, bookmark, start, certain=True)
        if extent is not None:
            return Standing(bookmark=replace(moved, extent=extent), certain=True)
        perhaps = start
    extent = _to_end_of_sentence(perhaps, timeline)
    moved = _moved(book, bookmark, perhaps, certain=False)
    return Standing(bookmark=replace(moved, extent=extent), certain=False)


def _where_quoted(book: Book, bookmark: Bookmark) -> Position | None:
    """Where what is quoted begins, as near to its old place as may be."""
    quoted = replace(_anchor(bookmark.place), before="", after=bookmark.quotation[:CONTEXT])
    position, certain = resolve(book, quoted)
    return position if certain else None


def _where_begun(book: Book, bookmark: Bookmark, perhaps: Position) -> Position | None:
    """`perhaps`, if some of the words before it, or of the passage, stand there."""
    if not book.chapters:
        return None
    text = book.chapters[perhaps.chapter].text
    before, begun = bookmark.place.before[-_BEGUN:], bookmark.quotation[:_BEGUN]
    proven = len(before) == _BEGUN and text.endswith(before, 0, perhaps.offset)
    return perhaps if proven or text.startswith(begun, perhaps.offset) else None


def _extent_at(book: Book, bookmark: Bookmark, start: Position) -> int | None:
    """How long the passage is that begins at `start`; None where its end is not found."""
    if _quoted_at(book, bookmark, start.chapter, start.offset):
        return bookmark.extent
    if len(bookmark.quotation) < bookmark.extent:  # its end was not kept
        return None
    text = book.chapters[start.chapter].text
    furthest = start.offset + 2 * bookmark.extent + _GROWN
    for size in _ENDINGS:
        ending = bookmark.quotation[-size:]
        found = text.find(ending, start.offset, furthest)
        if len(ending.strip()) > 1 and found >= 0:
            return found + len(ending) - start.offset
    return None


def _quoted_at(book: Book, bookmark: Bookmark, chapter: int, offset: int) -> bool:
    return book.chapters[chapter].text.startswith(bookmark.quotation, offset)


def _to_end_of_sentence(position: Position, timeline: Timeline | None) -> int:
    if timeline is None:
        return 0
    passage = timeline.at(position.chapter, position.offset, spoken_only=False)
    inside = passage is not None and passage.chapter == position.chapter
    return max(0, passage.end - position.offset) if passage is not None and inside else 0


def _moved(book: Book, bookmark: Bookmark, position: Position, *, certain: bool) -> Bookmark:
    """`bookmark` at `position`; where that is a guess it keeps the words it is known by."""
    place = place_of(book, position) if certain else bookmark.place
    return replace(bookmark, place=replace(place, chapter=position.chapter, offset=position.offset))


def _anchor(place: Place) -> Anchor:
    return Anchor(**asdict(place))
