"""Bookmarks: places in a book that the reader marked, with or without a name."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime

from reader.library import places
from reader.library.places import Place

_SELECT = f"SELECT number, book, {places.COLUMNS}, name, created FROM bookmarks"


@dataclass(frozen=True, kw_only=True)
class Bookmark:
    """A marked place in the book of the identifier `book`.

    `number` tells it from every other; `name` is empty where the reader gave none; `created`
    is in UTC.
    """

    number: int
    book: str
    place: Place
    name: str
    created: datetime


def bookmarks(connection: sqlite3.Connection, book: str) -> list[Bookmark]:
    """The bookmarks of a book in reading order."""
    rows = connection.execute(f"{_SELECT} WHERE book = ? ORDER BY chapter, place, number", (book,))
    return [_bookmark(row) for row in rows]


def add(connection: sqlite3.Connection, book: str, where: Place, name: str, now: float) -> Bookmark:
    """Mark a place; the book must be on the shelf."""
    made = connection.execute(
        f"""
        INSERT INTO bookmarks (book, {places.COLUMNS}, name, created)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (book, *places.values(where), name, now),
    )
    assert made.lastrowid is not None
    created = datetime.fromtimestamp(now, UTC)
    return Bookmark(number=made.lastrowid, book=book, place=where, name=name, created=created)


def put_back(connection: sqlite3.Connection, bookmark: Bookmark) -> None:
    """Have a bookmark that was removed stand where it stood; harmless if it still does."""
    connection.execute(
        f"""
        INSERT INTO bookmarks (number, book, {places.COLUMNS}, name, created)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (number) DO NOTHING
        """,
        (
            bookmark.number,
            bookmark.book,
            *places.values(bookmark.place),
            bookmark.name,
            bookmark.created.timestamp(),
        ),
    )


def rename(connection: sqlite3.Connection, number: int, name: str) -> None:
    """Give a bookmark another name, empty for none."""
    connection.execute("UPDATE bookmarks SET name = ? WHERE number = ?", (name, number))


def move(connection: sqlite3.Connection, number: int, where: Place) -> None:
    """Have a bookmark stand elsewhere: where its words are in a changed edition."""
    connection.execute(
        f"UPDATE bookmarks SET ({places.COLUMNS}) = (?, ?, ?, ?, ?) WHERE number = ?",
        (*places.values(where), number),
    )


def remove(connection: sqlite3.Connection, number: int) -> Bookmark | None:
    """Take a bookmark away; returns what it was, None if there was none."""
    row = connection.execute(f"{_SELECT} WHERE number = ?", (number,)).fetchone()
    connection.execute("DELETE FROM bookmarks WHERE number = ?", (number,))
    return _bookmark(row) if row else None


def _bookmark(row: tuple[int, str, int, int, str, str, str, str, float]) -> Bookmark:
    number, book, chapter, offset, before, after, title, name, created = row
    return Bookmark(
        number=number,
        book=book,
        place=Place(chapter, offset, before, after, title),
        name=name,
        created=datetime.fromtimestamp(created, UTC),
    )
