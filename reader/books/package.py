"""An EPUB's package document: who wrote it, and which documents are read in which order."""

from __future__ import annotations

import posixpath
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reader.books.container import Container
from reader.books.lexicons import MEDIA_TYPE
from reader.books.markup import Element, parse_xml
from reader.books.omissions import Omission
from reader.errors import DamagedBook, UnsupportedBook
from reader.messages import message

_TEXT_ENDINGS = (".xhtml", ".html", ".htm")


@dataclass(frozen=True, kw_only=True)
class SpineItem:
    """A document in the reading order; `linear` is False for what is read only on demand."""

    member: str
    linear: bool = True


@dataclass(frozen=True, kw_only=True)
class Package:
    """What the package document says; members are names in the zip.

    `lexicons` are those of how words are pronounced (PLS).
    """

    title: str
    authors: tuple[str, ...]
    language: str | None
    date: str | None
    publisher: str | None
    spine: tuple[SpineItem, ...]
    nav: str | None
    ncx: str | None
    cover: tuple[str, str] | None
    series: str | None = None
    lexicons: tuple[str, ...] = ()
    omitted: Counter[Omission] = field(default_factory=Counter)


def read_package(path: Path, container: Container) -> Package:
    """Read the package of the EPUB at `path`, already open as `container`.

    Raises :class:`~reader.errors.UnsupportedBook` where the zip is another kind of file and
    :class:`~reader.errors.DamagedBook` where the package document is missing.
    """
    member = _package_member(container)
    root = parse_xml(container.read(member))
    if root is None:
        raise DamagedBook(
            container.name,
            message("Its package document “{member}” cannot be read.", member=member),
            message("Download or copy the book again, or repair it with an EPUB editor."),
        )
    from reader.books.mending import MendedReader, mend

    mended = mend(root, posixpath.dirname(member), container)
    book: Any = MendedReader(str(path), mended.package).load()
    types = {item.member: item.media_type for item in mended.items}
    return Package(
        title=_first(book, "title") or "",
        authors=_authors(book),
        language=_first(book, "language"),
        date=_date(book),
        publisher=_first(book, "publisher"),
        spine=_spine(book, [i.member for i in mended.items if i.is_text], mended.nav, container),
        nav=mended.nav,
        ncx=mended.ncx,
        cover=(mended.cover, types[mended.cover]) if mended.cover else None,
        series=_series(root),
        lexicons=tuple(item.member for item in mended.items if item.media_type == MEDIA_TYPE),
        omitted=mended.omitted,
    )


def _package_member(container: Container) -> str:
    """The first package document that the container names, or else the first there is."""
    listed = container.find("META-INF/container.xml")
    root = parse_xml(container.read(listed)) if listed else None
    if root is not None:
        for rootfile in root.iter("{*}rootfile", "rootfile"):
            member = container.find(rootfile.get("full-path") or "")
            if member is not None:
                return member
    packages = [name for name in container.names if name.lower().endswith(".opf")]
    if packages:
        return packages[0]
    if listed or container.find("mimetype"):
        raise DamagedBook(
            container.name,
            message("Its package document (the list of its chapters) is missing."),
            message("Download or copy the book again."),
        )
    raise UnsupportedBook(container.name, *_what_zip(container))


def _what_zip(container: Container) -> tuple[str, str]:
    """(reason, remedy) for a zip file that is no EPUB."""
    as_text = message("Save it as plain text, HTML or EPUB, then open that.")
    as_html = message("Save it as HTML, then open that.")
    as_either = message("Save it as plain text or HTML, then open that.")
    kinds = {
        "word/document.xml": (message("a Word document"), as_text),
        "xl/workbook.xml": (message("a spreadsheet"), as_html),
        "ppt/presentation.xml": (message("a presentation"), as_either),
        "content.xml": (message("an OpenDocument file"), as_text),
    }
    for member, (kind, remedy) in kinds.items():
        if container.find(member):
            return message("This is {kind}, not an e-book.", kind=kind), remedy
    return (
        message("This is a zip archive, not an EPUB book."),
        message("Unpack it and open the book inside (EPUB, HTML or plain text)."),
    )


def _spine(
    book: Any,  # noqa: ANN401 - EbookLib brings no types
    texts: list[str],
    nav: str | None,
    container: Container,
) -> tuple[SpineItem, ...]:
    """The reading order; without one, all text documents as they are listed or packed."""
    members = {item.get_id(): item.get_name() for item in book.get_items()}
    spine = tuple(
        SpineItem(member=members[identifier], linear=linear != "no")
        for identifier, linear in book.spine
    )
    if spine:
        return spine
    packed = [name for name in container.names if name.lower().endswith(_TEXT_ENDINGS)]
    listed = [name for name in texts or packed if name != nav]
    return tuple(SpineItem(member=name) for name in listed)


def _values(book: Any, name: str) -> list[tuple[str, dict[str, str]]]:  # noqa: ANN401
    return [(value, extra) for value, extra in book.get_metadata("DC", name) if value]


def _first(book: Any, name: str) -> str | None:  # noqa: ANN401
    return next((value for value, _ in _values(book, name)), None)


def _date(book: Any) -> str | None:  # noqa: ANN401
    """The date of publication; calibre writes the year 101 where it knows none."""
    date = _first(book, "date")
    return None if date is None or date.startswith("0101-") else date


def _authors(book: Any) -> tuple[str, ...]:  # noqa: ANN401
    """The creators; translators, illustrators and the like only where there is nobody else."""
    people = [
        (name, next((v for k, v in extra.items() if k.endswith("role")), "aut"))
        for name, extra in _values(book, "creator")
    ]
    writers = [name for name, role in people if role == "aut"]
    return tuple(dict.fromkeys(writers or [name for name, _ in people]))


def _series(root: Element) -> str | None:
    """The series that the book belongs to; a mere set, or a collection of no kind, is none."""
    metas = list(root.iter("{*}meta"))
    series = {
        meta.get("refines", "").strip().lstrip("#")
        for meta in metas
        if meta.get("property") == "collection-type" and _text(meta).lower() == "series"
    }
    for meta in metas:
        if meta.get("property") == "belongs-to-collection" and meta.get("id") in series:
            return _text(meta) or None
    told = (meta.get("content") for meta in metas if meta.get("name") == "calibre:series")
    return next((" ".join(name.split()) for name in told if name and name.strip()), None)


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
