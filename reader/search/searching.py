"""One search in the index."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator
from itertools import groupby, islice

from reader.background import CancelToken
from reader.navigation.excerpt import excerpt
from reader.search.locating import locate
from reader.search.results import Hit, Results
from reader.search.tables import BOOK_BITS, Damaged, unpacked
from reader.search.words import terms_of

_MOST_COUNTED = 250_000
"""Passages that are counted: those of some 400 million characters."""


class Search:
    """Looks for all words of a text; see :meth:`reader.search.index.Index.search`."""

    def __init__(
        self,
        text: str,
        *,
        limit: int,
        of_each: int,
        books: Collection[str] | None,
        language: str | None,
        cancel: CancelToken | None,
    ) -> None:
        self._terms = terms_of(text)
        self._limit = limit
        self._of_each = of_each
        self._books = None if books is None else frozenset(books)
        self._language = language
        self._cancel = cancel or CancelToken()

    def results(self, connection: sqlite3.Connection) -> Results:
        """What the index has of it."""
        if not self._terms:
            return Results()
        wanted = dict(self._wanted(connection))
        places = self._places(connection)
        complete = len(places) <= _MOST_COUNTED
        by_number = {
            number: list(group)
            for number, group in groupby(places[:_MOST_COUNTED], lambda place: place >> BOOK_BITS)
            if number in wanted
        }
        most_first = sorted(by_number, key=lambda number: -len(by_number[number]))
        hits = (
            hit
            for number in most_first
            for hit in islice(self._hits(connection, number, by_number[number]), self._of_each)
        )
        return Results(
            hits=tuple(islice(hits, self._limit)),
            passages=sum(map(len, by_number.values())),
            books=len(by_number),
            by_book={wanted[number]: len(by_number[number]) for number in most_first},
            complete=complete,
        )

    def _wanted(self, connection: sqlite3.Connection) -> Iterator[tuple[int, str]]:
        """Number and identifier of the books that are looked through."""
        for number, identifier, language in connection.execute(
            "SELECT number, identifier, language FROM books"
        ):
            in_language = self._language is None or _is_of(language, self._language)
            if in_language and (self._books is None or identifier in self._books):
                yield number, identifier

    def _places(self, connection: sqlite3.Connection) -> list[int]:
        """The numbers of the passages with all terms, rising; one too many where there are more."""
        expression = " AND ".join(term.expression() for term in self._terms)
        rows = connection.execute(
            "SELECT rowid FROM words WHERE words MATCH ? LIMIT ?",
            (expression, _MOST_COUNTED + 1),
        )
        return [row[0] for row in rows]

    def _hits(
        self, connection: sqlite3.Connection, number: int, places: list[int]
    ) -> Iterator[Hit]:
        patterns = [term.pattern() for term in self._terms]
        identifier, packed_titles = connection.execute(
            "SELECT identifier, chapters FROM books WHERE number = ?", (number,)
        ).fetchone()
        titles = json.loads(unpacked(packed_titles))
        last = None
        for place in places:
            self._cancel.check()
            row = connection.execute(
                "SELECT chapter, start, text FROM passages WHERE number = ?", (place,)
            ).fetchone()
            if row is None:
                raise Damaged
            chapter, offset, text = row[0], row[1], unpacked(row[2])
            found = locate(text, patterns)
            if found is None:
                continue
            start, end = found
            # What two passages share is found in both.
            if last == (chapter, offset + start):
                continue
            last = chapter, offset + start
            before, match, after = excerpt(text, start, end)
            yield Hit(
                identifier=identifier,
                chapter=chapter,
                chapter_title=titles[chapter],
                start=offset + start,
                end=offset + end,
                before=before,
                match=match,
                after=after,
            )


def _is_of(tag: str, language: str) -> bool:
    """Whether a BCP 47 tag is `language`, or that with something added."""
    return f"{tag}-".lower().startswith(f"{language}-".lower())
