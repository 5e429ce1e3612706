"""One file at a time is read or written beside the listening, with its progress and Cancel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from reader.background import CancelToken, Task
from reader.ui.dialogs import show_error
from reader.ui.progress import Progress
from reader.ui.tasks import Courier

Result = TypeVar("Result")
Report = Callable[[float], None]


class FileJob(QObject):
    """Runs such a job for `window`; whatever fails is shown there."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._courier = Courier(self)
        self._report: Report = self._courier.wrap(self._show_progress)
        """Tells, from the job's thread, how much of it is done: 0 to 1."""
        self._progress: Progress | None = None
        self.problem: QMessageBox | None = None

    def _run(
        self,
        work: Callable[[CancelToken], Result],
        title: str,
        path: Path,
        done: Callable[[Result], object],
    ) -> None:
        """Do `work` on the file at `path` on a thread; `done` gets what comes of it."""

        def arrived(result: Result) -> None:
            self._ended()
            done(result)

        task: Task[Result] = self._courier.run(
            work, name=title, done=arrived, failed=self._failed, cancelled=self._ended
        )
        self._progress = Progress(self._window, title, str(path), task.cancel)

    def _show_progress(self, fraction: float) -> None:
        if self._progress is not None:
            self._progress.show_fraction(fraction)

    def _ended(self) -> None:
        if self._progress is not None:
            self._progress.end()
            self._progress = None

    def _failed(self, error: BaseException) -> None:
        self._ended()
        self.problem = show_error(self._window, error)
