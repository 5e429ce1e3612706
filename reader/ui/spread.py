"""The open book: its title and contents on the left, its text on the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from reader.books.model import Book
from reader.ui.contents import Contents
from reader.ui.reading_view import ReadingView
from reader.ui.typeface import interface_font

_SIDE = 250
"""Pixels that the contents have at first; never more than a third of the width."""


class Spread(QSplitter):
    """Contents beside text; in a narrow window the text keeps most of the room."""

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
        side = min(self._wanted, self.width() // 3)
        self.setSizes([side, self.width() - side])

    def _drag(self, position: int) -> None:
        self._wanted = position

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
