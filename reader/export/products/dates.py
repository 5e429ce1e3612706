"""When a book was published, as far as it says so in a way that can be relied on."""

from __future__ import annotations

import re
from datetime import date

from reader.books.model import Book

_DATE = re.compile(r"(?<!\d)(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?!\d)", re.ASCII)


def date_of(book: Book) -> str | None:
    """The year, month or day of publication in the form of ISO 8601: the first that the book
    tells, None where there is no such day.
    """
    found = _DATE.search(book.date or "")
    if found is None:
        return None
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        date(year, month, day)
    except ValueError:
        return None
    return found[0]
