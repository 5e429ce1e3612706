"""Bookmarks: places in a book that the reader marked, with or without a name, and notes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from reader.library import places
from reader.library.places import Place

COLUMNS = f"{places.COLUMNS}, name, extent, quotation, note, created"
"""The columns that hold a bookmark but for its number and book."""

_SELECT = f"SELECT number, book, {COLUMNS} FROM bookmarks"

_INSERT = f"INSERT INTO bookmarks (book, {COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

_Row = tuple[int, str, int, int, str, str, str, str, int, str, str, float]


@dataclass(frozen=True, kw_only=True)
class Bookmark:
    """A marked place in the book of the identifier `book`, or a note to the passage from there.

    `number` tells it from every other; `name` is empty where the reader gave none; `created`
    is in UTC. A note has the `quotation` it is to, of `extent` characters from the place on, and
    what the reader says of it, `note`, which may be empty: then the passage is only marked.
    """

    number: int
    book: str
    place: Place
    name: str
    created: datetime
    extent: int = 0
    quotation: str = ""
    note: str = ""


def bookmarks(connection: sqlite3.Connection, book: str) -> list[Bookmark]:
    """The bookmarks of a book in reading order."""
    rows = connection.execute(f"{_SELECT} WHERE book = ? ORDER BY chapter, place, number", (book,))
    return [_bookmark(row) for row in rows]


def add(connection: sqlite3.Connection, bookmark: Bookmark) -> Bookmark:
    """Keep a new bookmark, under a number of its own; its book must be known."""
    made = connection.execute(_INSERT, _values(bookmark))
    assert made.lastrowid is not None
    return replace(bookmark, number=made.lastrowid)


def add_all(connection: sqlite3.Connection, new: Iterable[Bookmark]) -> None:
    """Keep new bookmarks, each under a number of its own."""
    connection.executemany(_INSERT, map(_values, new))


def put_back(connection: sqlite3.Connection, bookmark: Bookmark) -> None:
    """Have a bookmark that was removed stand where it stood; harmless if it still does."""
    connection.execute(
        f"""
        INSERT INTO bookmarks (number, book, {COLUMNS})
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (number) DO NOTHING
        """,
        (bookmark.number, *_values(bookmark)),
    )


def rename(connection: sqlite3.Connection, number: int, name: str) -> None:
    """Give a bookmark another name, empty for none."""
    connection.execute("UPDATE bookmarks SET name = ? WHERE number = ?", (name, number))


def annotate(connection: sqlite3.Connection, number: int, note: str) -> None:
    """Have a bookmark say something else of its passage, empty for nothing."""
    connection.execute("UPDATE bookmarks SET note = ? WHERE number = ?", (note, number))


def move(connection: sqlite3.Connection, number: int, where: Place, extent: int | None) -> None:
    """Have a bookmark stand elsewhere: where its words are in a changed edition.

    `extent` is that of its passage there; None where it is what it was.
    """
    connection.execute(
        f"""
        UPDATE bookmarks SET ({places.COLUMNS}, extent) = (?, ?, ?, ?, ?, coalesce(?, extent))
        WHERE number = ?
        """,
        (*places.values(where), extent, number),
    )


def remove(connection: sqlite3.Connection, number: int) -> Bookmark | None:
    """Take a bookmark away; returns what it was, None if there was none."""
    row = connection.execute(f"{_SELECT} WHERE number = ?", (number,)).fetchone()
    connection.execute("DELETE FROM bookmarks WHERE number = ?", (number,))
    return _bookmark(row) if row else None


def _values(bookmark: Bookmark) -> tuple[str | int | float, ...]:
    """What goes into the book and :data:`COLUMNS`."""
    return (
        bookmark.book,
        *places.values(bookmark.place),
        bookmark.name,
        bookmark.extent,
        bookmark.quotation,
        bookmark.note,
        bookmark.created.timestamp(),
    )


def _bookmark(row: _Row) -> Bookmark:
    number, book, chapter, offset, before, after, title, name, extent, quotation, note, created = (
        row
    )
    return Bookmark(
        number=number,
        book=book,
        place=Place(chapter, offset, before, after, title),
        name=name,
        created=datetime.fromtimestamp(created, UTC),
        extent=extent,
        quotation=quotation,
        note=note,
    )
