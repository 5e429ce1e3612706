"""The chapters of a book, each to be exported or not."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QListView, QWidget

from reader.books.model import Book
from reader.ui.language import clauses
from reader.ui.lists import Roomy

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

_STEP = "    "
"""Blanks by which a title stands further in for each level; they do not break."""

_ROWS = 5
"""What is seen of the list at least."""


class ChapterModel(QAbstractListModel):
    """Rows that stand for the chapters of `book`; those in `chosen` are ticked."""

    ticked = Signal(int, bool)
    """A row was ticked, or cleared, by the reader."""

    def __init__(self, book: Book, parent: QWidget) -> None:
        super().__init__(parent)
        self._chapters = book.chapters
        self._names: Mapping[int, str] = {}
        self.chosen: frozenset[int] = frozenset()

    def choose(self, chosen: Collection[int]) -> None:
        """Tick these rows and no others."""
        self.chosen = frozenset(chosen)
        self._tell_all(Qt.ItemDataRole.CheckStateRole)

    def name_kinds(self, names: Mapping[int, str]) -> None:
        """Say what the chapters of these indices are, beside their titles."""
        self._names = names
        self._tell_all(Qt.ItemDataRole.DisplayRole)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802
        """As many as there are chapters."""
        return 0 if parent.isValid() else len(self._chapters)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Every row can be ticked."""
        ticking = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index) | ticking

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Number, title, level and kind; whether it is ticked."""
        row = index.row()
        if not 0 <= row < len(self._chapters):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._heard(row)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row in self.chosen else Qt.CheckState.Unchecked
        return None

    def setData(  # noqa: N802
        self,
        index: _Index,
        value: Any,  # noqa: ANN401
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Tick a row, or clear it."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        row, on = index.row(), Qt.CheckState(value) is Qt.CheckState.Checked
        self.chosen = self.chosen | {row} if on else self.chosen - {row}
        self.dataChanged.emit(index, index, [role])
        self.ticked.emit(row, on)
        return True

    def _tell_all(self, role: Qt.ItemDataRole) -> None:
        if self._chapters:
            self.dataChanged.emit(self.index(0), self.index(len(self._chapters) - 1), [role])

    def _title(self, row: int) -> str:
        return self._chapters[row].title or self.tr("Untitled")

    def _shown(self, row: int) -> str:
        steps = _STEP * (self._chapters[row].level - 1)
        said = self.tr("{number}. {title}").format(number=row + 1, title=self._title(row))
        if row in self._names:
            said = self.tr("{chapter} — {kind}").format(chapter=said, kind=self._names[row])
        return steps + said

    def _heard(self, row: int) -> str:
        level = self._chapters[row].level
        return clauses(
            (
                self.tr("{number}. {title}").format(number=row + 1, title=self._title(row)),
                self.tr("level {level}").format(level=level) if level > 1 else "",
                self._names.get(row, ""),
            )
        )


class ChapterList(QListView):
    """Shows the chapters; Space ticks the current one, or clears it."""

    def __init__(self, book: Book, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = ChapterModel(book, self)
        self.setAccessibleName(self.tr("Chapters to export"))
        self.setItemDelegate(Roomy(self))
        self.setUniformItemSizes(True)
        self.setModel(self.rows)
        self.setCurrentIndex(self.rows.index(0))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for some rows, whatever their letters."""
        height = _ROWS * max(self.sizeHintForRow(0), self.fontMetrics().height())
        return QSize(super().minimumSizeHint().width(), height + 2 * self.frameWidth())
