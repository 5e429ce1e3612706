"""The contents of a read-along book: for today's readers (nav) and for older ones (NCX)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.export.pages.markup import element, escaped, language_tag
from reader.export.readalong.words import Words
from reader.export.text_page import Dialect, document


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A line of the contents: `address` is the page it leads to, `level` counts from 1."""

    title: str
    address: str
    level: int = 1


@dataclass(frozen=True, kw_only=True)
class Contents:
    """All that leads into the book; `pages` are the printed ones, `beginning` where text begins."""

    title: str
    language: str
    words: Words
    entries: Sequence[Entry]
    pages: Sequence[Entry]
    title_page: str
    beginning: str


def navigation(contents: Contents, *, style: str) -> str:
    """The EPUB navigation document; `style` is the address of the style sheet."""
    words = contents.words
    tree = element("h1", escaped(words.contents)) + "\n" + _tree(contents.entries)
    parts = [element("nav", tree, epub__type="toc", role="doc-toc")]
    places = [("titlepage", words.title_page, contents.title_page)]
    places += [("bodymatter", words.beginning, contents.beginning)]
    items = "\n".join(
        element("li", element("a", escaped(label), epub__type=kind, href=address))
        for kind, label, address in places
    )
    landmarks = element("h2", escaped(words.landmarks)) + "\n" + element("ol", items)
    parts.append(element("nav", landmarks, epub__type="landmarks", hidden="hidden"))
    if contents.pages:
        items = "\n".join(element("li", _link(page)) for page in contents.pages)
        pages = element("h2", escaped(words.pages)) + "\n" + element("ol", items)
        parts.append(
            element("nav", pages, epub__type="page-list", role="doc-pagelist", hidden="hidden")
        )
    return document(
        words.contents,
        "\n".join(parts),
        dialect=Dialect.EPUB,
        language=contents.language,
        head=element("link", rel="stylesheet", type="text/css", href=style) + "\n",
    )


def ncx(contents: Contents, identifier: str) -> str:
    """The contents as EPUB 2 had them."""
    levels = _levels(contents.entries)
    points: list[str] = []
    depth = 0
    for number, (entry, level) in enumerate(zip(contents.entries, levels, strict=True), 1):
        points.append("</navPoint>" * max(0, depth - level + 1))
        label = element("navLabel", element("text", escaped(entry.title)))
        target = element("content", src=entry.address)
        points.append(f'<navPoint id="n{number}" playOrder="{number}">{label}{target}')
        depth = level
    points.append("</navPoint>" * depth)
    head = element("meta", name="dtb:uid", content=identifier) + element(
        "meta", name="dtb:depth", content=str(max(levels, default=1))
    )
    title = element("docTitle", element("text", escaped(contents.title)))
    tag = language_tag(contents.language)
    language = f' xml:lang="{tag}"' if tag else ""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"{language}>\n'
        f"{element('head', head)}\n{title}\n{element('navMap', ''.join(points))}\n</ncx>\n"
    )


def _tree(entries: Sequence[Entry]) -> str:
    """Nested lists, each deeper one within the item before it."""
    parts: list[str] = []
    depth = 0
    for entry, level in zip(entries, _levels(entries), strict=True):
        if level > depth:
            parts.append("\n<ol>\n")
        else:
            parts.append("</li>\n" + "</ol>\n</li>\n" * (depth - level))
        parts.append(f"<li>{_link(entry)}")
        depth = level
    parts.append("</li>\n" + "</ol>\n</li>\n" * (depth - 1) + "</ol>")
    return "".join(parts).strip()


def _levels(entries: Sequence[Entry]) -> list[int]:
    """The levels, none more than one deeper than the one before."""
    levels: list[int] = []
    for entry in entries:
        levels.append(min(max(1, entry.level), levels[-1] + 1 if levels else 1))
    return levels


def _link(entry: Entry) -> str:
    return element("a", escaped(entry.title), href=entry.address)
