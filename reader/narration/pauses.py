"""How long it is silent after what, in seconds at normal speed: one table for all of it.

The defaults follow what readers of audio books do: about half a second between sentences of
a voice at rest, twice that between paragraphs, and a breath long enough to notice where the
scene or the chapter changes. Lists and tables are read a little faster than paragraphs. The
listener chooses four figures; all others are parts of them:

===========================  ==================  ========
after                        part of             usually
===========================  ==================  ========
comma, dash, bracket         3/10 of a sentence  0.12 s
change of speaker            3/8 of a sentence   0.15 s
semicolon, colon, ellipsis   1/2 of a sentence   0.20 s
full stop within a sentence  1/2 of a sentence   0.20 s
line of verse                3/4 of a sentence   0.30 s
full stop                    a sentence          0.40 s
list item, row of a table    4/5 of a paragraph  0.60 s
paragraph                    a paragraph         0.75 s
heading                      a heading           1.00 s
scene break                  2 paragraphs        1.50 s
chapter                      a chapter           2.00 s
===========================  ==================  ========

A full stop within a sentence is that of a quotation after which it goes on: “Run!” he said.
Where several meet, the longest counts. Speech that is heard faster shortens all of them alike,
once: the player does. What a book's style sheet asks for beside a block is added, of two that
touch the longer one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.books.model import LINE_BREAK, Block, BlockKind, Book
from reader.language.measure import is_sayable
from reader.narration.delivery import LONGEST_BREAK
from reader.narration.skipping import Skipping
from reader.narration.utterance import Span
from reader.settings import Settings

_ENCLOSING = "“”‘’「」『』（）()[]【】《》〈〉\"'*_"
_STOPS = frozenset("；;：:…⋯。.！!？?．")


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
    def comma(self) -> float:
        """After a comma, a dash, a bracket: whatever parts clauses and is not stronger."""
        return self.sentence * 0.3

    @property
    def semicolon(self) -> float:
        """After a semicolon, a colon, an ellipsis or the full stop of a quotation."""
        return self.sentence / 2

    @property
    def speaker(self) -> float:
        """Before somebody else speaks on within a sentence.

        As long as people leave when they take turns at their quickest.
        """
        return self.sentence * 0.375

    @property
    def verse(self) -> float:
        """After a line of verse, or any that the author ended."""
        return self.sentence * 0.75

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

    def at_mark(self, text: str) -> float:
        """After a part of a sentence, by the mark it ends with; 0 after a letter or digit."""
        said = text.rstrip()
        if not said or said[-1].isalnum():
            return 0.0
        return self.semicolon if said.rstrip(_ENCLOSING)[-1:] in _STOPS else self.comma

    def between(self, before: Span, after: Span) -> float:
        """Between two spans of one sentence: where a line ends, or another voice begins."""
        line = self.verse if ends_line(before.text) else 0.0
        if before.voice == after.voice:
            return max(line, self.at_mark(before.text)) if line else 0.0
        change = self.speaker if before.speaker != after.speaker else 0.0
        return max(line, change, self.at_mark(before.text))


def ends_line(text: str) -> bool:
    """Whether `text` ends where the author ended the line."""
    return text.rstrip(" \u00a0\u3000").endswith(LINE_BREAK)


def pause_after(
    book: Book,
    chapter: int,
    block: int,
    *,
    last_in_block: bool,
    pauses: Pauses,
    skipping: Skipping,
) -> float:
    """The silence after a sentence of block number `block` of the chapter, in seconds.

    Blocks that are left out count as if they were not there.
    """
    if not last_in_block:
        return pauses.sentence
    written = book.chapters[chapter]
    separated = False
    for following in _read(written.blocks, block + 1, skipping):
        if _can_be_spoken(following):
            usual = pauses.scene if separated else pauses.after(written.blocks[block].kind)
            return usual + _styled(written.blocks[block], following)
        separated = True
    return pauses.chapter + _styled(written.blocks[block], _opening(book, chapter + 1, skipping))


def _styled(before: Block, after: Block | None) -> float:
    """What the style sheet asks for between two blocks: the longer of the pauses that touch."""
    wanted = before.pause_after or 0.0, (after.pause_before if after else None) or 0.0
    return min(LONGEST_BREAK, max(0.0, *wanted))


def _opening(book: Book, chapter: int, skipping: Skipping) -> Block | None:
    """The block that the chapter begins with; None if nothing in it is read."""
    if chapter >= len(book.chapters):
        return None
    return next(filter(_can_be_spoken, _read(book.chapters[chapter].blocks, 0, skipping)), None)


def _read(blocks: tuple[Block, ...], first: int, skipping: Skipping) -> Iterator[Block]:
    every = (blocks[index] for index in range(first, len(blocks)))
    return (block for block in every if not skipping.leaves_out(block))


def _can_be_spoken(block: Block) -> bool:
    """Whether `block` holds a letter or digit that is not only a reference to a note."""
    return any(run.note is None and is_sayable(run.text) for run in block.runs)
