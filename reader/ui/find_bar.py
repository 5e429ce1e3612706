"""The field in which words are looked for, below the text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from reader.ui.labels import label_for


class FindBar(QWidget):
    """Hidden until :meth:`begin`; Enter looks further on, Shift+Enter back, Escape closes it."""

    wanted = Signal(str, bool)
    """What to look for, and whether backwards."""
    closed = Signal()
    """The bar has gone: the focus belongs to the text again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.setCursorPosition(0)  # else Orca is silent when the empty field is reached
        self.field.setAccessibleName(self.tr("Find"))
        self.field.textEdited.connect(self._forget_message)
        self.field.returnPressed.connect(self._look_on)
        label = label_for(self.field, self.tr("Find"), self)
        self.next = self._button(self.tr("Next hit"))
        self.next.clicked.connect(self._look_on)
        self.previous = self._button(self.tr("Previous hit"))
        self.previous.clicked.connect(self._look_back)
        self.whole_words = QCheckBox(self.tr("Whole words"), self)
        self.close_button = self._button(self.tr("Close find"))
        self.close_button.clicked.connect(self.leave)
        self.news = QLabel(self)
        self.news.setTextFormat(Qt.TextFormat.PlainText)
        self._add_key("Shift+Return", self._look_back)
        self._add_key("Shift+Enter", self._look_back)
        self._add_key("Escape", self.leave)
        self._lay_out(label)
        self.hide()

    def begin(self, text: str = "") -> None:
        """Show the bar and take the focus, with `text` or what was looked for last."""
        if text:
            self.field.setText(text)
        self._forget_message()
        self.show()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_message(self, message: str) -> None:
        """Show what came of the search; whoever calls tells the screen reader."""
        self.news.setText(message)

    @property
    def text(self) -> str:
        """What is looked for."""
        return self.field.text()

    def leave(self) -> None:
        """Go away and give the focus back."""
        self.closed.emit()  # first, so that the focus goes to the text and nowhere between
        self.hide()

    def _look_on(self) -> None:
        self._want(backwards=False)

    def _look_back(self) -> None:
        self._want(backwards=True)

    def _want(self, backwards: bool) -> None:
        self._forget_message()
        if self.text.strip():
            self.wanted.emit(self.text, backwards)

    def _forget_message(self) -> None:
        self.news.clear()

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(True)  # Enter presses it, as in a dialog
        return button

    def _add_key(self, key: str, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def _lay_out(self, label: QLabel) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(label)
        row.addWidget(self.field, 1)
        for widget in (self.next, self.previous, self.whole_words, self.news, self.close_button):
            row.addWidget(widget)
