"""A script and the text of its chapter, side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from reader.script.chapter import ChapterScript
from reader.ui.labels import label_for
from reader.ui.looks.present import zoomed
from reader.ui.script.beside import BookBeside
from reader.ui.script.writing import ScriptText
from reader.ui.typeface import book_font


class Sides(QSplitter):
    """The `text` in which a script is written and the `book` beside it.

    Their letters are `points` high at a zoom of 100 %.
    """

    def __init__(self, script: ChapterScript, points: int, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        book, points = script.book, round(zoomed(points))
        self.text = ScriptText(self.tr("Script"), parent, language=book.language, points=points)
        self.book = BookBeside(self.tr("The book"), book.chapters[script.chapter].text, parent)
        self.book.setFont(book_font(book.language, points))
        self._add(self.text, self.tr("&Script"), 3)
        self._add(self.book, self.tr("The &book"), 2)
        self.setChildrenCollapsible(False)

    def _add(self, field: QWidget, label: str, share: int) -> None:
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label_for(field, label, side))
        column.addWidget(field, 1)
        self.addWidget(side)
        self.setStretchFactor(self.count() - 1, share)
