"""The open book: its title and contents on the left, its text on the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from reader.books.model import Book
from reader.ui.contents import Contents
from reader.ui.looks.present import zoomed
from reader.ui.reading_view import ReadingView
from reader.ui.typeface import interface_font

_SIDE = 250
"""Pixels that the contents have at first; never more than a third of the width."""

_NARROW = 46
"""Line heights: in a window less wide the contents are there only while they have the focus."""


class Spread(QSplitter):
    """Contents beside text; in a narrow window one of them at a time, the other aside.

    There the contents come when they are asked for and go when the focus leaves them: letters
    four times as large leave no room for both.
    """

    def __init__(self, view: ReadingView, chapters: Contents) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.title = _label(above=14, below=2)
        self.authors = _label(above=0, below=12)
        bold = QFont()  # nothing but its weight is set: the family comes from outside
        bold.setBold(True)
        self.title.setFont(bold)
        self._view = view
        self._chapters = chapters
        self._wanted = _SIDE
        self._side = self._column()
        self.addWidget(self._side)
        self.addWidget(view)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._drag)
        chapters.wanted.connect(self._reveal)
        chapters.left.connect(self._share)

    def show_book(self, book: Book) -> None:
        """Show title, authors and contents, in the faces of the book's language."""
        self._view.set_language(book.language)
        self._side.setFont(interface_font(self.font(), book.language))
        self.title.setText(book.title)
        self.authors.setText(", ".join(book.authors))
        self._chapters.show_book(book)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share the width out again."""
        super().resizeEvent(event)
        self._share()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Share the width out again among larger or smaller letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_side"):
            self._share()

    @property
    def _narrow(self) -> bool:
        return self.width() < _NARROW * self.fontMetrics().height()

    def _reveal(self) -> None:
        """Show the contents where they are not: they are about to have the focus."""
        self._side.show()
        if self._narrow:
            self._view.setMinimumWidth(0)
            self.setSizes([self.width() * 2 // 3, self.width() // 3])

    def _share(self) -> None:
        """Give contents and text what they get of the width."""
        in_use = self.window().focusWidget() is self._chapters  # also behind an open menu
        self._side.setVisible(in_use or not self._narrow)
        for label in (self.title, self.authors):  # all of the height is for the contents there
            label.setVisible(not self._narrow)
        if self._narrow:
            if in_use:
                self._reveal()
            return
        wanted = round(zoomed(self._wanted))
        side = min(wanted, self.width() // 3)
        self.setSizes([side, self.width() - side])

    def _drag(self, position: int) -> None:
        self._wanted = round(position / zoomed(1))

    def _column(self) -> QWidget:
        side = QWidget()
        side.setBackgroundRole(QPalette.ColorRole.Base)
        side.setAutoFillBackground(True)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.authors)
        column.addWidget(self._chapters, 1)
        return side


def _label(*, above: int, below: int) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setContentsMargins(16, above, 16, below)
    return label
