"""The shelf: the books that are here, opened or not, and how far each is read.

A file holds one book at a time: what lay in it before is no longer on the shelf, but what is
noted of it is kept.
"""

from __future__ import annotations

import json
import os
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from reader.books.model import Book

COLUMNS = "identifier, title, authors, language, path, added, opened, characters, read, finished"
"""The columns that make a :class:`ShelfEntry`, in the order :func:`entry` takes them."""

LATEST_FIRST = "ORDER BY opened DESC, rowid DESC"

_Row = tuple[str, str, str, str, bytes, float, float, int, float, int]


@dataclass(frozen=True, kw_only=True)
class ShelfEntry:
    """A book of the shelf; `added` and `opened` are in UTC.

    `opened` is None for a book that was never read. `characters` is the length of its text, 0
    where that was not counted; `read` how much of it lies behind the place, 0 to 1; `finished`
    is what the reader says.
    """

    identifier: str
    title: str
    authors: tuple[str, ...]
    language: str
    path: Path
    added: datetime
    opened: datetime | None
    characters: int = 0
    read: float = 0.0
    finished: bool = False


def remember(connection: sqlite3.Connection, book: Book, path: Path, now: float) -> None:
    """Put `book` on the shelf, or note that it was opened again, perhaps from elsewhere."""
    _write(connection, book, path, added=now, opened=now)


def add(connection: sqlite3.Connection, book: Book, path: Path, now: float) -> None:
    """Put `book` on the shelf without opening it; one that is new here, or was not opened yet."""
    _write(connection, book, path, added=now, opened=0.0)


def _write(
    connection: sqlite3.Connection, book: Book, path: Path, *, added: float, opened: float
) -> None:
    values = {
        "identifier": book.identifier,
        "title": book.title,
        "authors": json.dumps(book.authors),
        "language": book.language,
        "path": _bytes(path),
        "added": added,
        "opened": opened,
        "characters": book.characters,
    }
    connection.execute(
        """
        INSERT INTO books (identifier, title, authors, language, path, added, opened, characters)
        VALUES (:identifier, :title, :authors, :language, :path, :added, :opened, :characters)
        ON CONFLICT (identifier) DO UPDATE SET
            title = excluded.title, authors = excluded.authors,
            language = excluded.language, path = excluded.path, characters = excluded.characters,
            opened = iif(excluded.opened, excluded.opened, opened), shelved = 1, successor = ''
        """,
        values,
    )
    _clear_file(connection, book.identifier)


def put_back(connection: sqlite3.Connection, identifier: str) -> None:
    """Have a book that was taken off the shelf stand there again."""
    connection.execute(
        "UPDATE books SET shelved = 1, successor = '' WHERE identifier = ? AND path != x''",
        (identifier,),
    )
    _clear_file(connection, identifier)


def take_off(connection: sqlite3.Connection, identifier: str) -> None:
    """Take a book off the shelf; what is noted of it is kept."""
    connection.execute("UPDATE books SET shelved = 0 WHERE identifier = ?", (identifier,))


def move(connection: sqlite3.Connection, identifier: str, path: Path) -> None:
    """Note that the book's file is now at `path`."""
    connection.execute("UPDATE books SET path = ? WHERE identifier = ?", (_bytes(path), identifier))
    _clear_file(connection, identifier)


def succeed(connection: sqlite3.Connection, earlier: str, later: str) -> None:
    """Have the edition `later` stand in the place of `earlier`, as far read as that."""
    connection.execute(
        """
        UPDATE books SET (read, finished, opened) = (
            SELECT earlier.read, earlier.finished, max(earlier.opened, books.opened)
            FROM books AS earlier WHERE earlier.identifier = ?
        )
        WHERE identifier = ?
        """,
        (earlier, later),
    )
    connection.execute(
        "UPDATE books SET shelved = 0, successor = ? WHERE identifier = ?", (later, earlier)
    )


def forget(connection: sqlite3.Connection, identifier: str) -> None:
    """Lose a book, with its earlier editions and all that is noted of them.

    Those are the ones that passed their notes on to it, and what lay in the same file with the
    same title or authors: a file's name may have been given to quite another book before.
    """
    editions = """
        WITH RECURSIVE edition (identifier) AS (
            VALUES (:identifier)
            UNION
            SELECT earlier.identifier FROM books AS earlier
            JOIN edition ON earlier.successor = edition.identifier
        ),
        gone (identifier) AS (
            SELECT identifier FROM edition
            UNION
            SELECT neighbour.identifier FROM books AS neighbour JOIN books AS book USING (path)
            WHERE book.identifier = :identifier AND book.path != x'' AND (
                neighbour.title = book.title
                OR neighbour.authors = book.authors AND book.authors != '[]'
            )
        )
        """
    of_it = {"identifier": identifier}
    for table, column in (("files", "book"), ("books", "identifier")):
        connection.execute(
            f"{editions} DELETE FROM {table} WHERE {column} IN (SELECT identifier FROM gone)",
            of_it,
        )


