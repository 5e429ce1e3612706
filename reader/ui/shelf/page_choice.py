"""Two or more buttons in a row, of which one is pressed: it stands for the page that is shown.

Tabs of Qt's own tell screen readers of themselves whenever a page is turned to, also from
elsewhere, in the middle of what the page has to say.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget


class PageChoice(QWidget):
    """A button for each of `titles`; Tab comes to the pressed one, arrows go to the others."""

    turned = Signal(int)
    """Another page is chosen, by its number."""

    def __init__(self, titles: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for number, title in enumerate(titles):
            button = QPushButton(title, self)
            button.setAutoDefault(False)
            button.setCheckable(True)
            self._group.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        self._group.button(0).setChecked(True)
        self._group.idToggled.connect(self._toggled)
        self._show()

    @property
    def current(self) -> int:
        """The number of the page that is chosen."""
        return self._group.checkedId()

    @property
    def stops(self) -> list[QWidget]:
        """The buttons, from the left."""
        return [*self._group.buttons()]

    def turn_to(self, number: int) -> None:
        """Choose the page of that number."""
        self._group.button(number).setChecked(True)

    def _toggled(self, number: int, pressed: bool) -> None:
        if pressed:
            self._show()
            self.turned.emit(number)

    def _show(self) -> None:
        """Tell the pressed button apart by weight, not by colour alone."""
        for button in self._group.buttons():
            pressed = button.isChecked()
            font = button.font()
            font.setBold(pressed)
            button.setFont(font)
            policy = Qt.FocusPolicy.StrongFocus if pressed else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
