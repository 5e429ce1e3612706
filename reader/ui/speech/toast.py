"""A notification for screen readers that do not know announcements, such as Orca before 45.2.

It is a widget of one clear pixel in the status bar, where the answers can be read anyway. It
stands there because Orca says “notification” before every notification but those of a status
bar. Nothing but showing it has it read, and so it is hidden again.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_SHOWN = 4000
"""Milliseconds a message stays, for a screen reader that is late or asked to repeat it."""


class Toast(QWidget):
    """Has a screen reader say a message; `parent` is a status bar."""

    def __init__(self, parent: QWidget) -> None:
        _know_toasts()
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setGeometry(0, 0, 1, 1)
        self.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN)
        self._timer.timeout.connect(self.hide)

    def say(self, message: str) -> None:
        """Show `message` to screen readers, in place of an earlier one."""
        self.hide()
        self.setAccessibleName(message)
        self.show()
        self._timer.start()


class _ToastInterface(QAccessibleWidget):
    def __init__(self, toast: Toast) -> None:
        super().__init__(toast, QAccessible.Role.Notification)


def _interface(_class_name: str, thing: object) -> QAccessibleInterface | None:
    return _ToastInterface(thing) if isinstance(thing, Toast) else None


_known = False


def _know_toasts() -> None:
    """Tell Qt once how screen readers are to see a toast."""
    global _known  # noqa: PLW0603
    if not _known:
        QAccessible.installFactory(_interface)
        _known = True
