"""A reader who has a keyboard and ears: presses keys, and hears what is announced."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.fakes.engine import texts_heard


def press(*keys):
    """Press keys one after the other: "Down", "Alt+G", "Return"."""
    for key in keys:
        QTest.keySequence(QApplication.focusWidget(), QKeySequence(key))
        QApplication.processEvents()


def write(text):
    """Write plain letters where the focus is."""
    QTest.keyClicks(QApplication.focusWidget(), text)


class Reader:
    """Reads the book of a scene."""

    def __init__(self, scene):
        self.scene = scene
        self.window = scene.window
        self.view = scene.window.view
        scene.qtbot.waitUntil(self.view.hasFocus)

    @property
    def chapter(self):
        """The chapter that is shown."""
        return self.scene.book.chapters[self.window.shown_chapter]

    @property
    def at_caret(self):
        """The text from the caret to the end of its paragraph."""
        return self.chapter.text[self.view.caret :].partition("\n")[0]

    def hears(self, *keys):
        """What is announced after these keys."""
        with self.scene.qtbot.waitSignal(self.window.announcer.announced) as said:
            press(*keys)
        return said.args[0]

    def dialog(self):
        """The dialog that has just been opened."""
        self.scene.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
        dialog = QApplication.activeModalWidget()
        dialog.activateWindow()
        self.scene.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        return dialog

    def back_in_the_text(self):
        """Wait until the dialog is gone; a window manager then activates the window."""
        self.scene.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
        self.window.activateWindow()
        self.scene.qtbot.waitUntil(self.view.hasFocus)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def put_caret(self, words):
        """Put the caret before `words` of the chapter."""
        self.view.place_caret(self.chapter.text.index(words))

    def heard(self, texts, output=0):
        """Which of `texts` have sounded, in order."""
        return texts_heard(self.scene.sound.outputs[output].sound, texts)
