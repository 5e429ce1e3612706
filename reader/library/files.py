"""The files that were looked at, and the folders whose books are on the shelf."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path

_COLUMNS = "path, size, modified, digest, book"


@dataclass(frozen=True, kw_only=True)
class KnownFile:
    """A file as it was when it was looked at.

    `size` is in bytes, `modified` the system's time of the last change in seconds since 1970;
    `digest` tells files of other content apart; `book` is the identifier of the book in it,
    empty where none could be read.
    """

    path: Path
    size: int
    modified: float
    digest: str
    book: str = ""


def known_file(connection: sqlite3.Connection, path: Path) -> KnownFile | None:
    """What is known of the file at `path`; None if it was never looked at."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM files WHERE path = ?", (_bytes(path),)
    ).fetchone()
    return _file(*row) if row else None


def remember(connection: sqlite3.Connection, file: KnownFile) -> None:
    """Note what a file is, in place of what was noted of its path."""
    connection.execute(
        f"INSERT OR REPLACE INTO files ({_COLUMNS}) VALUES (?, ?, ?, ?, ?)",
        (_bytes(file.path), file.size, file.modified, file.digest, file.book),
    )


def of_digest(connection: sqlite3.Connection, digest: str) -> list[KnownFile]:
    """The files of this content, by their paths."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM files WHERE digest = ? ORDER BY path", (digest,)
    )
    return [_file(*row) for row in rows]


def of_book(connection: sqlite3.Connection, book: str) -> list[KnownFile]:
    """The files in which the book of this identifier was found, by their paths."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM files WHERE book = ? ORDER BY path", (book,))
    return [_file(*row) for row in rows]


def folders(connection: sqlite3.Connection) -> list[Path]:
    """The folders whose books were put on the shelf, in the order they came."""
    rows = connection.execute("SELECT path FROM folders ORDER BY added, path")
    return [Path(os.fsdecode(path)) for (path,) in rows]


def add_folder(connection: sqlite3.Connection, path: Path, now: float) -> None:
    """Note that the books in the folder at `path` belong to the shelf."""
    connection.execute(
        "INSERT INTO folders (path, added) VALUES (?, ?) ON CONFLICT (path) DO NOTHING",
        (_bytes(path), now),
    )


def remove_folder(connection: sqlite3.Connection, path: Path) -> None:
    """Have a folder be like any other again; its books stay on the shelf."""
    connection.execute("DELETE FROM folders WHERE path = ?", (_bytes(path),))


def _bytes(path: Path) -> bytes:
    return os.fsencode(path.absolute())


def _file(path: bytes, size: int, modified: float, digest: str, book: str) -> KnownFile:
    return KnownFile(
        path=Path(os.fsdecode(path)), size=size, modified=modified, digest=digest, book=book
    )
