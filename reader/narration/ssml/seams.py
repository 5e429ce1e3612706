"""Where something that reaches over the ends of paragraphs and sentences has to be cut in two."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

Ranges = Sequence[tuple[int, int]]
"""Ranges of a text in order, none of which touch the same character."""

_BLANK = " \n"


def within_lines(
    start: int, end: int, text: str, lines: Sequence[Ranges]
) -> Iterator[tuple[int, int]]:
    """``text[start:end]`` in pieces, each of which holds whole lines or lies within one.

    `lines` are the ranges of paragraphs and of sentences. Pieces have no white space at their
    ends; if nothing has to be cut, neither is white space.
    """
    cuts = {cut for ranges in lines for cut in _cuts(start, end, ranges)}
    if not cuts:
        yield start, end
        return
    ends = [start, *sorted(cuts), end]
    for first, last in pairwise(ends):
        piece = text[first:last]
        begin = first + len(piece) - len(piece.lstrip(_BLANK))
        stop = begin + len(piece.strip(_BLANK))
        if begin < stop:
            yield begin, stop


def _cuts(start: int, end: int, ranges: Ranges) -> Iterator[int]:
    """The end of the range in which it starts, the start of that in which it ends."""
    first = _around(start, ranges)
    if first is not None and first[1] < end:
        yield first[1]
    last = _around(end, ranges)
    if last is not None and last[0] > start:
        yield last[0]


def _around(place: int, ranges: Ranges) -> tuple[int, int] | None:
    """The range that begins before `place` and ends behind it."""
    at = bisect_right(ranges, (place,)) - 1
    return ranges[at] if at >= 0 and ranges[at][0] < place < ranges[at][1] else None
