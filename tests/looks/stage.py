"""The real window on a real screen, over a book, to be looked at."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget

from reader.library.store import Library
from reader.settings import Settings
from reader.ui import language
from reader.ui.app import make_application
from reader.ui.desk import Desk
from reader.ui.looks.wardrobe import apply_looks
from reader.ui.main_window import MainWindow
from tests.fakes.desk import FakeSound
from tests.looks.book import pictured_book

PATIENCE = 10.0
"""Seconds that something may take to be seen."""

_CALM = 0.25
"""Seconds in which everything that is still to be laid out and painted is."""


class Stage:
    """One start of the program, whose windows are shown one after another."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        self.application = make_application()
        language.install(self.application, settings.interface_language)
        apply_looks(self.application, settings)
        self.library = Library(folder / "library.sqlite")
        self.sound = FakeSound()
        self.desk = Desk(
            settings, self.library, sound=self.sound, read_book=lambda *_, **__: pictured_book()
        )
        self.window = MainWindow(self.desk)
        self.book_file = folder / "lamp.epub"
        self.window.show_welcome()
        self.window.show()
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow)
        QCursor.setPos(self.window.screen().geometry().bottomRight())  # nothing is pointed at

    def open_book(self) -> None:
        """Have the book open, at its third sentence, its voice ready."""
        if self.desk.session is None:
            self.desk.open(self.book_file)
            self.wait(lambda: self.desk.session is not None and self.desk.session.attached)
            for _ in range(3):
                self.desk.session.next_sentence()
            self.calm()
            passage = self.desk.session.passage
            self.window.view.mark_word(passage.start + 1, passage.start + 7)

    def close_book(self) -> None:
        """Have no book open."""
        if self.desk.session is not None:
            self.desk.close_book()
            self.wait(lambda: self.desk.session is None)

    def opened(self, act: Callable[[], object]) -> QWidget | None:
        """The window that `act` opens; None if it opens none."""
        before = set(self._shown())
        act()
        self.wait(lambda: set(self._shown()) - before, patience=3.0)
        new = [each for each in self._shown() if each not in before]
        return new[-1] if new else None

    def command(self, name: str) -> QWidget | None:
        """The window that a command of the menus opens."""
        return self.opened(self.window.actions_by_name[name].trigger)

    def put_away(self) -> None:
        """Close every window but the main one."""
        for each in reversed(self._shown()):
            if each is not self.window:
                each.close()
        self.calm()

    def wait(self, condition: Callable[[], object], *, patience: float = PATIENCE) -> bool:
        """Let things happen until `condition()` holds; whether it does."""
        end = time.monotonic() + patience
        while not condition():
            if time.monotonic() > end:
                return False
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            time.sleep(0.005)
        return True

    def calm(self, seconds: float = _CALM) -> None:
        """Let everything be laid out and painted."""
        self.wait(lambda: False, patience=seconds)

    def close(self) -> None:
        """The end of the program."""
        self.put_away()
        self.window.close()
        self.library.close()

    def _shown(self) -> list[QWidget]:
        return [each for each in QApplication.topLevelWidgets() if each.isVisible()]
