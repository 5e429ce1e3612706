"""The runs of a book's blocks, found by offset however many there are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from reader.books.model import Book, Run


class Runs:
    """Looks runs up in the blocks of one book. May be used from several threads."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._latest: tuple[tuple[int, int], list[int]] = ((-1, -1), [])

    def between(
        self, chapter: int, block: int, start: int, end: int
    ) -> Iterator[tuple[int, int, Run]]:
        """The runs of a block that touch the chapter's text from `start` to `end`, in order.

        Each comes with the range of its text inside these bounds, which is never empty.
        """
        starts = self._starts(chapter, block)
        runs = self._book.chapters[chapter].blocks[block].runs
        for index in range(max(0, bisect_right(starts, start) - 1), len(runs)):
            if starts[index] >= end:
                break
            last = min(end, starts[index] + len(runs[index].text))
            if last > start and last > starts[index]:
                yield max(start, starts[index]), last, runs[index]

    def spoken(self, chapter: int, block: int, start: int, end: int) -> str:
        """The block's part of the chapter's text from `start` to `end`, references to notes blank.

        Every character keeps its offset.
        """
        written = self._book.chapters[chapter]
        offset, text = written.block_starts[block], written.blocks[block].text
        return "".join(
            " " * (last - first) if run.note is not None else text[first - offset : last - offset]
            for first, last, run in self.between(chapter, block, start, end)
        )

    def _starts(self, chapter: int, block: int) -> list[int]:
        """Where each run of the block begins in the chapter's text."""
        known, starts = self._latest
        if known != (chapter, block):
            written = self._book.chapters[chapter]
            lengths = (len(run.text) for run in written.blocks[block].runs)
            starts = [*accumulate(lengths, initial=written.block_starts[block])]
            self._latest = (chapter, block), starts
        return starts
