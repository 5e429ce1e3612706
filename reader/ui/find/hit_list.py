"""The list of hits: the line around each with the hit in bold, and below it where it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QListView, QWidget

from reader.navigation.find import Hit
from reader.ui.notes.two_lines import LINES, Lines, TwoLines

_Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()


class HitModel(QAbstractListModel):
    """Rows that stand for hits; `where` says the place of one, `told` the whole row."""

    def __init__(
        self, where: Callable[[Hit], str], told: Callable[[Hit], str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._where, self._told = where, told
        self.hits: Sequence[Hit] = ()
        """What is listed."""

    def show(self, hits: Sequence[Hit]) -> None:
        """List these."""
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802
        """As many as there are hits."""
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The sentence of a row, or what it is painted from."""
        if not 0 <= index.row() < len(self.hits):
            return None
        hit = self.hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._told(hit)
        if role == LINES:
            return Lines(hit.before, hit.match, hit.after, self._where(hit))
        return None


class HitList(QListView):
    """Shows hits; one of them is the current one."""

    def __init__(
        self,
        name: str,
        where: Callable[[Hit], str],
        told: Callable[[Hit], str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(TwoLines(self, underlined=True))
        self._rows = HitModel(where, told, self)
        self.setModel(self._rows)

    @property
    def listed(self) -> Sequence[Hit]:
        """What is shown, from the top."""
        return self._rows.hits

    @property
    def current(self) -> Hit | None:
        """The hit of the current row."""
        row = self.currentIndex().row()
        return self.listed[row] if 0 <= row < len(self.listed) else None

    def show_hits(self, hits: Sequence[Hit], row: int) -> None:
        """Show `hits`; that of `row` becomes the current one."""
        self._rows.show(hits)
        if hits:
            self.setCurrentIndex(self._rows.index(min(max(0, row), len(hits) - 1), 0))
            self.scrollTo(self.currentIndex(), QListView.ScrollHint.PositionAtCenter)
