"""Starts the program, tells when something was painted, and ends.

``python -m tests.benchmarks.library.window text`` waits for the text of the book that was read
last, ``… books`` opens the library at once and waits for its list. Printed is one JSON line: the
times at which that, and before it perhaps the main window, was painted first, how many books are
listed, and the megabytes that the process holds then.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QApplication

from reader.ui.app import make_application, run
from reader.ui.main_window import MainWindow
from reader.ui.shelf.books_page import BooksPage


class Watch(QObject):
    """Sees the windows painted."""

    def __init__(self, application: QApplication, wanted: str) -> None:
        super().__init__(application)
        self.wanted = wanted
        self.times: dict[str, float] = {}
        self.rows = 0
        self.ended = False
        application.installEventFilter(self)
        if wanted == "books":
            QTimer.singleShot(0, self, self.open_library)

    def open_library(self) -> None:
        """As the command in the menu does."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        (window,) = (one for one in application.topLevelWidgets() if isinstance(one, MainWindow))
        window.findChild(QAction, "library").trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self, lambda: self.painted(watched))
        return False

    def painted(self, watched: QObject) -> None:
        """Note what is painted for the first time."""
        books = watched.parent()
        if isinstance(watched, MainWindow):
            self.saw("window")
            return
        if isinstance(books, QAbstractItemView) and isinstance(books.parent(), BooksPage):
            self.rows = books.model().rowCount()
            if self.rows:
                self.saw("books")

    def saw(self, what: str) -> None:
        """Note the time; the end, once what is wanted is there."""
        self.times.setdefault(what, time.time())
        if what == self.wanted and not self.ended:
            self.ended = True
            print(json.dumps(self.times | {"rows": self.rows} | memory()))
            QApplication.quit()


def memory() -> dict[str, float]:
    """Megabytes that this process holds now."""
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    sizes = dict(line.split(":", 1) for line in lines)
    return {"rss_mib": int(sizes["VmRSS"].split()[0]) / 1024}


if __name__ == "__main__":
    watch = Watch(make_application(), sys.argv[1])
    sys.exit(run(None, play=False, on_ready=lambda: watch.saw("text")))
