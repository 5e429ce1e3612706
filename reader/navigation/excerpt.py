"""The words around a place that was found."""

from __future__ import annotations

import re

from reader.navigation.word_edges import EDGE_OF_WORD

AROUND = 40
"""Characters shown to each side."""

_LONGEST_MATCH = 200
"""Characters that are shown of a match; of more only the first, and an ellipsis."""

_EDGE = re.compile(EDGE_OF_WORD)
_BLANKS = re.compile(r"\s+")


def excerpt(text: str, start: int, end: int, around: int = AROUND) -> tuple[str, str, str]:
    """About `around` characters before ``text[start:end]``, itself, and those behind it.

    No word is cut at either end, and any white space is one space; what stands beside the match
    keeps it, so that the three make one line.
    """
    first, last = max(0, start - around), min(len(text), end + around)
    furthest = first, last
    while first < start and not _EDGE.match(text, first):
        first += 1
    while last > end and not _EDGE.match(text, last):
        last -= 1
    first = furthest[0] if first == start else first
    last = furthest[1] if last == end else last
    before, match, after = text[first:start], text[start:end], text[end:last]
    if len(match) > _LONGEST_MATCH:
        match = match[:_LONGEST_MATCH] + "…"
    return _on_one_line(before).lstrip(), _on_one_line(match), _on_one_line(after).rstrip()


def _on_one_line(text: str) -> str:
    return _BLANKS.sub(" ", text)
