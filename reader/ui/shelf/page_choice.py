"""Which page is shown: one of two or more buttons in a row is chosen.

Tabs of Qt's own tell screen readers of themselves whenever a page is turned to, also from
elsewhere, in the middle of what the page has to say.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QWidget


class PageChoice(QWidget):
    """A button for each of `titles`; Tab comes to the chosen one, arrows go to the others."""

    turned = Signal(int)
    """Another page is chosen, by its number."""

    def __init__(self, titles: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.buttons = [QRadioButton(title, self) for title in titles]
        for button in self.buttons:
            row.addWidget(button)
            button.toggled.connect(self._toggled)
        row.addStretch(1)
        self.turn_to(0)

    @property
    def current(self) -> int:
        """The number of the page that is chosen."""
        return next(number for number, each in enumerate(self.buttons) if each.isChecked())

    def turn_to(self, number: int) -> None:
        """Choose the page of that number."""
        self.buttons[number].setChecked(True)

    def _toggled(self, chosen: bool) -> None:
        if not chosen:
            return
        for button in self.buttons:  # Qt's Tab comes to the first before any had the focus
            tab = Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(tab)
        self.turned.emit(self.current)
