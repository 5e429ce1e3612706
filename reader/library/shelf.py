"""The shelf: which books were opened, and the place in each."""

from __future__ import annotations

import json
import os
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from reader.books.model import Book


@dataclass(frozen=True, order=True)
class Place:
    """Where reading stopped: a chapter's index and an offset in its text."""

    chapter: int
    offset: int


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
    """Take a book off the shelf, with its place."""
    connection.execute("DELETE FROM books WHERE identifier = ?", (identifier,))


def recent(connection: sqlite3.Connection, limit: int) -> list[ShelfEntry]:
    """The books opened last, the latest first, at most `limit` of them."""
    rows = connection.execute(
        """
        SELECT identifier, title, authors, language, path, added, opened
        FROM books ORDER BY opened DESC, rowid DESC LIMIT ?
        """,
        (limit,),
    )
    return [_entry(*row) for row in rows]


def _entry(
    identifier: str,
    title: str,
    authors: str,
    language: str,
    path: bytes,
    added: float,
    opened: float,
) -> ShelfEntry:
    return ShelfEntry(
        identifier=identifier,
        title=title,
        authors=tuple(json.loads(authors)),
        language=language,
        path=Path(os.fsdecode(path)),
        added=datetime.fromtimestamp(added, UTC),
        opened=datetime.fromtimestamp(opened, UTC),
    )


def place(connection: sqlite3.Connection, identifier: str) -> Place | None:
    """Where reading stopped in a book; None if it was never begun."""
    row = connection.execute(
        "SELECT chapter, place FROM places WHERE book = ?", (identifier,)
    ).fetchone()
    return Place(*row) if row else None


def save_place(connection: sqlite3.Connection, identifier: str, where: Place, now: float) -> None:
    """Note where reading stopped; the book must be on the shelf."""
    connection.execute(
        """
        INSERT INTO places (book, chapter, place, moved) VALUES (?, ?, ?, ?)
        ON CONFLICT (book) DO UPDATE SET
            chapter = excluded.chapter, place = excluded.place, moved = excluded.moved
        """,
        (identifier, where.chapter, where.offset, now),
    )
