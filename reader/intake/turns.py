"""One at a time: whoever puts books on the shelf or into the index, in whatever process.

Doing it twice at once would harm nothing, but every book would be read twice.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path

from reader import paths
from reader.background import CancelToken

_RETRY = 0.2
"""Seconds between two looks whether the other is done."""


@contextmanager
def turn(
    cancel: CancelToken,
    *,
    waiting: Callable[[], object] = lambda: None,
    file: Path | None = None,
) -> Iterator[None]:
    """Have the turn, which goes back when the block or the process ends, however it ends.

    It is SQLite's lock on an empty database. `waiting` is called once if another has it. Raises
    :class:`~reader.errors.Cancelled` while waiting. Where there can be no lock, nobody is kept
    out.
    """
    lock = _opened(file or paths.cache_folder() / "intake.lock")
    with closing(lock) if lock is not None else nullcontext():
        if lock is not None and not _is_taken(lock):
            waiting()
            while not _is_taken(lock):
                if cancel.wait(_RETRY):
                    cancel.check()
        yield


def _opened(file: Path) -> sqlite3.Connection | None:
    try:
        return sqlite3.connect(file, timeout=0, isolation_level=None, check_same_thread=False)
    except sqlite3.Error:
        return None


def _is_taken(lock: sqlite3.Connection) -> bool:
    """Whether the lock is ours now, or can be nobody's."""
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        return error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY
    return True
