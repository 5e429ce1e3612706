"""``tingshu notes``: bookmarks and notes, to be read, and to be taken to another machine."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.terminal import print_json, stopped_by_signals, tell
from reader.errors import LibraryError
from reader.messages import message

if TYPE_CHECKING:
    from reader.books.model import Book
    from reader.library.arriving import Arrived
    from reader.library.store import Bookmark, Library

_EPILOG = """\
With --export the place, bookmarks, notes, choices, pronunciations and script of each book go into
one file; without BOOK those of all books. --import takes them in on another machine: nothing that
is noted there is overwritten or doubled, and the place that was read last counts."""


def configure(parser: argparse.ArgumentParser) -> None:
    """What may be said after ``tingshu notes``."""
    parser.description = "Prints the bookmarks and notes of a book, or takes them along."
    parser.epilog = _EPILOG
    parser.add_argument(
        "book", metavar="BOOK", type=Path, nargs="*", help="the book; with --export several"
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--export", metavar="FILE", type=Path, help="write them into a file for another machine"
    )
    what.add_argument(
        "--import",
        dest="source",
        metavar="FILE",
        type=Path,
        help="take in the notes of such a file",
    )
    what.add_argument(
        "-o",
        "--output",
        metavar="FILE.md",
        type=Path,
        help="write them into a file to be read; one of this name is replaced",
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--markdown", action="store_true", help="print them as Markdown (as usual)")
    form.add_argument("--json", action="store_true", help="print them, or what was done, as JSON")
    parser.set_defaults(misused=parser.error)


def run(options: argparse.Namespace) -> int:
    """Do what was asked."""
    if options.export is not None:
        _export(options)
    elif options.source is not None:
        if options.book:
            options.misused("--import takes what is in the file: leave out BOOK")
        _import(options)
    elif len(options.book) == 1:
        _show(options)
    else:
        options.misused("give one BOOK, or --export or --import")
    return 0


def _show(options: argparse.Namespace) -> None:
    from reader.books.registry import read_book
    from reader.library.markdown import notes_markdown

    [path] = options.book
    with stopped_by_signals() as cancel:
        book = read_book(path, cancel=cancel)
    with _library() as library:
        marks = library.bookmarks(book.identifier)
    if not marks:
        tell("There are no notes.")
    if options.json:
        text = json.dumps(_document(book, marks), ensure_ascii=False, indent=2) + "\n"
    else:
        text = notes_markdown(book, marks) if marks else ""
    if options.output is None:
        print(text, end="")
    elif marks:
        _write(options.output, text)
        tell(f"Written: {options.output}")


def _export(options: argparse.Namespace) -> None:
    from reader.books.registry import read_book
    from reader.library.traveling import export_notes

    with stopped_by_signals() as cancel, _library() as library:
        books = [read_book(path, cancel=cancel).identifier for path in options.book]
        departed = export_notes(library, options.export, books or None, cancel=cancel)
    if options.json:
        print_json({"books": departed.books, "notes": departed.notes})
    else:
        print(f"Written: notes {departed.notes:,}, books {departed.books:,}.")


def _import(options: argparse.Namespace) -> None:
    from reader.library.traveling import import_notes

    with stopped_by_signals() as cancel, _library() as library:
        arrived = import_notes(library, options.source, cancel=cancel)
        moved = [_title(library, identifier) for identifier in arrived.moved]
    if options.json:
        print_json(_counts(arrived))
    else:
        _tell_arrived(arrived, moved)


def _tell_arrived(arrived: Arrived, moved: Sequence[str]) -> None:
    print(f"Taken: notes {arrived.notes_new:,}. Here already: {arrived.notes_known:,}.")
    for title in moved:
        print(f"Read on elsewhere, and now here too: {title}")
    if arrived.unknown:
        print(f"Books that are not here: {arrived.unknown:,}. Their notes are kept for them.")
    if arrived.left_out:
        tell(f"Not understood and left out: {arrived.left_out:,}.")


def _counts(arrived: Arrived) -> dict[str, object]:
    return {
        "books": arrived.books,
        "unknown": arrived.unknown,
        "notes_new": arrived.notes_new,
        "notes_known": arrived.notes_known,
        "moved": list(arrived.moved),
        "left_out": arrived.left_out,
    }


def _title(library: Library, identifier: str) -> str:
    known = library.known_book(identifier)
    return known.title if known is not None else identifier


def _document(book: Book, marks: Sequence[Bookmark]) -> dict[str, object]:
    from reader.library.markdown import percents

    notes = [
        {
            "chapter": mark.place.chapter + 1,
            "chapter_title": mark.place.title,
            "offset": mark.place.offset,
            "percent": percent,
            "name": mark.name,
            "quotation": mark.quotation,
            "note": mark.note,
            "created": mark.created.isoformat(),
        }
        for mark, percent in zip(marks, percents(book, marks), strict=True)
    ]
    return {
        "identifier": book.identifier,
        "title": book.title,
        "authors": list(book.authors),
        "notes": notes,
    }


def _write(path: Path, text: str) -> None:
    from reader.library.written import drafted

    try:
        with drafted(path) as file:
            file.write(text.encode("utf-8", "replace"))
    except OSError as error:
        raise LibraryError(
            str(path),
            message("The file cannot be written ({said}).", said=error.strerror or str(error)),
            message("Check the folder and the free space."),
        ) from error


@contextmanager
def _library() -> Iterator[Library]:
    from reader.library.store import Library

    with closing(Library()) as library:
        if library.notice is not None:
            tell(f"tingshu: {library.notice}")
        yield library
