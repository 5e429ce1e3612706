"""Starts the window."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from reader import __version__, settings
from reader.errors import LibraryError, SettingsError, TingshuError
from reader.settings import Settings
from reader.ui.desk import Desk
from reader.ui.dialogs import install_excepthook
from reader.ui.main_window import MainWindow

if TYPE_CHECKING:
    from reader.library.store import Library


def run(book: Path | None, *, play: bool, on_ready: Callable[[], None] | None = None) -> int:
    """Show the window with `book`, or with the book read last; returns the exit status.

    `on_ready` is called once, when text can be read on the screen.
    """
    application = make_application()
    problems: list[TingshuError] = []
    desk = Desk(_settings(problems), _library(problems))
    window = MainWindow(desk)
    install_excepthook(lambda: window)
    if on_ready is not None:
        _once(window, on_ready)
    path = book or _last_book(desk.library)
    if path is None:
        window.show_welcome()
    else:
        desk.open(path, play=play)
    window.show()
    for problem in problems:
        QTimer.singleShot(0, window, lambda problem=problem: window.show_problem(problem))
    status = application.exec()
    if desk.library is not None:
        desk.library.close()
    return status


def make_application() -> QApplication:
    """The one application object, named for the system and for screen readers."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("tingshu")
    application.setApplicationDisplayName("Tingshu")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("tingshu")
    return application


def _once(window: MainWindow, on_ready: Callable[[], None]) -> None:
    def ready() -> None:
        window.view.painted.disconnect(ready)
        on_ready()

    window.view.painted.connect(ready)


def _settings(problems: list[TingshuError]) -> Settings:
    try:
        return settings.load()
    except SettingsError as error:
        problems.append(error)
        return Settings()


def _library(problems: list[TingshuError]) -> Library | None:
    """The library; without one books open all the same, but places are not kept."""
    from reader.library.store import Library

    try:
        library = Library()
    except LibraryError as error:
        problems.append(error)
        return None
    if library.notice is not None:
        problems.append(library.notice)
    return library


def _last_book(library: Library | None) -> Path | None:
    try:
        last = library.recent(1) if library is not None else []
    except LibraryError:
        return None
    return last[0].path if last and last[0].path.exists() else None
