"""Keeps what was written in a script, and takes it back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.background import CancelToken
from reader.script.chapter import ChapterScript
from reader.script.checking import Problem
from reader.script.script import Change
from reader.session import ReadingSession
from reader.ui.script.reading import checked
from reader.ui.tasks import Courier
from reader.ui.undoing import Ended, Undoing

_Kept = tuple[Change, int] | Problem
"""What was changed, and how many sentences are said otherwise; the problem if nothing could be."""


class ScriptKeeper(QObject):
    """Changes the script of the book of `session`; `undoing` can take that back.

    It outlives the dialog that asks it, so its `parent` should.
    """

    failed = Signal(object)
    """A :class:`~reader.errors.LibraryError`: nothing was kept."""

    def __init__(self, session: ReadingSession, undoing: Undoing, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._undoing = session, undoing
        self._courier = Courier(self)

    def keep(
        self, script: ChapterScript, document: str, done: Callable[[int | Problem], object]
    ) -> None:
        """Keep `document` as the script of its chapter.

        `done` is told how many of its sentences are said otherwise than they are found; the first
        problem if it cannot be used, and nothing was kept.
        """
        direction, chapter = self._session.direction, script.chapter

        def work(_token: CancelToken) -> _Kept:
            found = checked(document, direction)
            if found.markup is None:
                return next(each for each in found.problems if each.serious)
            lines = script.lines(found.markup)
            change = direction.script.change(chapter, lines)
            direction.change_script(change)
            return change, len(lines)

        title = self.tr("the script of {title}").format(title=script.title)
        self._courier.run(
            work,
            name="keep script",
            done=partial(self._kept, title, done),
            failed=self.failed.emit,
        )

    def _kept(self, title: str, done: Callable[[int | Problem], object], kept: _Kept) -> None:
        if isinstance(kept, Problem):
            done(kept)
            return
        change, count = kept
        self._session.direction.script_changed()
        self._undoing.add_lasting(title, partial(self._undo, change.undone))
        done(count)

    def _undo(self, change: Change, ended: Ended) -> None:
        direction = self._session.direction

        def done(_result: None) -> None:
            direction.script_changed()
            ended(True)

        def failed(error: BaseException) -> None:
            ended(False)
            self.failed.emit(error)

        self._courier.run(
            lambda _token: direction.change_script(change),
            name="keep script",
            done=done,
            failed=failed,
        )
