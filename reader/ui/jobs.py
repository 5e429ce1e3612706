"""Jobs that write files beside the listening: the end of the program leaves nothing half done."""

from __future__ import annotations

import time
from typing import Any

from reader.background import Task

_PATIENCE = 5.0
"""Seconds in which all of them may leave off at the end of the program."""


class Jobs:
    """Those that still run; each clears away what it has begun as soon as it is cancelled."""

    def __init__(self) -> None:
        self._tasks: list[Task[Any]] = []

    def add(self, task: Task[Any]) -> None:
        """Have `task` leave off before the program ends."""
        self._tasks = [*(each for each in self._tasks if not each.done), task]

    def cancel(self) -> None:
        """Ask all to leave off; returns at once."""
        for task in self._tasks:
            task.cancel()

    def wait(self) -> None:
        """Wait until all have ended, but no longer than is bearable at the end of the program."""
        until = time.monotonic() + _PATIENCE
        for task in self._tasks:
            task.join(max(0.0, until - time.monotonic()))

    @property
    def running(self) -> bool:
        """Whether one is still at work."""
        return any(not task.done for task in self._tasks)
