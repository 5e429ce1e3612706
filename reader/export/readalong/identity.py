"""What a book is called and by whom it is, as its package says."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5

from reader.books.model import Book
from reader.export.pages.markup import clean, language_tag
from reader.export.products.product import Edition


def identifier_of(edition: Edition) -> str:
    """A URN that is the same whenever the same is exported from the same book."""
    chapters = [str(section.chapter) for section in edition.sections]
    told = "\n".join((edition.book.identifier, *edition.narrators, *chapters))
    return uuid5(NAMESPACE_URL, f"tingshu:readalong:{clean(told)}").urn


def title_of(book: Book) -> str:
    """The title in one line; never empty."""
    return one_line(book.title) or "…"


def names(*written: str) -> tuple[str, ...]:
    """The names that say something, each once, in one line."""
    return tuple(dict.fromkeys(filter(None, map(one_line, written))))


def languages_of(book: Book) -> tuple[str, ...]:
    """The languages of the text, the main one first."""
    return tuple(dict.fromkeys(_languages(book)))


def one_line(text: str) -> str:
    """`text` with single blanks, and without what XML refuses."""
    return " ".join(clean(text).replace("\u2028", " ").split())


def _languages(book: Book) -> Iterator[str]:
    yield language_tag(book.language) or "und"
    for chapter in book.chapters:
        for block in chapter.blocks:
            for tag in (block.language, *(run.language for run in block.runs)):
                known = language_tag(tag)
                if known is not None:
                    yield known
