"""A reader at a window: keys go to whatever has the focus, and what is announced is heard."""

from __future__ import annotations

import threading
from dataclasses import replace

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


class Hands:
    """Presses keys in the window of `scene` and notes what is said there."""

    def __init__(self, scene) -> None:
        self.scene = scene
        self.said: list[str] = []
        self._before = threading.enumerate()
        scene.window.announcer.announced.connect(self.said.append)

    def press(self, *keys: str) -> None:
        """Press keys one after the other: "Alt+Down", "K"."""
        for key in keys:
            QTest.keySequence(QApplication.focusWidget() or self.scene.window, QKeySequence(key))
            QApplication.processEvents()

    def write(self, text: str) -> None:
        """Type `text` where the focus is."""
        QTest.keyClicks(QApplication.focusWidget(), text)

    def put_caret(self, words: str) -> None:
        """Put the caret before `words` of the chapter that is shown, as a braille key does."""
        view = self.scene.window.view
        view.setTextCursor(
            view._cursor(*[self.where(words, self.scene.window.shown_chapter)[1]] * 2)
        )

    def answer(self, *keys: str) -> str:
        """Press keys; what is said after the last of them."""
        self.press(*keys)
        return self.next_said()

    def next_said(self) -> str:
        """Wait for something to be said."""
        self.said.clear()
        self.scene.qtbot.waitUntil(lambda: self.said != [])
        return self.said[-1]

    def keep_silent(self) -> bool:
        """Whether the last key had nothing said, nor has anything waiting to be said."""
        return not self.scene.window.announcer._timer.isActive()

    def listen_to(self, sentence: str) -> None:
        """Begin to play, and let the voice come to `sentence`."""
        self.press("F5")
        self.hear(sentence)

    def hear(self, sentence: str) -> None:
        """Let the voice come to `sentence`, and the window show it."""
        scene = self.scene
        scene.listen_until(lambda: scene.text == sentence)
        scene.qtbot.waitUntil(lambda: scene.window.view.highlighted == sentence)

    def open_another(self, *, book=None) -> None:
        """Open `book`, or one with another identifier, out of a file of its own."""
        scene = self.scene
        scene.book = book or replace(scene.book, title="Another", identifier="another book")
        scene.path = scene.path.with_name(f"{scene.book.identifier}.epub")
        scene.open()
        self.put_away()

    def put_away(self) -> None:
        """Let go of the dialogs that were closed."""
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def await_thread(self, name: str) -> None:
        """Wait until every thread called `name` has ended, and what came of it has arrived."""

        def ended() -> bool:
            since = set(threading.enumerate()).difference(self._before)
            return name not in {each.name for each in since}

        self.scene.qtbot.waitUntil(ended)
        QApplication.processEvents()

    def place(self) -> tuple[int, int]:
        """The chapter that is shown, and where the caret stands in it."""
        return self.scene.window.shown_chapter, self.scene.window.view.caret

    def where(self, words: str, chapter: int = 0) -> tuple[int, int]:
        """Where `words` stand in the book."""
        return chapter, self.scene.book.chapters[chapter].text.index(words)
