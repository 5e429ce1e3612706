"""What a page of text is, and what is found on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

GroupKind = Literal["list", "table", "figure", "footnote"]


@dataclass(frozen=True, kw_only=True)
class Group:
    """What a listener can leave (a list, table, figure) or skip (a footnote) as a whole.

    `identifier` is that of its element; the sentences `first` to before `last` lie in it.
    """

    kind: GroupKind
    identifier: str
    first: int
    last: int


@dataclass(frozen=True, kw_only=True)
class PrintedPage:
    """Where a page of the printed book begins: before the sentence of number `before`."""

    label: str
    identifier: str
    before: int


@dataclass(frozen=True, kw_only=True)
class TextPage:
    """A chapter as markup, to stand in the body of a document.

    `sentences` are the ids of the elements of the ranges asked for, in their order; two may be
    in one element, as a row of a table. `groups` and `pages` are in the order of the text.
    """

    markup: str
    sentences: tuple[str, ...]
    groups: tuple[Group, ...]
    pages: tuple[PrintedPage, ...]
