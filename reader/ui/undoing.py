"""What Ctrl+Z takes back in the window: the last changes to how the book is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

Ended: TypeAlias = Callable[[bool], object]
"""Is told, on Qt's thread, whether a change was taken back."""

Undo: TypeAlias = Callable[[Ended], object]
"""Begins to take a change back."""

_MOST = 100


class Undoing(QObject):
    """The changes of one window that can be taken back, the last first."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._changes: list[tuple[str, Undo]] = []

    @property
    def possible(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._changes)

    def add(self, title: str, undo: Callable[[], object]) -> None:
        """`undo` takes back at once what was done to what `title` names."""

        def begin(ended: Ended) -> None:
            undo()
            ended(True)

        self.add_lasting(title, begin)

    def add_lasting(self, title: str, undo: Undo) -> None:
        """The same for what takes a while: `undo` begins it, and tells how it ended."""
        self._changes.append((title, undo))
        del self._changes[:-_MOST]

    def undo(self, done: Callable[[str], object]) -> bool:
        """Take the last change back; False if nothing can be taken back.

        When that is done, `done` is told what it was done to. If it fails, the change can be
        taken back once more.
        """
        if not self._changes:
            return False
        changes, change = self._changes, self._changes.pop()
        place = len(changes)

        def ended(well: bool) -> None:
            if well:
                done(change[0])
            else:
                changes.insert(place, change)

        change[1](ended)
        return True

    def forget(self) -> None:
        """Let all changes stay: another book is open."""
        self._changes = []


def undoing_of(window: QMainWindow) -> Undoing:
    """The one of `window`, whose parts share it."""
    return window.findChild(Undoing) or Undoing(window)
