"""What is noted of a book, as JSON and back.

Times are written as ISO 8601 in UTC, places as in :mod:`reader.books.model`. What cannot be
understood is left out entry by entry and counted: a file may come from anywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from reader.errors import LexiconError
from reader.lexicon.checking import checked
from reader.lexicon.entry import Entry, Kind, Matching
from reader.library import json_values
from reader.library.bookmarks import Bookmark
from reader.library.json_values import Json, Wrong
from reader.library.noted import NotedBook
from reader.library.places import Place
from reader.script.line import ScriptLine

_Made = TypeVar("_Made")


@dataclass(frozen=True, kw_only=True)
class Understood:
    """A book that was read in, and how many of its entries were left out."""

    book: NotedBook
    left_out: int


def written(book: NotedBook) -> dict[str, object]:
    """What stands in the file for a book."""
    return {
        "identifier": book.identifier,
        "title": book.title,
        "authors": list(book.authors),
        "language": book.language,
        "characters": book.characters,
        "read": book.read,
        "finished": book.finished,
        "place": _written_position(book),
        "bookmarks": [_written_bookmark(mark) for mark in book.bookmarks],
        "choices": dict(book.choices),
        "pronunciations": [_written_entry(entry) for entry in book.pronunciations],
        "script": [_written_line(line) for line in book.script],
    }


def understood(document: object) -> Understood:
    """The book that `document` describes; raises :class:`Wrong` if it cannot be told which."""
    book = json_values.as_object(document)
    left_out = _Count()
    identifier = json_values.text_of(book, "identifier")
    if not identifier:
        raise Wrong("identifier")
    position = left_out.unless(_position, book["place"]) if book.get("place") is not None else None
    choices = left_out.unless(json_values.as_texts, book.get("choices", {})) or {}
    noted = NotedBook(
        identifier=identifier,
        title=json_values.text_of(book, "title"),
        authors=tuple(
            json_values.as_text(author) for author in json_values.list_of(book, "authors")
        ),
        language=json_values.text_of(book, "language", "und"),
        characters=json_values.number_of(book, "characters"),
        read=json_values.share_of(book, "read"),
        finished=json_values.is_true(book, "finished"),
        place=position[0] if position else None,
        moved=position[1] if position else None,
        bookmarks=tuple(left_out.all(_bookmark, json_values.list_of(book, "bookmarks"))),
        choices=choices,
        pronunciations=tuple(left_out.all(_entry, json_values.list_of(book, "pronunciations"))),
        script=tuple(left_out.all(_line, json_values.list_of(book, "script"))),
    )
    return Understood(book=noted, left_out=left_out.count)


class _Count:
    """Counts what is left out."""

    def __init__(self) -> None:
        self.count = 0

    def unless(self, make: Callable[[Any], _Made], document: object) -> _Made | None:
        """What is made of `document`; None if that is wrong."""
        try:
            return make(document)
        except (Wrong, LexiconError):
            self.count += 1
            return None

    def all(self, make: Callable[[Any], _Made], documents: list[object]) -> Iterator[_Made]:
        """What is made of those that are right."""
        for document in documents:
            made = self.unless(make, document)
            if made is not None:
                yield made


# Places and bookmarks


def _written_place(place: Place) -> dict[str, object]:
    return {
        "chapter": place.chapter,
        "offset": place.offset,
        "before": place.before,
        "after": place.after,
        "title": place.title,
    }


def _written_position(book: NotedBook) -> dict[str, object] | None:
    if book.place is None or book.moved is None:
        return None
    return {**_written_place(book.place), "moved": json_values.written_time(book.moved)}


def _written_bookmark(mark: Bookmark) -> dict[str, object]:
    return {
        **_written_place(mark.place),
        "name": mark.name,
        "extent": mark.extent,
        "quotation": mark.quotation,
        "note": mark.note,
        "created": json_values.written_time(mark.created),
    }


def _place(document: Json) -> Place:
    return Place(
        json_values.number_of(document, "chapter", required=True),
        json_values.number_of(document, "offset", required=True),
        json_values.text_of(document, "before"),
        json_values.text_of(document, "after"),
        json_values.text_of(document, "title"),
    )


def _position(document: object) -> tuple[Place, datetime]:
    position = json_values.as_object(document)
    return _place(position), json_values.time_of(position, "moved")


def _bookmark(document: object) -> Bookmark:
    mark = json_values.as_object(document)
    return Bookmark(
        number=0,
        book="",
        place=_place(mark),
        name=json_values.text_of(mark, "name"),
        created=json_values.time_of(mark, "created"),
        extent=json_values.number_of(mark, "extent"),
        quotation=json_values.text_of(mark, "quotation"),
        note=json_values.text_of(mark, "note"),
    )


# How the book is said


def _written_entry(entry: Entry) -> dict[str, object]:
    return {
        "word": entry.word,
        "match": entry.matching.value,
        "as": entry.kind.value,
        "say": entry.say,
        "language": entry.language,
        "enabled": entry.enabled,
    }


def _entry(document: object) -> Entry:
    entry = json_values.as_object(document)
    try:
        matching, kind = Matching(entry.get("match", "word")), Kind(entry.get("as", "respelling"))
    except ValueError:
        raise Wrong("match") from None
    return checked(
        Entry(
            word=json_values.text_of(entry, "word"),
            matching=matching,
            kind=kind,
            say=json_values.text_of(entry, "say"),
            language=json_values.text_of(entry, "language"),
            enabled=json_values.is_true(entry, "enabled", otherwise=True),
        )
    )


def _written_line(line: ScriptLine) -> dict[str, object]:
    return {
        "chapter": line.chapter,
        "offset": line.place,
        "original": line.original,
        "before": line.before,
        "after": line.after,
        "title": line.title,
        "ssml": line.ssml,
    }


def _line(document: object) -> ScriptLine:
    line = json_values.as_object(document)
    return ScriptLine(
        chapter=json_values.number_of(line, "chapter", required=True),
        place=json_values.number_of(line, "offset", required=True),
        original=json_values.text_of(line, "original"),
        ssml=json_values.text_of(line, "ssml"),
        before=json_values.text_of(line, "before"),
        after=json_values.text_of(line, "after"),
        title=json_values.text_of(line, "title"),
    )
