"""``tingshu [BOOK] [--play]``: opens the window."""

from __future__ import annotations

import argparse
from pathlib import Path

from reader.errors import BookError, TingshuError


def configure(parser: argparse.ArgumentParser) -> None:
    """What may be said after ``tingshu``."""
    parser.add_argument("book", metavar="BOOK", nargs="?", type=Path, help="the book to open")
    parser.add_argument(
        "--play", action="store_true", help="begin to read aloud as soon as the book is open"
    )


def run(options: argparse.Namespace) -> int:
    """Open the window and wait until it is closed."""
    from reader.health.screen import has_screen

    if options.book is not None and not options.book.exists():
        raise BookError(
            str(options.book),
            "There is no such file.",
            "If you meant a command, tingshu --help lists them all.",
        )
    if not has_screen():
        raise TingshuError(
            "",
            "There is no screen to open the window on.",
            "Start Tingshu from a desktop, or read into a file: "
            "tingshu export BOOK -o OUT.wav --first 60",
        )
    from reader.ui import app

    return app.run(options.book, play=options.play)
