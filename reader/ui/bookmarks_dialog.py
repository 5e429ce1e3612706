"""The bookmarks of a book: go to one, name it, delete it, and take the deletion back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.books.model import Book
from reader.library.bookmarks import Bookmark
from reader.navigation.measure import Extent
from reader.navigation.place import Position
from reader.ui.fitting import fit
from reader.ui.labels import label_for
from reader.ui.lists import Roomy

_WORDS = 60
"""Characters of the text that stand for a bookmark without a name."""


class BookmarksDialog(QDialog):
    """What is done here is done at once; the signals have it kept."""

    chosen = Signal(object)
    """The :class:`~reader.library.bookmarks.Bookmark` to go to."""
    renamed = Signal(object, str)
    """A bookmark and its new name, empty for none."""
    removed = Signal(object)
    """A bookmark to take away."""
    restored = Signal(object)
    """A bookmark, taken away before, to put back."""
    told = Signal(str)
    """What a screen reader should be told: what was done."""

    def __init__(self, bookmarks: Sequence[Bookmark], book: Book, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Bookmarks"))
        self._extent = Extent(book)
        self._removed: list[tuple[int, QListWidgetItem, Bookmark]] = []
        self.naming: QInputDialog | None = None
        # Not a list of columns: Orca is silent when a row is put back into one.
        self.list = QListWidget(self)
        self.list.setItemDelegate(Roomy(self.list))
        self.list.setAccessibleName(self.tr("Bookmarks"))
        self.list.itemDoubleClicked.connect(self._go)
        self.rename = self._button(self.tr("&Rename…"), self._ask_name, "F2")
        self.remove = self._button(self.tr("&Delete"), self._remove, "Del")
        self.undo = self._button(self.tr("&Undo"), self._undo, "Ctrl+Z")
        for bookmark in bookmarks:
            _dress(QListWidgetItem(self.list), bookmark, self._told_of(bookmark))
        self.list.setCurrentRow(0)
        self._lay_out()
        self._show_actions()
        self.list.setFocus()

    # What is listed

    @property
    def current(self) -> Bookmark | None:
        """The bookmark that the buttons act on."""
        item = self.list.currentItem()
        found = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return found if isinstance(found, Bookmark) else None

    def _told_of(self, bookmark: Bookmark) -> str:
        place = Position(bookmark.place.chapter, bookmark.place.offset)
        percent = round(self._extent.fraction(place) * 100)
        parts = (
            title_of(bookmark) or self.tr("Without text"),
            bookmark.place.title,
            self.tr("{percent} percent").format(percent=percent),
        )
        return ", ".join(part for part in parts if part)

    def _show_actions(self) -> None:
        """Offer what can be done; the focus stays on something."""
        some = self.current is not None
        focused = self.focusWidget()
        for button in (self.go, self.rename, self.remove):
            button.setEnabled(some)
        self.undo.setEnabled(bool(self._removed))
        if focused is not None and not focused.isEnabled():
            self.list.setFocus()

    # What is done

    def _go(self) -> None:
        if self.current is not None:
            self.chosen.emit(self.current)
            self.accept()

    def _ask_name(self) -> None:
        if self.current is None:
            return
        asking = QInputDialog(self)
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.setWindowTitle(self.tr("Rename bookmark"))
        asking.setLabelText(self.tr("&Name"))
        asking.setTextValue(self.current.name)
        asking.textValueSelected.connect(self._rename)
        self.naming = asking
        asking.open()

    def _rename(self, name: str) -> None:
        item, bookmark = self.list.currentItem(), self.current
        if item is None or bookmark is None:
            return
        changed = replace(bookmark, name=" ".join(name.split()))
        _dress(item, changed, self._told_of(changed))
        self.renamed.emit(bookmark, changed.name)

    def _remove(self) -> None:
        row, bookmark = self.list.currentRow(), self.current
        if bookmark is None:
            return
        item = self.list.takeItem(row)
        self._removed.append((row, item, bookmark))
        self.removed.emit(bookmark)
        self._show_actions()
        self.told.emit(self.tr("Deleted: {title}").format(title=title_of(bookmark)))

    def _undo(self) -> None:
        if not self._removed:
            return
        row, item, bookmark = self._removed.pop()
        self.list.insertItem(row, item)
        self.list.setCurrentRow(row)
        self.restored.emit(bookmark)
        self._show_actions()
        self.list.setFocus()
        self.told.emit(self.tr("Put back: {title}").format(title=title_of(bookmark)))

    # How it looks

    def _button(self, text: str, act: Callable[[], None], key: str) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(act)
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.activated.connect(act)
        return button

    def _lay_out(self) -> None:
        label = label_for(self.list, self.tr("&Bookmarks"), self)
        actions = QHBoxLayout()
        for button in (self.rename, self.remove, self.undo):
            actions.addWidget(button)
        actions.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.go = buttons.addButton(self.tr("&Go"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        buttons.accepted.connect(self._go)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(label)
        column.addWidget(self.list, 1)
        if not self.list.count():
            none = QLabel(self.tr("This book has no bookmarks."), self)
            self.list.setAccessibleDescription(none.text())
            column.addWidget(none)
        column.addLayout(actions)
        column.addWidget(buttons)
        fit(self, 640, 480)


def title_of(bookmark: Bookmark) -> str:
    """The name that the reader gave it, else the words it stands before."""
    words = " ".join(bookmark.place.after.split())[:_WORDS]
    return bookmark.name or words.rstrip(" .,;:…。，、；：") or words


def _dress(item: QListWidgetItem, bookmark: Bookmark, text: str) -> None:
    item.setText(text)
    item.setData(Qt.ItemDataRole.UserRole, bookmark)
