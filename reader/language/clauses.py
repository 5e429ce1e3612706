"""Clauses: where a sentence may be cut for speech, unseen by the reader.

:func:`clauses` gives every breath, :func:`bounded` the fewest pieces an engine can take at
once, :func:`first_clause` how much to say first so that sound comes early.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.language.measure import LETTERS_A_HANZI, is_sayable, weight
from reader.language.sentences import Sentence

LONGEST_CLAUSE = 75.0
"""Most that is said at once, in hanzi (300 letters): engines' memory grows with the length."""

_SHORTEST_FIRST = 4.0
_LONGEST_FIRST = 16.0
_BREATH = re.compile(
    r"(?:[，、；：。！？!?…⋯\u2028\n]|[,;:.](?=\s)|——+|\s[-–—]+(?=\s)|—)+[”’」』）)\]】》\"]*\s*"
)
_SPACE = re.compile(r"\s+")


def clauses(text: str) -> list[Sentence]:
    """`text` cut after every comma, colon, dash …, none longer than LONGEST_CLAUSE.

    The pieces are trimmed and together hold all that is not white space. What has no
    letter or digit stays with the piece before it.
    """
    return [_piece(text, start, end) for start, end in _spoken(text, _cuts(text))]


def bounded(text: str, longest: float = LONGEST_CLAUSE) -> list[Sentence]:
    """As few pieces as possible, cut at clauses, none longer than `longest` hanzi."""
    pieces: list[Sentence] = []
    start = end = 0
    for clause_start, clause_end in _spoken(text, _cuts(text, longest)):
        if end and weight(text, start, clause_end) > longest:
            pieces.append(_piece(text, start, end))
            start = clause_start
        elif not end:
            start = clause_start
        end = clause_end
    if end:
        pieces.append(_piece(text, start, end))
    return pieces


def first_clause(text: str) -> int:
    """The end of a short beginning of `text`, to be spoken at once; ``len(text)`` if none.

    It has at least 4 and at most about 16 hanzi (64 letters), and ends at a breath, else at
    a space; Chinese without either is cut at the longest length.
    """
    if weight(text) <= _LONGEST_FIRST:
        return len(text)
    for breath in _BREATH.finditer(text):
        size = weight(text, 0, breath.end())
        if size > _LONGEST_FIRST:
            break
        if size >= _SHORTEST_FIRST:
            return breath.end()
    return _cut_before(text, 0, len(text), _LONGEST_FIRST)


def _cuts(text: str, longest: float = LONGEST_CLAUSE) -> Iterator[tuple[int, int]]:
    start = 0
    for end in [*(breath.end() for breath in _BREATH.finditer(text)), len(text)]:
        while weight(text, start, end) > longest:
            cut = _cut_before(text, start, end, longest)
            yield start, cut
            start = cut
        if end > start:
            yield start, end
        start = end


def _cut_before(text: str, start: int, end: int, longest: float) -> int:
    """Where to cut ``text[start:end]`` so that the first part weighs at most `longest`."""
    reach = min(end, start + int(longest * LETTERS_A_HANZI))
    while weight(text, start, reach) > longest:
        reach -= max(1, int(weight(text, start, reach) - longest))
    spaces = list(_SPACE.finditer(text, start + 1, reach))
    if spaces and weight(text, start, spaces[-1].end()) >= longest / 2:
        return spaces[-1].end()
    return max(reach, start + 1)


def _spoken(text: str, cuts: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join pieces that hold nothing to say with the piece before, or else the one after."""
    held: tuple[int, int] | None = None
    for start, end in cuts:
        if held is None:
            held = (start, end)
        elif not is_sayable(text[start:end]) or not is_sayable(text[slice(*held)]):
            held = (held[0], end)
        else:
            yield held
            held = (start, end)
    if held is not None and text[held[0] : held[1]].strip():
        yield held


def _piece(text: str, start: int, end: int) -> Sentence:
    piece = text[start:end]
    begin = start + len(piece) - len(piece.lstrip())
    stripped = piece.strip()
    return Sentence(start=begin, end=begin + len(stripped), text=stripped)
