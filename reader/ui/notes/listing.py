"""The list of bookmarks and notes: a row a sentence, however many there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QListView, QWidget

from reader.library.bookmarks import Bookmark
from reader.ui.notes.two_lines import LINES, Lines, TwoLines

_Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()


class MarkModel(QAbstractListModel):
    """Rows that stand for bookmarks; what is in them is made when they are looked at.

    `told` says a row in a sentence, `painted` in two lines.
    """

    def __init__(
        self,
        told: Callable[[Bookmark], str],
        painted: Callable[[Bookmark], Lines],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._told, self._painted = told, painted
        self.marks: Sequence[Bookmark] = ()
        """What is listed."""

    def show(self, marks: Sequence[Bookmark]) -> None:
        """List these. A list that is filled anew is told anew, so only what differs is changed."""
        before = self.marks
        same = _alike(before, marks)
        tail = _alike(before[same:][::-1], marks[same:][::-1])
        gone, new = len(before) - same - tail, len(marks) - same - tail
        if not gone and not new:
            return
        if not gone:
            self.beginInsertRows(_NOWHERE, same, same + new - 1)
            self.marks = marks
            self.endInsertRows()
        elif not new:
            self.beginRemoveRows(_NOWHERE, same, same + gone - 1)
            self.marks = marks
            self.endRemoveRows()
        elif gone == new:
            self.marks = marks
            self.dataChanged.emit(self.index(same, 0), self.index(same + new - 1, 0))
        else:
            self.beginResetModel()
            self.marks = marks
            self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802
        """As many as there are bookmarks."""
        return 0 if parent.isValid() else len(self.marks)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The sentence of a row, or what it is painted from."""
        if not 0 <= index.row() < len(self.marks):
            return None
        mark = self.marks[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._told(mark)
        return self._painted(mark) if role == LINES else None


class MarkList(QListView):
    """Shows bookmarks; one of them is the current one."""

    def __init__(
        self,
        name: str,
        told: Callable[[Bookmark], str],
        painted: Callable[[Bookmark], Lines],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(TwoLines(self, underlined=False))
        self._rows = MarkModel(told, painted, self)
        self.setModel(self._rows)

    @property
    def listed(self) -> Sequence[Bookmark]:
        """What is shown, from the top."""
        return self._rows.marks

    @property
    def current(self) -> Bookmark | None:
        """The bookmark of the current row."""
        row = self.currentIndex().row()
        return self.listed[row] if 0 <= row < len(self.listed) else None

    def show_marks(self, marks: Sequence[Bookmark], number: int | None = None) -> None:
        """Show `marks`; the one of that number becomes the current one, else one near by."""
        row = max(0, self.currentIndex().row())
        self._rows.show(marks)
        found = next((row for row, each in enumerate(marks) if each.number == number), None)
        if found is None:
            found = min(row, len(marks) - 1)
        if found != self.currentIndex().row():
            self.setCurrentIndex(self._rows.index(found, 0))
        if found >= 0:
            self.scrollTo(self.currentIndex())


def _alike(one: Sequence[Bookmark], other: Sequence[Bookmark]) -> int:
    """How many of the first bookmarks are the same in both."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
