"""Searching on through the whole book, from a place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.background import CancelToken
from reader.books.model import Book
from reader.navigation.folding import Folded, fold
from reader.navigation.place import Position, clamped

_PORTION = 100_000
"""Characters that are looked through between two looks at the token."""

_LONGEST_SPACE = 30
_LETTER = r"[^\W_\u2e80-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U000323af]"
"""A letter or digit of a script that puts spaces between words."""


def find(
    book: Book,
    text: str,
    start: Position,
    *,
    backwards: bool = False,
    cancel: CancelToken | None = None,
    whole_words: bool = False,
) -> tuple[Position, Position] | None:
    """Where `text` next stands: its start and end in the book; None to the end of the book.

    A match begins at `start` or behind it; `backwards` it begins before `start`. Case, full
    and half width, traditional and simplified hanzi are the same; any white space is one
    space, also between paragraphs. `whole_words` matters where the words of `text` are
    written with spaces between. Raises :class:`~reader.errors.Cancelled`.
    """
    pattern = _pattern(text, whole_words=whole_words)
    if pattern is None or not book.chapters:
        return None
    start = clamped(book, start)
    step = -1 if backwards else 1
    stop = -1 if backwards else len(book.chapters)
    for chapter in range(start.chapter, stop, step):
        own = book.chapters[chapter].text
        begin, end = 0, len(own)
        if chapter == start.chapter:
            begin, end = (0, start.offset) if backwards else (start.offset, len(own))
        for first, last in _portions(begin, end, backwards=backwards):
            if cancel is not None:
                cancel.check()
            found = _found(pattern, own, first, last, _reach(text), backwards=backwards)
            if found is not None:
                return Position(chapter, found[0]), Position(chapter, found[1])
    return None


def _pattern(text: str, *, whole_words: bool) -> re.Pattern[str] | None:
    """What is looked for in folded text; None where nothing is."""
    words = fold(text).split()
    if not words:
        return None
    pattern = rf"\s{{1,{_LONGEST_SPACE}}}".join(re.escape(word) for word in words)
    if whole_words:
        before = rf"(?<!{_LETTER})" if re.match(_LETTER, words[0]) else ""
        after = rf"(?!{_LETTER})" if re.match(_LETTER, words[-1][-1]) else ""
        pattern = before + pattern + after
    return re.compile(pattern)


def _reach(text: str) -> int:
    """The most characters a match and the letter behind it can take.

    A character of the source becomes at least one, so a match is no longer than what is sought.
    """
    return len(fold(text)) + _LONGEST_SPACE * len(text.split()) + 1


def _portions(begin: int, end: int, *, backwards: bool) -> Iterator[tuple[int, int]]:
    """Ranges of starts to look at one after another."""
    starts = range(begin, end, _PORTION)
    for first in reversed(starts) if backwards else starts:
        yield first, min(first + _PORTION, end)


def _found(
    pattern: re.Pattern[str], text: str, first: int, last: int, reach: int, *, backwards: bool
) -> tuple[int, int] | None:
    """The first match (the last if `backwards`) that begins from `first` to before `last`."""
    lead = min(first, 1)  # whether a word begins here, the letter before it tells
    folded = Folded(text[first - lead : last + reach])
    result: tuple[int, int] | None = None
    for match in pattern.finditer(folded.text, len(fold(text[first - lead : first]))):
        start, end = folded.source_range(*match.span())
        if start + first - lead >= last:
            break
        result = start + first - lead, end + first - lead
        if not backwards:
            break
    return result
