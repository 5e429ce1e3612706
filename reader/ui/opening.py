"""Reading a book's file beside the window: one at a time, with its progress, until left off."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, Signal

from reader.background import CancelToken, Task
from reader.books.model import Book
from reader.session import ReadingSession
from reader.ui.tasks import Courier

_PROGRESS_STEP = 0.01
"""Progress is handed on in steps of this, not at every page."""

ReadBook = Callable[..., Book]
BeginSession = Callable[[Book, Path, CancelToken], ReadingSession]
_Opening: TypeAlias = Task[tuple[ReadingSession, CancelToken]]


class Opener(QObject):
    """Makes sessions of files: `begin` is called on a thread with the book that was read.

    The token given to it is the opening's own, which tells one session's events from another's.
    """

    begun = Signal(Path)
    progress = Signal(float)
    ended = Signal(bool)
    """Whether the book is there."""
    opened = Signal(object, object, bool)
    """The session, its token, and whether it is to be read aloud at once."""
    failed = Signal(object)

    def __init__(self, begin: BeginSession, read_book: ReadBook | None, parent: QObject) -> None:
        super().__init__(parent)
        self._begin = begin
        self._read_book = read_book or _read_book
        self._courier = Courier(self)
        self._task: _Opening | None = None

    def open(self, path: Path, *, play: bool) -> None:
        """Read the file at `path` instead of any that is being read."""
        self.cancel()
        self.begun.emit(path)
        report = self._courier.wrap(self.progress.emit)

        def work(token: CancelToken) -> tuple[ReadingSession, CancelToken]:
            book = self._read_book(path, progress=_in_steps(report), cancel=token)
            token.check()
            return self._begin(book, path, token), token

        self._task = task = self._courier.run(
            work,
            name="open book",
            done=lambda opened: self._done(*opened, play=play),
            failed=lambda error: self._not_opened(task, error),
            cancelled=self._left_off,
        )

    def cancel(self) -> None:
        """Leave off reading a file."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _done(self, session: ReadingSession, token: CancelToken, *, play: bool) -> None:
        if token.cancelled:  # just too late to stop the reading
            session.close()
            self._left_off()
            return
        self._task = None
        self.ended.emit(True)
        self.opened.emit(session, token, play)

    def _left_off(self) -> None:
        """Tell that no book comes, unless another is being read already."""
        if self._task is None:
            self.ended.emit(False)

    def _not_opened(self, task: _Opening, error: BaseException) -> None:
        if task is not self._task:  # left off meanwhile
            self._left_off()
            return
        self._task = None
        self.ended.emit(False)
        self.failed.emit(error)


def _read_book(path: Path, **options: Any) -> Book:  # noqa: ANN401
    from reader.books.registry import read_book

    return read_book(path, **options)


def _in_steps(report: Callable[[float], None]) -> Callable[[float], None]:
    """Pass on a progress only when it has moved on visibly."""
    last = -1.0

    def step(fraction: float) -> None:
        nonlocal last
        if fraction - last >= _PROGRESS_STEP or fraction >= 1.0:
            last = fraction
            report(fraction)

    return step
