"""All that is noted of a book, together: what goes along to another machine."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from reader.lexicon.entry import Entry
from reader.library import bookmarks, choices, places, pronunciations, script, shelf
from reader.library.bookmarks import Bookmark
from reader.library.places import Place
from reader.script.line import ScriptLine


@dataclass(frozen=True, kw_only=True)
class NotedBook:
    """A book and what is noted of it; `moved` is when reading stopped at `place`, in UTC.

    The numbers of bookmarks and pronunciations mean nothing elsewhere.
    """

    identifier: str
    title: str
    authors: tuple[str, ...]
    language: str
    characters: int = 0
    read: float = 0.0
    finished: bool = False
    place: Place | None = None
    moved: datetime | None = None
    bookmarks: tuple[Bookmark, ...] = ()
    choices: Mapping[str, str] = field(default_factory=dict)
    pronunciations: tuple[Entry, ...] = ()
    script: tuple[ScriptLine, ...] = ()


def noted_books(connection: sqlite3.Connection) -> list[str]:
    """The identifiers of the books of which anything is noted, the latest opened first.

    Not those whose notes were passed on to a changed edition.
    """
    tables = ("places", "bookmarks", "choices", "pronunciations", "script")
    noted = " OR ".join(
        f"EXISTS (SELECT 1 FROM {table} WHERE book = identifier)" for table in tables
    )
    rows = connection.execute(
        f"""
        SELECT identifier FROM books WHERE successor = '' AND (finished OR {noted})
        {shelf.LATEST_FIRST}
        """
    )
    return [identifier for (identifier,) in rows]


def noted_book(connection: sqlite3.Connection, identifier: str) -> NotedBook | None:
    """What is noted of a book; None for a stranger."""
    book = shelf.known(connection, identifier)
    if book is None:
        return None
    moved = places.moved(connection, identifier)
    return NotedBook(
        identifier=identifier,
        title=book.title,
        authors=book.authors,
        language=book.language,
        characters=book.characters,
        read=book.read,
        finished=book.finished,
        place=places.place(connection, identifier),
        moved=None if moved is None else datetime.fromtimestamp(moved, UTC),
        bookmarks=tuple(bookmarks.bookmarks(connection, identifier)),
        choices=choices.that_travel(connection, identifier),
        pronunciations=tuple(
            entry
            for entry in pronunciations.pronunciations(connection, identifier)
            if entry.book == identifier
        ),
        script=tuple(script.lines(connection, identifier)),
    )
