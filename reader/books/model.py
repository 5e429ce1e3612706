"""Book ─ Chapter ─ Block ─ Run: what was written, in the order it is read.

Offsets count characters (Python code points) of :attr:`Chapter.text`, in which blocks are
joined by one line feed. A block's own text never contains a line feed; a line break the
author meant (verse, code) is U+2028 LINE SEPARATOR. No block is empty. One coordinate,
``(chapter, start, end)``, serves highlight, caret, bookmark, resume and captions.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

LINE_BREAK = "\u2028"
BLOCK_BREAK = "\n"


class BlockKind(Enum):
    """What a block is to the reader."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list item"
    QUOTATION = "quotation"
    TABLE_ROW = "table row"
    NOTE = "note"
    IMAGE = "image"
    CODE = "code"
    SEPARATOR = "separator"


class Emphasis(Enum):
    """How strongly the author stressed a run; REDUCED is less than the text around it."""

    NONE = "none"
    REDUCED = "reduced"
    EMPHASIS = "emphasis"
    STRONG = "strong"


@dataclass(frozen=True, kw_only=True)
class Run:
    """Inline text of one look.

    `language` is a BCP 47 tag where the markup gave one; `link` the target as written
    (inside the book: ``file#id``); `note` the identifier of the note that this reference
    (a raised 1, [1] or ①) points to, or of the place that a way back (↩, Back) leads from a
    note to: both are shown but not spoken; `ruby` the reading printed beside the text; `phonemes`
    what the book's own ``ssml:ph`` says, in `phoneme_alphabet`. A run with `page` has no
    text: the printed page of that label begins here. `image` says that the text describes a
    picture.

    `speaker` is who says it where the markup tells (TEI's ``who``, a play's persona), as a
    name; `voice` the voice the style sheet asks for (CSS Speech's ``voice-family``, the list as
    written: ``Romeo, young male``); `say_as` is ``spell-out`` or ``digits`` where the letters or
    digits are to be said one by one; `term` marks a term where it is defined.
    """

    text: str
    language: str | None = None
    emphasis: Emphasis = Emphasis.NONE
    link: str | None = None
    note: str | None = None
    ruby: str | None = None
    phonemes: str | None = None
    phoneme_alphabet: str | None = None
    page: str | None = None
    image: bool = False
    speaker: str | None = None
    voice: str | None = None
    say_as: str | None = None
    term: bool = False


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A cell of a table row, and where its own words stand in the text of the block.

    `row` and `column` count from 0 in the table, rows without text included; `row` 0 begins
    a new table. `width` and `height` are the columns and rows it spans. `heading` is that of
    its column, which the text may say before ``text[start:end]``; `is_heading` marks what
    heads a row or column itself. An empty cell has an empty range.
    """

    row: int
    column: int
    start: int = 0
    end: int = 0
    width: int = 1
    height: int = 1
    heading: str = ""
    is_heading: bool = False


@dataclass(frozen=True, kw_only=True)
class Block:
    """A paragraph, heading, list item …; never empty.

    `level` is the heading level (1-6) or the depth of a list item or quotation (from 1);
    `identifiers` are the targets, as :attr:`Run.link` spells them, of links that lead here:
    ``file#id``, and ``file`` for the first block of a document. `cells` are those of a table
    row. `pause_before` and `pause_after` are the seconds of silence that the book's style
    sheet asks for, None where it does not.
    """

    kind: BlockKind
    runs: tuple[Run, ...]
    level: int = 0
    language: str | None = None
    identifiers: tuple[str, ...] = ()
    cells: tuple[Cell, ...] = ()
    pause_before: float | None = None
    pause_after: float | None = None

    @cached_property
    def text(self) -> str:
        """The block's characters; no line feed."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """One entry of the contents, with the text up to the next entry.

    `level` is its depth in the contents, from 1. `heading` is True where the title stands
    in the text as well (so it is not spoken twice).
    """

    title: str
    blocks: tuple[Block, ...]
    level: int = 1
    heading: bool = True

    @cached_property
    def text(self) -> str:
        """All characters of the chapter, blocks joined by a line feed."""
        return BLOCK_BREAK.join(block.text for block in self.blocks)

    @cached_property
    def block_starts(self) -> tuple[int, ...]:
        """The offset at which each block begins; one per block, rising."""
        starts: list[int] = []
        offset = 0
        for block in self.blocks:
            starts.append(offset)
            offset += len(block.text) + len(BLOCK_BREAK)
        return tuple(starts)

    def block_at(self, offset: int) -> int:
        """The index of the block that holds the character at `offset` (clamped)."""
        return max(0, bisect_right(self.block_starts, max(0, offset)) - 1)

    def runs(self, block: int) -> Iterator[tuple[int, Run]]:
        """The runs of block number `block`, each with its chapter offset."""
        offset = self.block_starts[block]
        for run in self.blocks[block].runs:
            yield offset, run
            offset += len(run.text)


@dataclass(frozen=True, kw_only=True)
class Cover:
    """The picture on the front: encoded bytes and media type (image/jpeg, image/png)."""

    content: bytes
    media_type: str


@dataclass(frozen=True, kw_only=True)
class Pronunciation:
    """How the book itself wants a word said: an entry of a PLS lexicon that it links.

    `phonemes` in `alphabet` (``ipa``, ``x-pinyin`` …) or, where there are none, the words of
    `alias`; `language` is that of the lexicon.
    """

    word: str
    phonemes: str = ""
    alphabet: str = "ipa"
    alias: str = ""
    language: str = "und"


@dataclass(frozen=True, kw_only=True)
class Book:
    """A title that can be read aloud.

    `identifier` is a hash of the content, the same wherever the file lies. `language` is
    the main language as a BCP 47 tag, found from the text where the metadata is wrong.
    `warnings` count and name everything that was left out or mended, one sentence each.
    `series` is the name of the series it belongs to, where the book tells; `pronunciations`
    those of the lexicons that it links.
    """

    title: str
    chapters: tuple[Chapter, ...]
    identifier: str
    authors: tuple[str, ...] = ()
    language: str = "und"
    warnings: tuple[str, ...] = ()
    cover: Cover | None = None
    date: str | None = None
    publisher: str | None = None
    series: str | None = None
    pronunciations: tuple[Pronunciation, ...] = ()

    @cached_property
    def characters(self) -> int:
        """How many characters the whole book has."""
        return sum(len(chapter.text) for chapter in self.chapters)
