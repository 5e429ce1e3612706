"""Arguments that several commands take, with one name and one explanation."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_book(parser: argparse.ArgumentParser) -> None:
    """``BOOK``: the book that the command is about."""
    parser.add_argument("book", metavar="BOOK", type=Path, help="an EPUB, HTML, TEI or text file")


def add_text_file(parser: argparse.ArgumentParser) -> None:
    """``FILE``: the text that goes through the command; standard input if not given."""
    parser.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        default="-",
        help="a text file in UTF-8; - or nothing for standard input",
    )


def add_voice(parser: argparse.ArgumentParser) -> None:
    """``--voice``: who speaks."""
    parser.add_argument(
        "--voice", metavar="V", help="the name of a voice, for the languages that it speaks"
    )
