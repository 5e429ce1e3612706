"""The full texts of the library, searchable: a cache that the books can make again."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path

from reader.background import CancelToken
from reader.books.model import Book
from reader.search.file import IndexFile
from reader.search.passages import passages
from reader.search.results import Results
from reader.search.searching import Search
from reader.search.tables import BOOK_BITS, packed, unpacked
from reader.search.words import words_of

_STEP = 500
"""Pages of 4 KB that are joined in one transaction."""

_OF_A_BOOK = f"number >= ? << {BOOK_BITS} AND number < (? + 1) << {BOOK_BITS}"


class Index:
    """The words of all books, and the passages they stand in."""

    def __init__(self, path: Path | None = None, *, patience: float = 5.0) -> None:
        """Open the index, or begin one; raises :class:`~reader.errors.SearchError`.

        It lies in the folder for caches unless `path` says where. `patience` is how many
        seconds to wait for another program that is writing.
        """
        self._file = IndexFile(path, patience=patience)

    @property
    def path(self) -> Path:
        """Where the index lies."""
        return self._file.path

    def close(self) -> None:
        """Give the file back; closing twice does no harm."""
        self._file.close()

    def add(
        self,
        book: Book,
        *,
        cancel: CancelToken | None = None,
        progress: Callable[[float], None] | None = None,
    ) -> None:
        """Put the whole text of `book` in, in place of what was in of it; all or nothing.

        `progress` is told the share done, 0 to 1. Raises :class:`~reader.errors.SearchError`
        and :class:`~reader.errors.Cancelled`.
        """
        self._file.write(partial(_add, book, cancel or CancelToken(), progress or _silent))

    def remove(self, identifier: str) -> None:
        """Take a book out; one that is not in does no harm."""
        self._file.write(partial(_remove, identifier))

    def has(self, identifier: str) -> bool:
        """Whether a book is in."""
        return self._file.read(partial(_has, identifier))

    def identifiers(self) -> frozenset[str]:
        """The books that are in."""
        return self._file.read(_identifiers)

    def search(
        self,
        text: str,
        *,
        limit: int = 200,
        of_each: int = 10,
        books: Collection[str] | None = None,
        language: str | None = None,
        cancel: CancelToken | None = None,
    ) -> Results:
        """The passages that hold all words of `text`.

        What stands between quotation marks is found side by side, as are hanzi without a space
        between; ``whal*`` is any word that begins so. Case, width and both forms of hanzi are
        the same. At most `limit` hits, and `of_each` book, are made. Only in `books`, by their
        identifiers, and only in those of `language` (``zh`` is also ``zh-Hant``), if given.
        Raises :class:`~reader.errors.SearchError` and :class:`~reader.errors.Cancelled`.
        """
        search = Search(
            text, limit=limit, of_each=of_each, books=books, language=language, cancel=cancel
        )
        return self._file.read(search.results, cancel)

    def tidy(self, *, cancel: CancelToken | None = None) -> None:
        """After many books: join what was added piece by piece, for less room and quicker searches.

        Takes about a second for 100 MB of text, in steps between which others may write.
        """
        cancel = cancel or CancelToken()
        going_on = self._file.write(partial(_join, -_STEP))
        while going_on:
            cancel.check()
            going_on = self._file.write(partial(_join, _STEP))
        self._file.shrink()


def _silent(_share: float) -> None:
    pass


def _add(
    book: Book,
    cancel: CancelToken,
    progress: Callable[[float], None],
    connection: sqlite3.Connection,
) -> None:
    _remove(book.identifier, connection)
    titles = json.dumps([chapter.title for chapter in book.chapters])
    number = connection.execute(
        "INSERT INTO books (identifier, language, chapters) VALUES (?, ?, ?)",
        (book.identifier, book.language, packed(titles)),
    ).lastrowid
    assert number is not None
    place, done = number << BOOK_BITS, 0
    for index, chapter in enumerate(book.chapters):
        for passage in passages(chapter):
            cancel.check()
            connection.execute(
                "INSERT INTO passages VALUES (?, ?, ?, ?)",
                (place, index, passage.start, packed(passage.text)),
            )
            connection.execute(
                "INSERT INTO words (rowid, text) VALUES (?, ?)", (place, words_of(passage.text))
            )
            place += 1
            progress((done + passage.start) / book.characters)
        done += len(chapter.text)
    progress(1.0)


def _remove(identifier: str, connection: sqlite3.Connection) -> None:
    row = connection.execute(
        "SELECT number FROM books WHERE identifier = ?", (identifier,)
    ).fetchone()
    if row is None:
        return
    bounds = (row[0], row[0])
    passages = connection.execute(f"SELECT number, text FROM passages WHERE {_OF_A_BOOK}", bounds)
    # What FTS5 does not keep it must be told again, word for word, to forget.
    connection.executemany(
        "INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)",
        ((number, words_of(unpacked(text))) for number, text in passages),
    )
    connection.execute(f"DELETE FROM passages WHERE {_OF_A_BOOK}", bounds)
    connection.execute("DELETE FROM books WHERE number = ?", (row[0],))


def _has(identifier: str, connection: sqlite3.Connection) -> bool:
    found = connection.execute("SELECT 1 FROM books WHERE identifier = ?", (identifier,))
    return found.fetchone() is not None


def _identifiers(connection: sqlite3.Connection) -> frozenset[str]:
    return frozenset(row[0] for row in connection.execute("SELECT identifier FROM books"))


def _join(pages: int, connection: sqlite3.Connection) -> bool:
    """Join some `pages` of words, negative to begin with; whether there is more to join.

    See https://sqlite.org/fts5.html, section 6.8: at the end less than two rows are changed.
    """
    before = connection.total_changes
    connection.execute("INSERT INTO words (words, rank) VALUES ('merge', ?)", (pages,))
    return connection.total_changes - before >= 2
