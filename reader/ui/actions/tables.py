"""Inside a table: from cell to cell, each told with its headings."""

from __future__ import annotations

from functools import partial

from reader.navigation.tables import Cell
from reader.ui.actions.part import Actions, Part
from reader.ui.guide import Guide
from reader.ui.language import clauses


class TableActions(Part):
    """Where rows and columns are what one moves by."""

    def actions(self) -> Actions:
        """By the commands' names."""
        self._at: tuple[Guide, Cell] | None = None
        return {
            "next_cell": partial(self._move, columns=1),
            "previous_cell": partial(self._move, columns=-1),
            "cell_below": partial(self._move, rows=1),
            "cell_above": partial(self._move, rows=-1),
            "this_cell": self._tell,
        }

    def _move(self, rows: int = 0, columns: int = 0) -> None:
        cell = self._cell()
        if cell is None:
            return
        target = self.window.guide.tables.neighbour(cell, rows=rows, columns=columns)
        if target is None:
            self.say(self.tr("Edge of the table"))
        else:
            self.go(target.start, self._in_words(target, cell))
            self._at = self.window.guide, target

    def _tell(self) -> None:
        cell = self._cell()
        if cell is not None:
            self.say(self._in_words(cell, None))

    def _cell(self) -> Cell | None:
        here = self.position
        guide, at = self._at or (None, None)
        if guide is self.window.guide and at is not None and at.start == here:
            return at  # an empty cell has no place of its own to tell it by
        cell = self.window.guide.tables.cell_at(here) if here is not None else None
        if cell is None:
            self.say(self.tr("Not in a table"))
        return cell

    def _in_words(self, cell: Cell, before: Cell | None) -> str:
        """The heading that is new, the cell, and its place."""
        parts = []
        if cell.column_header and (before is None or before.column != cell.column):
            parts.append(cell.column_header)
        if cell.row_header and (before is None or before.row != cell.row):
            parts.append(cell.row_header)
        text = cell.text or self.tr("empty")
        place = self.tr("row {row} of {rows}, column {column} of {columns}").format(
            row=cell.row + 1, rows=cell.rows, column=cell.column + 1, columns=cell.columns
        )
        return clauses((*dict.fromkeys((*parts, text)), place))
