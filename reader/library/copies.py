"""Copies of the library beside it, from which it is restored when its file is damaged.

One is made on every day of use, before the file is brought to a newer form and before notes
are taken in from elsewhere. The last few are kept, and the last one of each of the last few days:
many on one day do not push out those from before damage that is only noticed later.

A copy is made of one state of the library, which goes on being written meanwhile, under a name
that only a whole and sound copy is given.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import struct
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reader import drafts
from reader.background import CancelToken
from reader.library import migrations
from reader.library.refusals import Damaged

KEPT = 3
"""How many copies are kept: so many of the last days, and of the last at all."""

_TIME = "%Y%m%d-%H%M%S-%f"
_PAGES = 256
"""Pages of the file that are copied between two looks at whether to go on."""

_MAGIC = b"SQLite format 3\0"
_VERSION = struct.Struct(">60xI")
"""Where a database keeps its ``user_version`` (https://sqlite.org/fileformat.html)."""


@dataclass(frozen=True, kw_only=True)
class Copy:
    """A copy of the library at `path`, as it was when it was `made` (UTC).

    `version` is that of its form; 0 where it is no library.
    """

    path: Path
    made: datetime
    version: int


def copies(library: Path) -> list[Copy]:
    """The copies beside the file `library`, the newest first."""
    found = []
    for path in library.parent.glob(f"{library.stem}.copy-*{library.suffix}"):
        with suppress(ValueError, OSError):
            made = datetime.strptime(path.stem.rpartition(".copy-")[2], _TIME).replace(tzinfo=UTC)
            found.append(Copy(path=path, made=made, version=_version(path)))
    return sorted(found, key=lambda copy: copy.made, reverse=True)


def make(library: Path, now: float, cancel: CancelToken | None = None) -> Path:
    """Copy the file `library` beside it as it is at `now`; returns the copy.

    Raises :class:`sqlite3.Error`, :class:`OSError` or :class:`~reader.errors.Cancelled`; then
    the copies are as they were.
    """

    def look(*_pages: int) -> None:
        if cancel is not None:
            cancel.check()

    target = _target(library, datetime.fromtimestamp(now, UTC))
    with _draft(library, like=library) as draft:
        with closing(_connect(library, "mode=ro")) as source, closing(_connect(draft)) as copy:
            source.execute("BEGIN")
            source.execute("SELECT 1 FROM sqlite_schema").fetchone()  # from here on one state
            source.backup(copy, pages=_PAGES, progress=look)
            copy.execute("PRAGMA journal_mode = DELETE")  # all in one file
            check(copy)
        os.replace(draft, target)
    _clear_old(library)
    return target


def restore(library: Path, set_aside: Callable[[], object]) -> Copy | None:
    """Put the newest sound copy in the place of `library`; None if there is none.

    `set_aside` has to keep what lies there; it is called once all else that may fail is done.
    """
    for copy in copies(library):
        if _is_sound(copy):
            with _draft(library, like=copy.path) as draft:
                shutil.copyfile(copy.path, draft)
                with draft.open("rb+") as file:
                    os.fsync(file.fileno())
                set_aside()
                os.replace(draft, library)
            return copy
    return None


def check(connection: sqlite3.Connection) -> None:
    """Raise :class:`~reader.library.refusals.Damaged` if pages of the file are broken."""
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise Damaged("malformed")


def _is_sound(copy: Copy) -> bool:
    if not 0 < copy.version <= len(migrations.STEPS):
        return False
    try:
        with closing(_connect(copy.path, "mode=ro&immutable=1")) as connection:
            check(connection)
    except sqlite3.Error:
        return False
    return True


def _clear_old(library: Path) -> None:
    """Delete all that need not be kept; those of a newer version are not ours to delete."""
    ours = [copy for copy in copies(library) if copy.version <= len(migrations.STEPS)]
    last_of_day = {copy.made.date(): copy for copy in reversed(ours)}
    last_days = sorted(last_of_day, reverse=True)[:KEPT]
    kept = {copy.path for copy in ours[:KEPT]} | {last_of_day[day].path for day in last_days}
    for copy in ours:
        if copy.path not in kept:
            with suppress(OSError):
                copy.path.unlink()


def _connect(path: Path, options: str = "mode=rwc") -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?{options}", uri=True, isolation_level=None)


def _target(library: Path, time: datetime) -> Path:
    """Under which name the copy of `time` is kept; no other has it."""
    while True:
        name = f"{library.stem}.copy-{time.strftime(_TIME)}{library.suffix}"
        target = library.with_name(name)
        if not target.exists():
            return target
        time += timedelta(microseconds=1)


@contextmanager
def _draft(library: Path, *, like: Path) -> Iterator[Path]:
    """A file beside the library, gone afterwards unless it was renamed.

    Whoever may read the file `like` may read it.
    """
    drafts.clear(library.parent, f".{library.stem}.*.draft")
    handle, name = tempfile.mkstemp(prefix=f".{library.stem}.", suffix=".draft", dir=library.parent)
    os.close(handle)
    draft = Path(name)
    try:
        shutil.copymode(like, draft)
        with drafts.held(draft):
            yield draft
    finally:
        draft.unlink(missing_ok=True)


def _version(path: Path) -> int:
    with path.open("rb") as file:
        head = file.read(_VERSION.size)
    if len(head) < _VERSION.size or not head.startswith(_MAGIC):
        return 0
    (version,) = _VERSION.unpack(head)
    return int(version)
