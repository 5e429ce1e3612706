"""The file under the index: SQLite, written by one program while others read.

It may be deleted at any time, also while it is open, and is begun anew where it is damaged or
of another version: all that is in it can be made again from the books.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar

from reader import paths
from reader.background import CancelToken
from reader.errors import Cancelled, SearchError
from reader.messages import message
from reader.search.tables import VERSION, OtherVersion, make_tables, version

Result = TypeVar("Result")

_log = logging.getLogger(__name__)

_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_REFUSED = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}

_RETRY = 0.02
"""Seconds between two tries of what another program stands in the way of."""

_LOOK = 10_000
"""Steps of SQLite's machine between two looks whether to stop."""


def index_file() -> Path:
    """Where the index lies."""
    return paths.cache_folder() / "search.sqlite"


class IndexFile:
    """The open file: one connection for all threads, guarded by a lock."""

    def __init__(self, path: Path | None = None, *, patience: float = 5.0) -> None:
        """Open the index, or begin one; raises :class:`~reader.errors.SearchError`.

        `patience` is how many seconds to wait for another program that is writing.
        """
        self.path = path if path is not None else index_file()
        self._patience = patience
        self._lock = threading.RLock()
        self._cancel: CancelToken | None = None
        with self._explained():
            self._open()

    def close(self) -> None:
        """Give the file back; closing twice does no harm."""
        with self._lock:
            self._connection.close()

    def read(
        self, work: Callable[[sqlite3.Connection], Result], cancel: CancelToken | None = None
    ) -> Result:
        """What `work` looks up; raises :class:`~reader.errors.Cancelled`."""
        with self._lock:
            self._cancel = cancel
            try:
                return self._done(work)
            finally:
                self._cancel = None

    def write(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Let `work` change the index; all of it is undone where anything goes wrong."""
        with self._lock:
            return self._done(partial(_in_transaction, work))

    def shrink(self) -> None:
        """Give back the room that nothing stands in any more."""
        with self._lock:
            self._done(_shrink)

    def _done(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Do `work`, after damage once again with a new index."""
        with self._explained():
            self._renew_if_replaced()
            try:
                return work(self._connection)
            except sqlite3.DatabaseError as error:
                if _code(error) not in _DAMAGE:
                    raise
                _log.warning("The index of the texts is damaged and begun anew: %s", error)
            self._connection.close()
            if _identity(self.path) == self._opened:
                _delete(self.path)
            self._open()
            return work(self._connection)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn what SQLite raises into words for the user."""
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            if self._cancel is not None and self._cancel.cancelled:
                raise Cancelled from error
            raise _explain(error, self.path) from error

    def _renew_if_replaced(self) -> None:
        """Open the file again where it was deleted, or begun anew by another program."""
        if _identity(self.path) != self._opened:
            self._connection.close()
            self._open()

    def _open(self) -> None:
        try:
            self._connection = self._open_or_begin_anew()
        except sqlite3.OperationalError as error:
            if _code(error) not in _REFUSED or not self.path.is_file():
                raise
            self._connection = self._open_to_read()
        self._connection.set_progress_handler(self._is_cancelled, _LOOK)
        self._opened = _identity(self.path)

    def _open_or_begin_anew(self) -> sqlite3.Connection:
        try:
            return self._prepared()
        except sqlite3.DatabaseError as error:
            if not isinstance(error, OtherVersion) and _code(error) not in _DAMAGE:
                raise
            _log.warning("The index of the texts is begun anew: %s", error)
        _delete(self.path)
        return self._prepared()

    def _open_to_read(self) -> sqlite3.Connection:
        """Open a file that may not be written, where not even the log can lie beside it."""
        connection = self._connect(f"{self.path.absolute().as_uri()}?immutable=1")
        if version(connection) != VERSION:
            connection.close()
            raise OtherVersion("It cannot be begun anew.")
        return connection

    def _prepared(self) -> sqlite3.Connection:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        connection = self._connect(self.path.absolute().as_uri())
        try:
            # Heeded by a new file alone. Passages fill large pages better than small ones.
            connection.execute("PRAGMA page_size = 8192")
            connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
            self._begin_log(connection)
            connection.execute("PRAGMA synchronous = NORMAL")
            if version(connection) != VERSION:
                _in_transaction(make_tables, connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _connect(self, address: str) -> sqlite3.Connection:
        return sqlite3.connect(
            address,
            uri=True,
            timeout=self._patience,
            isolation_level=None,
            check_same_thread=False,
        )

    def _begin_log(self, connection: sqlite3.Connection) -> None:
        """Turn to write-ahead logging; where another program is about to, SQLite does not wait."""
        patient_until = time.monotonic() + self._patience
        while True:
            try:
                connection.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if _code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > patient_until:
                    raise
            time.sleep(_RETRY)

    def _is_cancelled(self) -> bool:
        return self._cancel is not None and self._cancel.cancelled


def _in_transaction(
    work: Callable[[sqlite3.Connection], Result], connection: sqlite3.Connection
) -> Result:
    connection.execute("BEGIN IMMEDIATE")
    try:
        result = work(connection)
        connection.execute("COMMIT")
    except BaseException:
        # After a full disk or a damaged page SQLite has rolled back by itself.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return result


def _shrink(connection: sqlite3.Connection) -> None:
    # A script is run to its end, where a statement without a result would stop at once.
    connection.executescript("PRAGMA incremental_vacuum; PRAGMA wal_checkpoint(TRUNCATE)")


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from another of the same name; None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _delete(path: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        Path(f"{path}{ending}").unlink(missing_ok=True)


def _code(error: sqlite3.Error) -> int:
    """The primary result code: the low byte."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _explain(error: sqlite3.Error | OSError, path: Path) -> SearchError:
    code = _code(error) if isinstance(error, sqlite3.Error) else 0
    remedy = ""
    if code == sqlite3.SQLITE_FULL:
        reason = message("The disk is full, the index of the texts cannot be completed.")
        remedy = message("Free some space.")
    elif code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        reason = message("Another program is holding the index of the texts.")
        remedy = message("Try again in a moment.")
    elif code in _REFUSED:
        reason = message("The index of the texts cannot be written.")
        remedy = message("Check the permissions of the file and its folder.")
    elif "no such module" in str(error):
        reason = message("The SQLite of this system cannot search texts.")
    else:
        said = getattr(error, "strerror", None) or error
        reason = message("The index of the texts cannot be read or written ({fault}).", fault=said)
    return SearchError(str(path), reason, remedy)
