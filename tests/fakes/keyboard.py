"""A window with a text, dialogs over it, and the keys that a reader presses there."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QPlainTextEdit


class Desktop:
    """The window `window` with `text` in it; keys go to whatever has the focus."""

    def __init__(self, qtbot) -> None:
        self._qtbot = qtbot
        self.window = QMainWindow()
        qtbot.addWidget(self.window)
        self.text = QPlainTextEdit()
        self.window.setCentralWidget(self.text)
        self._show(self.window)
        self.text.setFocus()

    def open(self, dialog: QDialog) -> QDialog:
        """Open `dialog` over the window, as the commands do."""
        dialog.open()
        self._show(dialog)
        return dialog

    def press(self, *keys: str) -> None:
        """Press keys one after the other: "Down", "Alt+G", "Return"."""
        for key in keys:
            QTest.keySequence(QApplication.focusWidget(), QKeySequence(key))

    def write(self, text: str) -> None:
        """Write `text` where the focus is; what no key has comes from an input method."""
        if text.isascii():
            QTest.keyClicks(QApplication.focusWidget(), text)
        else:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(QApplication.focusWidget(), event)

    def wait_for_text(self) -> None:
        """Wait until every dialog is gone and the text has the focus back."""
        self._qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
        self.window.activateWindow()  # the window manager's part
        self._qtbot.waitUntil(lambda: QApplication.focusWidget() is self.text)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _show(self, widget) -> None:
        widget.show()
        widget.activateWindow()
        self._qtbot.waitUntil(lambda: QApplication.activeWindow() is widget)
        self._qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
