"""The contents of the book as a tree, with the chapter that is being read marked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QFrame,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from reader.books.model import Book
from reader.ui.directions import read_from_the_right
from reader.ui.lists import Roomy

_INDENTATION = 1.25
"""Of an entry below the one that holds it, in line heights; the sign that opens is as wide."""


class _Titles(Roomy):
    """Writes each title from the side from which its language is read."""

    def initStyleOption(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if read_from_the_right(option.text):
            option.direction = Qt.LayoutDirection.RightToLeft


class Contents(QTreeWidget):
    """Chapters by level; Enter or a double click goes there."""

    chosen = Signal(int)
    """The number of the chapter to go to."""
    wanted = Signal()
    """The contents are about to have the focus; whoever hid them shows them."""
    left = Signal()
    """The focus has gone elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QTreeWidgetItem] = []
        self._current: QTreeWidgetItem | None = None
        self._told: QTreeWidgetItem | None = None
        self.setHeaderHidden(True)
        self.setAccessibleName(self.tr("Contents"))
        self.setUniformRowHeights(True)
        self.setItemDelegate(_Titles(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemActivated.connect(self._choose)
        self._indent()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Indent by letters of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._indent()

    def show_book(self, book: Book | None) -> None:
        """List the chapters of `book`, or nothing."""
        self.clear()
        self._items = []
        self._current = self._told = None
        above: list[tuple[int, QTreeWidgetItem]] = []
        for number, chapter in enumerate(book.chapters if book else ()):
            while above and above[-1][0] >= chapter.level:
                above.pop()
            item = QTreeWidgetItem([chapter.title or self.tr("Untitled")])
            item.setToolTip(0, chapter.title)
            item.setData(0, Qt.ItemDataRole.UserRole, number)
            if above:
                above[-1][1].addChild(item)
            else:
                self.addTopLevelItem(item)
            above.append((chapter.level, item))
            self._items.append(item)
        self.setRootIsDecorated(any(item.childCount() for item in self._items))
        for item in self._items:  # an entry that holds none is never called expanded
            if item.childCount():
                item.setExpanded(True)

    def mark(self, chapter: int) -> None:
        """Mark `chapter` as the one that is being read, and make it the current entry."""
        if not 0 <= chapter < len(self._items) or self._items[chapter] is self._current:
            return
        if self._current is not None:
            self._dress(self._current, reading=False)
        self._current = self._items[chapter]
        self._dress(self._current, reading=True)
        self._tell()
        if not self.hasFocus():  # never move the place of someone who is looking through it
            self.setCurrentItem(self._current)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Catch up with what was kept quiet under the focus."""
        super().focusOutEvent(event)
        self._tell()
        self.left.emit()

    def go_to_current(self) -> None:
        """Take the focus, on the chapter that is being read."""
        self._tell(at_once=True)
        if self._current is not None:
            self.setCurrentItem(self._current)
        self.wanted.emit()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def marked(self) -> int | None:
        """The number of the marked chapter."""
        return self._items.index(self._current) if self._current is not None else None

    def _indent(self) -> None:
        self.setIndentation(round(_INDENTATION * self.fontMetrics().height()))

    def _choose(self, item: QTreeWidgetItem) -> None:
        self.chosen.emit(item.data(0, Qt.ItemDataRole.UserRole))

    def _dress(self, item: QTreeWidgetItem, *, reading: bool) -> None:
        font = self.font()
        font.setBold(reading)
        item.setFont(0, font)

    def _tell(self, *, at_once: bool = False) -> None:
        """Name the marked entry for the ear; not under the focus, where a new name is spoken."""
        if (self.hasFocus() and not at_once) or self._told is self._current:
            return
        if self._told is not None:
            self._told.setData(0, Qt.ItemDataRole.AccessibleTextRole, None)
        self._told = self._current
        if self._told is not None:
            spoken = self.tr("{title}, reading here").format(title=self._told.text(0))
            self._told.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
