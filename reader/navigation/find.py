"""Searching in a book: on from a place, or all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reader.background import CancelToken
from reader.books.model import Book
from reader.navigation.excerpt import excerpt
from reader.navigation.place import Position, clamped
from reader.navigation.query import Matcher, Query, matcher

__all__ = ["Hit", "Hits", "Query", "find", "find_all"]

_PORTION = 20_000
"""Characters that are looked through between two looks at the token."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Hit:
    """A match: where it stands in the book, and the line around it.

    ``before + match + after`` is one line of text, white space as single spaces.
    """

    chapter: int
    start: int
    end: int
    before: str
    match: str
    after: str


@dataclass(frozen=True, kw_only=True)
class Hits:
    """The matches in a book in reading order; not `complete` where there are more."""

    hits: tuple[Hit, ...]
    complete: bool


def find(
    book: Book,
    query: Query | str,
    start: Position,
    *,
    backwards: bool = False,
    cancel: CancelToken | None = None,
) -> tuple[Position, Position] | None:
    """Where `query`, or plain words, next stand: start and end; None to the end of the book.

    A match begins at `start` or behind it; `backwards` it begins before `start`. Raises
    :class:`~reader.errors.SearchError` for a regular expression that is wrong or takes too
    long, and :class:`~reader.errors.Cancelled`.
    """
    wanted = matcher(Query(query) if isinstance(query, str) else query)
    if wanted is None or not book.chapters:
        return None
    start = clamped(book, start)
    for chapter in range(start.chapter, -1 if backwards else len(book.chapters), _step(backwards)):
        text = book.chapters[chapter].text
        begin, end = 0, len(text)
        if chapter == start.chapter:
            begin, end = (0, start.offset) if backwards else (start.offset, len(text))
        for first, last in _portions(begin, end, backwards=backwards):
            if cancel is not None:
                cancel.check()
            spans = wanted.spans(text, first, last)
            if spans:
                found = spans[-1 if backwards else 0]
                return Position(chapter, found[0]), Position(chapter, found[1])
    return None


def find_all(
    book: Book,
    query: Query,
    *,
    limit: int = 10_000,
    cancel: CancelToken | None = None,
    progress: Callable[[float], None] | None = None,
) -> Hits:
    """Every place of `query`, at most `limit` of them.

    `progress` is told the share done, 0 to 1, on the calling thread. Raises as :func:`find`.
    """
    wanted = matcher(query)
    found: list[Hit] = []
    if wanted is None:
        return Hits(hits=(), complete=True)
    for chapter, start, end in _every(book, wanted, cancel, progress):
        if len(found) == limit:
            return Hits(hits=tuple(found), complete=False)
        before, match, after = excerpt(book.chapters[chapter].text, start, end)
        found.append(
            Hit(chapter=chapter, start=start, end=end, before=before, match=match, after=after)
        )
    return Hits(hits=tuple(found), complete=True)


def _every(
    book: Book,
    wanted: Matcher,
    cancel: CancelToken | None,
    progress: Callable[[float], None] | None,
) -> Iterator[tuple[int, int, int]]:
    """Chapter, start and end of all matches, none overlapping the one before."""
    done = 0
    for chapter, own in enumerate(book.chapters):
        behind = 0
        for first, last in _portions(0, len(own.text), backwards=False):
            if cancel is not None:
                cancel.check()
            for start, end in wanted.spans(own.text, max(first, behind), last):
                behind = end
                yield chapter, start, end
            if progress is not None:
                progress((done + last) / book.characters)
        done += len(own.text)


def _step(backwards: bool) -> int:
    return -1 if backwards else 1


def _portions(begin: int, end: int, *, backwards: bool) -> Iterator[tuple[int, int]]:
    """Ranges of starts to look at one after another."""
    starts = range(begin, end, _PORTION)
    for first in reversed(starts) if backwards else starts:
        yield first, min(first + _PORTION, end)
