"""What was chosen for one book alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

LOST_BOOKMARKS = "lost_bookmarks"
"""Under which the numbers of the bookmarks are kept that were told to be lost: no choice."""


def choice(connection: sqlite3.Connection, book: str, name: str) -> str | None:
    """What was chosen for a book under `name`; None if nothing was."""
    row = connection.execute(
        "SELECT value FROM choices WHERE book = ? AND name = ?", (book, name)
    ).fetchone()
    return str(row[0]) if row else None


def choose(connection: sqlite3.Connection, book: str, name: str, value: str | None) -> None:
    """Keep a choice for a book, None to have none; the book must be on the shelf."""
    if value is None:
        connection.execute("DELETE FROM choices WHERE book = ? AND name = ?", (book, name))
    else:
        connection.execute(
            """
            INSERT INTO choices (book, name, value) VALUES (?, ?, ?)
            ON CONFLICT (book, name) DO UPDATE SET value = excluded.value
            """,
            (book, name, value),
        )


def that_travel(connection: sqlite3.Connection, book: str) -> dict[str, str]:
    """What was chosen for a book and means the same on another machine, by name."""
    rows = connection.execute(
        "SELECT name, value FROM choices WHERE book = ? AND name != ? ORDER BY name",
        (book, LOST_BOOKMARKS),
    )
    return dict(rows.fetchall())


def choose_what_is_open(
    connection: sqlite3.Connection, book: str, chosen: Mapping[str, str]
) -> None:
    """Keep those of the choices that were not made for the book yet."""
    connection.executemany(
        "INSERT INTO choices (book, name, value) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        [(book, name, value) for name, value in chosen.items() if name != LOST_BOOKMARKS],
    )
