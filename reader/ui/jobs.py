"""Jobs that write files beside the listening: the end of the program leaves nothing half done."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from reader.background import Task

_PATIENCE = 5.0
"""Seconds in which all of them may leave off at the end of the program."""


class Jobs:
    """Those that still run; each clears away what it has begun as soon as it is cancelled."""

    def __init__(self) -> None:
        self._tasks: list[tuple[Task[Any], Callable[[], object]]] = []

    def add(self, task: Task[Any], cancel: Callable[[], object] | None = None) -> None:
        """Have `task` leave off before the program ends; by `cancel`, if its own token does
        not stop it.
        """
        running = (each for each in self._tasks if not each[0].done)
        self._tasks = [*running, (task, cancel or task.cancel)]

    def cancel(self) -> None:
        """Ask all to leave off; returns at once."""
        for _, cancel in self._tasks:
            cancel()

    def wait(self) -> None:
        """Wait until all have ended, but no longer than is bearable at the end of the program."""
        until = time.monotonic() + _PATIENCE
        for task, _ in self._tasks:
            task.join(max(0.0, until - time.monotonic()))

    @property
    def running(self) -> bool:
        """Whether one is still at work."""
        return any(not task.done for task, _ in self._tasks)
