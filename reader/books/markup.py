"""Bytes of XML, XHTML or HTML → an lxml tree, whatever state they are in.

XHTML is parsed as strict XML first, so that namespaces and empty elements keep their
meaning; what is not well formed goes through the HTML parser, which loses no text.
Nothing outside the document is ever loaded.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, TypeAlias

Element: TypeAlias = Any
"""An element of an lxml tree; lxml brings no types."""

XHTML = "{http://www.w3.org/1999/xhtml}"
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30});")
_XML_ENTITIES = {"lt", "gt", "amp", "quot", "apos"}
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_INTERNAL_SUBSET = re.compile(
    r"(<!DOCTYPE[^\[>]*)\[(?:[^\]\"']|\"[^\"]*\"|'[^']*')*\]\s*>", re.IGNORECASE
)
"""Declarations within the document type, which HTML does not know and would show as text."""

_GROUPING_BLOCK = re.compile(
    r"</?(?:div|section|article|center|blockquote|table|tbody|tr|td|th|ul|ol|li|dl|dd|dt)\b[^>]*>",
    re.IGNORECASE,
)
_GROUPING_INLINE = re.compile(
    r"</?(?:span|font|b|i|u|em|strong|small|big|tt|code|sub|sup)\b[^>]*>", re.IGNORECASE
)
_DECLARED_ENTITIES = re.compile(r"<!ENTITY")


def parse_xml(data: bytes) -> Element | None:
    """The root element of an XML document, mended where it is broken; None if hopeless."""
    root = parse_whole_xml(data)
    return _parse_xml(data, recover=True) if root is None else root


def parse_whole_xml(data: bytes) -> Element | None:
    """The root element of an XML document; None if it is not well-formed."""
    return _parse_xml(data, recover=False)


def _parse_xml(data: bytes, *, recover: bool) -> Element | None:
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.XMLParser(
        resolve_entities="internal", no_network=True, load_dtd=False, recover=recover
    )
    with suppress(etree.XMLSyntaxError, ValueError):
        return _element(etree.fromstring(_for_xml(decode_markup(data)), parser))
    return None


def parse_document(data: bytes) -> Element | None:
    """The root element of an XHTML or HTML page; None if there is no markup in it."""
    from lxml import etree

    text = decode_markup(data)
    if is_xhtml(text):
        strict = etree.XMLParser(resolve_entities="internal", no_network=True, load_dtd=False)
        with suppress(etree.XMLSyntaxError, ValueError):
            return _element(etree.fromstring(_for_xml(text), strict))
    text = _INTERNAL_SUBSET.sub(r"\1>", _DECLARATION.sub("", text, count=1), count=1)
    if not text.strip():
        return None
    root, whole = _parse_html(text)
    return root if whole else _parse_html(_flattened(text))[0]


def _parse_html(text: str) -> tuple[Element | None, bool]:
    """The root, and whether everything was read: the parser gives up 2048 elements deep."""
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    try:
        root = _element(etree.fromstring(text.encode("utf-8", "replace"), parser))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None, True
    too_deep = any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log)
    return root, not too_deep


def _flattened(text: str) -> str:
    """A page without the tags that only group: blocks become paragraphs, which do not nest."""
    return _GROUPING_INLINE.sub("", _GROUPING_BLOCK.sub("<p>", text))


def _element(root: Element | None) -> Element | None:
    """`root`, unless the document holds nothing but a comment."""
    return root if root is not None and isinstance(root.tag, str) else None


def is_xhtml(text: str) -> bool:
    """Whether the page claims to be XML rather than HTML."""
    head = text[:4096]
    return "<?xml" in head[:200] or "www.w3.org/1999/xhtml" in head


def decode_markup(data: bytes) -> str:
    """The characters of a page: by byte order mark, declaration, or what fits."""
    from reader.books.encoding import decode

    return decode(data, declared=declared_encoding(data)).text


def declared_encoding(data: bytes) -> str | None:
    """The encoding a page declares in ``<?xml encoding>`` or ``<meta charset>``."""
    from bs4.dammit import EncodingDetector

    found = EncodingDetector.find_declared_encoding(data, is_html=True)
    return str(found) if found else None


def _for_xml(text: str) -> bytes:
    """UTF-8 bytes for the XML parser: HTML's named entities resolved, no old declaration."""
    text = _DECLARATION.sub("", text.lstrip("\ufeff \t\r\n"), count=1)
    if not _DECLARED_ENTITIES.search(text[:4096]):
        text = _ENTITY.sub(_resolve_entity, text)
    return text.encode("utf-8", "replace")


def _resolve_entity(found: re.Match[str]) -> str:
    if found[1] in _XML_ENTITIES:
        return found[0]
    return html.unescape(found[0])


def local_name(element: Element) -> str:
    """The tag without its namespace; empty for comments and processing instructions."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    tag = tag[tag.rfind("}") + 1 :]
    return tag[tag.rfind(":") + 1 :]


def attribute(element: Element, name: str) -> str:
    """An attribute by its qualified or plain name (``epub:type`` both ways), else empty."""
    if name == "epub:type":
        return element.get(EPUB_TYPE) or element.get(name) or ""
    if name == "xml:lang":
        return element.get(XML_LANGUAGE) or element.get(name) or element.get("lang") or ""
    return element.get(name) or ""


def head_parts(root: Element, *names: str) -> Iterator[Element]:
    """The elements of these names in the head of a page."""
    for head in root.iterchildren("{*}head"):
        yield from head.iterchildren(*(f"{{*}}{name}" for name in names))


def meanings(element: Element) -> frozenset[str]:
    """What the element says it is: the words of ``epub:type`` and ``role``."""
    words = f"{attribute(element, 'epub:type')} {attribute(element, 'role')}"
    return frozenset(word.removeprefix("doc-") for word in words.lower().split())


def plain_text(element: Element) -> str:
    """All text inside `element`, white space collapsed; an image counts as its alt text.

    Comments have none.
    """
    from lxml import etree

    if not isinstance(element.tag, str):
        return ""
    parts: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        if event == "start":
            name = local_name(node)
            if node is not element and name in {"rt", "rp", "script", "style"}:
                walk.skip_subtree()
                continue
            parts.append(node.get("alt") or "" if name == "img" else node.text or "")
        elif node is not element:
            parts.append(node.tail or "")
    return " ".join("".join(parts).split())
