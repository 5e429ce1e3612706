"""A field that narrows a list down, and the way from one to the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget


class FilterField(QLineEdit):
    """Asks for what is called `name`; Down goes to the list of what was found."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._found: QAbstractItemView | None = None
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        self.setCursorPosition(0)  # else Orca says nothing when the focus first comes here

    def lead_to(self, found: QAbstractItemView) -> None:
        """Have Down go to `found`."""
        self._found = found

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Down leaves the field for what it found."""
        if event.key() == Qt.Key.Key_Down and self._found is not None:
            self._found.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)
