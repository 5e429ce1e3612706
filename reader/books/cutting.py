"""Blocks cut in two, with every id still leading to its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reader.books.model import LINE_BREAK, Block, BlockKind, Run

LONG_VERSE = 1000
"""From this many characters on, lines separated only by breaks become paragraphs."""

LONGEST_BLOCK = 20_000
"""Most characters of a block: what is cut into sentences when a reader comes to it."""

_SEARCHED = 2_000
_SENTENCE_END = re.compile(r"(?:[。！？…]|[.!?](?=[\"'”’)\]]*\s))[\"'”’」』）)\]】》]*")
_SPACE = re.compile(r"\s+")
_KEPT_WHOLE = {BlockKind.HEADING, BlockKind.TABLE_ROW}


@dataclass(frozen=True, order=True)
class Position:
    """A place in a document: the block's index and the offset in its text."""

    block: int
    offset: int


class Split:
    """The parts of one block, and where offsets of the whole lie in them."""

    def __init__(self, blocks: list[Block], starts: list[int]) -> None:
        self.blocks = blocks
        self._starts = starts

    def locate(self, offset: int) -> tuple[int, int]:
        """(part, offset in the part) of an offset in the whole block."""
        part = max(0, bisect_right(self._starts, offset) - 1)
        return part, min(offset - self._starts[part], len(self.blocks[part].text))

    def identify(self, identifiers: Mapping[int, Sequence[str]]) -> None:
        """Let links to these identifiers lead to the parts under which they stand."""
        for part, added in identifiers.items():
            block = self.blocks[part]
            self.blocks[part] = replace(block, identifiers=(*block.identifiers, *added))


def split_block(block: Block) -> Split:
    """Prose separated by line breaks only, as paragraphs, and no part longer than may be."""
    text = block.text
    starts = [0]
    if len(text) > LONG_VERSE and LINE_BREAK in text and block.kind not in _KEPT_WHOLE:
        starts = _paragraph_starts(text, blank_lines_only=block.kind is BlockKind.CODE)
    bounds = list(pairwise([*starts, len(text)]))
    bounds = [part for start, end in bounds for part in bounded(text, start, end)]
    if len(bounds) < 2:
        return Split([block], [0])
    parts: list[Block] = []
    kept: list[int] = []
    cutter = _RunCutter(block.runs)
    waiting: tuple[Run, ...] = ()
    for start, end in bounds:
        waiting += cutter.take(*_stripped(text, start, end))
        if any(run.text.strip() for run in waiting):
            parts.append(replace(block, runs=waiting, cells=()))
            kept.append(start)
            waiting = ()
    pages = waiting + cutter.pages_left()
    parts[-1] = replace(parts[-1], runs=parts[-1].runs + pages)
    return Split(parts, kept)


def bounded(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Cut ``text[start:end]`` into ranges of at most LONGEST_BLOCK characters.

    They end after a sentence, else at white space, else anywhere.
    """
    stop = len(text) if end is None else end
    while stop - start > LONGEST_BLOCK:
        limit = start + LONGEST_BLOCK
        ends = [
            [found.end() for found in pattern.finditer(text, limit - _SEARCHED, limit)]
            for pattern in (_SENTENCE_END, _SPACE)
        ]
        cut_at = next((found[-1] for found in ends if found), limit)
        yield start, cut_at
        start = cut_at
    yield start, stop


def cut(block: Block, offset: int) -> tuple[Block, Block] | None:
    """The block before and after `offset`; None where one of them would be blank."""
    text = block.text
    cutter = _RunCutter(block.runs)
    left = cutter.take(*_stripped(text, 0, offset))
    right = cutter.take(*_stripped(text, offset, len(text))) + cutter.pages_left()
    for runs in (left, right):
        if not any(run.text.strip() for run in runs):
            return None
    block = replace(block, cells=())
    return (
        replace(block, runs=left, pause_after=None),
        replace(block, runs=right, pause_before=None, identifiers=()),
    )


class _RunCutter:
    """Takes the runs of ranges that follow one another; each run is looked at but once."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self._runs = runs
        self._next = 0
        self._position = 0

    def take(self, start: int, end: int) -> tuple[Run, ...]:
        """The runs of characters `start` to `end`, with the page breaks before and in them."""
        taken: list[Run] = []
        while self._next < len(self._runs):
            run = self._runs[self._next]
            if run.page is not None and self._position >= max(end, start + 1):
                break
            run_end = self._position + len(run.text)
            first, last = max(start, self._position), min(end, run_end)
            if run.page is not None:
                taken.append(run)
            elif first < last:
                own = run.text[first - self._position : last - self._position]
                taken.append(replace(run, text=own))
            if run_end > end:
                break
            self._position = run_end
            self._next += 1
        return tuple(taken)

    def pages_left(self) -> tuple[Run, ...]:
        """The page breaks after the last range."""
        return tuple(run for run in self._runs[self._next :] if run.page is not None)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without the white space at its ends."""
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    return start, start + len(part.strip())


def _paragraph_starts(text: str, *, blank_lines_only: bool) -> list[int]:
    mark = LINE_BREAK * 2 if blank_lines_only else LINE_BREAK
    starts = [0]
    found = text.find(mark)
    while found >= 0:
        starts.append(found + len(mark))
        found = text.find(mark, found + len(mark))
    return starts
