"""Finds who speaks in the open book, in the background, and keeps its cast up to date."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.background import CancelToken, Task
from reader.dialogue.model import Dialogue
from reader.session import ReadingSession
from reader.ui.tasks import Courier

if TYPE_CHECKING:
    from reader.ui.desk import Desk


class CastFinder(QObject):
    """Looks through each book that is opened, once; what is found counts from then on.

    Where characters have no voices of their own nothing is looked for before :meth:`find`.
    """

    progress = Signal(float)
    found = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._courier = Courier(self)
        self._task: Task[Dialogue] | None = None
        self.has_failed = False
        """Whether it could not be found in the open book."""
        desk.opened.connect(self._opened)
        desk.closed.connect(self.cancel)

    @property
    def running(self) -> bool:
        """Whether it is still being looked for."""
        return self._task is not None

    def find(self) -> None:
        """Look who speaks in the open book, unless that is known or being looked for."""
        session = self._desk.session
        if session is None or self.running or session.direction.cast is not None:
            return

        def work(token: CancelToken) -> Dialogue:
            return session.direction.find_dialogue(tell, token)

        tell = self._courier.wrap(self.progress.emit)
        self.has_failed = False
        self._task = self._courier.run(
            work,
            name="find speakers",
            done=partial(self._done, session),
            failed=partial(self._failed, session),
        )

    def cancel(self) -> None:
        """Leave it."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    def _opened(self) -> None:
        self.cancel()
        self.has_failed = False
        if self._desk.settings.characters:
            self.find()

    def _done(self, session: ReadingSession, dialogue: Dialogue) -> None:
        if session is self._desk.session:
            self._task = None
            session.direction.set_dialogue(dialogue)
            self.found.emit()

    def _failed(self, session: ReadingSession, error: BaseException) -> None:
        if session is self._desk.session:
            self._task, self.has_failed = None, True
            self.failed.emit(error)
