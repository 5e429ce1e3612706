"""What has to be known of a book before chapters are chosen; found on a thread."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from reader.background import CancelToken
from reader.books.model import BLOCK_BREAK, Book
from reader.export.choosing import KINDS, kinds

KINDS_LEFT_OUT = ",".join(KINDS)
"""What is beside the text, as the settings have it."""


@dataclass(frozen=True, kw_only=True)
class Survey:
    """`characters` are the lengths of the chapters; `kinds` names those that are beside the
    text, such as notes, by their indices.
    """

    characters: tuple[int, ...]
    kinds: Mapping[int, str]

    def characters_of(self, chapters: Collection[int]) -> int:
        """How much text there is in these."""
        return sum(self.characters[chapter] for chapter in chapters)


def survey(book: Book, cancel: CancelToken) -> Survey:
    """Look through `book`; a second for a large one."""
    lengths = []
    for chapter in book.chapters:
        cancel.check()
        lengths.append(sum(len(block.text) + len(BLOCK_BREAK) for block in chapter.blocks))
    named = {index: KINDS[kind] for index, kind in kinds(book).items()}
    return Survey(characters=tuple(lengths), kinds=named)
