"""The shelf: which books were opened."""

from __future__ import annotations

import json
import os
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from reader.books.model import Book

COLUMNS = "identifier, title, authors, language, path, added, opened"
"""The columns that make a :class:`ShelfEntry`, in the order :func:`entry` takes them."""

LATEST_FIRST = "ORDER BY opened DESC, rowid DESC"


@dataclass(frozen=True, kw_only=True)
class ShelfEntry:
    """A book that was opened before; `added` and `opened` are in UTC."""

    identifier: str
    title: str
    authors: tuple[str, ...]
    language: str
    path: Path
    added: datetime
    opened: datetime


def remember(connection: sqlite3.Connection, book: Book, path: Path, now: float) -> None:
    """Put `book` on the shelf, or note that it was opened again, perhaps from elsewhere."""
    connection.execute(
        """
        INSERT INTO books (identifier, title, authors, language, path, added, opened)
        VALUES (:identifier, :title, :authors, :language, :path, :now, :now)
        ON CONFLICT (identifier) DO UPDATE SET
            title = excluded.title, authors = excluded.authors,
            language = excluded.language, path = excluded.path, opened = excluded.opened
        """,
        {
            "identifier": book.identifier,
            "title": book.title,
            "authors": json.dumps(book.authors),
            "language": book.language,
            "path": os.fsencode(path.absolute()),
            "now": now,
        },
    )


def forget(connection: sqlite3.Connection, identifier: str) -> None:
    """Take a book off the shelf, with its earlier editions and all that is noted of them.

    Those are what lay in the same file with the same title or authors: a file's name may have
    been given to quite another book before.
    """
    connection.execute(
        """
        DELETE FROM books WHERE rowid IN (
            SELECT edition.rowid FROM books AS edition JOIN books AS book USING (path)
            WHERE book.identifier = ? AND (
                edition.title = book.title
                OR edition.authors = book.authors AND book.authors != '[]'
            )
        )
        """,
        (identifier,),
    )


def recent(connection: sqlite3.Connection, limit: int) -> list[ShelfEntry]:
    """The books opened last, the latest first, at most `limit` of them.

    Of several editions that lay in the same file only the newest can be opened again.
    """
    rows = connection.execute(
        f"""
        SELECT {COLUMNS} FROM books WHERE NOT EXISTS (
            SELECT 1 FROM books AS newer WHERE newer.path = books.path
            AND (newer.opened, newer.rowid) > (books.opened, books.rowid)
        )
        {LATEST_FIRST} LIMIT ?
        """,
        (limit,),
    )
    return [entry(*row) for row in rows]


def is_known(connection: sqlite3.Connection, identifier: str) -> bool:
    """Whether a book was ever put on the shelf."""
    found = connection.execute("SELECT 1 FROM books WHERE identifier = ?", (identifier,))
    return found.fetchone() is not None


def entry(
    identifier: str,
    title: str,
    authors: str,
    language: str,
    path: bytes,
    added: float,
    opened: float,
) -> ShelfEntry:
    """What a row of the shelf says."""
    return ShelfEntry(
        identifier=identifier,
        title=title,
        authors=tuple(json.loads(authors)),
        language=language,
        path=Path(os.fsdecode(path)),
        added=datetime.fromtimestamp(added, UTC),
        opened=datetime.fromtimestamp(opened, UTC),
    )
