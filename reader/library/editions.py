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
from reader.library import bookmarks, places, shelf
from reader.library.shelf import ShelfEntry


def find_earlier(connection: sqlite3.Connection, book: Book, path: Path) -> ShelfEntry | None:
    """The book that `book` seems to be a changed edition of; None if there is none.

    That is a book of the same title or authors that lay in the same file; or one of the same
    title, authors and language whose own file is gone, or was never here, and which has not
    passed its notes on yet. A title alone, without an author, proves nothing there.
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
        return shelf.entry(replaced)
    namesakes = find_namesakes(connection, book.title, book.authors, book.language)
    return next((each for each in namesakes if not shelf.is_here(each)), None)


def find_namesakes(
    connection: sqlite3.Connection, title: str, authors: tuple[str, ...], language: str
) -> list[ShelfEntry]:
    """The newest edition of each book of this title, authors and language, latest opened first.

    None without a title and authors, which prove nothing.
    """
    if not title or not authors:
        return []
    rows = connection.execute(
        f"""
        SELECT {shelf.COLUMNS} FROM books
        WHERE title = ? AND authors = ? AND language = ? AND successor = '' {shelf.LATEST_FIRST}
        """,
        (title, json.dumps(authors), language),
    )
    return [shelf.entry(row) for row in rows]


def carry_over(connection: sqlite3.Connection, earlier: str, later: str) -> None:
    """Copy all that was noted of a book to an edition of which nothing is noted yet.

    The later one is then as far read as the earlier, which is no longer on the shelf.
    """
    for table, columns in (
        ("places", f"{places.COLUMNS}, moved"),
        ("bookmarks", bookmarks.COLUMNS),
        ("choices", "name, value"),
        ("pronunciations", "language, word, matching, kind, say, position, enabled"),
        ("script", "chapter, place, original, text_before, text_after, chapter_title, ssml"),
    ):
        connection.execute(
            f"INSERT INTO {table} (book, {columns}) SELECT ?, {columns} FROM {table} "
            "WHERE book = ?",
            (later, earlier),
        )
    shelf.succeed(connection, earlier, later)
