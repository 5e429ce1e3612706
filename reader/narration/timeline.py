"""The book as a line of passages, walked sentence by sentence, found when it is looked at.

Nothing is cut into sentences before somebody asks: a chapter of ten million characters
opens at once, because only the blocks looked at are segmented, and only a few of those
are remembered.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Iterator
from threading import Lock

from reader.books.model import Book, Chapter
from reader.language.measure import is_sayable
from reader.language.sentences import split
from reader.narration.passage import Passage
from reader.narration.structure import can_be_spoken

_BLOCKS_REMEMBERED = 64
_SENTENCES_REMEMBERED = 20_000
"""Together they bound the memory: blocks are small, but a whole book may be one block."""


class Timeline:
    """All passages of a book in reading order. May be used from several threads."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._lock = Lock()
        self._remembered: OrderedDict[tuple[int, int], tuple[Passage, ...]] = OrderedDict()

    @property
    def book(self) -> Book:
        """The book that is read."""
        return self._book

    def first(self) -> Passage | None:
        """The first passage of the book; None if nothing in it can be spoken."""
        return self._first_from(0, 0)

    def at(self, chapter: int, offset: int) -> Passage | None:
        """The passage that holds `offset` of `chapter`, else the one that follows it.

        Offsets and chapters outside the book are brought back to its ends; behind the last
        passage the last one is given.
        """
        if not self._book.chapters:
            return None
        if chapter >= len(self._book.chapters):
            return self._last_before(len(self._book.chapters), 0)
        chapter, offset = max(0, chapter), max(0, offset) if chapter >= 0 else 0
        block = self._book.chapters[chapter].block_at(offset)
        for passage in self._passages_of(chapter, block):
            if passage.end > offset:
                return passage
        return self._first_from(chapter, block + 1) or self._last_before(chapter, block + 1)

    def next_sentence(self, passage: Passage) -> Passage | None:
        """The passage after `passage`, in this chapter or a later one; None at the end."""
        passages = self._passages_of(passage.chapter, passage.block)
        following = bisect_right(passages, passage.start, key=_start)
        if following < len(passages):
            return passages[following]
        return self.next_paragraph(passage)

    def previous_sentence(self, passage: Passage) -> Passage | None:
        """The passage before `passage`; None at the beginning of the book."""
        passages = self._passages_of(passage.chapter, passage.block)
        earlier = bisect_left(passages, passage.start, key=_start)
        if earlier:
            return passages[earlier - 1]
        return self._last_before(passage.chapter, passage.block)

    def next_paragraph(self, passage: Passage) -> Passage | None:
        """The first passage of the next block that has one; None at the end."""
        return self._first_from(passage.chapter, passage.block + 1)

    def previous_paragraph(self, passage: Passage) -> Passage | None:
        """The beginning of this block or, from there, of the block before; None at the start."""
        passages = self._passages_of(passage.chapter, passage.block)
        if passages and passages[0].start < passage.start:
            return passages[0]
        before = self._last_before(passage.chapter, passage.block)
        return self._passages_of(before.chapter, before.block)[0] if before else None

    def next_chapter(self, passage: Passage) -> Passage | None:
        """The first passage of the next chapter that has one; None in the last."""
        return self._first_from(passage.chapter + 1, 0)

    def previous_chapter(self, passage: Passage) -> Passage | None:
        """The beginning of this chapter or, from there, of the one before; None at the start."""
        first = self._first_from(passage.chapter, 0)
        if first is not None and first < passage:
            return first
        before = self._last_before(passage.chapter, 0)
        return self._first_from(before.chapter, 0) if before else None

    def passages(self, chapter: int) -> Iterator[Passage]:
        """The passages of one chapter, in order, found as they are asked for."""
        for block in range(len(self._book.chapters[chapter].blocks)):
            yield from self._passages_of(chapter, block)

    def _first_from(self, chapter: int, block: int) -> Passage | None:
        for number in range(chapter, len(self._book.chapters)):
            start = block if number == chapter else 0
            for index in range(start, len(self._book.chapters[number].blocks)):
                if passages := self._passages_of(number, index):
                    return passages[0]
        return None

    def _last_before(self, chapter: int, block: int) -> Passage | None:
        for number in range(min(chapter, len(self._book.chapters) - 1), -1, -1):
            count = len(self._book.chapters[number].blocks)
            end = min(block, count) if number == chapter else count
            for index in range(end - 1, -1, -1):
                if passages := self._passages_of(number, index):
                    return passages[-1]
        return None

    def _passages_of(self, chapter: int, block: int) -> tuple[Passage, ...]:
        """The passages of one block; none if it holds nothing that can be spoken."""
        if block >= len(self._book.chapters[chapter].blocks):
            return ()
        key = (chapter, block)
        with self._lock:
            if key in self._remembered:
                self._remembered.move_to_end(key)
                return self._remembered[key]
        found = tuple(_cut(self._book.chapters[chapter], chapter, block, self._book.language))
        with self._lock:
            self._remembered[key] = found
            self._forget_oldest()
        return found

    def _forget_oldest(self) -> None:
        sentences = sum(len(passages) for passages in self._remembered.values())
        while len(self._remembered) > _BLOCKS_REMEMBERED or (
            sentences > _SENTENCES_REMEMBERED and len(self._remembered) > 1
        ):
            _, forgotten = self._remembered.popitem(last=False)
            sentences -= len(forgotten)


def _start(passage: Passage) -> int:
    return passage.start


def _cut(chapter: Chapter, number: int, block: int, language: str) -> Iterator[Passage]:
    """The passages of a block: its sentences, those without letters joined to a neighbour.

    What no letter or digit precedes joins the passage that follows. The text of a note
    reference is shown but not spoken, so it cannot make a passage by itself.
    """
    content = chapter.blocks[block]
    if not can_be_spoken(content):
        return
    offset = chapter.block_starts[block]
    spoken = "".join(
        " " * len(run.text) if run.note is not None else run.text for run in content.runs
    )
    start: int | None = None
    held: tuple[int, int] | None = None
    for sentence in split(content.text, content.language or language):
        sayable = is_sayable(spoken[sentence.start : sentence.end])
        if held is None:
            start = sentence.start if start is None else start
            if sayable:
                held, start = (start, sentence.end), None
        elif sayable:
            yield _passage(number, block, offset, held)
            held = (sentence.start, sentence.end)
        else:
            held = (held[0], sentence.end)
    if held is not None:
        yield _passage(number, block, offset, held)


def _passage(chapter: int, block: int, offset: int, bounds: tuple[int, int]) -> Passage:
    return Passage(chapter=chapter, start=offset + bounds[0], end=offset + bounds[1], block=block)
