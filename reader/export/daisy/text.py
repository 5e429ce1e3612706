"""Ties the text of a section to its SMIL document.

What is spoken becomes a link to its par, so that a browser finds the sound; a reference to a note
that is read says where the note's body is (Skippable Structures of DAISY 2.02, 7.2), so that a
player can jump there; headings count from h1 in every document, without a jump.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from reader.export.daisy.ncc import page_kind
from reader.export.pages.document import XHTML_1_0

_XHTML = "http://www.w3.org/1999/xhtml"
_LINK, _SPAN = f"{{{_XHTML}}}a", f"{{{_XHTML}}}span"
_HEADINGS = {f"{{{_XHTML}}}h{level}": level for level in range(1, 7)}
_PROLOG = f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE {XHTML_1_0}{{subset}}>\n'
_SUBSET = " [\n<!ATTLIST span bodyref CDATA #IMPLIED>\n]"


def tied(
    page: str, pars: Mapping[str, str], *, notes: Collection[str], pages: Collection[str]
) -> str:
    """The document `page` with the elements of the ids in `pars` tied to those addresses.

    `notes` are the addresses of all notes that are read, `pages` the names of all documents;
    links to others become plain text.
    """
    root = ElementTree.fromstring(page)
    _count_from_one(root)
    bodies = [_settle(link, notes, pages) for link in root.iter(_LINK)]
    for link in [each for each in root.iter(_LINK) if "href" not in each.attrib]:
        link.tag = _SPAN
    for span, is_in_link in reversed(list(_spans(root, is_in_link=False))):
        if span.get("class", "").startswith("page-"):
            span.set("class", page_kind(" ".join("".join(span.itertext()).split())))
        address = pars.get(span.get("id", ""))
        if address and not is_in_link and span.find(f".//{_LINK}") is None:
            _link(span, address)
    ElementTree.register_namespace("", _XHTML)
    text = ElementTree.tostring(root, encoding="unicode")
    return _PROLOG.format(subset=_SUBSET if any(bodies) else "") + text + "\n"


def _settle(link: Element, notes: Collection[str], pages: Collection[str]) -> bool:
    """Whether `link` is a reference to a note that is read, which then says so; one that leads
    to what is not in the book loses its address.
    """
    address = link.get("href", "")
    is_reference = link.get("class") == "noteref" and address in notes
    if is_reference:
        link.set("bodyref", address)
    if is_reference or (":" not in address and address.partition("#")[0] not in pages):
        del link.attrib["href"]
    return is_reference


def _count_from_one(root: Element) -> None:
    """Headings that begin with h1 and go down one level at a time."""
    headings = [element for element in root.iter() if element.tag in _HEADINGS]
    highest = min((_HEADINGS[heading.tag] for heading in headings), default=1)
    before = 0
    for heading in headings:
        before = min(before, _HEADINGS[heading.tag] - highest) + 1
        heading.tag = f"{{{_XHTML}}}h{before}"


def _spans(element: Element, *, is_in_link: bool) -> Iterator[tuple[Element, bool]]:
    """Every ``span``, and whether it lies in a link."""
    for child in element:
        if child.tag == _SPAN:
            yield child, is_in_link
        yield from _spans(child, is_in_link=is_in_link or child.tag == _LINK)


def _link(element: Element, address: str) -> None:
    """Put all that is in `element` into a link to `address`."""
    link = Element(_LINK, href=address)
    link.text, element.text = element.text, None
    link.extend(list(element))
    for child in link:
        element.remove(child)
    element.append(link)
