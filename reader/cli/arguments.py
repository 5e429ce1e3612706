"""Arguments that several commands take, with one name and one explanation."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path


class AnyOrder(argparse.ArgumentParser):
    """Takes arguments that are no options also behind an option, as people write them.

    The plain parser takes an argument that may be left out for left out, where an option stands
    before it.
    """

    _is_within = False

    def parse_known_args(  # type: ignore[override]  # one signature for three overloads
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """As the plain parser's, which the intermixed one calls in its turn."""
        if self._is_within:
            return super().parse_known_args(args, namespace)
        self._is_within = True
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self._is_within = False


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
