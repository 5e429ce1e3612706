"""How long it is silent after what: one table, in seconds at normal speed.

The figures follow what readers of audio books do: about half a second between sentences of
a voice at rest, twice that between paragraphs, and a breath long enough to notice where the
scene or the chapter changes.
"""

from __future__ import annotations

from reader.books.model import Block, BlockKind, Chapter
from reader.language.measure import is_sayable

AFTER_SENTENCE = 0.4
"""Between two sentences of one block."""

AFTER_BLOCK = {
    BlockKind.PARAGRAPH: 0.75,
    BlockKind.HEADING: 1.0,
    BlockKind.LIST_ITEM: 0.6,
    BlockKind.QUOTATION: 0.75,
    BlockKind.TABLE_ROW: 0.6,
    BlockKind.NOTE: 0.75,
    BlockKind.IMAGE: 0.75,
    BlockKind.CODE: 0.75,
    BlockKind.SEPARATOR: 0.75,
}
"""After the last sentence of a block."""

AT_SCENE_BREAK = 1.5
"""After the last sentence before a separator (a rule, ``* * *``)."""

AFTER_CHAPTER = 2.0
"""After the last sentence of a chapter."""


def pause_after(chapter: Chapter, block: int, *, last_in_block: bool) -> float:
    """The silence after a sentence of block number `block` of `chapter`, in seconds."""
    if not last_in_block:
        return AFTER_SENTENCE
    following = _next_speakable(chapter, block)
    if following is None:
        return AFTER_CHAPTER
    if following > block + 1:
        return AT_SCENE_BREAK
    return AFTER_BLOCK[chapter.blocks[block].kind]


def can_be_spoken(block: Block) -> bool:
    """Whether `block` holds a letter or digit that is not only a reference to a note."""
    return any(run.note is None and is_sayable(run.text) for run in block.runs)


def _next_speakable(chapter: Chapter, block: int) -> int | None:
    for index in range(block + 1, len(chapter.blocks)):
        if can_be_spoken(chapter.blocks[index]):
            return index
    return None
