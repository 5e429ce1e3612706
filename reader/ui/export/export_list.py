"""The exports as a list: what each is and what is going on with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from reader.ui.export.export import Export
from reader.ui.export.in_words import how_far_in_words, row_in_words
from reader.ui.language import ended, sentences
from reader.ui.lists import Roomy

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

_ROWS = 3
"""What is seen of the list at least."""


class ExportModel(QAbstractListModel):
    """Rows that stand for exports.

    How far one is, is told when somebody comes to its row, and not whenever it changes.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.exports: Sequence[Export] = ()

    def show(self, exports: Sequence[Export]) -> None:
        """List these."""
        self.beginResetModel()
        self.exports = [*exports]
        self.endResetModel()

    def refresh(self, export: Export) -> None:
        """It has another state."""
        if export in self.exports:
            index = self.index(self.exports.index(export))
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DisplayRole])

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802
        """As many as there are exports."""
        return 0 if parent.isValid() else len(self.exports)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """What it is and its state; for the ear, also how far it is."""
        if not 0 <= index.row() < len(self.exports):
            return None
        export = self.exports[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row_in_words(export)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return sentences(ended(row_in_words(export)), how_far_in_words(export))
        return None


class _Cut(Roomy):
    """Rows as wide as the list: of a long title the middle is left out, not the state."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        """No width of its own."""
        return QSize(0, super().sizeHint(option, index).height())


class ExportList(QListView):
    """Shows exports; one of them is the current one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = ExportModel(self)
        self.setAccessibleName(self.tr("Exports"))
        self.setItemDelegate(_Cut(self))
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setModel(self.rows)

    @property
    def current(self) -> Export | None:
        """The one that the buttons act on."""
        row = self.currentIndex().row()
        return self.rows.exports[row] if 0 <= row < len(self.rows.exports) else None

    def show_exports(self, exports: Sequence[Export], current: Export | None = None) -> None:
        """List these; `current`, else the one that is it now, is the current one."""
        current, row = current or self.current, max(0, self.currentIndex().row())
        self.rows.show(exports)
        if current in exports:
            row = exports.index(current)
        if exports:
            self.setCurrentIndex(self.rows.index(min(row, len(exports) - 1)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for some rows, whatever their letters."""
        height = _ROWS * max(self.sizeHintForRow(0), round(1.9 * self.fontMetrics().height()))
        return QSize(super().minimumSizeHint().width(), height + 2 * self.frameWidth())
