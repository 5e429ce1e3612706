"""What becomes of one document, and what has to be known to read it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from reader.books.aloud import Aloud
from reader.books.cutting import Position
from reader.books.markup import Element
from reader.books.model import Block
from reader.books.omissions import Omission


@dataclass(kw_only=True)
class Page:
    """One document read: its blocks, where its ids lie in them, and what was left out.

    `ways_back` are the targets of links that say they lead back from a note.
    """

    blocks: list[Block] = field(default_factory=list)
    anchors: dict[str, Position] = field(default_factory=dict)
    ways_back: set[str] = field(default_factory=set)
    title: str = ""
    language: str | None = None
    omitted: Counter[Omission] = field(default_factory=Counter)


@dataclass(frozen=True, kw_only=True)
class Reading:
    """How a page is to be read.

    `resolve` turns an href into the target as the book knows it; `pages` gives the label of
    the printed page that begins at an id; `contents_too` reads the lists of a navigation
    document as well. `aloud` is what style sheets say of how elements are read.
    """

    resolve: Callable[[str], str] = str
    pages: Mapping[str, str] = field(default_factory=dict)
    contents_too: bool = True
    aloud: Mapping[Element, Aloud] = field(default_factory=dict)
