"""What is noted of a book that was opened: its cover, and its file in case that is moved."""

from __future__ import annotations

import logging

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from reader.background import CancelToken, Task
from reader.books.model import Book
from reader.errors import LibraryError
from reader.session import ReadingSession
from reader.ui.choices import Choices
from reader.ui.desk import Desk
from reader.ui.shelf.indexing import indexing_of

_PATIENCE = 3000
"""Milliseconds after which it is done: the text and the voice come first."""

_log = logging.getLogger(__name__)


class Noting(QObject):
    """Notes on a thread what the books opened on `desk` are."""

    def __init__(self, desk: Desk, parent: QObject, *, patience: int = _PATIENCE) -> None:
        super().__init__(parent)
        self._desk = desk
        self._task: Task[None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(patience)
        self._timer.timeout.connect(self._note)
        desk.opened.connect(self._timer.start)
        for gone in (desk.opened, desk.closed):
            gone.connect(self._leave_off)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._leave_off)

    def _note(self) -> None:
        session = self._desk.session
        if session is None:
            return

        def work(token: CancelToken) -> None:
            _keep_cover(session.book)
            self._note_file(session, token)

        self._task = Task(work, name="note the file of a book")

    def _leave_off(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _note_file(self, session: ReadingSession, token: CancelToken) -> None:
        from reader.intake.moved import note_file

        library = self._desk.library
        if library is None:
            return
        try:
            note_file(library, session.path, session.book.identifier, token)
        except LibraryError as error:  # the place is kept there too, and tells it
            _log.debug("the file is not noted: %s", error)


def _keep_cover(book: Book) -> None:
    from reader.intake.covers import keep_cover

    keep_cover(book)


def look_after_shelf(window: QObject, desk: Desk, choices: Choices) -> None:
    """Note from now on what is opened, and prepare the shelf's books for the search.

    The latter as long as `choices` want it.
    """
    Noting(desk, window)
    indexing = indexing_of(window, desk)
    indexing.keep_up()

    def chosen(names: frozenset[str]) -> None:
        if "index" not in names:
            return
        if desk.settings.index:
            indexing.start()
        else:
            indexing.stop()

    choices.changed.connect(chosen)
