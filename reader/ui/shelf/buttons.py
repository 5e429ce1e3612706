"""What can be done with a book of the shelf, and to have more of them there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from reader.library.shelf import ShelfEntry
from reader.ui.flow import Flow
from reader.ui.shortcuts import on_key


class ShelfButtons(QWidget):
    """Buttons, and keys that do the same wherever the focus is in the window."""

    open_wanted = Signal()
    finished_wanted = Signal()
    """The current book shall be finished, or not be so any more."""
    removal_wanted = Signal()
    forgetting_wanted = Signal()
    """The current book shall be removed with all that is noted of it."""
    undo_wanted = Signal()
    files_chosen = Signal(list)
    """Paths of files and folders to be put on the shelf."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.open = self._button(self.tr("&Open"), self.open_wanted.emit)
        self.finished = self._button(self.tr("Mark as fi&nished"), self.finished_wanted.emit)
        self.remove = self._button(self.tr("&Remove"), self.removal_wanted.emit, "Del")
        self.forget = self._button(self.tr("Remove with no&tes…"), self.forgetting_wanted.emit)
        self.undo = self._button(self.tr("&Undo"), self.undo_wanted.emit, "Ctrl+Z")
        self.add_files = self._button(self.tr("&Add files…"), self._ask_files)
        self.add_folder = self._button(self.tr("Add a fol&der…"), self._ask_folder)
        self._lay_out()

    def show_for(self, entry: ShelfEntry | None, *, undoing: bool) -> None:
        """Offer what can be done with `entry`, and with what was done before."""
        there = entry is not None
        for button in (self.open, self.finished, self.remove, self.forget):
            self._enable(button, there)
        self._enable(self.undo, undoing)
        finished = entry is not None and entry.finished
        self.finished.setText(
            self.tr("Mark as &not finished") if finished else self.tr("Mark as fi&nished")
        )

    def _enable(self, button: QPushButton, able: bool) -> None:
        """A button that cannot be pressed any more lets go of the focus."""
        if button.hasFocus() and not able:
            button.clearFocus()
        button.setEnabled(able)

    def _ask_files(self) -> None:
        kinds = self.tr("Books (*.epub *.html *.htm *.xhtml *.txt *.md *.xml *.tei);;All files (*)")
        names, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Add files"), "", kinds)
        self.files_chosen.emit([Path(name) for name in names])

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Add a folder"))
        if name:
            self.files_chosen.emit([Path(name)])

    def _button(self, text: str, act: Callable[[], None], key: str = "") -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        if key:
            on_key(key, self._window, act)
        return button

    def _lay_out(self) -> None:
        row = Flow(self)
        of_book = (self.open, self.finished, self.remove, self.forget, self.undo)
        for button in (*of_book, self.add_files, self.add_folder):
            row.addWidget(button)
