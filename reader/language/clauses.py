"""Clauses: where a sentence may be cut for speech, unseen by the reader.

:func:`clauses` gives every breath, :func:`bounded` few pieces that an engine can take at
once, :func:`first_clause` how much to say first so that sound comes early. All look only as
far ahead as a piece may be long: time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.language.measure import is_sayable, reach, weight
from reader.language.seams import seam
from reader.language.sentences import Sentence

LONGEST_CLAUSE = 75.0
"""Most that is said at once, in hanzi (300 letters): engines' memory grows with the length."""

_SHORTEST_FIRST = 4.0
_LONGEST_FIRST = 16.0
_LEAST_FILLED = 0.4
"""The part of the longest piece that is filled at least where there is a breath to cut at."""

_BREATH = re.compile(
    r"(?:[、；。！？!?…⋯\u2028\n—]|(?<!\d)[，：]|[，：](?!\d)|[,;:.](?=\s)|\s[-–—]+(?=\s))+"
    r"[”’」』）)\]】》\"]*\s*"
)
_LIGHT_BREATH = re.compile(r"、+\s*")
_LONGEST_ENDING = 8


def clauses(text: str) -> list[Sentence]:
    """`text` cut after every comma, colon, dash …, none longer than LONGEST_CLAUSE.

    The pieces are trimmed and together hold all that is not white space. What has no
    letter or digit stays with the piece before it.
    """
    return [_piece(text, start, end) for start, end in _spoken(text, _breaths(text))]


def bounded(text: str, longest: float = LONGEST_CLAUSE) -> list[Sentence]:
    """Few pieces, none longer than `longest` hanzi, cut where a speaker would breathe.

    Commas and stronger marks come first, then 、 and spaces, then the seams between words.
    """
    return [_piece(text, start, end) for start, end in _spoken(text, _filled(text, longest))]


def first_clause(text: str) -> int:
    """The end of a short beginning of `text`, to be spoken at once; ``len(text)`` if none.

    It has at least 4 and at most about 16 hanzi (64 letters), and ends at a breath, else at
    a space; Chinese without either is cut between words near the longest length.
    """
    limit = reach(text, 0, _LONGEST_FIRST)
    if limit == len(text):
        return limit
    for breath in _BREATH.finditer(text, 0, limit + _LONGEST_ENDING):
        if breath.end() > limit:
            break
        if weight(text, 0, breath.end()) >= _SHORTEST_FIRST:
            return breath.end()
    return seam(text, 0, limit)


def _breaths(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for breath in _BREATH.finditer(text):
        yield from _seamed(text, start, breath.end())
        start = breath.end()
    yield from _seamed(text, start, len(text))


def _seamed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """``text[start:end]``, cut at seams where it is too long to be said at once."""
    while (limit := reach(text, start, LONGEST_CLAUSE)) < end:
        cut = seam(text, start, limit)
        yield start, cut
        start = cut
    if end > start:
        yield start, end


def _filled(text: str, longest: float) -> Iterator[tuple[int, int]]:
    start = 0
    while (limit := max(reach(text, start, longest), start + 1)) < len(text):
        cut = _last_breath(text, start, limit, longest) or seam(text, start, limit)
        yield start, cut
        start = cut
    if start < len(text):
        yield start, len(text)


def _last_breath(text: str, start: int, limit: int, longest: float) -> int | None:
    """The last breath in ``text[start:limit]`` that fills a piece, 、 only for want of others."""
    strong = light = None
    for breath in _BREATH.finditer(text, start, limit + _LONGEST_ENDING):
        if breath.end() > limit:
            break
        if _LIGHT_BREATH.fullmatch(breath.group()):
            light = breath.end()
        else:
            strong = breath.end()
    for cut in (strong, light):
        if cut is not None and weight(text, start, cut) >= longest * _LEAST_FILLED:
            return cut
    return None


def _spoken(text: str, cuts: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join pieces that hold nothing to say with the piece before, or else the one after."""
    held: tuple[int, int] | None = None
    held_sayable = False
    for start, end in cuts:
        sayable = is_sayable(text[start:end])
        if held is not None and sayable and held_sayable:
            yield held
            held = None
        held = (start if held is None else held[0], end)
        held_sayable = sayable or (held_sayable and held[0] != start)
    if held is not None and text[held[0] : held[1]].strip():
        yield held


def _piece(text: str, start: int, end: int) -> Sentence:
    piece = text[start:end]
    begin = start + len(piece) - len(piece.lstrip())
    stripped = piece.strip()
    return Sentence(start=begin, end=begin + len(stripped), text=stripped)
