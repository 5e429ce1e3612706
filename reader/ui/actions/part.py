"""What the parts of the window's doings have in common: the open book, the place, an answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from reader.navigation.place import Position
from reader.session import ReadingSession
from reader.settings import Settings

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow

Actions: TypeAlias = Mapping[str, Callable[[], None]]
"""What to call for each command, by its name in the table."""


class Part(QObject):
    """Does what the commands of one menu ask for, with the parts of `window`."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.desk = window.desk

    @property
    def session(self) -> ReadingSession | None:
        """The open book, if one is."""
        return self.desk.session

    @property
    def settings(self) -> Settings:
        """The present choices."""
        return self.desk.settings

    @property
    def position(self) -> Position | None:
        """Where the reader is: what is heard while the book plays, else the caret."""
        return self.window.following.position

    def say(self, message: str) -> None:
        """Show a short answer in the status line and say it to a screen reader."""
        self.window.say(message)

    def show(self, dialog: QDialog, leave: Callable[[], object] | None = None) -> None:
        """Open `dialog`, which is about the open book and goes with it.

        It is closed by `leave` where it has something to be kept, or dropped, first.
        """
        for gone in (self.desk.opened, self.desk.closed, self.desk.ending):
            gone.connect(leave or dialog.reject)
        dialog.open()

    def go(self, target: Position, said: str = "", *, exactly: bool = False) -> None:
        """Jump to `target`, so that one can come back; `said` unless the voice reads on there."""
        self.window.following.go(target, exactly=exactly)
        self._say_unless_heard(said)

    def arrive(self, target: Position, said: str = "") -> None:
        """Like :meth:`go`, without a way back."""
        self.window.following.arrive(target)
        self._say_unless_heard(said)

    def _say_unless_heard(self, message: str) -> None:
        if self.session is not None and not self.session.playing and message:
            self.say(message)
