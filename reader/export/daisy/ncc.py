"""The Navigation Control Center: what a player lists, and what it tells about the book."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

import reader
from reader.books.model import Book
from reader.export.daisy.clock import clock
from reader.export.pages.document import document
from reader.export.pages.markup import Dialect, element, escaped, language_tag
from reader.export.products.dates import date_of

FORMAT = "Daisy 2.02"
GENERATOR = f"Tingshu {reader.__version__}"
DEEPEST = 6
"""Levels of headings there are."""

Kind = Literal["heading", "page-normal", "page-front", "page-special", "noteref"]

_ROMAN = re.compile(
    r"(?=[mdclxvi])m*(?:d?c{0,3}|c[dm])(?:l?x{0,3}|x[lc])(?:v?i{0,3}|i[vx])", re.IGNORECASE
)
_NUMBER = re.compile(r"\d{1,9}", re.ASCII)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A line of the list: where it leads (``file#id`` of a par) and its words."""

    kind: Kind
    text: str
    target: str
    level: int = 0


@dataclass(frozen=True, kw_only=True)
class Contents:
    """The list: the book's title first, levels without a jump."""

    entries: Sequence[Entry]

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Contents:
        """`entries`, the title first, with headings raised where they would leave a level out."""
        listed: list[Entry] = []
        before = 0
        for entry in entries:
            if entry.kind == "heading":
                before = min(entry.level, before + 1, DEEPEST)
                listed.append(replace(entry, level=before))
            else:
                listed.append(entry)
        return cls(entries=listed)

    def count(self, *kinds: Kind) -> int:
        """How many entries of these kinds there are."""
        return sum(entry.kind in kinds for entry in self.entries)

    @property
    def depth(self) -> int:
        """The deepest level of a heading."""
        return max(entry.level for entry in self.entries)

    @property
    def highest_page(self) -> int:
        """The highest number of a normal page; 0 if there is none."""
        pages = (int(each.text) for each in self.entries if each.kind == "page-normal")
        return max(pages, default=0)


def page_kind(label: str) -> Kind:
    """Numbers are normal pages, Roman ones stand in front, all else is special."""
    if _NUMBER.fullmatch(label):
        return "page-normal"
    return "page-front" if _ROMAN.fullmatch(label) else "page-special"


def shared_metas(book: Book) -> dict[str, str]:
    """What every file of the book says about it."""
    return {
        "dc:title": title_of(book),
        "dc:identifier": book.identifier,
        "dc:format": FORMAT,
        "ncc:generator": GENERATOR,
    }


def title_of(book: Book) -> str:
    """The title, which must not be empty."""
    return " ".join(book.title.split()) or "Untitled"


def ncc_document(
    book: Book,
    contents: Contents,
    *,
    narrators: Sequence[str],
    made: date,
    seconds: int,
    files: int,
    kilobytes: int,
) -> str:
    """The NCC of a book of `files` files (itself among them), as large and long as that."""
    metas = [
        *shared_metas(book).items(),
        *(("dc:creator", author) for author in book.authors or ("Unknown",)),
        ("dc:date", made.isoformat()),
        ("dc:language", language_tag(book.language) or "und"),
        ("dc:publisher", book.publisher or "Tingshu"),
        *_source(book),
        *(("ncc:narrator", narrator) for narrator in narrators),
        ("ncc:producedDate", made.isoformat()),
        ("ncc:charset", "utf-8"),
        ("ncc:multimediaType", "audioFullText"),
        ("ncc:setInfo", "1 of 1"),
        ("ncc:totalTime", clock(seconds)),
        ("ncc:files", str(files)),
        ("ncc:kByteSize", str(kilobytes)),
        ("ncc:depth", str(contents.depth)),
        ("ncc:tocItems", str(len(contents.entries))),
        ("ncc:pageFront", str(contents.count("page-front"))),
        ("ncc:pageNormal", str(contents.count("page-normal"))),
        ("ncc:pageSpecial", str(contents.count("page-special"))),
        ("ncc:maxPageNormal", str(contents.highest_page)),
        ("ncc:footnotes", str(contents.count("noteref"))),
        ("ncc:sidebars", "0"),
        ("ncc:prodNotes", "0"),
    ]
    head = "".join(element("meta", name=name, content=value) + "\n" for name, value in metas)
    return document(
        title_of(book),
        _list(contents.entries),
        dialect=Dialect.DAISY,
        language=book.language,
        head=head,
    )


def _source(book: Book) -> Iterable[tuple[str, str]]:
    """What is known about the edition the talking book was made from."""
    if published := date_of(book):
        yield "ncc:sourceDate", published
    if book.publisher:
        yield "ncc:sourcePublisher", book.publisher
    yield "ncc:sourceTitle", title_of(book)


def _list(entries: Sequence[Entry]) -> str:
    return "\n".join(_line(number, entry) for number, entry in enumerate(entries))


def _line(number: int, entry: Entry) -> str:
    link = element("a", escaped(" ".join(entry.text.split())), href=entry.target)
    identifier = f"n{number + 1:04}"
    if entry.kind == "heading":
        kind = "title" if number == 0 else None
        return element(f"h{entry.level}", link, class_=kind, id=identifier)
    return element("span", link, class_=entry.kind, id=identifier)
