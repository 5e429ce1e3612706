"""The files of a read-along book by name, and the lists of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reader.books.model import Book
from reader.export.products.cover import Picture
from reader.export.products.product import Edition
from reader.export.readalong.contents import Contents, Entry
from reader.export.readalong.identity import one_line, title_of
from reader.export.readalong.package import Item
from reader.export.readalong.words import Words

PACKAGE = "package.opf"
NAVIGATION = "nav.xhtml"
NCX = "toc.ncx"
STYLE_SHEET = "style.css"
TITLE_PAGE = "title.xhtml"
CLOSING_PAGE = "end.xhtml"

HELPERS = (
    Item(
        identifier="nav",
        address=NAVIGATION,
        media_type="application/xhtml+xml",
        properties="nav",
    ),
    Item(identifier="ncx", address=NCX, media_type="application/x-dtbncx+xml"),
    Item(identifier="style", address=STYLE_SHEET, media_type="text/css"),
)
"""What no one reads but programs."""


def page_of(chapter: int, chapters: int) -> str:
    """The page of the chapter of this index, one of so many."""
    return f"chapter-{chapter + 1:0{max(3, len(str(chapters)))}d}.xhtml"


def sound_of(page: str) -> str:
    """The file that holds the sound of a page."""
    return f"{_stem(page)}.mp3"


def overlay_of(page: str) -> str:
    """The file that binds a page to its sound."""
    return f"{_stem(page)}.smil"


def items_of(page: str, durations: Mapping[str, int]) -> Iterator[Item]:
    """A page, and its overlay and sound if it is among those of these `durations`."""
    stem = _stem(page)
    duration = durations.get(page)
    spoken = duration is not None
    yield Item(
        identifier=stem,
        address=page,
        media_type="application/xhtml+xml",
        overlay=f"{stem}-overlay" if spoken else None,
        read=True,
    )
    if spoken:
        yield Item(
            identifier=f"{stem}-overlay",
            address=overlay_of(page),
            media_type="application/smil+xml",
            duration=duration,
        )
        yield Item(identifier=f"{stem}-sound", address=sound_of(page), media_type="audio/mpeg")


def cover_item(cover: Picture) -> Item:
    """The picture on the front."""
    return Item(
        identifier="cover",
        address=f"cover{cover.ending}",
        media_type=cover.media_type,
        properties="cover-image",
    )


def chapter_title(book: Book, number: int) -> str:
    """What the contents call the chapter of this index; never empty."""
    return one_line(book.chapters[number].title) or str(number + 1)


def contents_of(
    edition: Edition,
    words: Words,
    chapters: Sequence[str],
    printed: Mapping[str, Sequence[Entry]],
) -> Contents:
    """The contents, of the pages of the `chapters` and the `printed` pages that begin on each."""
    book = edition.book
    entries = [
        Entry(title=chapter_title(book, number), address=page, level=book.chapters[number].level)
        for number, page in enumerate(chapters)
    ]
    return Contents(
        title=title_of(book),
        language=book.language,
        words=words,
        entries=entries or [Entry(title=title_of(book), address=TITLE_PAGE)],
        pages=[page for chapter in chapters for page in printed[chapter]],
        title_page=TITLE_PAGE,
        beginning=chapters[0] if chapters else TITLE_PAGE,
    )


def _stem(page: str) -> str:
    return page.removesuffix(".xhtml")
