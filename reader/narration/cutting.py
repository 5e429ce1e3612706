"""Blocks cut into passages when somebody looks at them; only a few are remembered."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Iterator
from threading import Lock

from reader.books.model import Book
from reader.language.clauses import bounded
from reader.language.measure import is_sayable
from reader.language.sentences import iter_sentences
from reader.narration.passage import Passage
from reader.narration.runs import Runs
from reader.narration.windows import Windows

LONGEST_PASSAGE = 500.0
"""Most of a sentence that is one passage, in hanzi (2,000 letters): about two minutes. What
is longer is cut where a speaker would breathe, so that the listener can move inside it."""

_WINDOWS_REMEMBERED = 64
_PASSAGES_REMEMBERED = 20_000
"""Together they bound the memory: most windows are short paragraphs, some are not."""


class BlockPassages:
    """The passages of each block of a book, read or skipped. May be used from several threads."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._runs = Runs(book)
        self._windows = Windows(book)
        self._lock = Lock()
        self._remembered: OrderedDict[tuple[int, int, int], tuple[Passage, ...]] = OrderedDict()

    def first(self, chapter: int, block: int) -> Passage | None:
        """The first passage of the block; None if it has none."""
        return self._first_from(chapter, block, 0)

    def last(self, chapter: int, block: int) -> Passage | None:
        """The last passage of the block; None if it has none."""
        return self._last_before(chapter, block, self._windows.count(chapter, block))

    def holding(self, chapter: int, block: int, offset: int) -> Passage | None:
        """The passage that holds `offset` of the chapter, else the next one in the block."""
        index = self._window_at(chapter, block, offset)
        passages = self._of_window(chapter, block, index)
        found = bisect_right(passages, offset, key=_end)
        if found < len(passages):
            return passages[found]
        return self._first_from(chapter, block, index + 1)

    def after(self, passage: Passage) -> Passage | None:
        """The next passage of the same block; None behind the last."""
        index = self._window_at(passage.chapter, passage.block, passage.start)
        passages = self._of_window(passage.chapter, passage.block, index)
        found = bisect_right(passages, passage.start, key=_start)
        if found < len(passages):
            return passages[found]
        return self._first_from(passage.chapter, passage.block, index + 1)

    def before(self, passage: Passage) -> Passage | None:
        """The passage before it in the same block; None before the first."""
        index = self._window_at(passage.chapter, passage.block, passage.start)
        passages = self._of_window(passage.chapter, passage.block, index)
        found = bisect_left(passages, passage.start, key=_start)
        if found:
            return passages[found - 1]
        return self._last_before(passage.chapter, passage.block, index)

    def of(self, chapter: int, block: int, offset: int = 0) -> Iterator[Passage]:
        """The passages of the block that end behind `offset` of the chapter, in order."""
        start = self._window_at(chapter, block, offset)
        for index in range(start, self._windows.count(chapter, block)):
            for passage in self._of_window(chapter, block, index):
                if passage.end > offset:
                    yield passage

    def _window_at(self, chapter: int, block: int, offset: int) -> int:
        beginning = self._book.chapters[chapter].block_starts[block]
        return self._windows.at(chapter, block, offset - beginning)

    def _first_from(self, chapter: int, block: int, window: int) -> Passage | None:
        for index in range(window, self._windows.count(chapter, block)):
            if passages := self._of_window(chapter, block, index):
                return passages[0]
        return None

    def _last_before(self, chapter: int, block: int, window: int) -> Passage | None:
        for index in range(window - 1, -1, -1):
            if passages := self._of_window(chapter, block, index):
                return passages[-1]
        return None

    def _of_window(self, chapter: int, block: int, window: int) -> tuple[Passage, ...]:
        """The passages of one window of a block; none if nothing in it can be spoken."""
        key = (chapter, block, window)
        with self._lock:
            if key in self._remembered:
                self._remembered.move_to_end(key)
                return self._remembered[key]
        if not self._windows.is_sayable(*key):
            return ()
        found = tuple(self._cut(chapter, block, window))
        with self._lock:
            self._remembered[key] = found
            self._forget_oldest()
        return found

    def _forget_oldest(self) -> None:
        passages = sum(len(each) for each in self._remembered.values())
        while len(self._remembered) > _WINDOWS_REMEMBERED or (
            passages > _PASSAGES_REMEMBERED and len(self._remembered) > 1
        ):
            _, forgotten = self._remembered.popitem(last=False)
            passages -= len(forgotten)

    def _cut(self, chapter: int, block: int, window: int) -> Iterator[Passage]:
        """The window's sentences, those without letters joined to a neighbour.

        What no letter or digit precedes joins the passage that follows. The text of a note
        reference is shown but not spoken, so it cannot make a passage by itself.
        """
        written = self._book.chapters[chapter]
        content, begins = written.blocks[block], written.block_starts[block]
        start, end = self._windows.bounds(chapter, block, window)
        spoken = self._runs.spoken(chapter, block, begins + start, begins + end)
        language = content.language or self._book.language
        for first, last in _joined(spoken, _pieces(content.text[start:end], language)):
            offset = begins + start
            yield Passage(chapter=chapter, start=offset + first, end=offset + last, block=block)


def _pieces(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of `text` begin and end; very long ones in several pieces."""
    for sentence in iter_sentences(text, language):
        if len(sentence.text) <= LONGEST_PASSAGE:
            yield sentence.start, sentence.end
            continue
        for piece in bounded(sentence.text, LONGEST_PASSAGE):
            yield sentence.start + piece.start, sentence.start + piece.end


def _joined(spoken: str, pieces: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """`pieces` of `spoken`, those with nothing to say joined to the one before or behind."""
    start: int | None = None
    held: tuple[int, int] | None = None
    for first, last in pieces:
        sayable = is_sayable(spoken[first:last])
        if held is None:
            start = first if start is None else start
            if sayable:
                held, start = (start, last), None
        elif sayable:
            yield held
            held = (first, last)
        else:
            held = (held[0], last)
    if held is not None:
        yield held


def _start(passage: Passage) -> int:
    return passage.start


def _end(passage: Passage) -> int:
    return passage.end
