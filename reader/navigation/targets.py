"""Where links inside the book lead."""

from __future__ import annotations

from functools import cached_property
from urllib.parse import unquote

from reader.books.model import Book
from reader.navigation.place import Position, start_of_block


class Targets:
    """Finds the block that a link of one book means; the ids are gathered at the first question."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def find(self, link: str) -> Position | None:
        """The start of the block to which `link` leads, as a run spells it; None if unknown."""
        block = self.block(link)
        return None if block is None else start_of_block(self._book, *block)

    def block(self, link: str) -> tuple[int, int] | None:
        """The same as chapter and index of the block."""
        return self._places.get(link) or self._places.get(unquote(link))

    @cached_property
    def _places(self) -> dict[str, tuple[int, int]]:
        places: dict[str, tuple[int, int]] = {}
        for number, chapter in enumerate(self._book.chapters):
            for index, block in enumerate(chapter.blocks):
                for identifier in block.identifiers:
                    places.setdefault(identifier, (number, index))
        return places
