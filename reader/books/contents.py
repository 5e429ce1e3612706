"""The contents as the book lists them: its navigation document, or else its NCX."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from reader.books.container import Container
from reader.books.markup import Element, local_name, meanings, parse_document, parse_xml, plain_text

_LISTS = {"ol", "ul"}
_DEEPEST = 30


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A line of the contents; `document` is None for a heading without a link."""

    title: str
    level: int
    document: str | None
    fragment: str = ""


@dataclass(frozen=True, kw_only=True)
class Contents:
    """The entries in order, and for each document the printed pages that begin at its ids."""

    entries: tuple[Entry, ...] = ()
    pages: dict[str, dict[str, str]] = field(default_factory=dict)


def read_contents(container: Container, nav: str | None, ncx: str | None) -> Contents:
    """The contents from `nav`, or from `ncx` where `nav` has none."""
    first = _from_nav(container, nav) if nav else Contents()
    if first.entries and first.pages:
        return first
    second = _from_ncx(container, ncx) if ncx else Contents()
    return Contents(entries=first.entries or second.entries, pages=first.pages or second.pages)


def resolve(container: Container, document: str, href: str) -> tuple[str | None, str]:
    """(member, id) that `href`, written in `document`, leads to; None if it is not there."""
    path, _, fragment = href.strip().partition("#")
    path = path.partition("?")[0]
    if not path:
        return document, unquote(fragment)
    member = container.find(posixpath.join(posixpath.dirname(document), path))
    return member, unquote(fragment)


def _from_nav(container: Container, nav: str) -> Contents:
    root = parse_document(container.read(nav))
    if root is None:
        return Contents()
    lists = {"toc": None, "page-list": None} | {
        meaning: element
        for element in reversed([e for e in root.iter() if local_name(e) == "nav"])
        for meaning in meanings(element)
    }
    toc = lists["toc"]
    if toc is None:
        untyped = (e for e in root.iter() if local_name(e) == "nav" and not meanings(e))
        toc = next(untyped, root)
    pages: dict[str, dict[str, str]] = defaultdict(dict)
    if lists["page-list"] is not None:
        for entry in _nav_entries(container, nav, lists["page-list"]):
            if entry.document and entry.fragment:
                pages[entry.document][entry.fragment] = entry.title
    return Contents(entries=tuple(_nav_entries(container, nav, toc)), pages=dict(pages))


def _nav_entries(container: Container, nav: str, root: Element) -> Iterator[Entry]:
    outer = next((e for e in root.iter() if local_name(e) in _LISTS), None)
    if outer is None:
        for link in root.iter():
            if local_name(link) == "a" and link.get("href"):
                yield _entry(container, nav, plain_text(link), 1, link.get("href", ""))
        return
    waiting = [(item, 1) for item in reversed(outer)]
    while waiting:
        item, level = waiting.pop()
        if local_name(item) in _LISTS and level < _DEEPEST:
            waiting.extend((inner, level) for inner in reversed(item))
            continue
        if local_name(item) != "li":
            continue
        link = next((e for e in _own(item) if local_name(e) == "a"), None)
        title, href = _label(item, link)
        if title or href:
            yield _entry(container, nav, title, level, href)
        inner_lists = [child for child in item if local_name(child) in _LISTS]
        waiting.extend((inner, level + 1) for inner in reversed(inner_lists))


def _own(item: Element) -> Iterator[Element]:
    """The elements of a list item that do not belong to an inner list."""
    for child in item:
        if local_name(child) not in _LISTS:
            yield from child.iter()


def _label(item: Element, link: Element | None) -> tuple[str, str]:
    if link is not None:
        return plain_text(link) or (link.get("title") or ""), link.get("href") or ""
    parts = [item.text or ""]
    for child in item:
        if local_name(child) not in _LISTS:
            parts.append(plain_text(child))
        parts.append(child.tail or "")
    return " ".join(" ".join(parts).split()), ""


def _entry(container: Container, document: str, title: str, level: int, href: str) -> Entry:
    if not href.strip():
        return Entry(title=title, level=level, document=None)
    member, fragment = resolve(container, document, href)
    return Entry(title=title, level=level, document=member or href, fragment=fragment)


def _from_ncx(container: Container, ncx: str) -> Contents:
    root = parse_xml(container.read(ncx))
    if root is None:
        return Contents()
    entries: list[Entry] = []
    nav_map = next((e for e in root.iter() if local_name(e) == "navMap"), None)
    waiting = [(point, 1) for point in reversed(nav_map if nav_map is not None else [])]
    while waiting:
        point, level = waiting.pop()
        if local_name(point) != "navPoint":
            continue
        entries.append(_entry(container, ncx, _ncx_label(point), level, _ncx_source(point)))
        waiting.extend((child, level + 1) for child in reversed(point))
    pages: dict[str, dict[str, str]] = defaultdict(dict)
    for target in root.iter():
        if local_name(target) == "pageTarget":
            label = _ncx_label(target) or target.get("value", "")
            page = _entry(container, ncx, label, 1, _ncx_source(target))
            if page.document and page.fragment:
                pages[page.document][page.fragment] = page.title
    return Contents(entries=tuple(entries), pages=dict(pages))


def _ncx_label(point: Element) -> str:
    label = next((child for child in point if local_name(child) == "navLabel"), None)
    return plain_text(label) if label is not None else ""


def _ncx_source(point: Element) -> str:
    content = next((child for child in point if local_name(child) == "content"), None)
    return content.get("src", "") if content is not None else ""
