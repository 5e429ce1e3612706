"""``tingshu lexicon``: how words are said, in one book or in all."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli import lexicon_files
from reader.cli.arguments import AnyOrder
from reader.cli.terminal import print_json, tell
from reader.errors import LexiconError

if TYPE_CHECKING:
    from reader.books.model import Book
    from reader.lexicon.entry import Entry
    from reader.library.store import Library

_KINDS = ("respelling", "pinyin", "ipa", "skip", "stress")
_SAYING_NOTHING = ("skip", "stress")
_MATCHINGS = ("word", "anywhere", "pattern")


def configure(parser: argparse.ArgumentParser) -> None:
    """What may be said after ``tingshu lexicon``."""
    parser.description = (
        "Lists and changes how words are said. Of several entries for the same letters those of "
        "the book count first, then those of the language, then the longest word."
    )
    actions = parser.add_subparsers(
        dest="action", metavar="ACTION", required=True, parser_class=AnyOrder
    )
    listing = actions.add_parser("list", help="how words are said")
    listing.description = "Lists the entries of the book, then those for all books, in their order."
    _add_scope(listing, language="only those for this language (zh, en …)")
    _configure_add(actions.add_parser("add", help="say a word otherwise from now on"))
    remove = actions.add_parser("remove", help="take entries away by their numbers")
    remove.add_argument(
        "number", metavar="NUMBER", type=int, nargs="+", help="as the list gives it"
    )
    remove.add_argument("--json", action="store_true", help="what was removed as JSON")
    _configure_import(actions.add_parser("import", help="take the entries of a file"))
    _configure_export(actions.add_parser("export", help="write entries into a file"))


def run(options: argparse.Namespace) -> int:
    """Do what was asked."""
    with _library() as library:
        match options.action:
            case "list":
                _list(options, library)
            case "add":
                _add(options, library)
            case "remove":
                _remove(options, library)
            case "import":
                lexicon_files.take(library, options, _shelved(options, library))
            case "export":
                lexicon_files.write(_entries(options, library, own=True), options)
    return 0


def _add_scope(parser: argparse.ArgumentParser, *, language: str) -> None:
    parser.add_argument(
        "--book", metavar="BOOK", type=Path, help="for this book alone; without it for all books"
    )
    parser.add_argument("--language", metavar="L", default="", help=language)
    parser.add_argument("--json", action="store_true", help="what was done as one JSON document")


def _configure_add(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Has a word said otherwise from now on, in one book, in a language or everywhere; an "
        "entry for the same word there is replaced."
    )
    parser.add_argument("word", metavar="WORD", help="the word, or a regular expression")
    parser.add_argument(
        "say", metavar="SAY", nargs="?", default="", help="what is said; nothing to skip or stress"
    )
    parser.add_argument(
        "--as",
        dest="kind",
        choices=_KINDS,
        default="respelling",
        help="what SAY is: other words (as usual), numbered pinyin, IPA; or skip the word, or "
        "stress it",
    )
    parser.add_argument(
        "--match",
        choices=_MATCHINGS,
        default="word",
        help="the word by itself (as usual), its letters anywhere, or WORD is a pattern",
    )
    _add_scope(parser, language="only in text in this language (zh, en …)")


def _configure_import(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Takes the entries of a PLS 1.0 file, or of a text file in Voice Dream Reader's form, a "
        'rule a line: "word",0,Y,"said",0. What cannot be taken is told with its line; the rest '
        "is taken."
    )
    parser.add_argument("file", metavar="FILE", help="the file; - for standard input")
    _add_scope(parser, language="only in text in this language; a PLS file names its own")


def _configure_export(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Writes entries into a PLS 1.0 file if its name ends in .pls or .xml, else as rules of "
        "Voice Dream Reader. What the form cannot hold is told."
    )
    parser.add_argument(
        "file",
        metavar="FILE",
        type=Path,
        help="the file; one of this name is replaced; - for rules on standard output",
    )
    _add_scope(parser, language="the language of a PLS file, where entries are for several")


@contextmanager
def _library() -> Iterator[Library]:
    from reader.library.store import Library

    library = Library()
    try:
        if library.notice is not None:
            tell(f"tingshu: {library.notice}")
        yield library
    finally:
        library.close()


def _book(options: argparse.Namespace) -> Book | None:
    from reader.books.registry import read_book

    return None if options.book is None else read_book(options.book)


def _shelved(options: argparse.Namespace, library: Library) -> str | None:
    """The identifier of the book, which is put on the shelf; None for all books."""
    book = _book(options)
    if book is None:
        return None
    library.remember_book(book, options.book)
    return book.identifier


def _entries(options: argparse.Namespace, library: Library, *, own: bool) -> list[Entry]:
    """The entries that count in the book; with `own` only those of the scope itself."""
    book = _book(options)
    identifier = book.identifier if book is not None else None
    found = library.pronunciations(identifier)
    return [entry for entry in found if not own or entry.book == identifier]


def _list(options: argparse.Namespace, library: Library) -> None:
    language = options.language.lower()
    found = _entries(options, library, own=False)
    entries = [entry for entry in found if language in ("", entry.language)]
    if options.json:
        print_json([_document(entry) for entry in entries])
        return
    for entry in entries:
        print(_line(entry))
    if not entries:
        tell("There are no entries.")


def _document(entry: Entry) -> dict[str, object]:
    return {
        "number": entry.number,
        "word": entry.word,
        "match": entry.matching.value,
        "as": entry.kind.value,
        "say": entry.say,
        "language": entry.language,
        "book": entry.book,
        "enabled": entry.enabled,
    }


def _line(entry: Entry) -> str:
    """``12  典当  pinyin dian3 dang4  (word, zh, this book)``."""
    scope = "this book" if entry.book is not None else "all books"
    about = [entry.matching.value, entry.language, scope, "" if entry.enabled else "turned off"]
    said = f"{entry.kind.value} {entry.say}".strip()
    return f"{entry.number}  {entry.word}  {said}  ({', '.join(filter(None, about))})"


def _add(options: argparse.Namespace, library: Library) -> None:
    from reader.lexicon.checking import checked
    from reader.lexicon.entry import Entry, Kind, Matching

    if options.say and options.kind in _SAYING_NOTHING:
        raise LexiconError(
            options.word,
            f"“{options.say}” cannot be said: --as {options.kind} says nothing in its place.",
            f"Leave it out, or leave out --as {options.kind}.",
        )
    entry = checked(
        Entry(
            word=options.word,
            say=options.say,
            kind=Kind(options.kind),
            matching=Matching(options.match),
            language=options.language,
        )
    )
    entry = replace(entry, book=_shelved(options, library))
    [kept] = library.keep_pronunciations([entry]).entries
    if options.json:
        print_json(_document(kept))
    else:
        print(_line(kept))


def _remove(options: argparse.Namespace, library: Library) -> None:
    removed = library.remove_pronunciations(options.number)
    if options.json:
        print_json([_document(entry) for entry in removed])
    else:
        for entry in removed:
            print(f"Removed {_line(entry)}")
    gone = sorted(set(options.number) - {entry.number for entry in removed})
    if gone:
        raise LexiconError(
            ", ".join(map(str, gone)),
            "There is no entry of this number.",
            "Run: tingshu lexicon list",
        )
