"""How much of a book lies before and behind a passage, in characters."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from reader.books.model import Book, Chapter
from reader.narration.passage import Passage


class Extent:
    """The lengths of a book's chapters, counted once without joining their texts."""

    def __init__(self, book: Book) -> None:
        self._ends = tuple(accumulate(_length(chapter) for chapter in book.chapters))

    def fraction(self, passage: Passage) -> float:
        """How much of the book lies before `passage`, 0 to 1."""
        return min(1.0, self._before(passage) / self._ends[-1]) if self._ends[-1] else 0.0

    def chapter_at(self, fraction: float) -> int:
        """The number of the chapter that holds this part of the book (0 to 1)."""
        return min(len(self._ends) - 1, bisect_right(self._ends, fraction * self._ends[-1]))

    def left(self, passage: Passage, *, whole_book: bool) -> int:
        """Characters from the beginning of `passage` to the end of its chapter, or the book."""
        end = self._ends[-1 if whole_book else passage.chapter]
        return max(0, end - self._before(passage))

    def _before(self, passage: Passage) -> int:
        return (self._ends[passage.chapter - 1] if passage.chapter else 0) + passage.start


def _length(chapter: Chapter) -> int:
    runs = sum(len(run.text) for block in chapter.blocks for run in block.runs)
    return runs + max(0, len(chapter.blocks) - 1)
