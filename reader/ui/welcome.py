"""What stands in the window while no book is open: what to do, and three ways to do it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class Welcome(QWidget):
    """A few words and a button for each of `actions`; `key` is the one that plays."""

    def __init__(self, actions: Sequence[QAction], key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel("Tingshu 听书", self)
        font = title.font()
        font.setPointSize(font.pointSize() * 3)
        title.setFont(font)
        words = QLabel(
            self.tr("Open a book, and press {key} to have it read aloud.").format(key=key), self
        )
        self.news = QLabel(self)
        self.news.setTextFormat(Qt.TextFormat.PlainText)
        self.news.setWordWrap(True)
        self.news.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.news.hide()
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        for label in (title, words):
            column.addWidget(label, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.news)
        column.addSpacing(16)
        self.buttons = [self._button(action) for action in actions]
        for button in self.buttons:
            column.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def begin(self, news: str) -> None:
        """Show `news`, if any, and put the focus on the first thing to do."""
        self.news.setText(news)
        self.news.setVisible(bool(news))
        self.buttons[0].setFocus()

    def _button(self, action: QAction) -> QPushButton:
        text = action.text().replace("&", "")
        button = QPushButton(text, self)
        button.setMinimumWidth(280)
        button.setMinimumHeight(36)
        button.setAutoDefault(True)
        button.clicked.connect(action.trigger)
        return button
