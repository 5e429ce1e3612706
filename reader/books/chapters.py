"""The text of a book divided into chapters: by its contents, its headings, or its files.

Every chapter runs from its entry of the contents to the next one, wherever the files begin
and end; text before the first entry is a chapter of its own. Nothing is left out.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.books.contents import Entry
from reader.books.cutting import Position, cut
from reader.books.headings import heading_level
from reader.books.model import LINE_BREAK, Block, BlockKind, Chapter, Run
from reader.books.omissions import Omission
from reader.books.page import Page

_LONG = 10_000
_DEEPEST_HEADING = 3
_LONGEST_TITLE = 100
_NAMELESS_TITLE = 40
_TITLE_WITHIN = 300
_SENTENCE_ENDS = tuple(".!?:;。！？：；…”’\"'」』）)]】" + LINE_BREAK)


@dataclass(frozen=True, kw_only=True)
class Document:
    """A page of the book under its name in the package."""

    name: str
    page: Page


@dataclass(frozen=True, kw_only=True)
class _Start:
    """Where a chapter begins in the list of all blocks."""

    title: str
    level: int
    at: Position


def divide(
    documents: Sequence[Document], entries: Sequence[Entry], title: str
) -> tuple[tuple[Chapter, ...], Counter[Omission]]:
    """Chapters of the whole text, and what of the contents could not be used.

    Without contents the headings are used, and where there are none, each file is a chapter;
    so too in a long book whose contents name but one place, which says nothing.
    """
    blocks = [block for document in documents for block in document.page.blocks]
    starts, lost = _starts_from_contents(documents, entries)
    places = {start.at.block for start in starts}
    is_long = sum(len(block.text) for block in blocks) > _LONG
    if not starts or (len(places) == 1 and is_long):
        starts = _richer(starts, _starts_from_headings(blocks), _starts_from_files(documents))
    blocks, starts = _cut_at(blocks, starts)
    return tuple(_chapters(blocks, _settled(blocks, starts), title)), lost


def _starts_from_contents(
    documents: Sequence[Document], entries: Sequence[Entry]
) -> tuple[list[_Start], Counter[Omission]]:
    """Starts in the order of the text; a heading without a link begins with its first child."""
    first_blocks = _first_blocks(documents)
    anchors = {document.name: document.page.anchors for document in documents}
    lost: Counter[Omission] = Counter()
    starts: list[_Start] = []
    following: tuple[int, Position] | None = None
    for entry in reversed(entries):
        at: Position | None = None
        if entry.document is not None and entry.document in first_blocks:
            base = first_blocks[entry.document]
            within = anchors[entry.document].get(entry.fragment)
            if entry.fragment and within is None:
                lost[Omission.LOST_FRAGMENT] += 1
            within = within or Position(block=0, offset=0)
            at = Position(block=base + within.block, offset=within.offset)
        elif entry.document is None and following and following[0] > entry.level:
            at = following[1]
        if at is None:
            lost[Omission.LOST_ENTRY] += 1
            continue
        following = (entry.level, at)
        starts.append(_Start(title=entry.title.strip(), level=entry.level, at=at))
    starts.reverse()
    return sorted(starts, key=lambda start: start.at), lost


def _richer(*choices: list[_Start]) -> list[_Start]:
    """The first that divides the text at all; else the first with any title."""
    dividing = (starts for starts in choices if len(starts) > 1)
    return next(dividing, None) or next((starts for starts in choices if starts), [])


def _first_blocks(documents: Sequence[Document]) -> dict[str, int]:
    first: dict[str, int] = {}
    count = 0
    for document in documents:
        first.setdefault(document.name, count)
        count += len(document.page.blocks)
    return first


def _starts_from_headings(blocks: Sequence[Block]) -> list[_Start]:
    """From heading tags; where a converter left none, from lines that read like headings."""
    levels = [
        block.level if block.kind is BlockKind.HEADING and block.level <= _DEEPEST_HEADING else 0
        for block in blocks
    ]
    if not any(levels):
        levels = [
            heading_level(block.text) if block.kind is BlockKind.PARAGRAPH else 0
            for block in blocks
        ]
    return [
        _Start(title=_shortened(block.text), level=level, at=Position(index, 0))
        for index, (block, level) in enumerate(zip(blocks, levels, strict=True))
        if level
    ]


def _starts_from_files(documents: Sequence[Document]) -> list[_Start]:
    titles = Counter(document.page.title for document in documents)
    starts: list[_Start] = []
    count = 0
    for document in documents:
        if document.page.blocks:
            title = document.page.title if titles[document.page.title] == 1 else ""
            starts.append(_Start(title=title, level=1, at=Position(count, 0)))
        count += len(document.page.blocks)
    return starts


def _cut_at(blocks: Sequence[Block], starts: Sequence[_Start]) -> tuple[list[Block], list[_Start]]:
    """Cut blocks in which a chapter begins, so that every start is the start of a block."""
    offsets: defaultdict[int, set[int]] = defaultdict(set)
    for start in starts:
        if start.at.offset:
            offsets[start.at.block].add(start.at.offset)
    whole: list[Block] = []
    moved: dict[Position, int] = {}
    shifts: list[int] = []
    for index, block in enumerate(blocks):
        shifts.append(len(whole))
        done = 0
        rest = block
        for offset in sorted(offsets.get(index, ())):
            parts = cut(rest, offset - done) if _may_cut(rest, offset - done) else None
            if parts is not None:
                whole.append(parts[0])
                rest = parts[1]
                done = len(block.text) - len(rest.text)
            at_end = parts is None and offset - done >= len(rest.text)
            moved[Position(index, offset)] = len(whole) + at_end
        whole.append(rest)
    shifts.append(len(whole))
    return whole, [
        replace(start, at=Position(moved.get(start.at, shifts[start.at.block]), 0))
        for start in starts
    ]


def _may_cut(block: Block, offset: int) -> bool:
    """Only between sentences or lines: a chapter does not begin within a sentence."""
    before = block.text[:offset].rstrip(" \u00a0\u3000")
    return offset < len(block.text) and before.endswith(_SENTENCE_ENDS)


def _settled(blocks: Sequence[Block], starts: Sequence[_Start]) -> list[_Start]:
    """One start for each title: doubles dropped, headings shared out among those who share.

    Where a part and its first chapter begin at the same place, the part keeps the heading
    that is its own.
    """
    settled: list[_Start] = []
    for start in starts:
        if settled and settled[-1].at >= start.at:
            previous = settled[-1]
            if _bare(previous.title) == _bare(start.title):
                continue
            at = previous.at.block
            if at < len(blocks) and _bare(blocks[at].text) == _bare(previous.title):
                start = replace(start, at=Position(at + 1, 0))  # noqa: PLW2901
            else:
                start = replace(start, at=previous.at)  # noqa: PLW2901
        settled.append(start)
    return settled


def _chapters(blocks: Sequence[Block], starts: Sequence[_Start], title: str) -> list[Chapter]:
    chapters: list[Chapter] = []
    top = min((start.level for start in starts), default=1)
    first = starts[0].at.block if starts else len(blocks)
    if first:
        chapters.append(_chapter(_front_title(blocks[:first], title), 1, blocks[:first]))
    if len(starts) == 1 and not first and not starts[0].title:
        starts = [replace(starts[0], title=title)]  # the whole book is one chapter
    ends = [*(start.at.block for start in starts[1:]), len(blocks)]
    for start, end in zip(starts, ends, strict=False):
        own = blocks[start.at.block : end]
        chapters.append(_chapter(start.title, start.level - top + 1, own))
    return [chapter for chapter in chapters if chapter.blocks]


def _chapter(title: str, level: int, blocks: Sequence[Block]) -> Chapter:
    """A chapter; one that has no text of its own says its title."""
    if not blocks and title:
        heading = Block(kind=BlockKind.HEADING, level=min(level, 6), runs=(Run(text=title),))
        return Chapter(title=title, blocks=(heading,), level=level)
    title = title or _nameless(blocks)
    return Chapter(
        title=title, blocks=tuple(blocks), level=level, heading=_stands_in(title, blocks)
    )


def _front_title(blocks: Sequence[Block], title: str) -> str:
    heading = next((block for block in blocks if block.kind is BlockKind.HEADING), None)
    return _shortened(heading.text) if heading else title


def _nameless(blocks: Sequence[Block]) -> str:
    heading = next((b for b in blocks[:5] if b.kind is BlockKind.HEADING), None)
    words = next((b for b in blocks if b.kind is not BlockKind.SEPARATOR), None)
    found = heading or words
    return _shortened(found.text, _NAMELESS_TITLE) if found else "…"


def _stands_in(title: str, blocks: Sequence[Block]) -> bool:
    """Whether the chapter's first words include its title."""
    opening = ""
    for block in blocks[:6]:
        opening += block.text[:_TITLE_WITHIN]
        if len(opening) > _TITLE_WITHIN:
            break
    return _bare(title.removesuffix("…")) in _bare(opening)


def _shortened(text: str, longest: int = _LONGEST_TITLE) -> str:
    text = " ".join(text.replace(LINE_BREAK, " ").split())
    return text if len(text) <= longest else text[:longest].rstrip() + "…"


def _bare(text: str) -> str:
    """Letters and digits only, in one case: how titles are compared."""
    return re.sub(r"[\W_]+", "", text).casefold()