def books(connection: sqlite3.Connection) -> list[ShelfEntry]:
    """All books of the shelf, those opened last first, then those added last."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM books WHERE shelved ORDER BY opened DESC, added DESC, rowid DESC"
    )
    return [entry(row) for row in rows]


def recent(connection: sqlite3.Connection, limit: int) -> list[ShelfEntry]:
    """The books of the shelf that were opened last, the latest first, at most `limit` of them."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM books WHERE shelved AND opened > 0 {LATEST_FIRST} LIMIT ?",
        (limit,),
    )
    return [entry(row) for row in rows]


def known(connection: sqlite3.Connection, identifier: str) -> ShelfEntry | None:
    """A book that was ever put on the shelf, whether it still is or not; else None."""
    row = connection.execute(
        f"SELECT {COLUMNS} FROM books WHERE identifier = ?", (identifier,)
    ).fetchone()
    return entry(row) if row else None


def save_reading(connection: sqlite3.Connection, identifier: str, read: float) -> None:
    """Note how much of a book is read, from 0 to 1; what lies outside is held in."""
    connection.execute(
        "UPDATE books SET read = ? WHERE identifier = ?", (min(1.0, max(0.0, read)), identifier)
    )


def set_finished(connection: sqlite3.Connection, identifier: str, finished: bool) -> None:
    """Note whether the reader is done with a book."""
    connection.execute(
        "UPDATE books SET finished = ? WHERE identifier = ?", (int(finished), identifier)
    )


def is_known(connection: sqlite3.Connection, identifier: str) -> bool:
    """Whether a book was ever put on the shelf."""
    found = connection.execute("SELECT 1 FROM books WHERE identifier = ?", (identifier,))
    return found.fetchone() is not None


def stands(connection: sqlite3.Connection, entry: ShelfEntry) -> bool:
    """Whether a book is on the shelf now: if not, another may lie in its file."""
    found = connection.execute(
        "SELECT 1 FROM books WHERE identifier = ? AND shelved", (entry.identifier,)
    )
    return found.fetchone() is not None


def was_ever_here(connection: sqlite3.Connection, identifier: str) -> bool:
    """Whether a file with the book is, or was, on this machine."""
    found = connection.execute(
        "SELECT 1 FROM books WHERE identifier = ? AND path != x''", (identifier,)
    )
    return found.fetchone() is not None


def newest_edition(connection: sqlite3.Connection, identifier: str) -> str:
    """The edition to which the notes of a known book were passed on in the end, or itself."""
    row = connection.execute(
        """
        WITH RECURSIVE edition (identifier) AS (
            VALUES (?)
            UNION
            SELECT later.successor FROM books AS later
            JOIN edition USING (identifier) WHERE later.successor != ''
        )
        SELECT identifier FROM edition JOIN books USING (identifier) WHERE successor = ''
        """,
        (identifier,),
    ).fetchone()
    return str(row[0]) if row else identifier


def is_here(entry: ShelfEntry) -> bool:
    """Whether something lies where the book's file was last; not so if it never had one here."""
    return entry.path != NOWHERE and os.path.lexists(entry.path)


NOWHERE = Path()
"""The path of a book whose file was never here: its notes came from another machine."""


def entry(row: _Row) -> ShelfEntry:
    """What a row of the shelf says."""
    identifier, title, authors, language, path, added, opened, characters, read, finished = row
    return ShelfEntry(
        identifier=identifier,
        title=title,
        authors=tuple(json.loads(authors)),
        language=language,
        path=Path(os.fsdecode(path)),
        added=datetime.fromtimestamp(added, UTC),
        opened=datetime.fromtimestamp(opened, UTC) if opened else None,
        characters=characters,
        read=read,
        finished=bool(finished),
    )


def _bytes(path: Path) -> bytes:
    return os.fsencode(path.absolute())


def _clear_file(connection: sqlite3.Connection, identifier: str) -> None:
    """Take off the shelf what lay in the book's file before it."""
    connection.execute(
        """
        UPDATE books SET shelved = 0 WHERE identifier != :identifier AND shelved
        AND path = (SELECT path FROM books WHERE identifier = :identifier)
        """,
        {"identifier": identifier},
    )
