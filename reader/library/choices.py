"""What was chosen for one book alone."""

from __future__ import annotations

import sqlite3


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
