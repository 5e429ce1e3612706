"""The book as a line of passages, walked sentence by sentence, found when it is looked at.

Nothing is cut into sentences before somebody asks: a chapter of ten million characters
opens at once, because only what is looked at is cut, and only a little of that is
remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reader.books.model import Block, Book
from reader.narration.cutting import BlockPassages
from reader.narration.passage import Passage
from reader.narration.skipping import Skipping


class Timeline:
    """All passages of a book in reading order. May be used from several threads.

    What `skipping` leaves out is passed over, but a passage in it stays good: reading can
    begin there, goes to the end of its block and then on by the rules. Steps also pass over
    what `is_silent`: passages of which a director leaves nothing to say. Both may be set at any
    time; passages already given stay valid.
    """

    def __init__(
        self,
        book: Book,
        skipping: Skipping | None = None,
        is_silent: Callable[[Passage], bool] | None = None,
    ) -> None:
        self._book = book
        self._passages = BlockPassages(book)
        self.skipping = skipping or Skipping()
        self.is_silent = is_silent

    @property
    def book(self) -> Book:
        """The book that is read."""
        return self._book

    # Places

    def first(self) -> Passage | None:
        """The first passage of the book; None if nothing in it is to be spoken."""
        return self._first_from(0, 0)

    def last(self) -> Passage | None:
        """The last passage of the book; None if nothing in it is to be spoken."""
        return self._last_before(len(self._book.chapters), 0)

    def at(self, chapter: int, offset: int, *, spoken_only: bool = True) -> Passage | None:
        """The passage that holds `offset` of `chapter`, else the one that follows it.

        Offsets and chapters outside the book are brought back to its ends; behind the last
        passage the last one is given. Within what is left out it is the passage behind that
        or, unless `spoken_only`, the very passage that stands there.
        """
        if not self._book.chapters:
            return None
        if chapter >= len(self._book.chapters):
            return self.last()
        chapter, offset = max(0, chapter), max(0, offset) if chapter >= 0 else 0
        block = self._book.chapters[chapter].block_at(offset)
        if block < len(self._blocks(chapter)) and not (
            spoken_only and self.skipping.leaves_out(self._blocks(chapter)[block])
        ):
            found = self._passages.holding(chapter, block, offset)
            if spoken_only:
                found = self._onward(found)
            if found is not None:
                return found
        return self._first_from(chapter, block + 1) or self._last_before(chapter, block + 1)

    def passages(self, chapter: int) -> Iterator[Passage]:
        """The passages of one chapter, in order, found as they are asked for."""
        for block, content in enumerate(self._blocks(chapter)):
            if not self.skipping.leaves_out(content):
                yield from self._passages.of(chapter, block)

    # Steps

    def next_sentence(self, passage: Passage) -> Passage | None:
        """The passage after `passage`, in this chapter or a later one; None at the end."""
        found = self._onward(self._passages.after(passage))
        return found or self.next_paragraph(passage)

    def previous_sentence(self, passage: Passage) -> Passage | None:
        """The passage before `passage`; None at the beginning of the book."""
        found = self._backward(self._passages.before(passage))
        return found or self._last_before(passage.chapter, passage.block)

    def next_paragraph(self, passage: Passage) -> Passage | None:
        """The first passage of the next block that has one; None at the end."""
        return self._first_from(passage.chapter, passage.block + 1)

    def previous_paragraph(self, passage: Passage) -> Passage | None:
        """The beginning of this block or, from there, of the block before; None at the start."""
        first = self._first(passage.chapter, passage.block)
        if first is not None and first < passage:
            return first
        before = self._last_before(passage.chapter, passage.block)
        return self._first(before.chapter, before.block) if before else None

    def next_chapter(self, passage: Passage) -> Passage | None:
        """The first passage of the next chapter that has one; None in the last."""
        return self._first_from(passage.chapter + 1, 0)

    def previous_chapter(self, passage: Passage) -> Passage | None:
        """The beginning of this chapter or, from there, of the one before; None at the start."""
        first = self._first_in(passage.chapter, 0)
        if first is not None and first < passage:
            return first
        before = self._last_before(passage.chapter, 0)
        return self._first_in(before.chapter, 0) if before else None

    def chapter_end(self, passage: Passage) -> Passage:
        """The last passage that reading on from `passage` comes to in its chapter."""
        own = self._last(passage.chapter, passage.block) or passage
        last = self._last_in(passage.chapter, len(self._blocks(passage.chapter)))
        return max(passage, own, last or passage)

    # Inside

    def _blocks(self, chapter: int) -> tuple[Block, ...]:
        return self._book.chapters[chapter].blocks

    def _first(self, chapter: int, block: int) -> Passage | None:
        return self._onward(self._passages.first(chapter, block))

    def _last(self, chapter: int, block: int) -> Passage | None:
        return self._backward(self._passages.last(chapter, block))

    def _onward(self, passage: Passage | None) -> Passage | None:
        """`passage`, or the next of its block of which something is said."""
        while passage is not None and self.is_silent is not None and self.is_silent(passage):
            passage = self._passages.after(passage)
        return passage

    def _backward(self, passage: Passage | None) -> Passage | None:
        """`passage`, or the last before it in its block of which something is said."""
        while passage is not None and self.is_silent is not None and self.is_silent(passage):
            passage = self._passages.before(passage)
        return passage

    def _first_from(self, chapter: int, block: int) -> Passage | None:
        for number in range(chapter, len(self._book.chapters)):
            found = self._first_in(number, block if number == chapter else 0)
            if found is not None:
                return found
        return None

    def _first_in(self, chapter: int, block: int) -> Passage | None:
        """The first passage of the chapter from this block on."""
        contents, skipping = self._blocks(chapter), self.skipping
        for index in range(block, len(contents)):
            if not skipping.leaves_out(contents[index]):
                found = self._first(chapter, index)
                if found is not None:
                    return found
        return None

    def _last_before(self, chapter: int, block: int) -> Passage | None:
        for number in range(min(chapter, len(self._book.chapters) - 1), -1, -1):
            count = len(self._blocks(number))
            found = self._last_in(number, min(block, count) if number == chapter else count)
            if found is not None:
                return found
        return None

    def _last_in(self, chapter: int, end: int) -> Passage | None:
        """The last passage of the chapter before block number `end`."""
        contents, skipping = self._blocks(chapter), self.skipping
        for index in range(end - 1, -1, -1):
            if not skipping.leaves_out(contents[index]):
                found = self._last(chapter, index)
                if found is not None:
                    return found
        return None
