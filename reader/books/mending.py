"""A package document put in order, so that EbookLib can read it.

EbookLib refuses a whole book for one missing picture, one remote font or one entry without
an address. So the package document is rebuilt from what can be understood of it: every item
that is really in the zip, under its real name; every entry of the reading order that leads
to a text, following fallbacks; all Dublin Core metadata, wherever it stands. EbookLib then
reads this instead, and is handed empty bytes for the items: they are read when needed,
under limits, and the contents by :mod:`reader.books.contents`.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import quote, unquote

from ebooklib import epub  # type: ignore[import-untyped]
from lxml import etree  # type: ignore[import-untyped]

from reader.books.container import Container
from reader.books.markup import Element, local_name
from reader.books.omissions import Omission

_OPF = "http://www.idpf.org/2007/opf"
_DC = "http://purl.org/dc/elements/1.1/"
_PACKAGE = "package.opf"
_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">'
    f'<rootfiles><rootfile full-path="{_PACKAGE}" '
    'media-type="application/oebps-package+xml"/></rootfiles></container>'
).encode()
_DC_NAMES = {"title", "creator", "language", "date", "publisher", "identifier"}
_TEXT_TYPES = {
    "application/xhtml+xml",
    "text/html",
    "text/x-oeb1-document",
    "application/x-dtbook+xml",
    "image/svg+xml",
}
_TEXT_ENDINGS = (".xhtml", ".html", ".htm", ".xht")
_NCX_TYPE = "application/x-dtbncx+xml"
_REMOTE = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]*:")
_LONGEST_FALLBACK = 10


class MendedReader(epub.EpubReader):  # type: ignore[misc]
    """EbookLib's reader, fed with a mended package document and nothing else."""

    def __init__(self, path: str, package: bytes) -> None:
        super().__init__(path)
        self._package = package

    def read_file(self, name: str) -> bytes:
        """The bytes EbookLib asks for: container and package document; items are empty."""
        return {"META-INF/container.xml": _CONTAINER, _PACKAGE: self._package}.get(name, b"")


@dataclass(kw_only=True)
class Item:
    """A manifest entry that is really there."""

    identifier: str
    member: str
    media_type: str
    properties: frozenset[str] = frozenset()
    fallback: str = ""

    @property
    def is_text(self) -> bool:
        """Whether it is a document with text in it."""
        return self.media_type in _TEXT_TYPES or self.member.lower().endswith(_TEXT_ENDINGS)


@dataclass(kw_only=True)
class Mended:
    """The mended document and what EbookLib's picture of a package does not hold."""

    package: bytes = b""
    items: list[Item] = field(default_factory=list)
    nav: str | None = None
    ncx: str | None = None
    cover: str | None = None
    omitted: Counter[Omission] = field(default_factory=Counter)


def mend(root: Element, folder: str, container: Container) -> Mended:
    """Rebuild the package document `root` that lies in `folder` of `container`."""
    mended = Mended()
    package = etree.Element(
        f"{{{_OPF}}}package", nsmap={None: _OPF}, version=root.get("version", "2.0")
    )
    _add_metadata(package, root)
    _add_manifest(package, root, folder, container, mended)
    _add_spine(package, root, mended)
    _name_special_items(root, mended)
    mended.package = etree.tostring(package, encoding="utf-8", xml_declaration=True)
    return mended


def _add_metadata(package: Element, root: Element) -> None:
    metadata = etree.SubElement(package, f"{{{_OPF}}}metadata", nsmap={"dc": _DC, "opf": _OPF})
    roles = {
        meta.get("refines", "").lstrip("#"): (meta.text or "").strip()
        for meta in root.iter("{*}meta", "meta")
        if meta.get("property") == "role"
    }
    for found in root.iter():
        name = local_name(found).lower()
        text = " ".join("".join(found.itertext()).split()) if name in _DC_NAMES else ""
        parent = found.getparent()
        if not text or parent is None or local_name(parent) in {"collection", "guide"}:
            continue
        element = etree.SubElement(metadata, f"{{{_DC}}}{name}")
        element.text = text
        role = found.get(f"{{{_OPF}}}role") or found.get("role") or roles.get(found.get("id", ""))
        if role:
            element.set(f"{{{_OPF}}}role", role)


