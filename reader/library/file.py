"""The file under the library: SQLite, safe to use from any thread.

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
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from reader import paths
from reader.errors import LibraryError
from reader.library import migrations

_log = logging.getLogger(__name__)

# The primary result codes (the low byte) that mean the file itself is broken.
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}

_RETRY = 0.02
"""Seconds between two tries of what another program stands in the way of."""


def library_file() -> Path:
    """Where the library lies."""
    return paths.data_folder() / "library.sqlite"


class LibraryFile:
    """The open file: one connection for all threads, guarded by a lock.

    A damaged file is set aside, never deleted, and a new one is begun; `notice` then says so
    for the user, and where the old one lies.
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
