"""Moving about in tables: the cell at a place, its headings, and the cells around it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from reader.books.model import Book
from reader.navigation.cells import Placed, headed_cells, headings_of, plain_cells
from reader.navigation.elements import Element, ElementKind, Elements
from reader.navigation.place import Position

_ROWS_MEASURED = 50
"""Rows of a table that are looked at to tell how many columns it has."""


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A cell of a table; `row` and `column` count from 0.

    `row_header` is the first cell of its row, `column_header` the heading of its column;
    each is empty where there is none or where it is the cell itself. From `start` to `end`
    its own text stands in the book.
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
    rows: int
    columns: int
    headings: tuple[str, ...]


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
        cells = self._cells(table, block - table.first)
        within = position.offset - chapter.block_starts[block]
        chosen = next((cell for cell in cells if within <= cell.end), cells[-1])
        return self._cell(table, block - table.first, chosen)

    def neighbour(self, cell: Cell, *, rows: int = 0, columns: int = 0) -> Cell | None:
        """The cell one row or column further: 1 is below or to the right, -1 above or left.

        In a row without a cell in that column it is the one that reaches there from the
        left. None at the edge of the table.
        """
        table = self._table(cell.start)
        row = cell.row + rows
        if table is None or not 0 <= row < table.rows:
            return None
        cells = self._cells(table, row)
        reaching = [each for each in cells if each.column <= cell.column] or [cells[0]]
        if not columns:
            return self._cell(table, row, reaching[-1])
        beside = [each for each in cells if (each.column - cell.column) * columns > 0]
        if not beside:
            return None
        return self._cell(table, row, beside[0] if columns > 0 else beside[-1])

    def _table(self, position: Position) -> _Table | None:
        for element in self._elements.at(position):
            if element.kind is ElementKind.TABLE:
                return self._read(element)
        return None

    def _read_table(self, element: Element) -> _Table:
        chapter = self._book.chapters[element.start.chapter]
        first, rows = chapter.block_at(element.start.offset), element.count
        measured = [block.text for block in chapter.blocks[first : first + rows][:_ROWS_MEASURED]]
        headings = headings_of(measured[0], measured[1]) if rows > 1 else ()
        columns = [len(plain_cells(measured[0]))]
        columns += [
            cells[-1].column + 1 for cells in (headed_cells(m, headings) for m in measured[1:])
        ]
        return _Table(
            chapter=element.start.chapter,
            first=first,
            rows=rows,
            columns=max(columns),
            headings=headings,
        )

    def _cells(self, table: _Table, row: int) -> tuple[Placed, ...]:
        text = self._text(table, row)
        return headed_cells(text, table.headings) if row else plain_cells(text)

    def _text(self, table: _Table, row: int) -> str:
        return self._book.chapters[table.chapter].blocks[table.first + row].text

    def _cell(self, table: _Table, row: int, placed: Placed) -> Cell:
        start = self._book.chapters[table.chapter].block_starts[table.first + row]
        text = self._text(table, row)
        head = self._cells(table, row)[0]
        heads_row = bool(table.headings) and row > 0 and placed.column > head.column
        return Cell(
            row=row,
            column=placed.column,
            rows=table.rows,
            columns=table.columns,
            text=text[placed.start : placed.end].strip(),
            row_header=text[head.start : head.end].strip() if heads_row else "",
            column_header=placed.heading,
            start=Position(table.chapter, start + placed.start),
            end=Position(table.chapter, start + placed.end),
        )
