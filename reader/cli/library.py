"""``tingshu library``: the shelf, and what is written in its books."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli import library_intake
from reader.cli.terminal import print_json, stopped_by_signals, tell
from reader.errors import LibraryError
from reader.messages import message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.store import Library, ShelfEntry
    from reader.search.results import Hit

_HITS = 50
"""So many places are shown of a search, unless more are asked for."""


def configure(parser: argparse.ArgumentParser) -> None:
    """What may be said after ``tingshu library``."""
    parser.description = "Lists the books of the shelf, puts books on it, and finds them again."
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    _action(
        actions,
        "list",
        "the books, those opened last first",
        "one JSON document: [{identifier, title, authors, language, path, read (0 to 1), "
        "finished, opened (null if never)}]",
    )
    add = _action(
        actions,
        "add",
        "put files and whole folders on the shelf",
        "what came of it as JSON: new, known, duplicates, moved, failed [{path, reason}]",
    )
    add.description = (
        "Puts books on the shelf, from files and from folders with all that are in them. A file "
        "that was looked at before is not read again, and a copy is not put there twice."
    )
    add.add_argument("path", metavar="PATH", type=Path, nargs="+", help="a file or a folder")
    find = _action(actions, "find", "books by title and author", "the books as list gives them")
    find.add_argument("words", metavar="WORDS", nargs="+", help="of the title or the author")
    _configure_search(actions)
    _configure_remove(actions)
    _action(
        actions,
        "index",
        "prepare the books for search, which the window does by itself",
        "how many books were prepared, and which could not be, as JSON",
    )


def _action(
    actions: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    summary: str,
    document: str,
) -> argparse.ArgumentParser:
    parser = actions.add_parser(name, help=summary)
    parser.description = f"{summary[0].upper()}{summary[1:]}."
    parser.add_argument("--json", action="store_true", help=document)
    return parser


def _configure_search(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    search = _action(
        actions,
        "search",
        "words in the texts of all books",
        "one JSON document: passages, books, complete, hits [{identifier, title, chapter, "
        "chapter_title, start, end, before, match, after}]",
    )
    search.description = (
        "Finds the passages that hold all WORDS. What stands between quotation marks is found "
        "side by side, and whal* is any word that begins so. Only books that are prepared are "
        "searched: see tingshu library index."
    )
    search.add_argument("words", metavar="WORDS", nargs="+", help="what the passage holds")
    search.add_argument(
        "--most",
        metavar="N",
        type=int,
        default=_HITS,
        help=f"show at most so many places, {_HITS} if not given",
    )


def _configure_remove(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    remove = _action(
        actions, "remove", "take a book off the shelf", "the book as list gives it, as JSON"
    )
    remove.description = (
        "Takes a book off the shelf. Its file stays where it is, and so does what was noted of "
        "it: it is there again when the book is added or opened."
    )
    remove.add_argument(
        "book", metavar="BOOK", help="its file, its identifier, or a title that no other has"
    )
    remove.add_argument(
        "--with-notes",
        action="store_true",
        help="forget its bookmarks, notes and choices, too; this cannot be undone",
    )


def run(options: argparse.Namespace) -> int:
    """Do what was asked."""
    with _library() as library:
        match options.action:
            case "list":
                _show(library.books(), options)
            case "add":
                return library_intake.add(options, library)
            case "find":
                _find(options, library)
            case "search":
                _search(options, library)
            case "remove":
                _remove(options, library)
            case "index":
                return library_intake.index(options, library)
    return 0


@contextmanager
def _library() -> Iterator[Library]:
    from reader.library.store import Library

    with closing(Library()) as library:
        if library.notice is not None:
            tell(f"tingshu: {library.notice}")
        yield library


def _show(books: Sequence[ShelfEntry], options: argparse.Namespace) -> None:
    if options.json:
        print_json([_document(entry) for entry in books])
        return
    for entry in books:
        print(_line(entry))
    if not books:
        tell("There are no books." if options.action == "list" else "No book is called so.")


def _document(entry: ShelfEntry) -> dict[str, object]:
    return {
        "identifier": entry.identifier,
        "title": entry.title,
        "authors": list(entry.authors),
        "language": entry.language,
        "path": str(entry.path),
        "read": round(entry.read, 4),
        "finished": entry.finished,
        "opened": entry.opened.isoformat() if entry.opened is not None else None,
    }


def _line(entry: ShelfEntry) -> str:
    """`` 42%  Moby-Dick  Herman Melville  (en)  /books/moby.epub``."""
    read = "read" if entry.finished else f"{entry.read:.0%}"
    parts = (entry.title, ", ".join(entry.authors), f"({entry.language})", str(entry.path))
    return f"{read:>4}  {'  '.join(filter(None, parts))}"


def _find(options: argparse.Namespace, library: Library) -> None:
    from reader.search.titles import TitleFinder

    _show(TitleFinder(library.books()).find(" ".join(options.words)), options)


def _search(options: argparse.Namespace, library: Library) -> None:
    from reader.search.index import Index

    titles = {entry.identifier: entry.title for entry in library.books()}
    with stopped_by_signals() as cancel, closing(Index()) as index:
        words = " ".join(options.words)
        results = index.search(words, limit=options.most, of_each=options.most, cancel=cancel)
    if options.json:
        hits = [_place(hit, titles) for hit in results.hits]
        print_json(
            {
                "passages": results.passages,
                "books": results.books,
                "complete": results.complete,
                "hits": hits,
            }
        )
        return
    book = None
    for hit in results.hits:
        if hit.identifier != book:
            print(titles.get(hit.identifier, hit.identifier))
            book = hit.identifier
        print(f"  {hit.chapter_title}: {hit.before}[{hit.match}]{hit.after}")
    tell(f"passages: {results.passages:,}, books: {results.books:,}")


def _place(hit: Hit, titles: dict[str, str]) -> dict[str, object]:
    return {
        "identifier": hit.identifier,
        "title": titles.get(hit.identifier),
        "chapter": hit.chapter + 1,
        "chapter_title": hit.chapter_title,
        "start": hit.start,
        "end": hit.end,
        "before": hit.before,
        "match": hit.match,
        "after": hit.after,
    }


def _remove(options: argparse.Namespace, library: Library) -> None:
    entry = _chosen(options.book, library)
    if options.with_notes:
        library.forget_book(entry.identifier)
    else:
        library.take_off_shelf(entry.identifier)
    if options.json:
        print_json(_document(entry))
    else:
        print(f"Removed {_line(entry).strip()}")


def _chosen(named: str, library: Library) -> ShelfEntry:
    """The book that is meant by its identifier, its file or its title."""
    books = library.books()
    path = Path(named).absolute()
    for meant in (
        [entry for entry in books if entry.identifier == named],
        [entry for entry in books if entry.path == path],
        [entry for entry in books if entry.title == named],
    ):
        if len(meant) == 1:
            return meant[0]
        if meant:
            raise LibraryError(
                named,
                message("{count} books have this title.", count=len(meant)),
                message("Name the file or the identifier; tingshu library list --json has both."),
            )
    raise LibraryError(
        named,
        message("There is no such book on the shelf."),
        message("tingshu library list shows the books."),
    )
