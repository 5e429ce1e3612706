"""Drafts: what is being made lies under a name of its own until it is whole.

Its maker holds a lock on it, which the system takes back when the process ends, however it
ends. So what a killed process has left can be told from what is still being made. Where
the system or the file system knows no such locks, nothing is ever cleared.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_NEWBORN = 2.0
"""Seconds for which a draft is left alone, because its maker may not hold it yet."""


@contextmanager
def held(draft: Path) -> Iterator[None]:
    """Keep `draft`, a file or a folder that is there, from being cleared meanwhile."""
    handle = _lock(draft)
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)


def clear(folder: Path, pattern: str) -> None:
    """Delete the drafts in `folder`, named by the glob `pattern`, that nobody holds.

    Never raises: what cannot be deleted stays.
    """
    with suppress(OSError):
        for draft in list(folder.glob(pattern)):
            _delete_if_left(draft)


def _delete_if_left(draft: Path) -> None:
    handle = _lock(draft)
    if handle is None:
        return
    try:
        if time.time() - os.fstat(handle).st_mtime < _NEWBORN:
            return
        if draft.is_dir():
            shutil.rmtree(draft, ignore_errors=True)
        else:
            draft.unlink()
    finally:
        os.close(handle)


def _lock(draft: Path) -> int | None:
    """An open file that holds the lock on `draft`; None if there is none to be had."""
    try:
        import fcntl
    except ImportError:
        return None
    handle = None
    try:
        handle = os.open(draft, os.O_RDONLY)
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        if handle is not None:
            os.close(handle)
        return None
    return handle
