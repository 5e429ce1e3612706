"""Groups of controls that are told once: when the focus comes in, not with every control."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGroupBox, QLabel, QRadioButton, QVBoxLayout, QWidget


class Group(QGroupBox):
    """A frame with its title inside.

    A title of Qt's own would be the label of every control below it, said again at each.
    """

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.column = QVBoxLayout(self)
        self.column.addWidget(QLabel(title, self))


class RadioChoice(Group):
    """One choice of a few: every radio button is heard as the arrows reach it.

    Each of `entries` is a word and the text of the button that stands for it.
    """

    chosen = Signal(str)
    """The word that was just chosen, by the user or by :meth:`choose`."""

    def __init__(
        self, title: str, entries: Sequence[tuple[str, str]], word: str, parent: QWidget
    ) -> None:
        super().__init__(title, parent)
        self.buttons: dict[str, QRadioButton] = {}
        for each, text in entries:
            button = QRadioButton(text, self)
            button.setChecked(each == word)
            button.toggled.connect(self._tell)
            self.column.addWidget(button)
            self.buttons[each] = button
        self._tab_to_chosen()

    @property
    def word(self) -> str:
        """What the chosen button stands for; empty before anything is chosen."""
        return next((word for word, button in self.buttons.items() if button.isChecked()), "")

    def choose(self, word: str) -> None:
        """Choose the button that stands for `word`."""
        self.buttons[word].setChecked(True)

    def focus_chosen(self) -> None:
        """Take the focus, on the chosen button."""
        chosen = self.buttons.get(self.word, next(iter(self.buttons.values())))
        chosen.setFocus()

    def _tell(self, checked: bool) -> None:
        if checked:
            self._tab_to_chosen()
            self.chosen.emit(self.word)

    def _tab_to_chosen(self) -> None:
        """Have Tab come to the chosen button; Qt's comes to the first before any had the focus."""
        for button in self.buttons.values():
            chosen = button.isChecked() or not self.word
            policy = Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
