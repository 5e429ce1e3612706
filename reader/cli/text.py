"""``tingshu text``: the text of a book as it will be read."""

from __future__ import annotations

import argparse

from reader.cli.arguments import add_book
from reader.errors import BookError


def configure(parser: argparse.ArgumentParser) -> None:
    """What may be said after ``tingshu text``."""
    parser.description = (
        "Prints the text of a book as it will be read: one block (paragraph, heading, list "
        "item, table row, note …) a line, in order."
    )
    add_book(parser)
    parser.add_argument(
        "--chapter", metavar="N", type=int, help="only the chapter of this number, from 1"
    )


def run(options: argparse.Namespace) -> int:
    """Read the book and print its blocks."""
    from reader.books.model import LINE_BREAK
    from reader.books.registry import read_book

    book = read_book(options.book)
    chapters = book.chapters
    if options.chapter is not None:
        if not 1 <= options.chapter <= len(chapters):
            raise BookError(
                str(options.book),
                f"There is no chapter {options.chapter}.",
                f"The book has the chapters 1 to {len(chapters)}.",
            )
        chapters = chapters[options.chapter - 1 : options.chapter]
    for chapter in chapters:
        for block in chapter.blocks:
            print(block.text.replace(LINE_BREAK, " "))
    return 0
