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
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.books.model import Book
from reader.library.bookmarks import Bookmark
from reader.navigation.measure import Extent
from reader.navigation.place import Position
from reader.ui.lists import ColumnList

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
        self._removed: list[tuple[int, QTreeWidgetItem, Bookmark]] = []
        self.naming: QInputDialog | None = None
        headings = [self.tr("Bookmark"), self.tr("Chapter"), self.tr("Place")]
        self.list = ColumnList(self.tr("Bookmarks"), headings, self)
        self.list.itemDoubleClicked.connect(self._go)
        self.rename = self._button(self.tr("&Rename…"), self._ask_name, "F2")
        self.remove = self._button(self.tr("&Delete"), self._remove, "Del")
        self.undo = self._button(self.tr("&Undo"), self._undo, "Ctrl+Z")
        self.news = QLabel(self)
        self.news.setTextFormat(Qt.TextFormat.PlainText)
        self.news.setWordWrap(True)
        self._lay_out()
        for bookmark in bookmarks:
            self.list.add(self._columns(bookmark), bookmark)
        self.list.settle()
        if not bookmarks:
            self.news.setText(self.tr("This book has no bookmarks."))
            self.list.setAccessibleDescription(self.news.text())
        self._show_actions()
        self.list.setFocus()

    # What is listed

    @property
    def current(self) -> Bookmark | None:
        """The bookmark that the buttons act on."""
        chosen = self.list.chosen
        return chosen if isinstance(chosen, Bookmark) else None

    def _columns(self, bookmark: Bookmark) -> list[str]:
        place = Position(bookmark.place.chapter, bookmark.place.offset)
        percent = round(self._extent.fraction(place) * 100)
        return [
            title_of(bookmark) or self.tr("Without text"),
            bookmark.place.title,
            self.tr("{percent} percent").format(percent=percent),
        ]

    def _show_actions(self) -> None:
        """Offer what can be done; the focus stays on something."""
        some = self.current is not None
        focused = self.focusWidget()
        for button in (self.go, self.rename, self.remove):
            button.setEnabled(some)
        self.undo.setEnabled(bool(self._removed))
        if focused is not None and not focused.isEnabled():
            self.list.setFocus()

    def _tell(self, message: str) -> None:
        self.news.setText(message)
        self.told.emit(message)

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
        asking.setTextValue(title_of(self.current))
        asking.textValueSelected.connect(self._rename)
        self.naming = asking
        asking.open()

    def _rename(self, name: str) -> None:
        item, bookmark = self.list.currentItem(), self.current
        if item is None or bookmark is None:
            return
        changed = replace(bookmark, name=" ".join(name.split()))
        item.setText(0, self._columns(changed)[0])
        item.setData(0, Qt.ItemDataRole.UserRole, changed)
        self.renamed.emit(bookmark, changed.name)

    def _remove(self) -> None:
        row, bookmark = self.list.currentIndex().row(), self.current
        item = self.list.takeTopLevelItem(row)
        if item is None or bookmark is None:
            return
        self._removed.append((row, item, bookmark))
        self.removed.emit(bookmark)
        self._show_actions()
        self._tell(self.tr("Deleted: {title}").format(title=title_of(bookmark)))

    def _undo(self) -> None:
        if not self._removed:
            return
        row, item, bookmark = self._removed.pop()
        self.list.insertTopLevelItem(row, item)
        self.list.setCurrentItem(item)
        self.restored.emit(bookmark)
        self._show_actions()
        self.list.setFocus()
        self._tell(self.tr("Put back: {title}").format(title=title_of(bookmark)))

    # How it looks

    def _button(self, text: str, act: Callable[[], None], key: str) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(act)
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.activated.connect(act)
        return button

    def _lay_out(self) -> None:
        label = QLabel(self.tr("&Bookmarks"), self)
        label.setBuddy(self.list)
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
        column.addLayout(actions)
        column.addWidget(self.news)
        column.addWidget(buttons)
        self.resize(640, 480)


def title_of(bookmark: Bookmark) -> str:
    """The name that the reader gave it, else the words it stands before."""
    return bookmark.name or " ".join(bookmark.place.after.split())[:_WORDS]
