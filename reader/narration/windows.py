"""Very long blocks in windows, so that a sentence is found without cutting all before it.

A book may be one block of ten million characters. Where its windows begin is told by the
text around each of them alone: whoever comes to a window, and from wherever, finds the same
sentences in it.
"""

from __future__ import annotations

import re

from reader.books.model import Book
from reader.language.seams import seam
from reader.language.sentences import iter_sentences

LENGTH = 10_000
"""Characters of a window, about; a block of less than two windows is one."""

_BEFORE = 2_000
"""Characters read before the place where a window may begin: after a few sentences it does
not matter any more where reading began."""

_SAYABLE = re.compile(r"[^\W_]")

_AHEAD = 500
"""Characters behind the end of a sentence that may still decide whether it is one."""


class Windows:
    """The windows of a book's blocks, by number. May be used from several threads.

    All offsets count from the beginning of the block.
    """

    def __init__(self, book: Book) -> None:
        self._book = book
        self._starts: dict[tuple[int, int, int], int] = {}

    def count(self, chapter: int, block: int) -> int:
        """How many windows the block has; 1 for all but very long ones."""
        return max(1, len(self._text(chapter, block)) // LENGTH)

    def at(self, chapter: int, block: int, offset: int) -> int:
        """The number of the window that holds `offset` (clamped)."""
        index = max(0, min(offset // LENGTH, self.count(chapter, block) - 1))
        return index - (offset < self._start(chapter, block, index)) if index else 0

    def bounds(self, chapter: int, block: int, index: int) -> tuple[int, int]:
        """Where the window begins and ends."""
        if index + 1 < self.count(chapter, block):
            end = self._start(chapter, block, index + 1)
        else:
            end = len(self._text(chapter, block))
        return self._start(chapter, block, index), end

    def is_sayable(self, chapter: int, block: int, index: int) -> bool:
        """Whether a letter or digit stands in the window or near it, found without its bounds."""
        end = (index + 1) * LENGTH + _spare()
        if index + 1 == self.count(chapter, block):
            end = len(self._text(chapter, block))
        return _SAYABLE.search(self._text(chapter, block), index * LENGTH, end) is not None

    def _text(self, chapter: int, block: int) -> str:
        return self._book.chapters[chapter].blocks[block].text

    def _start(self, chapter: int, block: int, index: int) -> int:
        if index == 0:
            return 0
        key = (chapter, block, index)
        if key not in self._starts:
            content = self._book.chapters[chapter].blocks[block]
            language = content.language or self._book.language
            self._starts[key] = _beginning(content.text, index * LENGTH, language)
        return self._starts[key]


def _spare() -> int:
    """How far behind its place in a row of equal windows a window may begin."""
    return LENGTH // 5


def _beginning(text: str, earliest: int, language: str) -> int:
    """The first beginning of a sentence from `earliest` on, or else a seam between words."""
    latest = earliest + _spare()
    offset = max(0, earliest - _BEFORE)
    for sentence in iter_sentences(text[offset : latest + _AHEAD], language):
        start = offset + sentence.start
        if start > latest:
            break
        if start >= earliest:
            return start
    return seam(text, earliest, latest)
