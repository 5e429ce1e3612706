"""Starts the window."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QApplication

from reader import __version__, settings
from reader.errors import LibraryError, SettingsError, TingshuError
from reader.settings import Settings
from reader.ui import language
from reader.ui.actions.file import FileActions
from reader.ui.desk import Desk
from reader.ui.dialogs import install_excepthook
from reader.ui.ending import RunningMark, SystemSignals
from reader.ui.first_steps import show_first_steps
from reader.ui.looks.wardrobe import LOOKS_SETTINGS, apply_looks
from reader.ui.main_window import MainWindow
from reader.ui.one_app import Reception, hand_over
from reader.ui.shelf.noting import look_after_shelf
from reader.ui.sound import SoundSystem

if TYPE_CHECKING:
    from reader.library.shelf import ShelfEntry
    from reader.library.store import Library


def run(
    book: Path | None,
    *,
    play: bool,
    on_ready: Callable[[], None] | None = None,
    sound: SoundSystem | None = None,
) -> int:
    """Show the window with `book`, or with the book read last; returns the exit status.

    `on_ready` is called once, when text can be read on the screen. `sound` stands in for the
    installed voices and the system's devices.
    """
    application = make_application()
    reception = Reception()
    alone = reception.open()
    if not alone and hand_over(book, play=play):
        return 0
    mark = RunningMark()
    crashed = alone and mark.set()
    problems: list[TingshuError] = []
    chosen = _settings(problems)
    spoken = language.install(application, chosen.interface_language)
    apply_looks(application, chosen)
    desk = Desk(chosen, _library(problems), sound=sound)
    window = MainWindow(desk)
    window.choices.changed.connect(partial(_looks_changed, application, desk))
    restart = language.RestartOffer(window, spoken, lambda: desk.settings.interface_language)
    window.choices.changed.connect(restart.choices_changed)
    look_after_shelf(window, desk, window.choices)
    install_excepthook(lambda: window)
    reception.asked.connect(partial(_receive, window))
    # Not quit, which an open dialog may refuse.
    window.ended.connect(lambda: QTimer.singleShot(0, application, partial(application.exit, 0)))
    signals = SystemSignals(window.close, window)
    if on_ready is not None:
        _once(window, on_ready)
    _begin(window, book, play=play, crashed=crashed)
    for problem in problems:
        QTimer.singleShot(0, window, lambda problem=problem: window.news.tell_problem(problem))
    status = application.exec()
    reception.close()
    signals.close()
    if desk.library is not None:
        desk.library.close()
    if alone:
        mark.remove()
    if language.take_restart(application):
        _start_again()
    if desk.loading:
        leave(status)
    return status


def _begin(window: MainWindow, book: Path | None, *, play: bool, crashed: bool) -> None:
    """Show the window with `book`, else with the one read last, else with what to do."""
    last = _last_book(window.desk.library)
    path = book or (last.path if last is not None and last.path.exists() else None)
    if path is not None:
        window.desk.open(path, play=play)
    else:
        window.show_welcome(_missing(last) if last is not None else "")
    window.show()
    first = book is None and not window.desk.settings.welcomed
    window.desktop.start(offer=not first)
    if first:
        _when_open(window, partial(show_first_steps, window))
    else:
        _when_open(window, partial(_offer_unfinished, window))
    if crashed:
        QTimer.singleShot(0, window, window.news.tell_crash)


def _offer_unfinished(window: MainWindow) -> None:
    """Ask about exports that did not come to their end."""
    files = window.findChild(FileActions)
    assert files is not None
    files.offer_unfinished()


def _looks_changed(application: QApplication, desk: Desk, names: frozenset[str]) -> None:
    if names & LOOKS_SETTINGS:
        apply_looks(application, desk.settings)


def _when_open(window: MainWindow, act: Callable[[], object]) -> None:
    """Do so once the book that is being opened is there, or soon if none is."""

    def soon(_success: bool = True) -> None:
        QTimer.singleShot(0, window, lambda: act() if window.isVisible() else None)

    if window.opening.dialog is None:
        soon()
    else:
        window.desk.opening_ended.connect(soon, Qt.ConnectionType.SingleShotConnection)


def _start_again() -> None:
    """Put a new program in place of this one."""
    itself = [] if getattr(sys, "frozen", False) else ["-m", "reader"]
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(sys.executable, [sys.executable, *itself])


def _receive(window: MainWindow, book: Path | None, play: bool) -> None:
    """Do what a later start of the program asks for."""
    window.desktop.raise_window()
    session = window.desk.session
    if book is None:
        return
    if session is None or session.path.absolute() != book:
        window.desk.open(book, play=play)
    elif play and not session.playing:
        window.desk.play()


def leave(status: int) -> None:
    """End the process at once: everything is saved, and a voice that is just being loaded
    would be torn down in the middle of it by an ordinary end, or have to be waited for."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


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
        return settings.load(problems.append)
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


def _last_book(library: Library | None) -> ShelfEntry | None:
    try:
        last = library.recent(1) if library is not None else []
    except LibraryError:
        return None
    return last[0] if last else None


def _missing(last: ShelfEntry) -> str:
    return QCoreApplication.translate(
        "Application", "“{title}” is no longer at {path}. Open it where it is now."
    ).format(title=last.title, path=last.path)
