"""HTML and XHTML files on their own."""

from __future__ import annotations

import re
from collections import Counter

from reader.background import CancelToken
from reader.books.assembly import assemble
from reader.books.blocks import read_page
from reader.books.chapters import Document
from reader.books.file_title import title_of
from reader.books.limits import Limits
from reader.books.markup import Element, attribute, decode_markup, local_name, parse_document
from reader.books.model import Book
from reader.books.notes import mark_notes
from reader.books.omissions import Omission
from reader.books.page import Page, Reading
from reader.books.source import Progress, SourceInfo, identifier_of, read_within
from reader.books.style_sheets import StyleSheets
from reader.errors import EmptyBook
from reader.messages import message

_SIGNS = re.compile(
    r"<!doctype\s+html|<(?:html|head|body|title|meta|p|div|h[1-6]|article|section)\b[^<]*>",
    re.IGNORECASE,
)
_BEFORE_MARKUP = re.compile(r"\A\s*(?:<\?xml[^>]*>|<!--.*?-->|\s)*", re.DOTALL)


class HtmlImporter:
    """Reads one page; its headings make the chapters."""

    def accepts(self, source: SourceInfo) -> bool:
        """Whether the file begins with HTML's own tags, after comments and declarations."""
        head = decode_markup(source.head)
        begin = _BEFORE_MARKUP.match(head)
        rest = head[begin.end() if begin else 0 :]
        return bool(_SIGNS.match(rest))

    def read(
        self, source: SourceInfo, limits: Limits, progress: Progress, cancel: CancelToken
    ) -> Book:
        """Read the whole page."""
        identifier = identifier_of(source.path, cancel)
        progress(0.1)
        root = parse_document(read_within(source, limits.member))
        cancel.check()
        page = _page(root) if root is not None else None
        if root is None or page is None or not page.blocks:
            raise EmptyBook(
                source.name,
                message("There is no text in this page."),
                message(
                    "If it shows text in a browser, save it there as a complete page and open that."
                ),
            )
        # Links within the page lead to "#id"; the document has no name of its own.
        mark_notes({"": page})
        progress(0.9)
        meta = {
            (attribute(element, "name") or attribute(element, "property")).lower(): (
                element.get("content") or ""
            ).strip()
            for element in root.iter()
            if local_name(element) == "meta"
        }
        author = meta.get("author") or meta.get("dc.creator") or meta.get("article:author")
        return assemble(
            documents=[Document(name="", page=page)],
            entries=[],
            title=page.title or meta.get("og:title") or title_of(source.path),
            metadata_language=page.language or meta.get("dc.language"),
            identifier=identifier,
            omitted=Counter[Omission](page.omitted),
            authors=(author,) if author else (),
            date=meta.get("date") or meta.get("dc.date") or None,
            publisher=meta.get("dc.publisher") or None,
        )


def _page(root: Element) -> Page:
    """The page, styled by what is written in it; files that lie beside it are not looked at."""
    return read_page(root, Reading(aloud=StyleSheets().aloud(root)))
