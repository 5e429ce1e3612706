"""The library's shelf: its books, the files they lie in, and the folders these come from."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from reader.books.model import Book
from reader.library import editions, files, shelf
from reader.library.file import LibraryFile
from reader.library.files import KnownFile
from reader.library.shelf import ShelfEntry


class Shelving(LibraryFile):
    """What :class:`~reader.library.store.Library` knows of books, before anything is noted."""

    def remember_book(self, book: Book, path: Path) -> ShelfEntry | None:
        """Put `book` on the shelf, or note that it was opened again, now from `path`.

        A book that is new here but seems a changed edition of another takes over that one's
        place, bookmarks and choices; the other is returned, as it was. What was taken over
        may be off by what has changed: `before`, `after` and `title` tell where it belongs.
        """
        with self._transaction() as connection:
            earlier = self._earlier(connection, book, path)
            shelf.remember(connection, book, path, self._clock())
            if earlier is not None:
                editions.carry_over(connection, earlier.identifier, book.identifier)
        return earlier

    def add_book(self, book: Book, path: Path) -> None:
        """Put `book` on the shelf without opening it; a changed edition as `remember_book` does.

        One that stands there stays as it is, unless its file is gone: then it is now at `path`,
        as one is that was taken off, for in its old file there may be another book.
        """
        with self._transaction() as connection:
            known = shelf.known(connection, book.identifier)
            if known is not None and shelf.is_here(known) and shelf.stands(connection, known):
                return
            earlier = self._earlier(connection, book, path)
            shelf.add(connection, book, path, self._clock())
            if earlier is not None:
                editions.carry_over(connection, earlier.identifier, book.identifier)

    def take_off_shelf(self, identifier: str) -> None:
        """Have a book no longer stand on the shelf; its place and notes are kept."""
        with self._transaction() as connection:
            shelf.take_off(connection, identifier)

    def put_back_on_shelf(self, identifier: str) -> None:
        """Undo :meth:`take_off_shelf`; harmless if the book is there."""
        with self._transaction() as connection:
            shelf.put_back(connection, identifier)

    def forget_book(self, identifier: str) -> None:
        """Lose a book, with its earlier editions and all that is noted of them.

        Another book that once lay in the same file stays. Nothing happens if it is not there.
        """
        with self._transaction() as connection:
            shelf.forget(connection, identifier)

    def books(self) -> list[ShelfEntry]:
        """All books of the shelf, those opened last first, then those added last."""
        with self._lock, self._explained():
            return shelf.books(self._connection)

    def recent(self, limit: int = 20) -> list[ShelfEntry]:
        """The books opened last, the latest first."""
        with self._lock, self._explained():
            return shelf.recent(self._connection, limit)

    def known_book(self, identifier: str) -> ShelfEntry | None:
        """A book of the shelf, or one that was taken off it; None for a stranger."""
        with self._lock, self._explained():
            return shelf.known(self._connection, identifier)

    def move_book(self, identifier: str, path: Path) -> None:
        """Note that the book's file is at `path` now."""
        with self._transaction() as connection:
            shelf.move(connection, identifier, path)

    def set_finished(self, identifier: str, finished: bool) -> None:
        """Note whether the reader is done with a book."""
        with self._transaction() as connection:
            shelf.set_finished(connection, identifier, finished)

    # Files and folders

    def known_file(self, path: Path) -> KnownFile | None:
        """What is known of the file at `path`; None if it was never looked at."""
        with self._lock, self._explained():
            return files.known_file(self._connection, path)

    def remember_file(self, file: KnownFile) -> None:
        """Note what a file is, in place of what was noted of its path."""
        with self._transaction() as connection:
            files.remember(connection, file)

    def files_of(self, digest: str) -> list[KnownFile]:
        """The known files of this content."""
        with self._lock, self._explained():
            return files.of_digest(self._connection, digest)

    def files_of_book(self, identifier: str) -> list[KnownFile]:
        """The known files in which a book was found."""
        with self._lock, self._explained():
            return files.of_book(self._connection, identifier)

    def folders(self) -> list[Path]:
        """The folders whose books were put on the shelf, in the order they came."""
        with self._lock, self._explained():
            return files.folders(self._connection)

    def add_folder(self, path: Path) -> None:
        """Note that the books in the folder at `path` belong to the shelf."""
        with self._transaction() as connection:
            files.add_folder(connection, path, self._clock())

    def remove_folder(self, path: Path) -> None:
        """Have a folder be like any other again; its books stay on the shelf."""
        with self._transaction() as connection:
            files.remove_folder(connection, path)

    @staticmethod
    def _earlier(connection: sqlite3.Connection, book: Book, path: Path) -> ShelfEntry | None:
        """What `book` is a changed edition of, if it is new here."""
        if shelf.is_known(connection, book.identifier):
            return None
        return editions.find_earlier(connection, book, path)
