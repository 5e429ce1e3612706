"""Text to be read at leisure: by line and by letter, with the caret that screen readers follow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget


class ReviewText(QPlainTextEdit):
    """A read-only text called `name`; Tab leaves it."""

    def __init__(self, name: str, parent: QWidget, text: str = "") -> None:
        super().__init__(text, parent)
        self.setReadOnly(True)
        # After setReadOnly, which takes the caret away.
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
