"""The list of pronunciations: a row a sentence, however many there are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QListView, QWidget

from reader.lexicon.entry import Entry
from reader.ui.lexicon.in_words import entry_in_words
from reader.ui.lists import Roomy

_Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()


class EntryModel(QAbstractListModel):
    """Rows that stand for entries; their sentences are made when they are looked at."""

    entries: Sequence[Entry] = ()
    """What is listed."""

    def show(self, entries: Sequence[Entry]) -> None:
        """List these. A list that is filled anew is told anew, so only what differs is changed."""
        before, here = self.entries, QModelIndex()
        same = _alike(before, entries)
        tail = _alike(before[same:][::-1], entries[same:][::-1])
        gone, new = len(before) - same - tail, len(entries) - same - tail
        if not gone and not new:
            return
        if not gone:
            self.beginInsertRows(here, same, same + new - 1)
            self.entries = entries
            self.endInsertRows()
        elif not new:
            self.beginRemoveRows(here, same, same + gone - 1)
            self.entries = entries
            self.endRemoveRows()
        elif gone == new:
            self.entries = entries
            self.dataChanged.emit(self.index(same, 0), self.index(same + new - 1, 0))
        else:
            self.beginResetModel()
            self.entries = entries
            self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802
        """As many as there are entries."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The sentence of a row."""
        if role != Qt.ItemDataRole.DisplayRole or not 0 <= index.row() < len(self.entries):
            return None
        return entry_in_words(self.entries[index.row()])


def _alike(one: Sequence[Entry], other: Sequence[Entry]) -> int:
    """How many of the first entries are the same in both."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


class EntryList(QListView):
    """Shows entries; one of them is the current one."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(Roomy(self))
        self.setUniformItemSizes(True)
        self._rows = EntryModel(self)
        self.setModel(self._rows)

    @property
    def listed(self) -> Sequence[Entry]:
        """What is shown, from the top."""
        return self._rows.entries

    @property
    def current(self) -> Entry | None:
        """The entry of the current row."""
        row = self.currentIndex().row()
        return self.listed[row] if 0 <= row < len(self.listed) else None

    def show_entries(self, entries: Sequence[Entry], number: int | None = None) -> None:
        """Show `entries`; the one of that number becomes the current one, else one near by."""
        row = max(0, self.currentIndex().row())
        self._rows.show(entries)
        found = next((row for row, each in enumerate(entries) if each.number == number), None)
        if found is None:
            found = min(row, len(entries) - 1)
        if found != self.currentIndex().row():
            self.setCurrentIndex(self._rows.index(found, 0))
        if found >= 0:
            self.scrollTo(self.currentIndex())
