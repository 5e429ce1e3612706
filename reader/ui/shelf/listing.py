"""The list of books: a row stands for each, and letters jump to titles, also by pinyin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QElapsedTimer,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QWidget

from reader.library.shelf import ShelfEntry
from reader.search.sorting import first_letters

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

ENTRY = Qt.ItemDataRole.UserRole
"""The role under which a row gives its book."""


class BookModel(QAbstractListModel):
    """Rows that stand for books; what `words` says of one is made when it is asked for."""

    def __init__(self, words: Callable[[ShelfEntry], str], parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: Sequence[ShelfEntry] = ()
        """What is listed."""
        self._words = words

    def show(self, entries: Sequence[ShelfEntry]) -> None:
        """List these; rows that stay are not told anew."""
        if [e.identifier for e in entries] == [e.identifier for e in self.entries]:
            self.entries = entries
            if entries:
                self.dataChanged.emit(self.index(0, 0), self.index(len(entries) - 1, 0))
            return
        gone = _only_one_gone(self.entries, entries)
        if gone is not None:  # a list that is filled anew is told anew
            self.beginRemoveRows(_NOWHERE, gone, gone)
            self.entries = entries
            self.endRemoveRows()
            return
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802
        """As many as there are books."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Title, words for the ear, or the book itself."""
        if not 0 <= index.row() < len(self.entries):
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words(entry)
        return entry if role == ENTRY else None

    def refresh(self, identifier: str) -> None:
        """Have the row of a book painted anew."""
        row = self.row_of(identifier)
        if row >= 0:
            self.dataChanged.emit(
                self.index(row), self.index(row), [Qt.ItemDataRole.DecorationRole]
            )

    def row_of(self, identifier: str) -> int:
        """Where a book is listed; -1 where it is not."""
        rows = (row for row, each in enumerate(self.entries) if each.identifier == identifier)
        return next(rows, -1)


class BookList(QListView):
    """Shows books; one of them is the current one. Enter, or a double click, takes it."""

    taken = Signal(object)
    """The :class:`~reader.library.shelf.ShelfEntry` to be opened."""

    def __init__(self, name: str, words: Callable[[ShelfEntry], str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows = BookModel(words, self)
        self.setModel(self.rows)
        self._typed = ""
        self._typing = QElapsedTimer()
        self.doubleClicked.connect(self._take)

    @property
    def current(self) -> ShelfEntry | None:
        """The book of the current row."""
        entry = self.currentIndex().data(ENTRY)
        return entry if isinstance(entry, ShelfEntry) else None

    def show_entries(self, entries: Sequence[ShelfEntry], *, first: bool = False) -> None:
        """List `entries`; the current book stays the current one unless the `first` shall be."""
        current, row = self.current, max(0, self.currentIndex().row())
        self.rows.show(entries)
        if first:
            row = 0
        elif current is not None:
            there = self.rows.row_of(current.identifier)
            row = there if there >= 0 else row
        wanted = self.rows.index(min(row, len(entries) - 1), 0)
        if wanted.row() != self.currentIndex().row():
            self.setCurrentIndex(wanted)
        if wanted.isValid():
            self.scrollTo(wanted)

    def select(self, identifier: str) -> None:
        """Make a book the current one, if it is listed."""
        row = self.rows.row_of(identifier)
        if row >= 0:
            self.setCurrentIndex(self.rows.index(row, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep room for a whole row at least, however narrow the list and large its letters."""
        super().resizeEvent(event)
        if self.rows.entries:
            self.setMinimumHeight(self.sizeHintForRow(0) + 2 * self.frameWidth())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Take the current book with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Go to the next title that begins with what is typed, or whose pinyin does."""
        slow = QApplication.keyboardInputInterval()
        going_on = self._typing.isValid() and self._typing.elapsed() < slow
        self._typed = (self._typed if going_on else "") + search.casefold()
        self._typing.start()
        again = len(set(self._typed)) == 1
        sought = self._typed[:1] if again else self._typed
        count, here = len(self.rows.entries), self.currentIndex().row()
        if not count:
            return
        for step in range(1 if again else 0, count + 1):
            row = (here + step) % count
            if _begins(self.rows.entries[row], sought):
                self.setCurrentIndex(self.rows.index(row, 0))
                return

    def _take(self) -> None:
        if self.current is not None:
            self.taken.emit(self.current)


def _begins(entry: ShelfEntry, typed: str) -> bool:
    """Whether a title begins with `typed`, as it is written or as it is filed."""
    return entry.title.casefold().startswith(typed) or first_letters(
        entry.title, entry.language
    ).startswith(typed)


def _only_one_gone(before: Sequence[ShelfEntry], after: Sequence[ShelfEntry]) -> int | None:
    """The row that is missing in `after`; None if it is not the only difference."""
    if len(before) != len(after) + 1:
        return None
    pairs = enumerate(zip(before, after, strict=False))
    row = next((row for row, (one, two) in pairs if one.identifier != two.identifier), len(after))
    rest = [each.identifier for each in before[row + 1 :]]
    return row if rest == [each.identifier for each in after[row:]] else None
