"""The sentences of a book that an editor has written anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from reader.script.line import ScriptLine

_COLUMNS = "chapter, place, original, ssml, text_before, text_after, chapter_title"


def lines(connection: sqlite3.Connection, book: str) -> list[ScriptLine]:
    """Those of a book, in reading order."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM script WHERE book = ? ORDER BY chapter, place", (book,)
    )
    return [_line(*row) for row in rows]


def exchange(
    connection: sqlite3.Connection,
    book: str,
    *,
    gone: Iterable[ScriptLine],
    kept: Iterable[ScriptLine],
) -> None:
    """Have the lines `kept` in place of those `gone`; one for the same place is replaced."""
    connection.executemany(
        "DELETE FROM script WHERE book = ? AND chapter = ? AND place = ?",
        ((book, line.chapter, line.place) for line in gone),
    )
    connection.executemany(
        f"INSERT OR REPLACE INTO script (book, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        ((book, *_values(line)) for line in kept),
    )


def _values(line: ScriptLine) -> tuple[int, int, str, str, str, str, str]:
    return (
        line.chapter,
        line.place,
        line.original,
        line.ssml,
        line.before,
        line.after,
        line.title,
    )


def _line(
    chapter: int, place: int, original: str, ssml: str, before: str, after: str, title: str
) -> ScriptLine:
    return ScriptLine(
        chapter=chapter,
        place=place,
        original=original,
        ssml=ssml,
        before=before,
        after=after,
        title=title,
    )
