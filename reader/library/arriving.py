"""Takes in what was noted on another machine; nothing that is here is overwritten or doubled."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace

from reader.lexicon.superseding import superseded
from reader.library import bookmarks, choices, editions, places, pronunciations, script, shelf
from reader.library.bookmarks import Bookmark
from reader.library.noted import NotedBook

_CLOCKS_DIFFER = 86_400.0
"""Seconds by which the clock of another machine may be ahead."""


@dataclass(frozen=True, kw_only=True)
class Arrived:
    """What was taken in, and what was not.

    `books` is how many there were notes of, `unknown` how many of these are not here: their
    notes are kept until the book comes. `notes_new` and `notes_known` count bookmarks and notes
    that were taken in, and that were here already. `moved` names the books that were read on
    elsewhere, by their identifiers here; `left_out` counts what could not be understood.
    """

    books: int = 0
    unknown: int = 0
    notes_new: int = 0
    notes_known: int = 0
    moved: tuple[str, ...] = ()
    left_out: int = 0


def take_in(connection: sqlite3.Connection, noted: Iterable[NotedBook], now: float) -> Arrived:
    """Add what is `noted` of books to what is here.

    A book is known by its identifier, else as an edition of the same title, authors and language.
    """
    arrived = Arrived()
    for theirs in noted:
        here = _find(connection, theirs)
        if here is None:
            _make_known(connection, theirs, now)
        book = here or theirs.identifier
        new = _take_bookmarks(connection, book, theirs.bookmarks)
        moved = _take_place(connection, book, theirs, now)
        choices.choose_what_is_open(connection, book, theirs.choices)
        _take_pronunciations(connection, book, theirs)
        _take_script(connection, book, theirs)
        arrived = replace(
            arrived,
            books=arrived.books + 1,
            unknown=arrived.unknown + (not shelf.was_ever_here(connection, book)),
            notes_new=arrived.notes_new + new,
            notes_known=arrived.notes_known + len(theirs.bookmarks) - new,
            moved=(*arrived.moved, book) if moved else arrived.moved,
        )
    return arrived


def _find(connection: sqlite3.Connection, theirs: NotedBook) -> str | None:
    """The newest edition here of a book; None if there is none."""
    if shelf.is_known(connection, theirs.identifier):
        return shelf.newest_edition(connection, theirs.identifier)
    namesakes = editions.find_namesakes(connection, theirs.title, theirs.authors, theirs.language)
    return namesakes[0].identifier if namesakes else None


def _make_known(connection: sqlite3.Connection, theirs: NotedBook, now: float) -> None:
    """Have a book that is not here be one of which something can be noted."""
    connection.execute(
        """
        INSERT INTO books
            (identifier, title, authors, language, path, added, opened, characters, shelved)
        VALUES (?, ?, ?, ?, x'', ?, 0, ?, 0)
        """,
        (
            theirs.identifier,
            theirs.title,
            json.dumps(theirs.authors),
            theirs.language,
            now,
            theirs.characters,
        ),
    )


def _take_bookmarks(connection: sqlite3.Connection, book: str, theirs: Iterable[Bookmark]) -> int:
    """Add those that are not here; how many.

    One is the same if it says the same of the same place, or what one here says since the same
    moment: in a changed edition it may have been moved to where its words are now.
    """
    ours = bookmarks.bookmarks(connection, book)
    there, moments = {_place(mark) for mark in ours}, {_moment(mark) for mark in ours}
    new = []
    for mark in theirs:
        if _place(mark) not in there and _moment(mark) not in moments:
            new.append(replace(mark, book=book))
        there.add(_place(mark))
    bookmarks.add_all(connection, new)
    return len(new)


def _place(mark: Bookmark) -> tuple[object, ...]:
    return (mark.place.chapter, mark.place.offset, mark.extent, mark.name, mark.note)


def _moment(mark: Bookmark) -> tuple[object, ...]:
    return (mark.created, mark.name, mark.note)


def _take_place(connection: sqlite3.Connection, book: str, theirs: NotedBook, now: float) -> bool:
    """Go on where the book was read last; whether that was there.

    Whose clock is far ahead has not read later for that.
    """
    ours = places.moved(connection, book)
    moved = None if theirs.moved is None else theirs.moved.timestamp()
    newer = moved is not None and (
        ours is None or (_later(moved, ours) and moved <= now + _CLOCKS_DIFFER)
    )
    if theirs.place is not None and moved is not None and newer:
        places.save(connection, book, theirs.place, min(moved, now + _CLOCKS_DIFFER))
        shelf.save_reading(connection, book, theirs.read)
        shelf.set_finished(connection, book, theirs.finished)
        return True
    if theirs.finished and ours is None:
        shelf.set_finished(connection, book, True)
    return False


def _later(one: float, other: float) -> bool:
    """Whether a time is later by more than gets lost where it is written in microseconds."""
    return one - other > 2e-6


def _take_pronunciations(connection: sqlite3.Connection, book: str, theirs: NotedBook) -> None:
    here = [
        entry for entry in pronunciations.pronunciations(connection, book) if entry.book == book
    ]
    there = [replace(entry, book=book) for entry in theirs.pronunciations]
    known = set(superseded(there, here))
    pronunciations.keep(connection, [entry for entry in there if entry not in known])


def _take_script(connection: sqlite3.Connection, book: str, theirs: NotedBook) -> None:
    here = {(line.chapter, line.place) for line in script.lines(connection, book)}
    new = [line for line in theirs.script if (line.chapter, line.place) not in here]
    script.exchange(connection, book, gone=(), kept=new)
