"""The library file: SQLite, safe to use from any thread.

Every change is a transaction of its own that is on the disk when the call returns. The
write-ahead log alone with ``synchronous=NORMAL`` survives a crash of the program but may
lose the last transactions when the power fails, because the log is only synced at
checkpoints; ``FULL`` syncs it at every commit (https://sqlite.org/pragma.html). A place is
saved at most once a sentence, so one sync each is cheap, and the promise that it is
durable within a second holds for a pulled plug too.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from reader import paths
from reader.books.model import Book
from reader.errors import LibraryError
from reader.lexicon.entry import Entry
from reader.library import bookmarks, choices, editions, migrations, places, pronunciations, shelf
from reader.library.bookmarks import Bookmark
from reader.library.places import Place
from reader.library.shelf import ShelfEntry

__all__ = ["Bookmark", "Library", "Place", "ShelfEntry", "library_file"]

_log = logging.getLogger(__name__)

# The primary result codes (the low byte) that mean the file itself is broken.
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}

_RETRY = 0.02
"""Seconds between two tries of what another program stands in the way of."""


def library_file() -> Path:
    """Where the library lies."""
    return paths.data_folder() / "library.sqlite"


class Library:
    """What the house remembers.

    One connection serves all threads, guarded by a lock. A damaged file is set aside, never
    deleted, and a new one is begun; `notice` then says so for the user, and where the
    old one lies.
    """

    def __init__(
        self,
        path: Path | None = None,
        *,
        patience: float = 2.0,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Open the library, or begin one; raises :class:`~reader.errors.LibraryError`.

        `patience` is how many seconds to wait for another program that is writing; `clock`
        gives seconds since 1970.
        """
        self.path = path if path is not None else library_file()
        self.notice: LibraryError | None = None
        self._patience = patience
        self._clock = clock
        self._lock = threading.RLock()
        with self._explained():
            self._connection = self._open_or_begin_again()

    def remember_book(self, book: Book, path: Path) -> ShelfEntry | None:
        """Put `book` on the shelf, or note that it was opened again, now from `path`.

        A book that is new here but seems a changed edition of another takes over that one's
        place, bookmarks and choices; the other is returned, as it was. What was taken over
        may be off by what has changed: `before`, `after` and `title` tell where it belongs.
        """
        with self._transaction() as connection:
            earlier = None
            if not shelf.is_known(connection, book.identifier):
                earlier = editions.find_earlier(connection, book, path)
            shelf.remember(connection, book, path, self._clock())
            if earlier is not None:
                editions.carry_over(connection, earlier.identifier, book.identifier)
        return earlier

    def forget_book(self, identifier: str) -> None:
        """Take a book off the shelf, with its earlier editions and all that is noted of them.

        Another book that once lay in the same file stays. Nothing happens if it is not there.
        """
        with self._transaction() as connection:
            shelf.forget(connection, identifier)

    def recent(self, limit: int = 20) -> list[ShelfEntry]:
        """The books opened last, the latest first."""
        with self._lock, self._explained():
            return shelf.recent(self._connection, limit)

    def place(self, identifier: str) -> Place | None:
        """Where reading stopped in a book; None if it was never begun."""
        with self._lock, self._explained():
            return places.place(self._connection, identifier)

    def save_place(self, identifier: str, place: Place) -> None:
        """Note where reading stopped; on the disk when this returns.

        Raises :class:`~reader.errors.LibraryError` if the book was never remembered.
        """
        with self._transaction() as connection:
            places.save(connection, identifier, place, self._clock())

    def bookmarks(self, identifier: str) -> list[Bookmark]:
        """The bookmarks of a book in reading order."""
        with self._lock, self._explained():
            return bookmarks.bookmarks(self._connection, identifier)

    def add_bookmark(self, identifier: str, place: Place, name: str = "") -> Bookmark:
        """Mark `place`; raises :class:`~reader.errors.LibraryError` as :meth:`save_place`."""
        with self._transaction() as connection:
            return bookmarks.add(connection, identifier, place, name, self._clock())

    def rename_bookmark(self, number: int, name: str) -> None:
        """Give a bookmark another name, empty for none."""
        with self._transaction() as connection:
            bookmarks.rename(connection, number, name)

    def move_bookmark(self, number: int, place: Place) -> None:
        """Have a bookmark stand where its words are found in a changed edition."""
        with self._transaction() as connection:
            bookmarks.move(connection, number, place)

    def remove_bookmark(self, number: int) -> Bookmark | None:
        """Take a bookmark away; returns it for :meth:`put_bookmark_back`, None if it is gone."""
        with self._transaction() as connection:
            return bookmarks.remove(connection, number)

    def put_bookmark_back(self, bookmark: Bookmark) -> None:
        """Undo the removal of `bookmark`; harmless if it was not removed."""
        with self._transaction() as connection:
            bookmarks.put_back(connection, bookmark)

    def book_choice(self, identifier: str, name: str) -> str | None:
        """What was chosen for this book alone under `name`; None if nothing was."""
        with self._lock, self._explained():
            return choices.choice(self._connection, identifier, name)

    def choose_for_book(self, identifier: str, name: str, value: str | None) -> None:
        """Keep a choice for this book alone, None to have none."""
        with self._transaction() as connection:
            choices.choose(connection, identifier, name, value)

    def pronunciations(self, identifier: str | None) -> list[Entry]:
        """How words are said: a book's own entries in their order, then those for all books.

        For None the latter alone.
        """
        with self._lock, self._explained():
            return pronunciations.pronunciations(self._connection, identifier)

    def add_pronunciation(self, entry: Entry) -> Entry:
        """Keep `entry` behind those of its scope; returns it with its number.

        Raises :class:`~reader.errors.LibraryError` if its book was never remembered.
        """
        with self._transaction() as connection:
            return pronunciations.add(connection, entry)

    def add_pronunciations(self, entries: Iterable[Entry]) -> list[Entry]:
        """Keep many at once, or none if one cannot be; returns them with their numbers."""
        with self._transaction() as connection:
            return pronunciations.add_many(connection, entries)

    def change_pronunciation(self, entry: Entry) -> None:
        """Have the entry of this number be as it is given."""
        with self._transaction() as connection:
            pronunciations.change(connection, entry)

    def remove_pronunciations(self, numbers: Iterable[int]) -> list[Entry]:
        """Take entries away; returns them for :meth:`put_pronunciations_back`."""
        with self._transaction() as connection:
            return pronunciations.remove(connection, numbers)

    def put_pronunciations_back(self, entries: Iterable[Entry]) -> None:
        """Undo the removal of `entries`; harmless for one that was not removed."""
        with self._transaction() as connection:
            pronunciations.put_back(connection, entries)

    def order_pronunciations(self, numbers: Sequence[int]) -> None:
        """Have the entries of one scope stand in this order."""
        with self._transaction() as connection:
            pronunciations.put_in_order(connection, numbers)

    def close(self) -> None:
        """Give the file back; closing twice does no harm."""
        with self._lock:
            self._connection.close()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._lock, self._explained():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                # After a full disk or a damaged page SQLite has rolled back by itself.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn what SQLite raises into words for the user."""
        try:
            yield
        except (sqlite3.Error, OSError, UnicodeError) as error:
            raise _explain(error, self.path) from error

    def _open_or_begin_again(self) -> sqlite3.Connection:
        try:
            return self._open()
        except sqlite3.DatabaseError as error:
            if not _is_damage(error):
                raise
            _log.warning("The library file is damaged: %s", error)
        aside = _set_aside(self.path)
        self.notice = LibraryError(
            str(self.path),
            "The library file was damaged, so a new one was begun.",
            f"Books open as before, but the places in them are lost; the old file is kept as "
            f"{aside.name}.",
        )
        return self._open()

    def _open(self) -> sqlite3.Connection:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(
            self.path, timeout=self._patience, isolation_level=None, check_same_thread=False
        )
        try:
            self._prepare(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _prepare(self, connection: sqlite3.Connection) -> None:
        self._begin_log(connection)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise _Damaged
        if migrations.version(connection) > len(migrations.STEPS):
            raise LibraryError(
                str(self.path),
                "The library was written by a newer version of Tingshu.",
                "Use that version, or move the file away to begin a new library.",
            )
        migrations.migrate(connection)

    def _begin_log(self, connection: sqlite3.Connection) -> None:
        """Turn to write-ahead logging; where another program is about to, SQLite does not wait."""
        patient_until = time.monotonic() + self._patience
        while True:
            try:
                connection.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if not _is_busy(error) or time.monotonic() > patient_until:
                    raise
            time.sleep(_RETRY)


class _Damaged(sqlite3.DatabaseError):
    """The check of the file found broken pages."""


def _is_damage(error: sqlite3.Error) -> bool:
    code = getattr(error, "sqlite_errorcode", 0)
    return isinstance(error, _Damaged) or (code & 0xFF) in _DAMAGE


def _is_busy(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY


def _set_aside(path: Path) -> Path:
    """Rename the file and its log so that nothing is overwritten; returns the new path."""
    number = 1
    while (aside := path.with_name(f"{path.stem}.damaged-{number}{path.suffix}")).exists():
        number += 1
    path.rename(aside)
    for ending in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            Path(f"{path}{ending}").rename(f"{aside}{ending}")
    return aside


def _explain(error: sqlite3.Error | OSError | UnicodeError, path: Path) -> LibraryError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    match code:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            reason, remedy = "Another program is holding the library.", "Close it and try again."
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            reason = "The library file cannot be opened for writing."
            remedy = "Check the permissions of the file and its folder."
        case sqlite3.SQLITE_FULL:
            reason, remedy = "The disk is full, the library cannot be saved.", "Free some space."
        case sqlite3.SQLITE_CONSTRAINT:
            reason, remedy = "The book is not in the library.", "Open the book again."
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            reason = "The library file is damaged."
            remedy = "Start Tingshu again: it keeps the damaged file and begins a new one."
        case _:
            said = getattr(error, "strerror", None) or error
            reason = f"The library cannot be read or written ({said})."
            remedy = "Check the file and its folder."
    return LibraryError(str(path), reason, remedy)
