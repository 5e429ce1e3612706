"""The package document: what the book is, what files it has, and in what order they are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from reader.export.pages.markup import element, escaped, language_tag, usual_direction
from reader.export.products.dates import date_of
from reader.export.products.product import Edition
from reader.export.readalong.identity import (
    identifier_of,
    languages_of,
    names,
    one_line,
    title_of,
)
from reader.export.readalong.overlay import clock
from reader.export.readalong.style import ACTIVE_CLASS
from reader.export.readalong.words import Words

_MARC = "marc:relators"


@dataclass(frozen=True, kw_only=True)
class Item:
    """A file of the book.

    `properties` are those of its manifest entry; `overlay` is the id of the overlay of a page,
    `duration` that of an overlay in milliseconds. What is `read` lies in the spine.
    """

    identifier: str
    address: str
    media_type: str
    properties: str | None = None
    overlay: str | None = None
    duration: int | None = None
    read: bool = False


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is known of the book once all of it is made.

    `is_spoken` says whether every chapter is, `has_pages` whether printed pages are marked.
    """

    words: Words
    modified: datetime
    is_spoken: bool
    has_pages: bool


def package(edition: Edition, items: Sequence[Item], facts: Facts) -> str:
    """The OPF document; the order of `items` is that of reading."""
    book = edition.book
    tag = language_tag(book.language)
    language = f' xml:lang="{tag}"' if tag else ""
    metadata = "\n".join([*_bibliography(edition, facts), *_speech(edition, items)])
    metadata += "\n" + "\n".join(_accessibility(items, facts))
    manifest = "\n".join(
        element(
            "item",
            id=item.identifier,
            href=item.address,
            media_type=item.media_type,
            properties=item.properties,
            media_overlay=item.overlay,
        )
        for item in items
    )
    spine = "\n".join(element("itemref", idref=item.identifier) for item in items if item.read)
    progression = "rtl" if usual_direction(book.language) == "rtl" else None
    order = element("spine", f"\n{spine}\n", toc="ncx", page_progression_direction=progression)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"'
        f"{language}>\n"
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        f"{metadata}\n</metadata>\n{element('manifest', f'{chr(10)}{manifest}{chr(10)}')}\n"
        f"{order}\n</package>\n"
    )


def _bibliography(edition: Edition, facts: Facts) -> Iterator[str]:
    book = edition.book
    yield element("dc:identifier", escaped(identifier_of(edition)), id="id")
    yield _meta("dcterms:modified", facts.modified.strftime("%Y-%m-%dT%H:%M:%SZ"))
    yield element("dc:title", escaped(title_of(book)))
    for language in languages_of(book):
        yield element("dc:language", language)
    for number, author in enumerate(names(*book.authors), 1):
        yield element("dc:creator", escaped(author), id=f"author{number}")
        yield _meta("role", "aut", refines=f"#author{number}", scheme=_MARC)
    for number, narrator in enumerate(names(*edition.narrators), 1):
        yield element("dc:contributor", escaped(narrator), id=f"narrator{number}")
        yield _meta("role", "nrt", refines=f"#narrator{number}", scheme=_MARC)
    publisher = one_line(book.publisher or "")
    if publisher:
        yield element("dc:publisher", escaped(publisher))
    date = date_of(book)
    if date is not None:
        yield element("dc:date", date)
    series = one_line(book.series or "")
    if series:
        yield _meta("belongs-to-collection", series, id="series")
        yield _meta("collection-type", "series", refines="#series")


def _speech(edition: Edition, items: Sequence[Item]) -> Iterator[str]:
    overlays = [item for item in items if item.duration is not None]
    if not overlays:
        return
    for item in overlays:
        yield _meta("media:duration", clock(item.duration or 0), refines=f"#{item.identifier}")
    yield _meta("media:duration", clock(sum(item.duration or 0 for item in overlays)))
    for narrator in names(*edition.narrators):
        yield _meta("media:narrator", narrator)
    yield _meta("media:active-class", ACTIVE_CLASS)


def _accessibility(items: Sequence[Item], facts: Facts) -> Iterator[str]:
    has_speech = any(item.duration is not None for item in items)
    yield _meta("schema:accessMode", "textual")
    if has_speech:
        yield _meta("schema:accessMode", "auditory")
        yield _meta("schema:accessModeSufficient", "textual,auditory")
    yield _meta("schema:accessModeSufficient", "textual")
    if has_speech and facts.is_spoken:
        yield _meta("schema:accessModeSufficient", "auditory")
    features = ["structuralNavigation", "tableOfContents", "readingOrder", "unlocked"]
    features += ["displayTransformability"]
    features += ["synchronizedAudioText"] if has_speech else []
    features += ["printPageNumbers", "pageNavigation"] if facts.has_pages else []
    for feature in features:
        yield _meta("schema:accessibilityFeature", feature)
    yield _meta("schema:accessibilityHazard", "none")
    summary = facts.words.summary
    if not facts.is_spoken:
        summary = f"{summary} {facts.words.partly}"
    yield _meta("schema:accessibilitySummary", summary)


def _meta(name: str, value: str, **attributes: str) -> str:
    return element("meta", escaped(value), property=name, **attributes)
