"""Tables put together again from the rows that the text has of them.

A row of the text says the heading of its column before a cell; on the page the heading stands
above, so that it is left out where it is found there. Rows without text are not in the book:
what spans them is shortened.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from reader.books.model import Block, Cell
from reader.export.pages.links import block_identifier
from reader.export.pages.markup import element

_JOINT = re.compile(r"[;；]?\s*")
_COLON = re.compile(r"\s*[:：]?\s*")


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row of a table: the number of its block, and its cells with the text that they show."""

    index: int
    cells: tuple[Cell, ...]

    @property
    def is_heading(self) -> bool:
        """Whether all cells head their columns."""
        return all(cell.is_heading for cell in self.cells)


def tables_of(blocks: Sequence[tuple[int, Block]]) -> Iterator[list[Row]]:
    """The tables that rows following one another belong to; a row without cells is one alone."""
    table: list[Row] = []
    headings: set[str] = set()
    for index, block in blocks:
        cells = block.cells
        if table and (not cells or not table[-1].cells or cells[0].row <= table[-1].cells[0].row):
            yield table
            table, headings = [], set()
        cells = _shown(block.text, cells, headings)
        for cell in cells:
            if cell.is_heading:
                headings.update(block.text[cell.start : cell.end].split())
        table.append(Row(index=index, cells=cells))
    if table:
        yield table


def table_markup(rows: Sequence[Row], identifier: str, text: Callable[[Row, Cell], str]) -> str:
    """The table; `text` gives the content of a cell as markup."""
    heads = 0
    while heads < len(rows) and rows[heads].is_heading:
        heads += 1
    heads = 0 if heads == len(rows) else heads
    parts = [("thead", rows[:heads]), ("tbody", rows[heads:])]
    content = "\n".join(
        element(tag, "\n" + "\n".join(_rows(part, text, head=tag == "thead")) + "\n")
        for tag, part in parts
        if part
    )
    return element("table", f"\n{content}\n", id=identifier)


def _shown(text: str, cells: tuple[Cell, ...], headings: set[str]) -> tuple[Cell, ...]:
    """`cells` with all text of the row but what joins them and the headings that stand above.

    None at all where the text stands in no cell.
    """
    shown: list[Cell] = []
    last = -1
    done = 0
    for cell in cells:
        if cell.start < cell.end:
            between = text[done : cell.start]
            start = cell.start if _stands_above(between, cell.heading, headings) else done
            joint = _JOINT.match(text, start, cell.start)
            start = joint.end() if joint else start
            last, done = len(shown), cell.end
            shown.append(replace(cell, start=start))
        else:
            shown.append(cell)
    if last < 0:
        return ()
    if text[done:].strip():
        shown[last] = replace(shown[last], end=len(text))
    return tuple(shown)


def _stands_above(between: str, heading: str, headings: set[str]) -> bool:
    between = between[_JOINT.match(between).end() :]  # type: ignore[union-attr]
    if heading and between.startswith(heading) and headings.issuperset(heading.split()):
        between = _COLON.sub("", between[len(heading) :], count=1)
    return not between.strip()


def _rows(rows: Sequence[Row], text: Callable[[Row, Cell], str], *, head: bool) -> Iterator[str]:
    numbers = [row.cells[0].row if row.cells else 0 for row in rows]
    reaching: dict[int, int] = {}
    for at, row in enumerate(rows):
        taken = {column for column, until in reaching.items() if until > at}
        cells: list[str] = []
        column = 0
        for cell in row.cells or (Cell(row=0, column=0),):
            missing = sum(free not in taken for free in range(column, cell.column))
            cells += [element("td", "")] * missing
            column = cell.column + cell.width
            height = bisect_left(numbers, cell.row + cell.height) - at
            if height > 1:
                reaching.update(dict.fromkeys(range(cell.column, column), at + height))
            cells.append(_cell(cell, text(row, cell), height, head=head))
        yield element("tr", "".join(cells), id=block_identifier(row.index))


def _cell(cell: Cell, content: str, height: int, *, head: bool) -> str:
    scope = ("col" if head else "row") if cell.is_heading else None
    return element(
        "th" if cell.is_heading else "td",
        content,
        scope=scope,
        colspan=str(cell.width) if cell.width > 1 else None,
        rowspan=str(height) if height > 1 else None,
    )
