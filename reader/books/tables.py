"""The cells of a data table: their places, and headings that tell what a cell alone is.

A cell is read with the heading of its column (Age: 7); the first cell of a row that heads
the row is read by itself, for it is what the row is about.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.books.markup import Element, local_name, plain_text
from reader.books.model import Cell

_LONGEST_HEADING = 60
"""Characters of a heading that is repeated before every cell below it."""

_WIDEST = 200
"""Columns for which headings are kept; spans beyond are not believed."""

_GROUPS = ("thead", "tbody", "tfoot")


def cells_of(table: Element) -> dict[Element, Cell]:
    """The cells of `table`, without text as yet, each with the heading of its column.

    Headings are the rows of ``thead``, or leading rows whose cells are all ``th``. Cells that
    are headings themselves, span several columns, are empty or say the same have none.
    """
    rows = list(_rows(table))
    count = _heading_rows(rows)
    if count == len(rows):
        count = 0
    columns: dict[int, list[str]] = {}
    found: dict[Element, Cell] = {}
    for row, cells in enumerate(_placed(rows)):
        for element, column, width, height in cells:
            heading = ""
            if row < count:
                for each in range(column, column + width):
                    columns.setdefault(each, []).append(plain_text(element))
            elif width == 1 and local_name(element) == "td":
                heading = _heading(columns.get(column, ()))
                heading = "" if plain_text(element) in ("", heading) else heading
            found[element] = Cell(
                row=row,
                column=column,
                width=width,
                height=height,
                heading=heading,
                is_heading=row < count or local_name(element) == "th",
            )
    return found


def _heading(parts: list[str] | tuple[()]) -> str:
    text = " ".join(dict.fromkeys(filter(None, parts))).rstrip(" :：")
    return text if len(text) <= _LONGEST_HEADING else ""


def _rows(table: Element) -> Iterator[Element]:
    """The rows of the table itself, those of ``thead`` first as they are shown."""
    children = [child for child in table if isinstance(child.tag, str)]
    for child in sorted(children, key=lambda child: local_name(child) != "thead"):
        if local_name(child) == "tr":
            yield child
        elif local_name(child) in _GROUPS:
            yield from (row for row in child if local_name(row) == "tr")


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row if local_name(cell) in {"td", "th"}]


def _heading_rows(rows: list[Element]) -> int:
    """How many rows at the top are headings: those of ``thead``, else those of ``th`` alone."""
    count = 0
    for row in rows:
        cells = _cells(row)
        in_head = local_name(row.getparent()) == "thead"
        if not cells or not (in_head or all(local_name(cell) == "th" for cell in cells)):
            break
        count += 1
    return count


def _placed(rows: list[Element]) -> Iterator[list[tuple[Element, int, int, int]]]:
    """The cells of each row with column, width and height; what reaches down counts below."""
    reaching: dict[int, int] = {}
    for row in rows:
        placed: list[tuple[Element, int, int, int]] = []
        taken, reaching = reaching, {c: left - 1 for c, left in reaching.items() if left > 1}
        column = 0
        for cell in _cells(row):
            while column in taken:
                column += 1
            if column >= _WIDEST:
                break
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            placed.append((cell, column, width, height))
            if height > 1:
                reaching.update(dict.fromkeys(range(column, column + width), height - 1))
            column += width
        yield placed


def _span(cell: Element, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return (
        max(1, min(int(value), _WIDEST))
        if value.isascii() and value.isdigit() and len(value) < 5
        else 1
    )
