"""Notes: from a reference to its note, the whole of the note, and the way back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from reader.background import CancelToken
from reader.books.model import Block, BlockKind, Book, Run
from reader.narration.timeline import Timeline
from reader.navigation.place import (
    Position,
    Range,
    clamped,
    end_of_block,
    start_of_block,
    without_blanks,
)
from reader.navigation.targets import Targets

_LONGEST_NOTE = 30
"""Blocks after the first in which the end of a note is looked for."""

_BlockAt = tuple[int, int]
"""A chapter and the index of one of its blocks."""


@dataclass(frozen=True, slots=True)
class _Reference:
    """A run that points to a note, or the way back from one, and the block it leads to."""

    start: Position
    end: int
    block: _BlockAt
    target: _BlockAt | None


@dataclass(frozen=True)
class _Web:
    """All references of a book in reading order, and what leads where."""

    starts: list[Position]
    references: list[_Reference]
    leading_to: dict[_BlockAt, list[_Reference]]
    """The references that lead to each block."""
    led_to: dict[_BlockAt, set[_BlockAt]]
    """Where the references of each block lead."""


class Notes:
    """The notes of one book; references are gathered from the whole book at the first question."""

    def __init__(
        self, book: Book, *, targets: Targets | None = None, timeline: Timeline | None = None
    ) -> None:
        self._book = book
        self._targets = targets or Targets(book)
        self._timeline = timeline or Timeline(book)
        self._gathered: _Web | None = None

    def prepare(self, cancel: CancelToken | None = None) -> None:
        """Gather the references now, so that no later question has to wait."""
        if self._gathered is None:
            self._gather(cancel or CancelToken())
        _ = self._ends_of_references

    def references(self) -> Sequence[Position]:
        """Where the references to notes begin, in reading order; ways back are not among them."""
        return self._ends_of_references[0]

    def reference_ends(self) -> Sequence[Position]:
        """Where they end."""
        return self._ends_of_references[1]

    def target(self, position: Position) -> Position | None:
        """Where the note begins to which a reference at `position` leads.

        Without a reference right there it is the next in the same sentence, or else the last
        before; None if the sentence has none, or its note cannot be found.
        """
        if not self._book.chapters:
            return None
        position = clamped(self._book, position)
        start, end = self._sentence(position)
        web = self._web
        first = bisect_left(web.starts, Position(position.chapter, start))
        last = bisect_right(web.starts, Position(position.chapter, end))
        found = [each for each in web.references[first:last] if not self._leads_back(each)]
        following = (each for each in found if each.end >= position.offset)
        chosen = next(following, found[-1] if found else None)
        if chosen is None or chosen.target is None:
            return None
        return start_of_block(self._book, *chosen.target)

    def text(self, position: Position) -> Range | None:
        """The whole note that `position` is in: all its paragraphs; None outside notes."""
        if not self._book.chapters:
            return None
        position = clamped(self._book, position)
        chapter = self._book.chapters[position.chapter]
        at = chapter.block_at(position.offset)
        for first in range(at, max(-1, at - _LONGEST_NOTE - 1), -1):
            if self._is_note(position.chapter, first):
                last = self._last_block(position.chapter, first)
                if last < at:
                    return None
                start = chapter.block_starts[first]
                return Range(
                    position.chapter, start, end_of_block(self._book, position.chapter, last)
                )
        return None

    def reference_of(self, position: Position) -> Position | None:
        """From within a note, the place of the (first) reference that leads to it."""
        note = self.text(position)
        if note is None:
            return None
        chapter = self._book.chapters[note.chapter]
        first, last = chapter.block_at(note.start), chapter.block_at(note.end)
        for block in range(first, last + 1):
            for reference in self._web.leading_to.get((note.chapter, block), ()):
                if not self._leads_back(reference):
                    return reference.start
        return self._way_back(note)

    def _way_back(self, note: Range) -> Position | None:
        web = self._web
        first = bisect_left(web.starts, Position(note.chapter, note.start))
        last = bisect_right(web.starts, Position(note.chapter, note.end))
        for reference in web.references[first:last]:
            if reference.target is not None and self._leads_back(reference):
                return start_of_block(self._book, *reference.target)
        return None

    def _sentence(self, position: Position) -> tuple[int, int]:
        """The range of the sentence in which references are looked for."""
        passage = self._timeline.at(position.chapter, position.offset)
        chapter = self._book.chapters[position.chapter]
        block = chapter.block_at(position.offset)
        if passage is None or (passage.chapter, passage.block) != (position.chapter, block):
            return position.offset, position.offset
        return min(passage.start, position.offset), max(passage.end, position.offset)

    # --- what is a note

    def _is_note(self, chapter: int, block: int) -> bool:
        """Whether a note begins with this block: a reference leads to it, or it says so."""
        own = self._book.chapters[chapter].blocks
        leading = self._web.leading_to.get((chapter, block), ())
        if any(not self._leads_back(reference) for reference in leading):
            return True
        if own[block].kind is not BlockKind.NOTE:
            return False
        return (
            bool(own[block].identifiers) or not block or own[block - 1].kind is not BlockKind.NOTE
        )

    def _last_block(self, chapter: int, first: int) -> int:
        """The last block of the note that begins with `first`.

        It goes on through the blocks that are notes themselves, and through any others up to
        one that ends with a way back.
        """
        blocks = self._book.chapters[chapter].blocks
        last = first
        if self._has_way_back(chapter, first):
            return first
        for block in range(first + 1, min(first + 1 + _LONGEST_NOTE, len(blocks))):
            if blocks[block].kind in _BETWEEN_NOTES or self._is_note(chapter, block):
                break
            if self._has_way_back(chapter, block):
                return block
            if blocks[block].kind is BlockKind.NOTE and last == block - 1:
                last = block
        return last

    def _has_way_back(self, chapter: int, block: int) -> bool:
        return any(self._leads_back(each) for each in self._references_in((chapter, block)))

    def _references_in(self, block: _BlockAt) -> list[_Reference]:
        start = start_of_block(self._book, *block)
        end = Position(block[0], end_of_block(self._book, *block))
        web = self._web
        return web.references[bisect_left(web.starts, start) : bisect_right(web.starts, end)]

    def _leads_back(self, reference: _Reference) -> bool:
        """Whether it is a way back: from a note, or from what a reference at its end leads to."""
        if reference.target is None:
            return False
        here, there = self._kind(reference.block), self._kind(reference.target)
        if (here is BlockKind.NOTE) != (there is BlockKind.NOTE):
            return here is BlockKind.NOTE
        if reference.target >= reference.block:
            return False
        chapter, block = reference.block
        led_to = self._web.led_to.get(reference.target, set())
        return any((chapter, block - behind) in led_to for behind in range(_LONGEST_NOTE + 1))

    def _kind(self, block: _BlockAt) -> BlockKind:
        return self._book.chapters[block[0]].blocks[block[1]].kind

    @cached_property
    def _ends_of_references(self) -> tuple[list[Position], list[Position]]:
        found = [each for each in self._web.references if not self._leads_back(each)]
        ends = [Position(each.start.chapter, each.end) for each in found]
        return [each.start for each in found], ends

    @property
    def _web(self) -> _Web:
        return self._gathered or self._gather(CancelToken())

    def _gather(self, cancel: CancelToken) -> _Web:
        references = list(self._references(cancel))
        leading_to: defaultdict[_BlockAt, list[_Reference]] = defaultdict(list)
        led_to: defaultdict[_BlockAt, set[_BlockAt]] = defaultdict(set)
        for reference in references:
            if reference.target is not None:
                leading_to[reference.target].append(reference)
                led_to[reference.block].add(reference.target)
        starts = [each.start for each in references]
        self._gathered = _Web(starts, references, dict(leading_to), dict(led_to))
        return self._gathered

    def _references(self, cancel: CancelToken) -> Iterator[_Reference]:
        for number, chapter in enumerate(self._book.chapters):
            cancel.check()
            for index, block in enumerate(chapter.blocks):
                if _has_reference(block):
                    yield from self._references_of(number, index)

    def _references_of(self, chapter: int, block: int) -> Iterator[_Reference]:
        offset = self._book.chapters[chapter].block_starts[block]
        for note, runs in groupby(self._book.chapters[chapter].blocks[block].runs, key=_note):
            text = "".join(run.text for run in runs)
            if note is not None and text.strip():
                start, end = without_blanks(text, offset)
                at = Position(chapter, start)
                yield _Reference(at, end, (chapter, block), self._targets.block(note))
            offset += len(text)


_BETWEEN_NOTES = {BlockKind.HEADING, BlockKind.SEPARATOR}


def _note(run: Run) -> str | None:
    return run.note


def _has_reference(block: Block) -> bool:
    return any(run.note is not None for run in block.runs)
