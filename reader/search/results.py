"""What a search across the library found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True, slots=True)
class Hit:
    """A passage that holds all that was looked for, and the place of it.

    ``text[start:end]`` of the chapter is the first of the words where they stand closest
    together. ``before + match + after`` is one line of text, white space as single spaces.
    """

    identifier: str
    chapter: int
    chapter_title: str
    start: int
    end: int
    before: str
    match: str
    after: str


@dataclass(frozen=True, kw_only=True)
class Results:
    """The `hits` book by book, that with most passages first, in a book in reading order.

    `passages` and `books` count all that hold what was looked for, also those that are not
    among the hits; `by_book` has the passages of each book by its identifier, in the order of the
    hits. Passages are some 2,000 characters long; neighbours share a few words. Where not
    `complete` there are more than was counted.
    """

    hits: tuple[Hit, ...] = ()
    passages: int = 0
    books: int = 0
    by_book: Mapping[str, int] = field(default_factory=dict)
    complete: bool = True
