"""The reader's pronunciations: of one book, or of all that are read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reader.lexicon.entry import Entry, Kind, Matching
from reader.lexicon.superseding import superseded

_COLUMNS = "book, language, word, matching, kind, say, position, enabled"
_SELECT = f"SELECT number, {_COLUMNS} FROM pronunciations"
_KINDS = {kind.value: kind for kind in Kind}
_MATCHINGS = {matching.value: matching for matching in Matching}

_LAST_NUMBER = 2**63 - 1
"""The largest number that SQLite keeps."""

_Row = tuple[int, str | None, str, str, str, str, str, int, int]


@dataclass(frozen=True, kw_only=True)
class Kept:
    """New entries as they are kept, with number and position, and those they took the place of.

    To undo it, remove the `entries` and put the `replaced` back.
    """

    entries: tuple[Entry, ...]
    replaced: tuple[Entry, ...]


def pronunciations(connection: sqlite3.Connection, book: str | None) -> list[Entry]:
    """Those of a book, in their order, then those that hold in all; of None the latter alone."""
    rows = connection.execute(
        f"""
        {_SELECT} WHERE book = ? OR book IS NULL
        ORDER BY book IS NULL, position, number
        """,
        (book,),
    )
    return [entry for entry in map(_entry, rows) if entry is not None]


def keep(connection: sqlite3.Connection, entries: Iterable[Entry]) -> Kept:
    """Keep new entries behind those of their scopes, in the order they come in.

    They take the place of those that mean the same letters in the same scope.
    """
    new = list(entries)
    replaced = [
        old
        for book in {entry.book for entry in new}
        for old in superseded(pronunciations(connection, book), new)
        if old.book == book
    ]
    remove(connection, (entry.number for entry in replaced if entry.number is not None))
    number = 1 + int(
        connection.execute(
            "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'pronunciations'"
        ).fetchone()[0]
    )
    next_of: dict[str | None, int] = {}
    kept: list[Entry] = []
    for entry in new:
        if entry.book not in next_of:
            next_of[entry.book] = _next(connection, entry.book)
        kept.append(replace(entry, number=number + len(kept), position=next_of[entry.book]))
        next_of[entry.book] += 1
    put_back(connection, kept)
    return Kept(entries=tuple(kept), replaced=tuple(replaced))


def change(connection: sqlite3.Connection, entry: Entry) -> None:
    """Have the entry of this number be as it is given; nothing happens if it is gone."""
    connection.execute(
        f"UPDATE pronunciations SET ({_COLUMNS}) = (?, ?, ?, ?, ?, ?, ?, ?) WHERE number = ?",
        (*_values(entry), entry.number),
    )


def remove(connection: sqlite3.Connection, numbers: Iterable[int]) -> list[Entry]:
    """Take entries away; returns what they were, without those that were gone."""
    removed: list[Entry] = []
    for number in dict.fromkeys(numbers):
        if abs(number) > _LAST_NUMBER:
            continue
        row = connection.execute(f"{_SELECT} WHERE number = ?", (number,)).fetchone()
        entry = _entry(row) if row else None
        if entry is not None:
            removed.append(entry)
    connection.executemany(
        "DELETE FROM pronunciations WHERE number = ?", [(entry.number,) for entry in removed]
    )
    return removed


def put_back(connection: sqlite3.Connection, entries: Iterable[Entry]) -> None:
    """Have entries stand under their numbers, as they stood; harmless for one that still does."""
    connection.executemany(
        f"""
        INSERT INTO pronunciations (number, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (number) DO NOTHING
        """,
        ((entry.number, *_values(entry)) for entry in entries),
    )


def put_in_order(connection: sqlite3.Connection, numbers: Sequence[int]) -> None:
    """Have the entries of one scope stand in this order; those not named stay where they are."""
    connection.executemany(
        "UPDATE pronunciations SET position = ? WHERE number = ?", enumerate(numbers)
    )


def _next(connection: sqlite3.Connection, book: str | None) -> int:
    """The position behind all of a scope."""
    last = connection.execute(
        "SELECT max(position) FROM pronunciations WHERE book IS ?", (book,)
    ).fetchone()[0]
    return 0 if last is None else int(last) + 1


def _values(entry: Entry) -> tuple[str | None, str, str, str, str, str, int, int]:
    return (
        entry.book,
        entry.language,
        entry.word,
        entry.matching.value,
        entry.kind.value,
        entry.say,
        entry.position,
        int(entry.enabled),
    )


def _entry(row: _Row) -> Entry | None:
    """The entry of a row; None for one that a newer version wrote, whose kind is unknown here."""
    number, book, language, word, matching, kind, say, position, enabled = row
    if matching not in _MATCHINGS or kind not in _KINDS:
        return None
    return Entry(
        number=number,
        book=book,
        language=language,
        word=word,
        matching=_MATCHINGS[matching],
        kind=_KINDS[kind],
        say=say,
        position=position,
        enabled=bool(enabled),
    )
