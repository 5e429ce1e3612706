"""The file under the library: SQLite, safe to use from any thread.

Every change is a transaction of its own that is on the disk when the call returns. The
write-ahead log alone with ``synchronous=NORMAL`` survives a crash of the program but may
lose the last transactions when the power fails, because the log is only synced at
checkpoints; ``FULL`` syncs it at every commit (https://sqlite.org/pragma.html). A place is
saved at most once a sentence, so one sync each is cheap, and the promise that it is
durable within a second holds for a pulled plug too.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from reader import paths
from reader.errors import LibraryError
from reader.library import copies, opening, refusals
from reader.library.daily import DailyCopy


def library_file() -> Path:
    """Where the library lies."""
    return paths.data_folder() / "library.sqlite"


class LibraryFile:
    """The open file: one connection for all threads, guarded by a lock.

    `notice` is what the user must be told of it: that it was damaged and a copy restored, or
    that it can only be read; then it is `read_only`, and every change raises
    :class:`~reader.errors.LibraryError`.
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
        self._clock = clock
        self._lock = threading.RLock()
        self._patience = patience
        with self._explained():
            is_new = not self.path.exists()
            self._open()
        self._daily_copy = DailyCopy(self.path, clock, is_new=is_new or self.read_only)
        self._daily_copy.make_if_due()

    def close(self) -> None:
        """Give the file back; closing twice does no harm."""
        self._daily_copy.close()
        with self._lock:
            self._connection.close()

    def copy(self) -> Path:
        """Make a copy beside the file now; raises :class:`~reader.errors.LibraryError`.

        It is one more of those from which a damaged file is restored.
        """
        with self._explained():
            return copies.make(self.path, self._clock())

    def _open(self) -> None:
        opened = opening.open_file(self.path, patience=self._patience, clock=self._clock)
        self._connection = opened.connection
        self.notice: LibraryError | None = opened.notice
        self.read_only = opened.read_only
        self._opened = _identity(self.path)

    def _follow(self) -> None:
        """Turn to the file that another program has put in the place of the open one.

        Raises :class:`~reader.errors.LibraryError` if there is one: what was noted in the open
        one lately may be lost, and whoever notes something must know.
        """
        if self.read_only or _identity(self.path) == self._opened:
            return
        former = self._connection
        self._open()
        former.close()
        raise self.notice or refusals.exchanged(self.path)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._lock, self._explained():
            self._follow()
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                # After a full disk or a damaged page SQLite has rolled back by itself.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
        self._daily_copy.make_if_due()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn what SQLite raises into words for the user."""
        try:
            yield
        except (sqlite3.Error, OSError, UnicodeError) as error:
            raise refusals.explained(error, self.path) from error


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from another of the same name; None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
