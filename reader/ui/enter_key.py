"""What Enter does in a dialog in which it has no button of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QPushButton


class PressingDialog(QDialog):
    """Enter presses the button that has the focus, also one that is never the default one.

    Qt leaves such a button to Space alone: Enter is silence, or presses another button.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Press the button that is told to whoever hears where the focus is."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(
            focused, QPushButton
        ):
            focused.click()
        else:
            super().keyPressEvent(event)
