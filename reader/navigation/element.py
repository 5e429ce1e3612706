"""What can be moved by in a book."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reader.navigation.place import Position


class ElementKind(Enum):
    """What can be moved by."""

    HEADING = "heading"
    SECTION = "section"
    """A chapter of the contents."""
    PAGE = "page"
    """The place at which a printed page begins."""
    LINK = "link"
    NOTE = "note"
    """A reference to a note, not the note itself."""
    LIST = "list"
    LIST_ITEM = "list item"
    TABLE = "table"
    IMAGE = "image"
    QUOTATION = "quotation"
    SEPARATOR = "separator"
    CODE = "code"


@dataclass(frozen=True, kw_only=True)
class Element:
    """Something that can be moved to.

    `level` is that of a heading, of a chapter in the contents, or the depth of a list or
    quotation; 0 where there is none. `text` is what it begins with, at most 300 characters:
    a heading's words, a link's, the label of a page. `count` tells the items of a list and
    the rows of a table, else it is 1.
    """

    kind: ElementKind
    level: int
    start: Position
    end: Position
    text: str
    count: int = 1
