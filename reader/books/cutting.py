"""Blocks cut in two, with every id still leading to its place."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from reader.books.model import LINE_BREAK, Block, BlockKind, Run

LONG_VERSE = 1000
"""From this many characters on, lines separated only by breaks become paragraphs."""

_KEPT_WHOLE = {BlockKind.HEADING, BlockKind.TABLE_ROW}


@dataclass(frozen=True, order=True)
class Position:
    """A place in a document: the block's index and the offset in its text."""

    block: int
    offset: int


class Split:
    """The parts of one block, and where offsets of the whole lie in them."""

    def __init__(self, blocks: list[Block], starts: list[int]) -> None:
        self.blocks = blocks
        self._starts = starts

    def locate(self, offset: int) -> tuple[int, int]:
        """(part, offset in the part) of an offset in the whole block."""
        part = max(0, bisect_right(self._starts, offset) - 1)
        return part, min(offset - self._starts[part], len(self.blocks[part].text))

    def identify(self, part: int, identifier: str) -> None:
        """Let links to `identifier` lead to this part."""
        block = self.blocks[part]
        self.blocks[part] = replace(block, identifiers=(*block.identifiers, identifier))


def split_long_verse(block: Block) -> Split:
    """Prose that is separated by line breaks only, as paragraphs; anything else whole."""
    text = block.text
    if len(text) <= LONG_VERSE or LINE_BREAK not in text or block.kind in _KEPT_WHOLE:
        return Split([block], [0])
    cuts = _paragraph_starts(text, blank_lines_only=block.kind is BlockKind.CODE)
    parts: list[Block] = []
    starts: list[int] = []
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        runs = slice_runs(block.runs, start, end, strip=True)
        if any(run.text.strip() for run in runs):
            parts.append(replace(block, runs=runs))
            starts.append(start)
    return Split(parts, starts)


def cut(block: Block, offset: int) -> tuple[Block, Block] | None:
    """The block before and after `offset`; None where one of them would be blank."""
    left = slice_runs(block.runs, 0, offset, strip=True)
    right = slice_runs(block.runs, offset, len(block.text), strip=True)
    for runs in (left, right):
        if not any(run.text.strip() for run in runs):
            return None
    return replace(block, runs=left), replace(block, runs=right, identifiers=())


def slice_runs(runs: tuple[Run, ...], start: int, end: int, *, strip: bool) -> tuple[Run, ...]:
    """The runs of characters `start` to `end`, blanks and line breaks stripped at both ends."""
    text = "".join(run.text for run in runs)[start:end]
    if strip:
        start += len(text) - len(text.lstrip())
        end = start + len(text.strip())
    result: list[Run] = []
    position = 0
    for run in runs:
        first, last = max(start - position, 0), min(end - position, len(run.text))
        if run.page is not None and start <= position < max(end, start + 1):
            result.append(run)
        elif first < last:
            result.append(replace(run, text=run.text[first:last]))
        position += len(run.text)
    return tuple(result)


def _paragraph_starts(text: str, *, blank_lines_only: bool) -> list[int]:
    mark = LINE_BREAK * 2 if blank_lines_only else LINE_BREAK
    starts = [0]
    found = text.find(mark)
    while found >= 0:
        starts.append(found + len(mark))
        found = text.find(mark, found + len(mark))
    return starts
