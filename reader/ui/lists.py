"""Lists that are easy to point at and easy to hear: rows of some height, named, with columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

_Index = QModelIndex | QPersistentModelIndex

_ROW = 1.9
"""The height of a row, in line heights."""


class Roomy(QStyledItemDelegate):
    """Gives the rows of a list their height, whatever their letters."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        """The text's own width, in a row of the list's height."""
        width = super().sizeHint(option, index).width()
        return QSize(width, round(option.fontMetrics.height() * _ROW))


class ColumnList(QTreeWidget):
    """Rows of texts under `headings`; each row may carry what it stands for."""

    def __init__(self, name: str, headings: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setItemDelegate(Roomy(self))
        self.setAlternatingRowColors(True)
        self.setAccessibleName(name)
        self.setHeaderLabels([*headings])

    def add(self, texts: Sequence[str], stands_for: object = None) -> None:
        """Append a row."""
        item = QTreeWidgetItem([*texts])
        item.setData(0, Qt.ItemDataRole.UserRole, stands_for)
        self.addTopLevelItem(item)

    def settle(self) -> None:
        """Fit the columns to what was added, and make the first row the current one."""
        self._fit_columns()
        self.setCurrentIndex(self.model().index(0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Let the last column have what is left, or all it needs where that is too little."""
        super().resizeEvent(event)
        self._fit_last_column()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Fit the columns to letters of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_columns()

    def _fit_columns(self) -> None:
        for column in range(self.columnCount() - 1):
            self.resizeColumnToContents(column)
        self._fit_last_column()

    def _fit_last_column(self) -> None:
        last = self.columnCount() - 1
        needed = max(self.sizeHintForColumn(last), self.header().sectionSizeHint(last))
        taken = sum(map(self.columnWidth, range(last)))
        fits = taken + needed <= self.viewport().width()
        self.header().setStretchLastSection(fits)
        if not fits:
            self.setColumnWidth(last, needed)

    @property
    def chosen(self) -> object:
        """What the current row stands for; None without one."""
        item = self.currentItem()
        return item.data(0, Qt.ItemDataRole.UserRole) if item is not None else None
