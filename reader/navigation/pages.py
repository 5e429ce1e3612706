"""Printed pages: which begin where, and which one a place is on."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from reader.books.model import Book
from reader.language import roman
from reader.navigation.place import Position

_NAMED = re.compile(r"(?:pages?|pg?|pp)[.\s]*(?=[\divxlcdm]+$)|^第(?=.)|[页頁]$", re.IGNORECASE)
"""What a label or a listener may put around the number itself."""


class Pages:
    """The printed pages of one book, found at the first question; empty where it has none."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def labels(self) -> Sequence[str]:
        """The labels in reading order, without the word page."""
        return self._labels

    def positions(self) -> Sequence[Position]:
        """Where the pages begin; one place for each label."""
        return self._positions

    def find(self, label: str) -> Position | None:
        """Where the page begins that is called `label`, wide or small letters alike.

        “page 12” finds a page 12 or p12; a number finds the Roman numeral that counts it,
        and the other way round, where no page has the very label.
        """
        for name in _names(label):
            if name in self._by_name:
                return self._by_name[name]
        return None

    def at(self, position: Position) -> str | None:
        """The label of the page on which `position` is; None before the first."""
        index = bisect_right(self._positions, position) - 1
        return self._labels[index] if index >= 0 else None

    @property
    def last(self) -> str | None:
        """The label of the last page."""
        return self._labels[-1] if self._labels else None

    @cached_property
    def _found(self) -> tuple[list[Position], list[str]]:
        found = list(_marks(self._book))
        return [position for position, _ in found], [label for _, label in found]

    @property
    def _positions(self) -> list[Position]:
        return self._found[0]

    @property
    def _labels(self) -> list[str]:
        return self._found[1]

    @cached_property
    def _by_name(self) -> dict[str, Position]:
        """The best name of a label before the next best of any other; the first page wins."""
        named = [
            (_names(label), at) for label, at in zip(self._labels, self._positions, strict=True)
        ]
        by_name: dict[str, Position] = {}
        for rank in range(3):
            for names, at in named:
                if rank < len(names):
                    by_name.setdefault(names[rank], at)
        return by_name


def _marks(book: Book) -> Iterator[tuple[Position, str]]:
    for number, chapter in enumerate(book.chapters):
        for index, block in enumerate(chapter.blocks):
            if any(run.page is not None for run in block.runs):
                for offset, run in chapter.runs(index):
                    if run.page is not None:
                        # Many books write “Page 5” where the number alone is asked for.
                        label = _NAMED.sub("", run.page.strip()).strip() or run.page
                        yield Position(number, offset), label


def _names(label: str) -> list[str]:
    """What `label` may be called: as it stands, without the word page, in the other figures."""
    name = " ".join(unicodedata.normalize("NFKC", label).casefold().split())
    bare = _NAMED.sub("", name).strip()
    names = [name, bare]
    if bare.isascii() and bare.isdigit():
        names.append(str(int(bare)) if len(bare) < 10 else bare)
    else:
        counted = roman.value(bare)
        names.append(str(counted) if counted is not None else bare)
    return names
