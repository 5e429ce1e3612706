"""Checks a script while it is written, and keeps it as a draft, beside the writing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from reader.background import CancelToken, Task
from reader.direction import Direction
from reader.script.chapter import ChapterScript
from reader.script.files import Draft
from reader.script.review import Review
from reader.ui.script.reading import checked
from reader.ui.tasks import Courier

_REST = 400
"""Milliseconds after a key before it is checked."""


class Checker(QObject):
    """Reviews what is `written` of an edited `script`, a moment after it was changed."""

    reviewed = Signal(object)
    """The :class:`~reader.script.review.Review` of what was written last."""
    failed = Signal(object)

    def __init__(
        self,
        script: ChapterScript,
        direction: Direction,
        draft: Draft,
        written: Callable[[], str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._written = written
        self._script, self._direction, self._draft = script, direction, draft
        self._courier = Courier(self)
        self._task: Task[Review] | None = None
        self._kept = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST)
        self._timer.timeout.connect(self._check)

    def begin(self, kept: str) -> None:
        """The library has `kept`: what differs from it is a draft from now on."""
        self._kept = kept

    def change(self) -> None:
        """Check what is `written` soon, unless it changes before."""
        self._timer.start()

    def leave(self, unsaved: str | None) -> None:
        """Check nothing more; what is `unsaved` is kept as a draft, None if nothing is."""
        self._timer.stop()
        task, self._task = self._task, None
        if task is not None:
            task.join()  # else it might write the draft that is discarded now
        if unsaved is None:
            self._draft.discard()
        else:
            self._draft.keep(unsaved)

    def _check(self) -> None:
        document, kept, before = self._written(), self._kept, self._task

        def work(_token: CancelToken) -> Review:
            if before is not None:
                before.join()
            if document == kept:
                self._draft.discard()
            else:
                self._draft.keep(document)
            return Review.of(self._script, checked(document, self._direction))

        def done(review: Review) -> None:
            if task is self._task:
                self.reviewed.emit(review)

        task = self._courier.run(work, name="check script", done=done, failed=self.failed.emit)
        self._task = task
