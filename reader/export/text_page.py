"""A chapter's text as a page, with an element for every sentence that is spoken.

All of the chapter stands there, spoken or not. The page comes in two dialects, for EPUB 3 and
for DAISY 2.02; what the older one has no element for is a class of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.books.model import Chapter
from reader.export.pages.document import document
from reader.export.pages.links import Links
from reader.export.pages.markup import Dialect
from reader.export.pages.page import Group, PrintedPage, TextPage
from reader.export.pages.writer import PageWriter

__all__ = ["Dialect", "Group", "Links", "PrintedPage", "TextPage", "document", "text_page"]


def text_page(
    chapter: Chapter,
    ranges: Sequence[tuple[int, int]],
    *,
    dialect: Dialect,
    links: Links,
    language: str,
) -> TextPage:
    """The page of `chapter` with an id for each of `ranges`, rising ranges of its text.

    `language` is the page's own; what is in another says so. Ids are ``s1``, ``s2`` … for the
    ranges, ``b1`` … for blocks, ``g1`` … for groups and ``page1`` … for printed pages.
    """
    return PageWriter(chapter, ranges, dialect, links, language).page()
