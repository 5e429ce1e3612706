"""Links: what stands at a place, and where it leads."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate

from reader.books.model import Book, Chapter, Run
from reader.navigation.place import Position, clamped, without_blanks
from reader.navigation.targets import Targets

_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)\S", re.IGNORECASE)
"""What may be handed to other programs; scripts, data and files of this computer may not."""


@dataclass(frozen=True, kw_only=True)
class Link:
    """The words of a link from `start` to `end`, and where it leads.

    `target` is a place in the book, an address to be opened elsewhere (http, https, mailto,
    tel), or None where it leads nowhere we can go.
    """

    target: Position | str | None
    text: str
    start: Position
    end: Position


class Links:
    """The links of one book."""

    def __init__(self, book: Book, targets: Targets | None = None) -> None:
        self._book = book
        self._targets = targets or Targets(book)

    def at(self, position: Position) -> Link | None:
        """The link at `position`; its end counts where no other link begins there."""
        if not self._book.chapters:
            return None
        position = clamped(self._book, position)
        chapter = self._book.chapters[position.chapter]
        touched: Link | None = None
        for offset, runs in _groups(_around(chapter, position.offset)):
            link = self._link(position.chapter, offset, runs)
            if link is not None and link.start <= position < link.end:
                return link
            if link is not None and link.end == position:
                touched = link
        return touched

    def _link(self, chapter: int, offset: int, runs: list[Run]) -> Link | None:
        text = "".join(run.text for run in runs)
        if runs[0].link is None or not text.strip():
            return None
        start, end = without_blanks(text, offset)
        return Link(
            target=self._target(runs[0].link.strip()),
            text=" ".join(text.split()),
            start=Position(chapter, start),
            end=Position(chapter, end),
        )

    def _target(self, written: str) -> Position | str | None:
        """An address as it is; where an id is lost, the document in which it should be."""
        if _ADDRESS.match(written):
            return written
        return self._targets.find(written) or self._targets.find(written.partition("#")[0])


def _around(chapter: Chapter, offset: int) -> list[tuple[int, Run]]:
    """The runs that touch `offset`, and the others of their links, each with its offset."""
    block = chapter.block_at(offset)
    runs, start = chapter.blocks[block].runs, chapter.block_starts[block]
    ends = list(accumulate((len(run.text) for run in runs), initial=start))[1:]
    first, last = bisect_left(ends, offset), min(bisect_right(ends, offset), len(runs) - 1)
    while 0 < first < len(runs) and runs[first - 1].link == runs[first].link is not None:
        first -= 1
    while last + 1 < len(runs) and runs[last + 1].link == runs[last].link is not None:
        last += 1
    return [(ends[each] - len(runs[each].text), runs[each]) for each in range(first, last + 1)]


def _groups(runs: list[tuple[int, Run]]) -> list[tuple[int, list[Run]]]:
    """Runs that follow one another and lead to the same place, with the offset of the first."""
    groups: list[tuple[int, list[Run]]] = []
    for offset, run in runs:
        if groups and groups[-1][1][0].link == run.link:
            groups[-1][1].append(run)
        else:
            groups.append((offset, [run]))
    return groups
