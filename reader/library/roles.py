"""The roles that a series' characters play, by name, so that the next book keeps their voices."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping


def roles(connection: sqlite3.Connection, series: str) -> dict[str, str]:
    """What was saved of a series: a role as text by each character's name."""
    rows = connection.execute("SELECT name, role FROM roles WHERE series = ?", (series,))
    return dict(rows.fetchall())


def save(connection: sqlite3.Connection, series: str, cast: Mapping[str, str]) -> None:
    """Remember the roles of `cast`, by name; those of others stay."""
    connection.executemany(
        "INSERT INTO roles (series, name, role) VALUES (?, ?, ?)"
        " ON CONFLICT (series, name) DO UPDATE SET role = excluded.role",
        [(series, name, role) for name, role in cast.items()],
    )
