"""How the shelf can be sorted and filtered, and how that is remembered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from reader.language.detect import primary
from reader.library.shelf import ShelfEntry


class State(StrEnum):
    """How far somebody has come with a book."""

    UNREAD = "unread"
    READING = "reading"
    FINISHED = "finished"


class Order(StrEnum):
    """By what books are sorted."""

    OPENED = "opened"
    TITLE = "title"
    AUTHOR = "author"
    ADDED = "added"
    READ = "read"
    LEFT = "left"


def state_of(entry: ShelfEntry) -> State:
    """Finished, begun, or neither."""
    if entry.finished:
        return State.FINISHED
    return State.READING if entry.opened is not None or entry.read > 0 else State.UNREAD


@dataclass(frozen=True, kw_only=True)
class Filter:
    """Which books are shown: those of a `state` and of a primary `language`; empty for any."""

    state: str = ""
    language: str = ""

    @classmethod
    def read(cls, kept: str) -> Filter:
        """What :attr:`kept` was made of; everything for what nobody understands."""
        state, _, language = kept.partition("/")
        return cls(state=state if state in {*State} else "", language=language)

    @property
    def kept(self) -> str:
        """The filter as the settings keep it: ``all``, ``unread``, ``all/zh``."""
        state = self.state or "all"
        return f"{state}/{self.language}" if self.language else state

    def fits(self, entry: ShelfEntry) -> bool:
        """Whether a book is shown."""
        if self.state and state_of(entry) != self.state:
            return False
        return not self.language or primary(entry.language) == self.language


def order_of(kept: str) -> Order:
    """The order that the settings keep; the one by the last reading for what nobody knows."""
    return Order(kept) if kept in {*Order} else Order.OPENED


def sorted_entries(
    entries: list[ShelfEntry],
    order: Order,
    *,
    titles: Mapping[str, Any],
    authors: Mapping[str, Any],
    left: Callable[[ShelfEntry], float],
) -> list[ShelfEntry]:
    """`entries` in `order`; those that are alike by title.

    `titles` and `authors` are what sorts by identifier, `left` tells the seconds left.
    """

    def title(entry: ShelfEntry) -> Any:  # noqa: ANN401
        return titles[entry.identifier]

    def wanted(entry: ShelfEntry) -> Any:  # noqa: ANN401
        match order:
            case Order.TITLE:
                return 0
            case Order.AUTHOR:
                return not entry.authors, authors[entry.identifier]
            case Order.ADDED:
                return -entry.added.timestamp()
            case Order.READ:
                return -(1.0 if entry.finished else entry.read)
            case Order.LEFT:
                seconds = left(entry)
                return not seconds, seconds
            case Order.OPENED:
                unopened = entry.opened is None
                return unopened, -(entry.opened or entry.added).timestamp()

    return sorted(sorted(entries, key=title), key=wanted)
