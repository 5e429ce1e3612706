"""What stands in brackets and quotation marks: pairs found with a stack, in linear time.

A pair matters only while it is short enough to stay in one sentence, so marks are read just
that far ahead and openings older than that are forgotten: memory is bounded however long or
deeply nested the text is, and a quotation that never closes costs one sentence at most.
"""

from __future__ import annotations

import re
from collections import deque
from enum import Enum
from typing import NamedTuple

from reader.language.measure import LETTERS_A_HANZI, weight


class EnclosureKind(Enum):
    """What a pair of marks encloses."""

    QUOTE = "quote"
    BRACKET = "bracket"
    TITLE = "title"


class Enclosure(NamedTuple):
    """A matched pair: the offsets of its opening and its closing mark."""

    start: int
    end: int
    kind: EnclosureKind


_PAIRS = {
    EnclosureKind.QUOTE: "“”‘’「」『』«»‹›„“",
    EnclosureKind.BRACKET: "()（）[]［］【】〔〕{}｛｝",
    EnclosureKind.TITLE: "《》〈〉",
}
_CLOSER_OF = {
    marks[index]: marks[index + 1] for marks in _PAIRS.values() for index in range(0, len(marks), 2)
}
_KIND_OF = {
    marks[index]: kind for kind, marks in _PAIRS.items() for index in range(0, len(marks), 2)
}
_STRAIGHT = "\"'＂"
_CLOSERS = frozenset(_CLOSER_OF.values())
_ALL_MARKS = re.compile("[" + re.escape("".join({*_CLOSER_OF, *_CLOSERS, *_STRAIGHT})) + "]")

OPENING_QUOTES = frozenset("“‘「『«‹„\"'＂")
OPENING_MARKS = frozenset(_CLOSER_OF) | {'"', "'", "＂", "¿", "¡"}
CLOSING_MARKS = _CLOSERS | {'"', "'", "＂"}
AMBIGUOUS_CLOSERS = frozenset("\"'＂“’")
"""Marks that close only in the right surroundings; all other closing marks always do."""

LONGEST_WHOLE = 90.0
"""Weight (in hanzi) up to which what is enclosed is kept in one sentence; longer speeches
are cut at their own full stops, so that the listener can move inside them."""

_REACH = int(LONGEST_WHOLE * LETTERS_A_HANZI)
"""The most characters a pair that is kept whole may span."""


class Enclosures:
    """The outermost short pairs of a text, read ahead of the places they are asked for.

    Places must be asked for in rising order.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._marks = _ALL_MARKS.finditer(text)
        self._next = next(self._marks, None)
        self._open: deque[tuple[str, int, EnclosureKind]] = deque()
        self._awaited: dict[str, int] = {}
        self._pairs: deque[Enclosure] = deque()
        self._closings: deque[int] = deque()

    def around(self, position: int) -> Enclosure | None:
        """The outermost pair that `position` lies inside, if it is short enough to be kept."""
        if self._next is not None and self._next.start() <= position + _REACH:
            self._read(position + _REACH)
        pairs = self._pairs
        while pairs and pairs[0].end < position:
            pairs.popleft()
        return pairs[0] if pairs and pairs[0].start < position else None

    def closes(self, position: int) -> bool:
        """Whether a pair, of any depth, closes with the ambiguous mark at `position`.

        It lies at or after the last one asked for, within reach of what was read.
        """
        closings = self._closings
        while closings and closings[0] < position:
            closings.popleft()
        return bool(closings) and closings[0] == position

    def _read(self, until: int) -> None:
        found = self._next
        while found is not None and found.start() <= until:
            self._take(found.group(), found.start())
            found = next(self._marks, None)
        self._next = found

    def _take(self, mark: str, position: int) -> None:
        opened = self._open
        while opened and opened[0][1] < position - _REACH:
            self._awaited[opened.popleft()[0]] -= 1
        awaited = self._awaited.get(mark, 0) > 0
        if mark in _STRAIGHT:
            role = _straight_role(self._text, position, awaited)
            if role == "close":
                self._close(mark, position)
            elif role == "open":
                self._push(mark, position, EnclosureKind.QUOTE)
        elif awaited and not _is_apostrophe(self._text, position):
            self._close(mark, position)
        elif mark in _CLOSER_OF:
            self._push(_CLOSER_OF[mark], position, _KIND_OF[mark])

    def _push(self, closer: str, position: int, kind: EnclosureKind) -> None:
        self._open.append((closer, position, kind))
        self._awaited[closer] = self._awaited.get(closer, 0) + 1

    def _close(self, mark: str, position: int) -> None:
        while True:
            closer, start, kind = self._open.pop()
            self._awaited[closer] -= 1
            if closer == mark:
                break
        if mark in AMBIGUOUS_CLOSERS:
            while self._closings and self._closings[0] < position - 2 * _REACH:
                self._closings.popleft()
            self._closings.append(position)
        if not _is_short(self._text, start, position):
            return
        pairs = self._pairs
        while pairs and pairs[-1].start > start:
            pairs.pop()
        pairs.append(Enclosure(start, position, kind))


def _is_short(text: str, start: int, end: int) -> bool:
    if end - start > _REACH:
        return False
    return end - start <= LONGEST_WHOLE or weight(text, start, end) <= LONGEST_WHOLE


def _straight_role(text: str, position: int, awaited: bool) -> str | None:
    """Whether a mark that looks the same on both sides opens, closes or does neither."""
    before = text[position - 1] if position else ""
    after = text[position + 1 : position + 2]
    detached = not before or before.isspace()
    if text[position] == "'":
        return _single_role(before, after, detached, awaited)
    if awaited:
        return "open" if detached and after.isalnum() else "close"
    at_end = not after or after.isspace()
    return None if at_end and not detached else "open"


def _single_role(before: str, after: str, detached: bool, awaited: bool) -> str | None:
    """A straight single quotation mark is far more often an apostrophe."""
    if awaited and not detached and not after.isalnum() and before != "s":
        return "close"
    opens = (detached or before in OPENING_MARKS or before in "—–:：") and after.isalpha()
    return "open" if opens else None


def _is_apostrophe(text: str, position: int) -> bool:
    """Whether ’ stands inside a word (don’t) or behind a plural (the boys’ room)."""
    if text[position] != "’" or not text[position - 1 : position].isascii():
        return False
    after = text[position + 1 : position + 2]
    if after == " ":
        return text[position - 1] == "s" and text[position + 2 : position + 3].islower()
    return after.isascii() and after.isalpha()