def _add_manifest(
    package: Element, root: Element, folder: str, container: Container, mended: Mended
) -> None:
    manifest = etree.SubElement(package, f"{{{_OPF}}}manifest")
    seen: set[str] = set()
    for entry in _children(root, "manifest", "item"):
        item = _item(entry, folder, container, mended.omitted)
        if item is None or item.identifier in seen:
            continue
        seen.add(item.identifier)
        mended.items.append(item)
        etree.SubElement(
            manifest,
            f"{{{_OPF}}}item",
            {
                "id": item.identifier,
                "href": quote(item.member),
                "media-type": item.media_type,
            },
        )


def _item(
    entry: Element, folder: str, container: Container, omitted: Counter[Omission]
) -> Item | None:
    href = (entry.get("href") or "").strip()
    media_type = (entry.get("media-type") or "").strip().lower()
    if not href:
        return None
    if _REMOTE.match(href):
        omitted[Omission.REMOTE_FILE] += 1
        return None
    member = find_member(container, folder, href)
    if member is None:
        is_text = media_type in _TEXT_TYPES - {"image/svg+xml"}
        omitted[Omission.MISSING_TEXT if is_text else Omission.MISSING_FILE] += 1
        return None
    return Item(
        identifier=(entry.get("id") or member).strip(),
        member=member,
        media_type=media_type,
        properties=frozenset((entry.get("properties") or "").split()),
        fallback=(entry.get("fallback") or "").strip(),
    )


def find_member(container: Container, folder: str, href: str) -> str | None:
    """The member that `href`, written in a document of `folder`, means; None if missing."""
    whole = container.find(posixpath.join(folder, href))
    if whole is not None:
        return whole
    path = href.partition("#")[0].partition("?")[0]
    return container.find(posixpath.join(folder, path)) or container.find(
        posixpath.join(folder, unquote(path))
    )


def _add_spine(package: Element, root: Element, mended: Mended) -> None:
    spine = etree.SubElement(package, f"{{{_OPF}}}spine")
    by_identifier = {item.identifier: item for item in mended.items}
    listed = {(e.get("id") or "").strip() for e in _children(root, "manifest", "item")}
    for entry in _children(root, "spine", "itemref"):
        identifier = (entry.get("idref") or "").strip()
        item = by_identifier.get(identifier)
        text = _first_text(item, by_identifier)
        if text is not None:
            linear = "no" if (entry.get("linear") or "").strip() == "no" else "yes"
            attributes = {"idref": text.identifier, "linear": linear}
            etree.SubElement(spine, f"{{{_OPF}}}itemref", attributes)
        elif item is not None:
            mended.omitted[Omission.FOREIGN_TEXT] += 1
        elif identifier not in listed:
            mended.omitted[Omission.UNKNOWN_SPINE] += 1


def _first_text(item: Item | None, by_identifier: dict[str, Item]) -> Item | None:
    """The item itself, or the first of its fallbacks that has text."""
    for _ in range(_LONGEST_FALLBACK):
        if item is None or item.is_text:
            return item
        item = by_identifier.get(item.fallback)
    return None


def _name_special_items(root: Element, mended: Mended) -> None:
    toc = next((spine.get("toc", "") for spine in root.iter("{*}spine", "spine")), "").strip()
    cover = next(
        (m.get("content", "") for m in root.iter("{*}meta", "meta") if m.get("name") == "cover"), ""
    )
    for item in mended.items:
        if "nav" in item.properties and mended.nav is None:
            mended.nav = item.member
        is_ncx = item.media_type == _NCX_TYPE or item.member.lower().endswith(".ncx")
        if is_ncx and (mended.ncx is None or item.identifier == toc):
            mended.ncx = item.member
        if item.media_type.startswith("image/") and (
            "cover-image" in item.properties or (item.identifier == cover and not mended.cover)
        ):
            mended.cover = item.member


def _children(root: Element, parent: str, child: str) -> list[Element]:
    return [
        entry
        for section in root.iter(f"{{*}}{parent}", parent)
        for entry in section
        if local_name(entry) == child
    ][:200_000]
