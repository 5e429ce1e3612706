"""The only way the window says something that focus does not say by itself.

Polite, and said a moment after the key that caused it: a message sent while a menu closes
or the focus moves is lost, and of several in a row only the newest is worth hearing. It is
said once, by the program's own voice if that speaks, else by the running screen reader in
the way which that one understands.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QStatusBar, QWidget

from reader.ui.speech.screen_readers import ScreenReaders
from reader.ui.speech.toast import Toast

SETTLING = 200
"""Milliseconds a message waits for focus to settle and for a newer one to take its place."""


class SaysText(Protocol):
    """A voice of the program's own that says short texts."""

    def say(self, text: str, *, interrupt: bool = False) -> None:
        """Say `text` after what is being said, or with `interrupt` in place of it."""
        ...

    def hush(self) -> None:
        """Fall silent at once."""
        ...

    def release(self) -> None:
        """Let a book that has paused for the voice go on."""
        ...


class Announcer(QObject):
    """Says short messages for `window`.

    `way` is ``event`` (an announcement), ``notification`` (for Orca before 45.2) or ``auto``:
    whichever the screen reader found by `screen_readers` says. `enabled`, `way` and `voice`,
    which goes before both, may be changed at any time.
    """

    announced = Signal(str)
    """A message has been handed on to be said."""

    def __init__(
        self,
        window: QWidget,
        *,
        enabled: bool = True,
        way: str = "auto",
        screen_readers: ScreenReaders | None = None,
    ) -> None:
        super().__init__(window)
        self.enabled = enabled
        self.way = way
        self.voice: SaysText | None = None
        self._window = window
        self._screen_readers = screen_readers
        self._toast: Toast | None = None
        self._message = ""
        self._interrupt = False
        self._focused = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLING)
        self._timer.timeout.connect(self._say)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)

    def announce(self, message: str, *, interrupt: bool = False) -> None:
        """Have `message` said, unless a newer one comes at once, focus says it or all are off.

        With `interrupt` what is being said gives way to it.
        """
        if self.enabled and message:
            self._message = message
            self._interrupt = interrupt
            self._timer.start()

    def _say(self) -> None:
        message = self._message
        if not self.enabled or self._said_by_focus(message):
            return
        if self.voice is not None:
            self.voice.say(message, interrupt=self._interrupt)
        elif self._by_notification:
            self._notify(message)
        else:
            self._send(message)
        self.announced.emit(message)

    @property
    def _by_notification(self) -> bool:
        if self.way != "auto" or self._screen_readers is None:
            return self.way == "notification"
        running = self._screen_readers.running
        return running is not None and not running.says_announcements

    def _notify(self, message: str) -> None:
        if self._toast is None:
            self._toast = Toast(self._window.findChild(QStatusBar) or self._window)
        self._toast.say(message)

    def _send(self, message: str) -> None:
        event = QAccessibleAnnouncementEvent(self._window, message)
        levels = QAccessible.AnnouncementPoliteness
        event.setPoliteness(levels.Assertive if self._interrupt else levels.Polite)
        QAccessible.updateAccessibility(event)

    def _focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None:
            self._focused.start()

    def _said_by_focus(self, message: str) -> bool:
        """Whether what got the focus a moment ago is called what `message` says."""
        if not self._focused.isValid() or self._focused.elapsed() > 2 * SETTLING:
            return False
        said = message.strip(" .。").casefold()
        return any(said in name.casefold() for name in _names(QApplication.focusWidget()))


def _names(focus: QWidget | None) -> Iterator[str]:
    """What `focus` and its current item are called."""
    if focus is None:
        return
    element: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(focus)
    for _ in range(2):
        if element is not None:
            yield element.text(QAccessible.Text.Name)
            element = element.focusChild()
