"""How far a place is through the book, and back from a measure to a place."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from reader.books.model import BLOCK_BREAK, Book, Chapter
from reader.navigation.place import Position, clamped, start_of_block


class Extent:
    """The lengths of one book's chapters, counted at the first question."""

    def __init__(self, book: Book) -> None:
        self._book = book

    @property
    def characters(self) -> int:
        """The length of the whole book."""
        return self._ends[-1] if self._ends else 0

    def before(self, position: Position) -> int:
        """How many characters of the book stand before `position`."""
        if not self._ends:
            return 0
        position = clamped(self._book, position)
        return self._start(position.chapter) + position.offset

    def left_in_chapter(self, position: Position) -> int:
        """How many characters of its chapter stand behind `position`."""
        if not self._ends:
            return 0
        position = clamped(self._book, position)
        return self._ends[position.chapter] - self._start(position.chapter) - position.offset

    def fraction(self, position: Position) -> float:
        """How much of the book stands before `position`, from 0 to 1."""
        return self.before(position) / self.characters if self.characters else 0.0

    def position_at(self, fraction: float) -> Position:
        """The place before which `fraction` of the book stands; 0 to 1, clamped."""
        if not self._ends:
            return Position(0, 0)
        count = round(min(max(fraction, 0.0), 1.0) * self.characters)
        chapter = min(bisect_right(self._ends, count), len(self._ends) - 1)
        return Position(chapter, count - self._start(chapter))

    def line(self, position: Position) -> tuple[int, int]:
        """The paragraph of the chapter that holds `position`, from 1, and how many there are."""
        if not self._book.chapters:
            return 0, 0
        position = clamped(self._book, position)
        chapter = self._book.chapters[position.chapter]
        return chapter.block_at(position.offset) + 1, len(chapter.blocks)

    def position_of_line(self, chapter: int, number: int) -> Position:
        """Where paragraph `number` (from 1, clamped) of `chapter` begins."""
        at = clamped(self._book, Position(chapter, 0))
        if not self._book.chapters:
            return at
        last = len(self._book.chapters[at.chapter].blocks) - 1
        return start_of_block(self._book, at.chapter, min(max(0, number - 1), last))

    def _start(self, chapter: int) -> int:
        return self._ends[chapter - 1] if chapter else 0

    @cached_property
    def _ends(self) -> list[int]:
        """For every chapter how many characters the book has up to its end."""
        return list(accumulate(_length(chapter) for chapter in self._book.chapters))


def _length(chapter: Chapter) -> int:
    """The length of the chapter's text, which is not put together for this."""
    characters = sum(len(run.text) for block in chapter.blocks for run in block.runs)
    return characters + len(BLOCK_BREAK) * max(0, len(chapter.blocks) - 1)
