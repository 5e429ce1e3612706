"""What the elements of TEI are to a reader: which of HTML's they become."""

from __future__ import annotations

from reader.books.markup import Element, local_name

NAMESPACE = "http://www.tei-c.org/ns/1.0"

SECTIONS = frozenset({"div", *(f"div{depth}" for depth in range(8))})
HIDDEN = frozenset({"del", "fw", "surplus"})
"""Deleted by the author or an editor, or of the printed page only: running heads, catchwords."""

NO_TEXT = frozenset(
    {"index", "interp", "interpGrp", "spanGrp", "linkGrp", "certainty", "ptr", "cb", "gb"}
)
CHOSEN = ("corr", "reg", "expan", "lem")
"""Which of several readings of one place is read; where there is none of them, the first."""

GROUPS = frozenset({"p", "ab", "lg", "sp", "head", "list", "table", "figure", "quote", "castList"})
"""What a note in it stands behind."""

OPENING = frozenset("“‘\"'„‚«‹「『《〈—–―-")
"""What speech begins with in the text itself."""

_OF_HTML = {
    "section": "text group front body back floatingText",
    "div": "titlePage docTitle opener closer postscript lg figure imprimatur cit",
    "p": "p ab titlePart docAuthor docDate docEdition docImprint byline dateline salute signed "
    "trailer argument",
    "ul": "castList castGroup listBibl listPerson",
    "li": "castItem item person biblStruct",
    "blockquote": "epigraph",
    "table": "table",
    "tr": "row",
    "em": "emph",
    "dfn": "term",
    "pre": "eg",
}
_TAGS = {name: tag for tag, names in _OF_HTML.items() for name in names.split()}
_BLOCKS = GROUPS | {"l", *(name for name, tag in _TAGS.items() if tag not in {"em", "dfn"})}
_INLINE = frozenset(
    {
        *("p", "span", "em", "strong", "dfn", "sup", "sub", "a", "td", "th", "pre"),
        *("h1", "h2", "h3", "h4", "h5", "h6"),
    }
)


def tag_of(name: str, source: Element, *, inline: bool) -> str:
    """The element of HTML for `source`, of tag `name`, that stands within a line or does not.

    For one unknown, a group or a span.
    """
    if name in SECTIONS:
        return "section"
    tag = _TAGS.get(name) or ("div" if holds_blocks(source) else "span")
    return "span" if inline and tag == "p" and name not in {"p", "ab"} else tag


def holds_blocks(source: Element) -> bool:
    """Whether there are paragraphs, lists, lines … in `source`."""
    return any(local_name(part) in _BLOCKS for part in source.iterdescendants())


def is_inline(target: Element) -> bool:
    """Whether what is put into `target`, an element of HTML, stands within a paragraph."""
    return local_name(target) in _INLINE
