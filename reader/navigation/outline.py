"""What one chapter holds besides running text: where each thing begins and ends.

An outline keeps numbers only, some twenty bytes for each element, so that those of all
chapters together are small beside the book itself.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby

from reader.books.model import Block, BlockKind, Chapter
from reader.navigation.element import ElementKind
from reader.navigation.place import without_blanks


class Spans:
    """Elements of one kind and level: parallel columns of numbers, in reading order."""

    def __init__(self) -> None:
        self.starts = array("L")
        self.ends = array("L")
        self.counts = array("L")

    def add(self, start: int, end: int, count: int = 1) -> int:
        """Note an element; returns its index."""
        self.starts.append(start)
        self.ends.append(end)
        self.counts.append(count)
        return len(self.starts) - 1

    def after(self, offset: int) -> int | None:
        """The first that begins behind `offset`."""
        index = bisect_right(self.starts, offset)
        return index if index < len(self.starts) else None

    def before(self, offset: int) -> int | None:
        """The last that begins before `offset`."""
        return bisect_left(self.starts, offset) - 1 if self.starts[0] < offset else None

    def around(self, offset: int, *, end_included: bool) -> int | None:
        """The one in which `offset` lies, or at whose end if that counts too."""
        index = bisect_right(self.starts, offset) - 1
        return index if index >= 0 and offset < self.ends[index] + end_included else None


Outline = dict[ElementKind, dict[int, Spans]]
"""For each kind its elements by level; what has no level is at level 0."""

_ALONE = {
    BlockKind.HEADING: ElementKind.HEADING,
    BlockKind.LIST_ITEM: ElementKind.LIST_ITEM,
    BlockKind.IMAGE: ElementKind.IMAGE,
    BlockKind.SEPARATOR: ElementKind.SEPARATOR,
}
_GROUPS = {
    BlockKind.LIST_ITEM: ElementKind.LIST,
    BlockKind.QUOTATION: ElementKind.QUOTATION,
    BlockKind.TABLE_ROW: ElementKind.TABLE,
    BlockKind.CODE: ElementKind.CODE,
}


def outline_of(chapter: Chapter) -> Outline:
    """Find everything in `chapter` that can be moved by, but printed pages and references."""
    found: defaultdict[ElementKind, defaultdict[int, Spans]]
    found = defaultdict(lambda: defaultdict(Spans))
    groups = _OpenGroups(found)
    for start, block in zip(chapter.block_starts, chapter.blocks, strict=True):
        end = start + len(block.text)
        groups.take(block, start, end)
        alone = _ALONE.get(block.kind)
        if alone is not None:
            found[alone][block.level if alone is not ElementKind.IMAGE else 0].add(start, end)
        if len(block.runs) > 1 or block.runs[0].link is not None:
            _add_links(found, block, start)
        if alone is not ElementKind.IMAGE:
            _add_images(found, block, start)
    groups.close()
    return {kind: dict(levels) for kind, levels in found.items()}


def _add_links(
    found: defaultdict[ElementKind, defaultdict[int, Spans]], block: Block, offset: int
) -> None:
    """Neighbouring runs that lead to one place are one link.

    References to notes and the ways back from them are no links to be visited.
    """
    for link, runs in groupby(block.runs, key=lambda run: run.link):
        own = list(runs)
        text = "".join(run.text for run in own)
        if link is not None and own[0].note is None and text.strip():
            found[ElementKind.LINK][0].add(*without_blanks(text, offset))
        offset += len(text)


def _add_images(
    found: defaultdict[ElementKind, defaultdict[int, Spans]], block: Block, offset: int
) -> None:
    """Pictures that stand within other text."""
    for run in block.runs:
        if run.image and run.text.strip():
            found[ElementKind.IMAGE][0].add(*without_blanks(run.text, offset))
        offset += len(run.text)


@dataclass
class _Open:
    """A list, table, quotation … that may go on."""

    level: int
    spans: Spans
    index: int
    count: int = 0


class _OpenGroups:
    """Joins blocks of one kind that follow one another; deeper levels lie within."""

    def __init__(self, found: defaultdict[ElementKind, defaultdict[int, Spans]]) -> None:
        self._found = found
        self._kind: ElementKind | None = None
        self._open: list[_Open] = []
        self._end = 0
        self._row = 0

    def take(self, block: Block, start: int, end: int) -> None:
        """The next block of the chapter."""
        kind = _GROUPS.get(block.kind)
        row = block.cells[0].row if block.cells else self._row + 1
        if kind is not self._kind or (kind is ElementKind.TABLE and row <= self._row):
            self.close()
            self._kind = kind
        self._row = row
        if kind is None:
            return
        level = max(1, block.level)
        while len(self._open) > 1 and self._open[-1].level > level:
            self._close_one()
        if not self._open:
            self._begin(kind, 1, start)
        if self._open[-1].level < level:
            self._open[-1].count = max(1, self._open[-1].count)
            self._begin(kind, level, start)
        self._open[-1].count += 1
        self._end = end

    def close(self) -> None:
        """Whatever is open ends with the block taken last."""
        while self._open:
            self._close_one()

    def _begin(self, kind: ElementKind, level: int, start: int) -> None:
        spans = self._found[kind][level]
        self._open.append(_Open(level, spans, spans.add(start, start)))

    def _close_one(self) -> None:
        group = self._open.pop()
        group.spans.ends[group.index] = self._end
        group.spans.counts[group.index] = group.count
