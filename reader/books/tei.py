"""TEI documents: editions of scholars and archives, P5 and the older P4."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from reader.background import CancelToken
from reader.books.assembly import assemble
from reader.books.blocks import read_page
from reader.books.chapters import Document
from reader.books.file_title import title_of
from reader.books.limits import Limits
from reader.books.markup import (
    XML_LANGUAGE,
    Element,
    decode_markup,
    local_name,
    parse_whole_xml,
    parse_xml,
    plain_text,
)
from reader.books.model import Book
from reader.books.notes import mark_notes
from reader.books.omissions import Omission
from reader.books.page import Reading
from reader.books.source import Progress, SourceInfo, identifier_of, read_within
from reader.books.tei_page import page_of
from reader.books.tei_people import People
from reader.errors import DamagedBook, EmptyBook
from reader.messages import message

_ROOT = re.compile(
    r"\A\s*(?:<\?[^>]*>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>|\s)*"
    r"<(?:[\w.-]+:)?(?:TEI|teiCorpus|TEI\.2|teiCorpus\.2)\b",
    re.DOTALL,
)
_TAGS_OF_THREE = {
    **{"eng": "en", "fra": "fr", "fre": "fr", "deu": "de", "ger": "de", "ita": "it", "spa": "es"},
    **{"por": "pt", "zho": "zh", "chi": "zh", "jpn": "ja", "rus": "ru", "pol": "pl", "ces": "cs"},
    **{"hun": "hu", "nld": "nl", "lat": "la", "grc": "grc", "ell": "el", "swe": "sv", "nor": "no"},
}
"""Codes of ISO 639-2 and -3 as TEI headers have them → BCP 47."""


class TeiImporter:
    """Reads one document; the heads of its divisions make the chapters."""

    def accepts(self, source: SourceInfo) -> bool:
        """Whether the first element is TEI's, after comments and declarations."""
        return b"TEI" in source.head and bool(_ROOT.match(decode_markup(source.head)))

    def read(
        self, source: SourceInfo, limits: Limits, progress: Progress, cancel: CancelToken
    ) -> Book:
        """Read the whole document."""
        identifier = identifier_of(source.path, cancel)
        progress(0.1)
        content = read_within(source, limits.member)
        whole = parse_whole_xml(content)
        root = parse_xml(content) if whole is None else whole
        if root is None:
            raise DamagedBook(
                source.name,
                message("It is damaged: its markup cannot be read."),
                message("Download or copy it again, or correct it with an XML editor."),
            )
        cancel.check()
        progress(0.4)
        people = People(root)
        documents: list[Document] = []
        for number, text in enumerate(_texts(root)):
            cancel.check()
            page = read_page(page_of(text, people), Reading())
            page.language = text.get(XML_LANGUAGE) or root.get(XML_LANGUAGE)
            documents.append(Document(name=f"text{number}" if number else "", page=page))
        if not any(document.page.blocks for document in documents):
            raise EmptyBook(
                source.name,
                message("There is no text in this document, only what describes it."),
                message("Get an edition with the text itself."),
            )
        mark_notes({document.name: document.page for document in documents})
        progress(0.9)
        omitted = Counter({Omission.BROKEN_MARKUP: int(whole is None)})
        for document in documents:
            omitted += document.page.omitted
        header = _Header(root)
        return assemble(
            documents=documents,
            entries=[],
            title=header.first("titleStmt", "title") or title_of(source.path),
            authors=header.all("titleStmt", "author"),
            metadata_language=header.language(),
            identifier=identifier,
            omitted=omitted,
            publisher=header.first("publicationStmt", "publisher"),
            date=header.first("sourceDesc", "date") or header.first("publicationStmt", "date"),
            series=header.first("seriesStmt", "title"),
        )


def _texts(root: Element) -> list[Element]:
    """The outermost texts: one of a document, one of each document of a corpus."""
    return [
        text
        for text in root.iter("{*}text")
        if not any(local_name(around) == "text" for around in text.iterancestors())
    ]


class _Header:
    """What the header tells of the document."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._header = next(root.iter("{*}teiHeader"), None)

    def first(self, section: str, name: str) -> str | None:
        """The first element `name` in the first `section` that holds words."""
        return next(iter(self.all(section, name)), None)

    def all(self, section: str, name: str) -> tuple[str, ...]:
        """Each once, as names are best written: that of the person, without numbers behind."""
        found = [self._words(element) for element in self._elements(section, name)]
        return tuple(dict.fromkeys(text for text in found if text))

    def language(self) -> str | None:
        """The tag of the text, or the first that the header lists."""
        text = next(self._root.iter("{*}text"), None)
        tags = [] if text is None else [text.get(XML_LANGUAGE)]
        tags += [self._root.get(XML_LANGUAGE)]
        tags += [each.get("ident") for each in self._elements("langUsage", "language")]
        tag = next((tag.strip() for tag in tags if tag and tag.strip()), None)
        return None if tag is None else _TAGS_OF_THREE.get(tag.lower(), tag)

    def _elements(self, section: str, name: str) -> Iterator[Element]:
        if self._header is None:
            return
        for part in self._header.iter(f"{{*}}{section}"):
            yield from part.iter(f"{{*}}{name}")
            return

    def _words(self, element: Element) -> str:
        name = element.find("{*}persName")
        return plain_text(element if name is None else name) or element.get("when") or ""
