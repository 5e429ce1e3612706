"""Opens the library's file, whatever state it is in.

A damaged file is set aside, never deleted, and its last sound copy restored; one that may only
be read is read into memory; one of a newer version is refused without a byte of it being changed.
"""

from __future__ import annotations

import logging
import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from reader.errors import LibraryError
from reader.library import copies, migrations, refusals, replacing
from reader.library.alone import alone
from reader.messages import message

_log = logging.getLogger(__name__)

_FORM_OF_LOG = slice(18, 20)
"""Where a database says how it is written (https://sqlite.org/fileformat.html)."""

_RETRY = 0.02
"""Seconds between two tries of what another program stands in the way of."""


@dataclass(frozen=True, kw_only=True)
class Opened:
    """An open library; `notice` is what the user must know of it.

    One that is `read_only` lies in memory, as it was when it was opened.
    """

    connection: sqlite3.Connection
    notice: LibraryError | None = None
    read_only: bool = False


def open_file(path: Path, *, patience: float, clock: Callable[[], float]) -> Opened:
    """Open the library at `path`, or begin one there.

    `patience` is how many seconds to wait for another program that is writing; `clock` gives
    seconds since 1970. Raises :class:`~reader.errors.LibraryError` for one of a newer version,
    else :class:`sqlite3.Error` or :class:`OSError`.
    """
    with alone(path):
        return _opened(path, patience, clock)


def _opened(path: Path, patience: float, clock: Callable[[], float]) -> Opened:
    missed = replacing.missed(path)
    try:
        return Opened(connection=_for_writing(path, patience, clock), notice=missed)
    except (sqlite3.DatabaseError, OSError) as error:
        if isinstance(error, sqlite3.Error) and refusals.is_damage(error):
            _log.warning("The library file is damaged: %s", error)
            notice = replacing.replaced(path)
            return Opened(connection=_for_writing(path, patience, clock), notice=notice)
        if not path.is_file():
            raise
        if refusals.is_full(error, path):
            return Opened(connection=_for_reading(path), notice=_full(path), read_only=True)
        if isinstance(error, sqlite3.Error) and refusals.forbids_writing(error):
            return Opened(connection=_for_reading(path), notice=_only_read(path), read_only=True)
        raise


def _for_writing(path: Path, patience: float, clock: Callable[[], float]) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_file():
        if _version_of(path) > len(migrations.STEPS):
            raise refusals.newer(path)
        if not _may_be_written(path):
            raise refusals.NotWritable("readonly")
        if replacing.is_cut_off(path):
            raise refusals.Damaged("cut off")
    connection = sqlite3.connect(
        path, timeout=patience, isolation_level=None, check_same_thread=False
    )
    try:
        _begin_log(connection, patience)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        copies.check(connection)
        _bring_forward(connection, path, clock)
    except BaseException:
        connection.close()
        raise
    return connection


def _bring_forward(connection: sqlite3.Connection, path: Path, clock: Callable[[], float]) -> None:
    version = migrations.version(connection)
    if version > len(migrations.STEPS):
        raise refusals.newer(path)
    if 0 < version < len(migrations.STEPS):
        copies.make(path, clock())
    migrations.migrate(connection)


def _for_reading(path: Path) -> sqlite3.Connection:
    """The library in memory, where it may be brought forward, but not changed."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    try:
        if _has_log(path):
            _read_with_log(path, connection)
        else:
            connection.deserialize(_without_log(path.read_bytes()))
        copies.check(connection)
        migrations.migrate(connection)
        connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _read_with_log(path: Path, connection: sqlite3.Connection) -> None:
    """SQLite alone can read the log, and that only where it may write."""
    with tempfile.TemporaryDirectory() as folder:
        copied = Path(folder, path.name)
        shutil.copyfile(path, copied)
        shutil.copyfile(f"{path}-wal", f"{copied}-wal")
        with closing(sqlite3.connect(copied)) as source:
            source.backup(connection)


def _without_log(content: bytes) -> bytes:
    """A library as one that has no write-ahead log: what lies in memory can have none."""
    changed = bytearray(content)
    changed[_FORM_OF_LOG] = b"\1\1"
    return bytes(changed)


def _has_log(path: Path) -> bool:
    """Whether something of the library stands in the log and not in the file."""
    try:
        return Path(f"{path}-wal").stat().st_size > 0
    except FileNotFoundError:
        return False


def _version_of(path: Path) -> int:
    """The version of the file, which is not changed by looking; 0 if it cannot be told."""
    options = "mode=ro"
    with suppress(OSError):
        if not _has_log(path):
            options += "&immutable=1"  # else SQLite would put files beside it
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?{options}", uri=True)) as file:
            return migrations.version(file)
    except sqlite3.Error:
        return 0


def _may_be_written(path: Path) -> bool:
    effective = os.access in os.supports_effective_ids
    return os.access(path, os.W_OK, effective_ids=effective)


def _begin_log(connection: sqlite3.Connection, patience: float) -> None:
    """Turn to write-ahead logging; where another program is about to, SQLite does not wait."""
    patient_until = time.monotonic() + patience
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if not refusals.is_busy(error) or time.monotonic() > patient_until:
                raise
        time.sleep(_RETRY)


def _only_read(path: Path) -> LibraryError:
    return LibraryError(
        str(path),
        message("The library can only be read: the file or its folder may not be written."),
        message("Places and notes are shown, but nothing new is kept. Check the permissions."),
    )


def _full(path: Path) -> LibraryError:
    return LibraryError(
        str(path),
        message("The disk is full: places and notes are shown, but nothing new is kept."),
        message("Free some space, then start Tingshu again."),
    )
