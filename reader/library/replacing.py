"""A damaged library is set aside, never deleted, and its last sound copy put in its place."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from reader.errors import LibraryError
from reader.library import copies, migrations
from reader.messages import message

_HEADER = 100
"""Bytes at the beginning of a database (https://sqlite.org/fileformat.html)."""


def replaced(path: Path) -> LibraryError:
    """Set the damaged file aside and restore the newest sound copy; what to tell of it.

    Where that fails, or is broken off, the file is as it was, or its copy is in its place.
    """
    aside = _free_name(path)
    copy = copies.restore(path, partial(_keep_as, path, aside))
    if copy is None:
        _move_to(path, aside)
        return LibraryError(
            str(path),
            message("The library file was damaged, so a new one was begun."),
            message(
                "Books open as before, but the places in them are lost; the old file is kept as "
                "{name}.",
                name=aside.name,
            ),
        )
    return LibraryError(
        str(path),
        message(
            "The library file was damaged, so its copy of {date} was restored.",
            date=_local(copy.made),
        ),
        message(
            "What was noted after that may be lost; the damaged file is kept as {name}.",
            name=aside.name,
        ),
    )


def is_cut_off(path: Path) -> bool:
    """Whether the file, as after a power cut, has lost what it once had; there are copies of it.

    SQLite would take it for a new one.
    """
    return path.stat().st_size < _HEADER and bool(copies.copies(path))


def missed(path: Path) -> LibraryError | None:
    """What to tell where a library is begun though there was one; None where there was none.

    Who took it away may have wanted that, so its copy is not restored.
    """
    if path.exists():
        return None
    ours = (copy for copy in copies.copies(path) if 0 < copy.version <= len(migrations.STEPS))
    newest = next(ours, None)
    if newest is None:
        return None
    return LibraryError(
        str(path),
        message("The library file is gone, so a new one was begun."),
        message(
            "To have the former one back, close Tingshu and rename its copy {copy} to {name}.",
            copy=newest.path.name,
            name=path.name,
        ),
    )


def _local(time: datetime) -> str:
    return f"{time.astimezone():%Y-%m-%d %H:%M}"


def _free_name(path: Path) -> Path:
    """Under which name a damaged file is kept; no other has it."""
    number = 1
    while (aside := path.with_name(f"{path.stem}.damaged-{number}{path.suffix}")).exists():
        number += 1
    return aside


def _keep_as(path: Path, aside: Path) -> None:
    """Give the file a second name, so that there is one here at every moment."""
    _move_log(path, aside)
    try:
        os.link(path, aside)
    except OSError:  # this file system has no second names
        path.rename(aside)


def _move_to(path: Path, aside: Path) -> None:
    _move_log(path, aside)
    path.rename(aside)


def _move_log(path: Path, aside: Path) -> None:
    """The log must never lie beside another file, in which it would be played back."""
    for ending in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            Path(f"{path}{ending}").rename(f"{aside}{ending}")
