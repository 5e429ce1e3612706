"""How long it is silent after what, in seconds at normal speed.

The defaults follow what readers of audio books do: about half a second between sentences of
a voice at rest, twice that between paragraphs, and a breath long enough to notice where the
scene or the chapter changes. Lists and tables are read a little faster than paragraphs.
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.books.model import Block, BlockKind, Chapter
from reader.language.measure import is_sayable
from reader.narration.skipping import Skipping
from reader.settings import Settings


@dataclass(frozen=True, kw_only=True)
class Pauses:
    """The listener's four figures; all other silences follow from them. 0 adds nothing.

    `sentence` is the silence between two sentences of one block, `paragraph` and `heading`
    after such a block, `chapter` after the last sentence of a chapter.
    """

    sentence: float = 0.4
    paragraph: float = 0.75
    heading: float = 1.0
    chapter: float = 2.0

    @classmethod
    def of(cls, settings: Settings) -> Pauses:
        """What the listener chose."""
        return cls(
            sentence=settings.pause_sentence,
            paragraph=settings.pause_paragraph,
            heading=settings.pause_heading,
            chapter=settings.pause_chapter,
        )

    @property
    def scene(self) -> float:
        """After the last sentence before a separator (a rule, ``* * *``)."""
        return 2 * self.paragraph

    def after(self, kind: BlockKind) -> float:
        """After the last sentence of a block of this kind."""
        if kind is BlockKind.HEADING:
            return self.heading
        if kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW):
            return self.paragraph * 4 / 5
        return self.paragraph


def pause_after(
    chapter: Chapter, block: int, *, last_in_block: bool, pauses: Pauses, skipping: Skipping
) -> float:
    """The silence after a sentence of block number `block` of `chapter`, in seconds.

    Blocks that are left out count as if they were not there.
    """
    if not last_in_block:
        return pauses.sentence
    separated = False
    for index in range(block + 1, len(chapter.blocks)):
        following = chapter.blocks[index]
        if skipping.leaves_out(following):
            continue
        if _can_be_spoken(following):
            return pauses.scene if separated else pauses.after(chapter.blocks[block].kind)
        separated = True
    return pauses.chapter


def _can_be_spoken(block: Block) -> bool:
    """Whether `block` holds a letter or digit that is not only a reference to a note."""
    return any(run.note is None and is_sayable(run.text) for run in block.runs)
