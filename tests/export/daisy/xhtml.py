"""Which elements of XHTML 1.0 Transitional may stand where: as much of it as books use."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tests.export.daisy.files import XHTML

_PHRASES = {
    "a", "abbr", "acronym", "b", "bdo", "big", "br", "cite", "code", "dfn", "em", "font", "i",
    "img", "kbd", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u",
    "var",
}  # fmt: skip
_BLOCKS = {
    "address", "blockquote", "center", "div", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
    "ol", "p", "pre", "table", "ul",
}  # fmt: skip
_FLOW = _PHRASES | _BLOCKS
_CELLS = {"th", "td"}
_CONTENT: dict[str, set[str]] = {
    "html": {"head", "body"},
    "head": {"title", "meta", "link", "style"},
    "title": set(), "meta": set(), "link": set(), "style": set(), "br": set(), "hr": set(),
    "img": set(),
    "body": _FLOW,
    "div": _FLOW, "blockquote": _FLOW, "li": _FLOW, "dd": _FLOW, "td": _FLOW, "th": _FLOW,
    "ul": {"li"}, "ol": {"li"}, "dl": {"dt", "dd"},
    "table": {"caption", "thead", "tbody", "tfoot", "tr", "colgroup", "col"},
    "thead": {"tr"}, "tbody": {"tr"}, "tfoot": {"tr"}, "tr": _CELLS,
    "pre": _PHRASES - {"img", "big", "small", "sub", "sup"},
    "a": _PHRASES - {"a"},
}  # fmt: skip
_TEXTLESS = {"html", "head", "ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr"}
_NEEDS_CHILD = {"ul", "ol", "dl", "table", "thead", "tbody", "tr"}
_COMMON = {
    "id", "class", "style", "title", "lang", "{http://www.w3.org/XML/1998/namespace}lang", "dir",
}  # fmt: skip
_OWN: dict[str, set[str]] = {
    "a": {"href", "name", "rel", "type", "hreflang"},
    "meta": {"name", "content", "http-equiv", "scheme"},
    "link": {"rel", "type", "href", "media"},
    "img": {"src", "alt", "width", "height"},
    "td": {"colspan", "rowspan", "headers", "scope", "align"},
    "th": {"colspan", "rowspan", "headers", "scope", "align"},
    "ol": {"start", "type"}, "li": {"value", "type"}, "table": {"summary", "border"},
    "style": {"type", "media"}, "blockquote": {"cite"},
    "span": {"bodyref"},  # by the recommendation on skippable structures
}  # fmt: skip


def misplaced(root: etree._Element) -> Iterator[str]:
    """What is no XHTML, or stands where it may not."""
    if root.tag != f"{XHTML}html":
        yield f"the root is {root.tag}"
    if [each.tag for each in root] != [f"{XHTML}head", f"{XHTML}body"]:
        yield "not a head and a body"
    if len(root.findall(f"{XHTML}head/{XHTML}title")) != 1:
        yield "not one title"
    for element in root.iter("*"):
        tag = str(element.tag).removeprefix(XHTML)
        if not str(element.tag).startswith(XHTML) or (
            tag not in _CONTENT and tag not in _FLOW and tag not in {"dt", "caption"}
        ):
            yield f"{element.tag} is no element of XHTML 1.0"
            continue
        if strange := set(element.keys()) - _COMMON - _OWN.get(tag, set()):
            yield f"{tag} has no attribute {strange}"
        allowed = _CONTENT.get(tag, _PHRASES)
        for child in element.iterchildren("*"):
            if str(child.tag).removeprefix(XHTML) not in allowed:
                yield f"{child.tag} in {tag}"
        if tag == "a" and any(each.tag == f"{XHTML}a" for each in element.iterancestors()):
            yield "a link in a link"
        if tag in _TEXTLESS and any(
            text and text.strip() for text in [element.text, *(each.tail for each in element)]
        ):
            yield f"words in {tag}"
        if tag in _NEEDS_CHILD and not len(element):
            yield f"nothing in {tag}"
