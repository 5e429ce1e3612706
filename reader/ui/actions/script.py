"""The part of the Edit menu that is about a chapter's script."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from reader.background import CancelToken, Task
from reader.navigation.place import Position
from reader.session import ReadingSession
from reader.ui.actions.part import Actions, Part
from reader.ui.progress import Progress
from reader.ui.script.keeper import ScriptKeeper
from reader.ui.tasks import Courier
from reader.ui.undoing import undoing_of

if TYPE_CHECKING:
    from reader.ui.script.reading import Opened


class ScriptActions(Part):
    """Opens the script of the chapter that is shown."""

    def actions(self) -> Actions:
        """By the commands' names."""
        self._courier = Courier(self)
        self._task: Task[Opened] | None = None
        self._progress: Progress | None = None
        self._is_open = False
        for gone in (self.desk.opened, self.desk.closed):
            gone.connect(self._cancel)
        # When the window has put away what it said of the book before.
        self.desk.opened.connect(lambda: QTimer.singleShot(0, self, self._tell_lost))
        return {"script": self.show_script}

    def show_script(self) -> None:
        """Find the script of the chapter, and show it."""
        session, here = self.session, self.position
        if session is None or here is None or self._task is not None:
            return
        finder = self.desk.cast_finder
        if session.direction.cast is None and not finder.has_failed:
            self.say(
                self.tr("Still looking who speaks; ask again in a moment")
                if finder.running
                else self.tr("Looking who speaks; ask again in a moment")
            )
            finder.find()  # what an editor keeps would else never say it
            return
        report = self._courier.wrap(self._show_progress)

        def work(token: CancelToken) -> Opened:
            from reader.ui.script.reading import opened

            return opened(session, here.chapter, report, token)

        self._task = self._courier.run(
            work,
            name="find script",
            done=partial(self._show, session, here),
            failed=self._failed,
            cancelled=self._ended,
        )
        title = session.book.chapters[here.chapter].title
        self._progress = Progress(self.window, self.tr("Script"), title, self._task.cancel)

    def _show(self, session: ReadingSession, here: Position, opened: Opened) -> None:
        from reader.ui.script_dialog import ScriptDialog

        self._ended()
        if session is not self.session:
            return
        keeper = ScriptKeeper(session, undoing_of(self.window), self)
        keeper.failed.connect(self._not_undone)
        dialog = ScriptDialog(opened, self.desk, session, keeper, self.window, offset=here.offset)
        dialog.told.connect(self.window.announcer.announce)
        self._is_open = True
        dialog.finished.connect(self._closed)
        self.show(dialog, dialog.leave)

    def _closed(self) -> None:
        self._is_open = False

    def _not_undone(self, error: BaseException) -> None:
        """Tell what went wrong when no dialog is open that does."""
        if not self._is_open:
            self.window.news.tell_problem(error)

    def _show_progress(self, fraction: float) -> None:
        if self._progress is not None:
            self._progress.show_fraction(fraction)

    def _failed(self, error: BaseException) -> None:
        self._ended()
        self.window.news.tell_problem(error)

    def _ended(self) -> None:
        self._task = None
        if self._progress is not None:
            self._progress.end()
            self._progress = None

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _tell_lost(self) -> None:
        """Say once that sentences of the script are not in this edition."""
        session = self.session
        lost = len(session.direction.script.lost) if session is not None else 0
        if lost:
            words = self.tr(
                "The book has changed: sentences of its script that were not found again: {count}. "
                "They are kept, and read as the book has them."
            )
            self.window.notice.show_message(words.format(count=lost))
            self.window.announcer.announce(words.format(count=lost))
