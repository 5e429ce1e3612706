"""The tables of the index, and how what lies in them is written."""

from __future__ import annotations

import sqlite3
import zlib

VERSION = 2
"""Of the tables and of how words are cut; any other begins anew."""

BOOK_BITS = 20
"""A passage's number is the book's number, shifted by so many bits, and its own in the book."""

_SCHEMA = (
    """
    CREATE TABLE books (
        number INTEGER PRIMARY KEY, identifier TEXT NOT NULL UNIQUE,
        language TEXT NOT NULL, chapters BLOB NOT NULL
    )
    """,
    """
    CREATE TABLE passages (
        number INTEGER PRIMARY KEY, chapter INTEGER NOT NULL, start INTEGER NOT NULL,
        text BLOB NOT NULL
    )
    """,
    # The words come cut and folded; all that is not ASCII is part of one for this tokenizer.
    """
    CREATE VIRTUAL TABLE words USING fts5 (
        text, content = '', columnsize = 0, detail = 'full', tokenize = 'ascii'
    )
    """,
)


class OtherVersion(sqlite3.DatabaseError):
    """The file is another version's, or not an index."""


class Damaged(sqlite3.DatabaseError):
    """What lies in the tables was not written so."""

    sqlite_errorcode = sqlite3.SQLITE_CORRUPT


def make_tables(connection: sqlite3.Connection) -> None:
    """Make a new file's tables, unless another program has just done so."""
    if version(connection) == VERSION:
        return
    if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        raise OtherVersion(f"Its version is {version(connection)}.")
    for statement in _SCHEMA:
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {VERSION}")


def version(connection: sqlite3.Connection) -> int:
    """That of the file; 0 where it is new or another program's."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def packed(text: str) -> bytes:
    """`text` as it is kept."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"))


def unpacked(content: bytes) -> str:
    """The text that :func:`packed` made `content` of; raises :class:`Damaged`."""
    try:
        return zlib.decompress(content).decode("utf-8", "surrogatepass")
    except (TypeError, ValueError, zlib.error) as error:
        raise Damaged from error
