"""What Ctrl+Z takes back in the window: the last changes to how the book is said."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

_MOST = 100


class Undoing(QObject):
    """The changes of one window that can be taken back, the last first."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._changes: list[tuple[str, Callable[[], object]]] = []

    @property
    def possible(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._changes)

    def add(self, title: str, undo: Callable[[], object]) -> None:
        """`undo` takes back what was done to what `title` names."""
        self._changes = [*self._changes, (title, undo)][-_MOST:]

    def undo(self) -> str:
        """Take the last change back; what it was done to, empty if nothing can be taken back."""
        if not self._changes:
            return ""
        title, undo = self._changes.pop()
        undo()
        return title

    def forget(self) -> None:
        """Let all changes stay: another book is open."""
        self._changes = []


def undoing_of(window: QMainWindow) -> Undoing:
    """The one of `window`, whose parts share it."""
    return window.findChild(Undoing) or Undoing(window)
