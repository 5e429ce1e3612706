"""One choice of a few behind a button that tells what is chosen: no list to fill the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget


class MenuChoice(QPushButton):
    """`told` is what stands on the button, with the chosen entry in place of ``{choice}``.

    A closed box of choices would be silent for Orca 43 where the arrows change it.
    """

    chosen = Signal(str)
    """The word that the user just chose."""

    def __init__(self, told: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self._told = told
        self._texts: dict[str, str] = {}
        self.word = ""
        """What stands for the chosen entry."""
        menu = QMenu(self)
        self.setMenu(menu)
        # Later: the menu forgets which entry is current while it comes up.
        menu.aboutToShow.connect(self._begin_at_chosen, Qt.ConnectionType.QueuedConnection)

    @property
    def text_chosen(self) -> str:
        """The text of the chosen entry."""
        return self._texts.get(self.word, "")

    def offer(self, entries: Sequence[tuple[str, str]], word: str) -> None:
        """Offer `entries`, each a word and the text that stands for it; `word` is chosen."""
        self._texts = dict(entries)
        menu = self.menu()
        menu.clear()
        group = QActionGroup(menu)
        for each, text in entries:
            action = menu.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(each == word)
            action.triggered.connect(lambda _checked=False, each=each: self._choose(each))
            group.addAction(action)
        self._show(word)

    def _begin_at_chosen(self) -> None:
        for action in self.menu().actions():
            if action.isChecked():
                self.menu().setActiveAction(action)

    def _choose(self, word: str) -> None:
        self._show(word)
        self.chosen.emit(word)

    def _show(self, word: str) -> None:
        self.word = word if word in self._texts else next(iter(self._texts), "")
        self.setText(self._told.format(choice=self.text_chosen.replace("&", "&&")))
