"""What files say about themselves, in the words that players and libraries look for.

Audiobookshelf takes the composer for the narrator, the album for the title of the book and the
show or series for its series; so do most others. MP4 keeps no publisher, and its language is that
of the sound; MP3, Opus and FLAC keep everything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.export.products.dates import date_of
from reader.export.products.languages import language_code
from reader.export.products.product import Edition
from reader.export.sections import Section

Tags = dict[str, str]

_GENRE = "Audiobook"


def book_tags(edition: Edition) -> Tags:
    """The tags of a file that is the whole book; none is empty."""
    book = edition.book
    title, authors = _plain(book.title), _plain(", ".join(book.authors))
    tags = {
        "title": title,
        "album": title,
        "artist": authors,
        "album_artist": authors,
        "composer": _plain(", ".join(edition.narrators)),
        "genre": _GENRE,
        "date": date_of(book) or "",
        "publisher": _plain(book.publisher or ""),
        "language": language_code(book.language),
        "series": _plain(book.series or ""),
    }
    return {name: value for name, value in tags.items() if value}


def chapter_tags(edition: Edition, section: Section, title: str) -> Tags:
    """The tags of a file that is one section of the book, with its `title`."""
    track, tracks = track_of(edition, section)
    return {**book_tags(edition), "title": title, "track": f"{track}/{tracks}"}


def unique_titles(edition: Edition) -> list[str]:
    """What each section's file is titled: the section's title, with a number behind it where
    another section or the book has the same; players that see two of one title, or one of the
    book's, do not believe in any.
    """
    titles = [_plain(each.title) or str(each.number + 1) for each in edition.sections]
    often = Counter([_plain(edition.book.title).casefold(), *map(str.casefold, titles)])
    numbers = Counter[str]()
    unique: list[str] = []
    for title in titles:
        key, numbered = title.casefold(), title
        while often[numbered.casefold()] > (numbered == title):
            numbers[key] += 1
            numbered = f"{title} ({numbers[key]})"
        often[numbered.casefold()] += numbered != title
        unique.append(numbered)
    return unique


def track_of(edition: Edition, section: Section) -> tuple[int, int]:
    """The number of a section's file, and how many there are if every chapter is read.

    A chapter has the same number whichever others are read, so that parts of a book that are
    exported one after the other are in order. An announcement at the beginning comes before all.
    """
    opening = _leading(edition.sections)
    closing = 1 if edition.sections[-1].chapter is None and len(edition.sections) > opening else 0
    chapters = len(edition.book.chapters)
    total = opening + chapters + closing
    if section.chapter is not None:
        return opening + section.chapter + 1, total
    return (section.number + 1 if section.number < opening else total), total


def _leading(sections: Sequence[Section]) -> int:
    """How many announcements come before the first chapter."""
    return next(
        (number for number, each in enumerate(sections) if each.chapter is not None),
        len(sections),
    )


def _plain(text: str) -> str:
    """`text` on one line, without what no tag can hold."""
    return " ".join(text.replace("\0", " ").encode("utf-8", "ignore").decode().split())
