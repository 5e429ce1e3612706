"""From worker threads to Qt's thread: one signal carries every call across."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from reader.background import CancelToken, Task
from reader.errors import Cancelled

Result = TypeVar("Result")


class Courier(QObject):
    """Runs calls posted from any thread on the thread it lives in, in the order posted.

    Calls posted after the courier is gone are dropped: the window they were for is closed.
    """

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._posted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def post(self, call: Callable[[], object]) -> None:
        """Have `call` made on Qt's thread."""
        if isValid(self):
            self._posted.emit(call)

    def wrap(self, callback: Callable[..., None]) -> Callable[..., None]:
        """A function that may be called on any thread and calls `callback` on Qt's."""
        return lambda *values: self.post(partial(callback, *values))

    def run(
        self,
        work: Callable[[CancelToken], Result],
        *,
        name: str,
        done: Callable[[Result], object],
        failed: Callable[[BaseException], object],
        cancelled: Callable[[], object] | None = None,
    ) -> Task[Result]:
        """Start `work` on a thread; what comes of it arrives on Qt's thread."""

        def ended(task: Task[Result]) -> None:
            error = task.error()
            if error is None:
                self.post(partial(done, task.result()))
            elif not isinstance(error, Cancelled):
                self.post(partial(failed, error))
            elif cancelled is not None:
                self.post(cancelled)

        return Task(work, name=name, on_done=ended)

    def _deliver(self, call: Callable[[], Any]) -> None:
        call()
