"""DAISY's own test books, where they are at hand.

They are published at https://epubtest.org/test-books and are not part of the checkout. The
folder that holds them is named by ``TINGSHU_DAISY_BOOKS``, or lies beside the checkout.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from reader.books.model import Book
from reader.books.registry import read_book
from reader.narration.narrator import Narrator
from reader.narration.passage import Passage
from reader.narration.skipping import Skipping
from reader.narration.timeline import Timeline
from reader.narration.utterance import Utterance
from tests.accessibility.conformance.rows import ROOT

BESIDE = ROOT.parent / "shared" / "corpora" / "epub" / "daisy+epub-accessibility-tests"

DESCRIPTION = (
    "Moby Dick with a sailor in his mouth and several with harpoons hanging on him and their "
    "ship in the background"
)
"""What the picture of two of the books shows."""


def the_book(title: str) -> Book:
    """The test book whose title ends with `title`; skips the test where it is not at hand."""
    found = next((book for book in _books() if book.title.endswith(title)), None)
    if found is None:
        pytest.skip(f"DAISY's test book {title!r} is not at hand")
    return found


def chapter_of(book: Book, title: str) -> int:
    """The number of the chapter called `title`."""
    return next(n for n, chapter in enumerate(book.chapters) if chapter.title == title)


def heard(book: Book, skipping: Skipping | None = None) -> Iterator[tuple[Passage, Utterance]]:
    """Every passage that is read, with what is said for it, in order."""
    timeline, narrator = Timeline(book, skipping), Narrator(book)
    passage = timeline.first()
    while passage is not None:
        yield passage, narrator.utterance(passage)
        passage = timeline.next_sentence(passage)


def sentences(book: Book, skipping: Skipping | None = None) -> list[str]:
    """Every sentence that is read, in order."""
    return [
        book.chapters[passage.chapter].text[passage.start : passage.end]
        for passage, _ in heard(book, skipping)
    ]


@cache
def _books() -> tuple[Book, ...]:
    folder = Path(os.environ.get("TINGSHU_DAISY_BOOKS", BESIDE))
    return tuple(read_book(file) for file in sorted(folder.glob("*.epub")))
