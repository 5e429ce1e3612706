"""What the blocks of a chapter are to somebody who listens: what can be said, where it ends."""

from __future__ import annotations

from reader.books.model import Block, BlockKind, Chapter
from reader.language.measure import is_sayable

ESCAPABLE = frozenset(
    {
        BlockKind.LIST_ITEM,
        BlockKind.TABLE_ROW,
        BlockKind.QUOTATION,
        BlockKind.NOTE,
        BlockKind.CODE,
        BlockKind.IMAGE,
    }
)
"""What a listener may leave before its end (EPUB 3.3: tables, lists, figures, asides)."""

_OPENING = 6
"""Blocks at the beginning of a chapter among which its own heading would stand."""


def can_be_spoken(block: Block) -> bool:
    """Whether `block` holds a letter or digit that is not only a reference to a note."""
    return any(run.note is None and is_sayable(run.text) for run in block.runs)


def end_of_group(chapter: Chapter, block: int) -> int:
    """The number of the block behind the list, table … that block number `block` stands in.

    A group is what follows one another in one kind: two tables with no text between them
    are one.
    """
    blocks = chapter.blocks
    kind = blocks[block].kind
    others = (each for each in range(block + 1, len(blocks)) if blocks[each].kind is not kind)
    return next(others, len(blocks))


def begins_untitled(chapter: Chapter) -> bool:
    """Whether `chapter` begins without a heading of its own in the text."""
    opening = chapter.blocks[:_OPENING]
    return not chapter.heading or all(each.kind is not BlockKind.HEADING for each in opening)
