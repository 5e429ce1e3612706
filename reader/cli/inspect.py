"""``tingshu inspect``: what a book is."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from reader.cli.arguments import add_book
from reader.cli.terminal import print_json

if TYPE_CHECKING:
    from reader.books.model import Book


def configure(parser: argparse.ArgumentParser) -> None:
    """What may be said after ``tingshu inspect``."""
    parser.description = (
        "Shows a book's title, authors, language and chapters, and what had to be left out."
    )
    add_book(parser)
    parser.add_argument(
        "--json",
        action="store_true",
        help="one JSON document: title, authors, language, "
        "series (null if it tells of none), chapters [{title, level, blocks, characters}], "
        "pronunciations (how many the book brings along), warnings",
    )


def run(options: argparse.Namespace) -> int:
    """Read the book and describe it."""
    from reader.books.registry import read_book

    book = read_book(options.book)
    if options.json:
        print_json(_document(book))
    else:
        _describe(book)
    return 0


def _document(book: Book) -> dict[str, object]:
    return {
        "title": book.title,
        "authors": list(book.authors),
        "language": book.language,
        "chapters": [
            {
                "title": chapter.title,
                "level": chapter.level,
                "blocks": len(chapter.blocks),
                "characters": len(chapter.text),
            }
            for chapter in book.chapters
        ],
        "series": book.series,
        "pronunciations": len(book.pronunciations),
        "warnings": list(book.warnings),
    }


def _describe(book: Book) -> None:
    print(f"Title:    {book.title}")
    print(f"Authors:  {', '.join(book.authors) or '(unknown)'}")
    if book.series:
        print(f"Series:   {book.series}")
    print(f"Language: {book.language}")
    print(f"Chapters: {len(book.chapters)}, {book.characters:,} characters")
    for number, chapter in enumerate(book.chapters, 1):
        indent = "  " * chapter.level
        print(f"{number:4}{indent}{chapter.title} ({len(chapter.text):,} characters)")
    if book.pronunciations:
        print(f"Pronunciations: {len(book.pronunciations):,}")
    for warning in book.warnings:
        print(f"Warning: {warning}")
