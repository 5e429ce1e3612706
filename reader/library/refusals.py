"""What SQLite and the system say when they refuse, in words for the user."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from pathlib import Path

from reader.errors import LibraryError
from reader.messages import Message, message

# Primary result codes, the low byte of what SQLite gives.
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_NO_WRITING = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}
_SYSTEM_NO_WRITING = {errno.EACCES, errno.EPERM, errno.EROFS}
_SYSTEM_FULL = {errno.ENOSPC, errno.EDQUOT}

_ROOM_TO_OPEN = 64 * 1024
"""Bytes: what programs that share the write-ahead log share takes 32 KB, and the log begins."""

_HELD = (message("Another program is holding the library."), message("Close it and try again."))


class Damaged(sqlite3.DatabaseError):
    """The check of a file found broken pages."""


class NotWritable(sqlite3.OperationalError):
    """The system lets nobody write to a file."""


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the file itself is broken."""
    return isinstance(error, Damaged) or _code(error) in _DAMAGE


def is_busy(error: sqlite3.Error) -> bool:
    """Whether another program stands in the way."""
    return _code(error) == sqlite3.SQLITE_BUSY


def forbids_writing(error: sqlite3.Error) -> bool:
    """Whether the file, or its folder, may only be read."""
    return isinstance(error, NotWritable) or _code(error) in _NO_WRITING


def is_full(error: sqlite3.Error | OSError, path: Path) -> bool:
    """Whether there is no room for what SQLite puts beside the file at `path` when it is opened.

    It does not always say so, but only that it could not write.
    """
    code, number = _code(error), getattr(error, "errno", None)
    if code == sqlite3.SQLITE_FULL or number in _SYSTEM_FULL:
        return True
    return code == sqlite3.SQLITE_IOERR and shutil.disk_usage(path.parent).free < _ROOM_TO_OPEN


def newer(path: Path) -> LibraryError:
    """The library at `path` has a form that is unknown here."""
    return LibraryError(
        str(path),
        message("The library was written by a newer version of Tingshu."),
        message("Use that version, or move the file away to begin a new library."),
    )


def held(path: Path) -> LibraryError:
    """Another program does not let go of the library at `path`."""
    return LibraryError(str(path), *_HELD)


def exchanged(path: Path) -> LibraryError:
    """Another file has come in the place of the library at `path`, as when a copy is restored."""
    return LibraryError(
        str(path),
        message("Another program has put another library in the place of the open one."),
        message("What was noted last may be missing: look, and note it again."),
    )


def explained(error: sqlite3.Error | OSError | UnicodeError, path: Path) -> LibraryError:
    """What `error` means to the user of the library, or of another file, at `path`."""
    reason, remedy = _words(error)
    return LibraryError(str(path), reason, remedy)


def _words(error: sqlite3.Error | OSError | UnicodeError) -> tuple[Message, Message]:
    code, number = _code(error), getattr(error, "errno", None)
    if code == sqlite3.SQLITE_FULL or number in _SYSTEM_FULL:
        return (
            message("The disk is full, the library cannot be saved."),
            message("Free some space."),
        )
    if isinstance(error, NotWritable) or code in _NO_WRITING or number in _SYSTEM_NO_WRITING:
        return (
            message("The library file cannot be opened for writing."),
            message("Check the permissions of the file and its folder."),
        )
    if isinstance(error, sqlite3.Error) and is_damage(error):
        return (
            message("The library file is damaged."),
            message("Start Tingshu again: it keeps the damaged file and restores its last copy."),
        )
    match code:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return _HELD
        case sqlite3.SQLITE_CONSTRAINT:
            return message("The book is not in the library."), message("Open the book again.")
    said = getattr(error, "strerror", None) or error
    return (
        message("The library cannot be read or written ({said}).", said=str(said)),
        message("Check the file and its folder."),
    )


def _code(error: object) -> int:
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
