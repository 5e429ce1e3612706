"""One program at a time opens the library's file, for whoever finds it damaged replaces it."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from reader.library import refusals

_LONGEST_WAIT = 10.0
"""Seconds to wait for another program that opens the file, perhaps restores it."""

_RETRY = 0.02
"""Seconds between two tries."""


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Nobody else opens the library at `path` meanwhile; where the system knows such locks.

    Raises :class:`~reader.errors.LibraryError` if another program does not come to an end. The
    lock of one that was killed is gone with it.
    """
    handle = _lock_file(path)
    if handle is None:
        yield
        return
    try:
        _wait(handle, path)
        yield
    finally:
        os.close(handle)


def _lock_file(path: Path) -> int | None:
    """An open file to be locked; None where none can be made, as in a folder not to be written."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
    try:
        import fcntl  # noqa: F401
    except ImportError:
        return None
    try:
        return os.open(path.with_name(f".{path.stem}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        return None


def _wait(handle: int, path: Path) -> None:
    import fcntl

    patient_until = time.monotonic() + _LONGEST_WAIT
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError as error:
            if time.monotonic() > patient_until:
                raise refusals.held(path) from error
        except OSError:  # this file system has no locks
            return
        time.sleep(_RETRY)
