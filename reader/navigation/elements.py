"""Moving by structure: the next heading, the previous table, the way out of a list."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from heapq import merge
from typing import NamedTuple

from reader.background import CancelToken
from reader.books.model import Book
from reader.navigation.element import Element, ElementKind
from reader.navigation.notes import Notes
from reader.navigation.outline import Outline, Spans, outline_of
from reader.navigation.pages import Pages
from reader.navigation.place import Position, end_of_block, start_of_block

__all__ = ["Element", "ElementKind", "Elements"]

_LONGEST_TEXT = 300
_SHORT = {ElementKind.HEADING, ElementKind.LINK, ElementKind.IMAGE, ElementKind.SEPARATOR}
"""From within one of these the previous one is meant; in others first their beginning."""

_INSIDE = (
    ElementKind.QUOTATION,
    ElementKind.LIST,
    ElementKind.LIST_ITEM,
    ElementKind.TABLE,
    ElementKind.CODE,
    ElementKind.HEADING,
    ElementKind.IMAGE,
    ElementKind.SEPARATOR,
    ElementKind.LINK,
)
_MARKS = {ElementKind.PAGE, ElementKind.NOTE}
_ESCAPABLE = {ElementKind.LIST, ElementKind.TABLE, ElementKind.QUOTATION, ElementKind.CODE}
_BEHIND_ALL = 1 << 62
"""An offset behind any text, and a level below any heading."""


class _Found(NamedTuple):
    """An element of a chapter: its numbers are those at `place` of `spans`."""

    start: int
    depth: int
    """The level, negative, so that of several that begin together the outermost is last."""
    kind: ElementKind
    spans: Spans
    place: int


class Elements:
    """The elements of one book.

    A chapter is looked through when a search first comes to it; :meth:`prepare` does so for
    all beforehand, on a thread of its own. May be used from several threads.
    """

    def __init__(
        self, book: Book, *, pages: Pages | None = None, notes: Notes | None = None
    ) -> None:
        self._book = book
        self._pages = pages or Pages(book)
        self._notes = notes or Notes(book)
        self._outlines: dict[int, Outline] = {}

    def prepare(self, cancel: CancelToken | None = None) -> None:
        """Look through the whole book, so that no later search has to wait for it."""
        for chapter in range(len(self._book.chapters)):
            if cancel is not None:
                cancel.check()
            self._outline(chapter)
        self._pages.labels()
        self._notes.prepare(cancel)

    def next(
        self, kind: ElementKind, position: Position, level: int | None = None
    ) -> Element | None:
        """The first of `kind` that begins behind `position`; None where none follows.

        `level` asks for headings (or chapters) of that level only.
        """
        if kind is ElementKind.SECTION:
            return self._section(range(position.chapter + 1, len(self._book.chapters)), level)
        if kind in _MARKS:
            return self._mark(kind, bisect_right(self._marks(kind), position))
        for chapter in range(max(0, position.chapter), len(self._book.chapters)):
            offset = position.offset if chapter == position.chapter else -1
            found = self._choose(chapter, kind, level, partial(Spans.after, offset=offset))
            if found:
                return self._element(chapter, min(found, key=lambda each: each.start))
        return None

    def previous(
        self, kind: ElementKind, position: Position, level: int | None = None
    ) -> Element | None:
        """The last of `kind` before the one that `position` is in; None where none precedes.

        From the middle of something long (a chapter, list, table, quotation, code) it is the
        beginning of that itself.
        """
        if kind is ElementKind.SECTION:
            last = min(position.chapter - (position.offset == 0), len(self._book.chapters) - 1)
            return self._section(range(last, -1, -1), level)
        if kind in _MARKS:
            return self._mark_before(kind, position)
        for chapter in range(min(position.chapter, len(self._book.chapters) - 1), -1, -1):
            offset = _BEHIND_ALL
            if chapter == position.chapter:
                within = self._around(position, kind) if kind in _SHORT else []
                offset = min([position.offset, *(each.start for each in within)])
            found = self._choose(chapter, kind, level, partial(Spans.before, offset=offset))
            if found:
                return self._element(chapter, max(found))
        return None

    def all(self, kind: ElementKind, cancel: CancelToken | None = None) -> Iterator[Element]:
        """Everything of `kind` in reading order, found as it is asked for."""
        if kind in _MARKS:
            for index in range(len(self._marks(kind))):
                yield self._mark_element(kind, index)
            return
        for chapter in range(len(self._book.chapters)):
            if cancel is not None:
                cancel.check()
            if kind is ElementKind.SECTION:
                yield self._section_element(chapter)
                continue
            levels = self._outline(chapter).get(kind, {})
            listed = (_listed(kind, level, spans) for level, spans in levels.items())
            for found in merge(*listed, key=lambda each: (each.start, -each.depth)):
                yield self._element(chapter, found)

    def at(self, position: Position) -> tuple[Element, ...]:
        """What `position` is inside, outermost first; not the chapter and the printed page.

        The end of a block counts as inside, for a caret at the end of a line is in the line.
        """
        if not 0 <= position.chapter < len(self._book.chapters):
            return ()
        found = [each for kind in _INSIDE for each in self._around(position, kind)]
        elements = [self._element(position.chapter, each) for each in found]
        elements.sort(key=lambda each: (each.start, -each.end.offset))
        reference = self._mark(
            ElementKind.NOTE, bisect_right(self._notes.references(), position) - 1
        )
        if reference and position < reference.end:
            elements.append(reference)
        return tuple(elements)

    def past(self, position: Position) -> Position | None:
        """Where that ends which holds `position`: the innermost list, table, note or code.

        It is the start of what follows, in this chapter or the next; at the end of the book
        the end itself. None where `position` is in nothing of the kind.
        """
        ends = [each.end.offset for each in self.at(position) if each.kind in _ESCAPABLE]
        note = self._notes.text(position)
        if note is not None:
            ends.append(note.end)
        if not ends:
            return None
        chapter = self._book.chapters[position.chapter]
        following = chapter.block_at(min(ends)) + 1
        if following < len(chapter.blocks):
            return start_of_block(self._book, position.chapter, following)
        if position.chapter + 1 < len(self._book.chapters):
            return Position(position.chapter + 1, 0)
        return Position(position.chapter, end_of_block(self._book, position.chapter, following - 1))

    def heading_trail(self, position: Position) -> tuple[Element, ...]:
        """The headings under which `position` stands, the highest first."""
        trail: list[Element] = []
        above = self._heading_before(Position(position.chapter, position.offset + 1), _BEHIND_ALL)
        while above is not None:
            trail.insert(0, above)
            above = self._heading_before(above.start, above.level)
        return tuple(trail)

    # --- searching

    def _outline(self, chapter: int) -> Outline:
        if chapter not in self._outlines:
            self._outlines[chapter] = outline_of(self._book.chapters[chapter])
        return self._outlines[chapter]

    def _choose(
        self,
        chapter: int,
        kind: ElementKind,
        level: int | None,
        choose: Callable[[Spans], int | None],
    ) -> list[_Found]:
        """What `choose` finds at each level, or at the one asked for."""
        levels = self._outline(chapter).get(kind, {})
        return [
            _Found(spans.starts[index], -own, kind, spans, index)
            for own, spans in levels.items()
            if level in (None, own) and (index := choose(spans)) is not None
        ]

    def _around(self, position: Position, kind: ElementKind) -> list[_Found]:
        end_included = kind is not ElementKind.LINK
        return self._choose(
            position.chapter,
            kind,
            None,
            partial(Spans.around, offset=position.offset, end_included=end_included),
        )

    def _heading_before(self, position: Position, below: int) -> Element | None:
        """The last heading before `position` whose level is above `below`."""
        if below <= 1:
            return None
        for chapter in range(min(position.chapter, len(self._book.chapters) - 1), -1, -1):
            offset = position.offset if chapter == position.chapter else _BEHIND_ALL
            before = self._choose(
                chapter, ElementKind.HEADING, None, partial(Spans.before, offset=offset)
            )
            higher = [each for each in before if -each.depth < below]
            if higher:
                return self._element(chapter, max(higher))
        return None

    # --- what was found

    def _element(self, chapter: int, found: _Found) -> Element:
        end = found.spans.ends[found.place]
        return Element(
            kind=found.kind,
            level=-found.depth,
            start=Position(chapter, found.start),
            end=Position(chapter, end),
            text=self._words(chapter, found.start, end),
            count=found.spans.counts[found.place],
        )

    def _words(self, chapter: int, start: int, end: int) -> str:
        """The first words between the offsets, of one block, in one line."""
        own = self._book.chapters[chapter]
        block = own.block_at(start)
        within = start - own.block_starts[block]
        length = min(end - start, _LONGEST_TEXT)
        return " ".join(own.blocks[block].text[within : within + length].split())

    def _section(self, chapters: Iterable[int], level: int | None) -> Element | None:
        for chapter in chapters:
            if level in (None, self._book.chapters[chapter].level):
                return self._section_element(chapter)
        return None

    def _section_element(self, chapter: int) -> Element:
        own = self._book.chapters[chapter]
        return Element(
            kind=ElementKind.SECTION,
            level=own.level,
            start=Position(chapter, 0),
            end=Position(chapter, end_of_block(self._book, chapter, len(own.blocks) - 1)),
            text=own.title,
        )

    # --- printed pages and references to notes, which the whole book tells

    def _marks(self, kind: ElementKind) -> Sequence[Position]:
        return self._pages.positions() if kind is ElementKind.PAGE else self._notes.references()

    def _mark(self, kind: ElementKind, index: int) -> Element | None:
        return self._mark_element(kind, index) if 0 <= index < len(self._marks(kind)) else None

    def _mark_before(self, kind: ElementKind, position: Position) -> Element | None:
        index = bisect_left(self._marks(kind), position) - 1
        found = self._mark(kind, index)
        return self._mark(kind, index - 1) if found and found.end > position else found

    def _mark_element(self, kind: ElementKind, index: int) -> Element:
        if kind is ElementKind.PAGE:
            start = end = self._pages.positions()[index]
            text = self._pages.labels()[index]
        else:
            start, end = self._notes.references()[index], self._notes.reference_ends()[index]
            text = self._words(start.chapter, start.offset, end.offset)
        return Element(kind=kind, level=0, start=start, end=end, text=text)


def _listed(kind: ElementKind, level: int, spans: Spans) -> Iterator[_Found]:
    return (_Found(start, -level, kind, spans, index) for index, start in enumerate(spans.starts))
