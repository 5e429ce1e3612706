"""Where links inside the book lead."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from urllib.parse import unquote

from reader.books.model import Book
from reader.navigation.place import Position, start_of_block


class Targets:
    """Finds the block that a link of one book means; the ids are gathered at the first question.

    Where a block tells its ids as links spell them (``file#id``), these are believed; where
    it tells bare ids that several files of the book share, the nearest place after the link
    is taken, which is right for the notes at the end of a file.
    """

    def __init__(self, book: Book) -> None:
        self._book = book

    def find(self, link: str, near: Position) -> Position | None:
        """The start of the block to which `link`, standing at `near`, leads; None if unknown."""
        block = self.block(link, near)
        return None if block is None else start_of_block(self._book, *block)

    def block(self, link: str, near: Position) -> tuple[int, int] | None:
        """The same as chapter and index of the block."""
        fragment = link.partition("#")[2]
        for name in dict.fromkeys((link, fragment, unquote(fragment))):
            places = self._places.get(name) if name else None
            if places:
                own = near.chapter, self._book.chapters[near.chapter].block_at(near.offset)
                return next((place for place in places if place > own), places[-1])
        return None

    @cached_property
    def _places(self) -> dict[str, list[tuple[int, int]]]:
        places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, chapter in enumerate(self._book.chapters):
            for index, block in enumerate(chapter.blocks):
                for identifier in block.identifiers:
                    places[identifier].append((number, index))
        return dict(places)
