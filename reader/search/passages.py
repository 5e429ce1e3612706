"""A chapter cut into passages, each found by itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from reader.books.model import Chapter
from reader.navigation.word_edges import EDGE_OF_WORD

_LONGEST = 2_000
"""Characters of a passage; shorter ones make a larger index, longer ones a slower search and
words that are said to be near one another but are not."""

_SHORTEST = 500
"""Characters that a passage has at least where it ends with a block."""

_OVERLAP = 80
"""Characters of the next passage that belong to this one too, so that words side by side are
found where one ends."""

_STOPS = " \u2028\u3000。！？；，、"
_EDGE = re.compile(EDGE_OF_WORD)


class Passage(NamedTuple):
    """``text`` from `start` of the chapter's text."""

    start: int
    text: str


def passages(chapter: Chapter) -> Iterator[Passage]:
    """The passages of a chapter in their order; together they are the whole text."""
    text, start = chapter.text, 0
    while start < len(text):
        end = _end(text, start, chapter.block_starts)
        yield Passage(start, text[start : _overlapping(text, end)])
        start = end


def _end(text: str, start: int, blocks: tuple[int, ...]) -> int:
    """Where the passage that begins at `start` ends: with a block, else a sentence or word."""
    furthest = start + _LONGEST
    if furthest >= len(text):
        return len(text)
    block = blocks[bisect_right(blocks, furthest) - 1]
    if block >= start + _SHORTEST:
        return block
    stop = max(text.rfind(stop, start + _SHORTEST, furthest) for stop in _STOPS)
    return furthest if stop < 0 else stop + 1


def _overlapping(text: str, end: int) -> int:
    """`end`, and what of the next passage belongs to this one too; no word is cut."""
    furthest = min(end + _OVERLAP, len(text))
    while furthest > end and not _EDGE.match(text, furthest):
        furthest -= 1
    return furthest
