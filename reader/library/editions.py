"""A book whose file was replaced by a changed edition: nothing that was noted of it is lost.

Books are known by a hash of their content, so a corrected file is another book. What belongs
to the earlier one is copied to it, and stays with the earlier one too.
"""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path

from reader.books.model import Book
from reader.library import places, shelf
from reader.library.shelf import ShelfEntry


def find_earlier(connection: sqlite3.Connection, book: Book, path: Path) -> ShelfEntry | None:
    """The book that `book` seems to be a changed edition of; None if there is none.

    That is a book of the same title or authors that lay in the same file; or one of the same
    title, authors and language whose own file is gone. A title alone, without an author,
    proves nothing there.
    """
    authors = json.dumps(book.authors)
    replaced = connection.execute(
        f"""
        SELECT {shelf.COLUMNS} FROM books WHERE path = ? AND identifier != ?
        AND (title = ? OR authors = ? AND authors != '[]') {shelf.LATEST_FIRST}
        """,
        (os.fsencode(path.absolute()), book.identifier, book.title, authors),
    ).fetchone()
    if replaced is not None:
        return shelf.entry(*replaced)
    if not book.title or not book.authors:
        return None
    namesakes = connection.execute(
        f"""
        SELECT {shelf.COLUMNS} FROM books
        WHERE title = ? AND authors = ? AND language = ? AND identifier != ? {shelf.LATEST_FIRST}
        """,
        (book.title, authors, book.language, book.identifier),
    )
    entries = (shelf.entry(*row) for row in namesakes.fetchall())
    return next((entry for entry in entries if not os.path.lexists(entry.path)), None)


def carry_over(connection: sqlite3.Connection, earlier: str, later: str) -> None:
    """Copy all that was noted of a book to an edition of which nothing is noted yet."""
    for table, columns in (
        ("places", f"{places.COLUMNS}, moved"),
        ("bookmarks", f"{places.COLUMNS}, name, created"),
        ("choices", "name, value"),
        ("pronunciations", "language, word, matching, kind, say, position, enabled"),
        ("script", "chapter, place, original, text_before, text_after, chapter_title, ssml"),
    ):
        connection.execute(
            f"INSERT INTO {table} (book, {columns}) SELECT ?, {columns} FROM {table} "
            "WHERE book = ?",
            (later, earlier),
        )
