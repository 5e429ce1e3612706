"""DAISY's own test books, where they are at hand.

They are published at https://epubtest.org/test-books and are not part of the checkout. The
folder that holds them is named by ``TINGSHU_DAISY_BOOKS``, or lies beside the checkout.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from reader.books.model import Book
from reader.books.registry import read_book
from tests.accessibility.conformance.rows import ROOT

BESIDE = ROOT.parent / "shared" / "corpora" / "epub" / "daisy+epub-accessibility-tests"


def the_book(title: str) -> Book:
    """The test book whose title ends with `title`; skips the test where it is not at hand."""
    found = next((book for book in _books() if book.title.endswith(title)), None)
    if found is None:
        pytest.skip(f"DAISY's test book {title!r} is not at hand")
    return found


@cache
def _books() -> tuple[Book, ...]:
    folder = Path(os.environ.get("TINGSHU_DAISY_BOOKS", BESIDE))
    return tuple(read_book(file) for file in sorted(folder.glob("*.epub")))
