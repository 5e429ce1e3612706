"""The place in each book, and how it is found again when the book's file has changed."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field


@dataclass(frozen=True, order=True)
class Place:
    """A chapter's index and an offset in its text.

    `before` and `after` are a few words on either side and `title` is the chapter's: by them
    the place is found in a changed edition. Empty where they were not noted; places are the
    same if chapter and offset are.
    """

    chapter: int
    offset: int
    before: str = field(default="", compare=False)
    after: str = field(default="", compare=False)
    title: str = field(default="", compare=False)


COLUMNS = "chapter, place, text_before, text_after, chapter_title"
"""The columns that hold a place, in the order of its fields."""


def values(place: Place) -> tuple[int, int, str, str, str]:
    """What goes into :data:`COLUMNS`."""
    return place.chapter, place.offset, place.before, place.after, place.title


def place(connection: sqlite3.Connection, book: str) -> Place | None:
    """Where reading stopped in a book; None if it was never begun."""
    row = connection.execute(f"SELECT {COLUMNS} FROM places WHERE book = ?", (book,)).fetchone()
    return Place(*row) if row else None


def save(connection: sqlite3.Connection, book: str, where: Place, now: float) -> None:
    """Note where reading stopped; the book must be on the shelf."""
    connection.execute(
        f"""
        INSERT INTO places (book, {COLUMNS}, moved) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (book) DO UPDATE SET
            chapter = excluded.chapter, place = excluded.place,
            text_before = excluded.text_before, text_after = excluded.text_after,
            chapter_title = excluded.chapter_title, moved = excluded.moved
        """,
        (book, *values(where), now),
    )


def moved(connection: sqlite3.Connection, book: str) -> float | None:
    """When the place in a book was saved, in seconds since 1970; None if it has none."""
    row = connection.execute("SELECT moved FROM places WHERE book = ?", (book,)).fetchone()
    return float(row[0]) if row else None
