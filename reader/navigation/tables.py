"""Moving about in tables: the cell at a place, its headings, and the cells around it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from reader.books import model
from reader.books.model import Book
from reader.navigation.elements import Element, ElementKind, Elements
from reader.navigation.place import Position

_ROWS_MEASURED = 50
"""Rows of a table that are looked at to tell how many columns it has."""

_HIGHEST = 200
"""Rows above in which a cell is looked for that reaches down."""


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A cell of a table, come upon at `row` and `column`, which count from 0.

    A cell that spans several rows or columns is the same at all of them. `row_header` and
    `column_header` are the headings of its row and column, empty where there are none or the
    cell is one itself. From `start` to `end` its own text stands in the book; an empty cell
    is found by moving only, for it has no place of its own in the text.
    """

    row: int
    column: int
    rows: int
    columns: int
    text: str
    row_header: str
    column_header: str
    start: Position
    end: Position


@dataclass(frozen=True, kw_only=True)
class _Table:
    chapter: int
    first: int
    blocks: int
    rows: int
    columns: int


class _Found(NamedTuple):
    """A cell of the book, and the block in which it stands."""

    block: int
    cell: model.Cell


class Tables:
    """The tables of one book."""

    def __init__(self, book: Book, elements: Elements | None = None) -> None:
        self._book = book
        self._elements = elements or Elements(book)
        self._read = lru_cache(maxsize=32)(self._read_table)

    def cell_at(self, position: Position) -> Cell | None:
        """The cell at `position`, or the one it stands before; None outside tables."""
        table = self._table(position)
        if table is None:
            return None
        chapter = self._book.chapters[position.chapter]
        block = chapter.block_at(position.offset)
        within = position.offset - chapter.block_starts[block]
        cells = self._cells(table, block)
        chosen = next((cell for cell in cells if cell.start < cell.end >= within), cells[-1])
        return self._cell(table, _Found(block, chosen), chosen.row, chosen.column)

    def neighbour(self, cell: Cell, *, rows: int = 0, columns: int = 0) -> Cell | None:
        """The cell one row or column further: 1 is below or to the right, -1 above or left.

        In a row that ends before that column it is the last of the row. None at the edge of
        the table.
        """
        table = self._table(cell.start)
        if table is None:
            return None
        here = self._reaching(table, cell.row, cell.column)
        row, column = cell.row + rows, cell.column + columns
        while 0 <= row < table.rows and 0 <= column < table.columns:
            found = self._reaching(table, row, column)
            if found is None and rows:
                found = self._last_of(table, row)
            if found is not None and found != here:
                return self._cell(table, found, row, max(column, found.cell.column))
            row, column = row + rows, column + columns
        return None

    def _last_of(self, table: _Table, row: int) -> _Found | None:
        """The last cell of `row`; None where the row has no text."""
        block = self._block_of(table, row)
        cell = self._cells(table, block)[-1]
        return _Found(block, cell) if cell.row == row else None

    def _reaching(self, table: _Table, row: int, column: int) -> _Found | None:
        """The cell that covers `row` and `column`, be it from the left or from above."""
        block = self._block_of(table, row)
        for above in range(block, max(table.first, block - _HIGHEST) - 1, -1):
            for cell in self._cells(table, above):
                covers = cell.column <= column < cell.column + cell.width
                if covers and cell.row <= row < cell.row + cell.height:
                    return _Found(above, cell)
        return None

    def _block_of(self, table: _Table, row: int) -> int:
        """The last block that holds `row` or one above."""
        index = bisect_right(
            range(table.blocks), row, key=lambda each: self._row(table, table.first + each)
        )
        return table.first + max(0, index - 1)

    def _row(self, table: _Table, block: int) -> int:
        return self._cells(table, block)[0].row

    def _cells(self, table: _Table, block: int) -> tuple[model.Cell, ...]:
        """The cells of a block; one whose cells nobody knows is a single one."""
        own = self._book.chapters[table.chapter].blocks[block]
        return own.cells or (model.Cell(row=block - table.first, column=0, end=len(own.text)),)

    def _table(self, position: Position) -> _Table | None:
        for element in self._elements.at(position):
            if element.kind is ElementKind.TABLE:
                return self._read(element)
        return None

    def _read_table(self, element: Element) -> _Table:
        chapter = self._book.chapters[element.start.chapter]
        first, count = chapter.block_at(element.start.offset), element.count
        measured = chapter.blocks[first : first + count][:_ROWS_MEASURED]
        widths = [cell.column + cell.width for block in measured for cell in block.cells]
        last = chapter.blocks[first + count - 1].cells
        return _Table(
            chapter=element.start.chapter,
            first=first,
            blocks=count,
            rows=max(count, last[0].row + 1 if last else 0),
            columns=max(widths, default=1),
        )

    def _cell(self, table: _Table, found: _Found, row: int, column: int) -> Cell:
        own = found.cell
        start = self._book.chapters[table.chapter].block_starts[found.block]
        return Cell(
            row=row,
            column=column,
            rows=table.rows,
            columns=table.columns,
            text=self._text(table, found),
            row_header="" if own.is_heading else self._row_header(table, row, own.column),
            column_header=own.heading,
            start=Position(table.chapter, start + own.start),
            end=Position(table.chapter, start + own.end),
        )

    def _row_header(self, table: _Table, row: int, before: int) -> str:
        """The words that head `row`: those of the first heading to the left."""
        for column in range(min(before, 3)):
            found = self._reaching(table, row, column)
            if found is not None and found.cell.is_heading:
                return self._text(table, found)
        return ""

    def _text(self, table: _Table, found: _Found) -> str:
        text = self._book.chapters[table.chapter].blocks[found.block].text
        return " ".join(text[found.cell.start : found.cell.end].split())
