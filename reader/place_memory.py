"""What the library remembers of the open book: where reading stopped, and that it was read."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from reader.books.model import Book
from reader.errors import LibraryError
from reader.narration.passage import Passage
from reader.navigation.measure import Extent
from reader.navigation.place import Position, clamped

if TYPE_CHECKING:
    from reader.library.store import Library, Place


class PlaceMemory:
    """The place in `book`, kept by `library`; without one it is not remembered.

    A library that fails costs the memory, not the reading: `on_problem` is told once.
    """

    def __init__(
        self,
        book: Book,
        path: Path,
        library: Library | None,
        *,
        on_problem: Callable[[LibraryError], object],
    ) -> None:
        """Put the book on the shelf, or note that it was opened again, now from `path`."""
        self._book = book
        self._library = library
        self._extent = Extent(book)
        self._place = self._opened(path, on_problem)

    @property
    def library(self) -> Library | None:
        """The library as far as it takes changes; None where it does not."""
        return self._library

    def position(self) -> Position | None:
        """Where this edition of the book has the place; None if it was never begun, or if it has
        no such chapter any more.
        """
        from reader.navigation.anchors import Anchor, resolve

        place, book = self._place, self._book
        if place is None or not book.chapters:
            return None
        where, exact = resolve(book, Anchor(**asdict(place)))
        by_number = where == clamped(book, Position(place.chapter, place.offset))
        if not exact and by_number and place.chapter >= len(book.chapters):
            return None
        return where

    def save(self, passage: Passage) -> None:
        """Have the library know that the place is `passage` now.

        Raises :class:`~reader.errors.LibraryError`.
        """
        from reader.library.store import Place
        from reader.navigation.anchors import anchor_of

        if self._library is not None:
            start = Position(passage.chapter, passage.start)
            place = Place(**asdict(anchor_of(self._book, start)))
            read = self._extent.fraction(start)
            self._library.save_place(self._book.identifier, place, read)

    def finish(self) -> None:
        """Have the library know that the book was read to its end.

        If it refuses, the place tells as much.
        """
        if self._library is not None:
            with suppress(LibraryError):
                self._library.set_finished(self._book.identifier, True)

    def _opened(self, path: Path, on_problem: Callable[[LibraryError], object]) -> Place | None:
        library = self._library
        if library is None:
            return None
        try:
            library.remember_book(self._book, path)
        except LibraryError as error:
            self._library = None
            if not library.read_only:  # that was told when it was opened
                on_problem(error)
        try:
            return library.place(self._book.identifier)
        except LibraryError:
            return None
