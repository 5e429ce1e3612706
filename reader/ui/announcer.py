"""The only way the window says something to a screen reader.

Polite, and said a moment after the key that caused it: a message sent while a menu closes
or the focus moves is lost, and of several in a row only the newest is worth hearing.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

SETTLING = 200
"""Milliseconds a message waits for focus to settle and for a newer one to take its place."""


class Announcer(QObject):
    """Says short messages through the accessibility interface of `window`."""

    announced = Signal(str)

    def __init__(self, window: QWidget, *, enabled: bool = True) -> None:
        super().__init__(window)
        self._window = window
        self.enabled = enabled
        self._message = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLING)
        self._timer.timeout.connect(self._say)

    def announce(self, message: str) -> None:
        """Have `message` said politely, unless a newer one comes at once or all are off."""
        if self.enabled and message:
            self._message = message
            self._timer.start()

    def _say(self) -> None:
        event = QAccessibleAnnouncementEvent(self._window, self._message)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
        QAccessible.updateAccessibility(event)
        self.announced.emit(self._message)
