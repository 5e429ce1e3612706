"""Has a copy of the library made on every day of use, without anybody waiting for it."""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

from reader.background import CancelToken, Task
from reader.library import copies, migrations

_log = logging.getLogger(__name__)

INTERVAL = 20 * 3600.0
"""Seconds after which a copy is due: who reads every evening has one of every evening."""

_PATIENCE = 3.0
"""Seconds to wait at the end for a copy that is being made, and once it is to leave off."""


class DailyCopy:
    """Makes a copy on a thread of its own whenever one is due."""

    def __init__(self, library: Path, clock: Callable[[], float], *, is_new: bool) -> None:
        """Of a library that `is_new` there is nothing to be copied yet."""
        self._library = library
        self._clock = clock
        self._due = clock() + INTERVAL if is_new else _due(library)
        self._task: Task[Path] | None = None
        self._beginning = threading.Lock()

    def make_if_due(self) -> None:
        """Begin a copy if it is time; returns at once."""
        now = self._clock()
        if now < self._due:
            return
        with self._beginning:
            if now < self._due:
                return
            # One that fails is tried again the next day, or when the library is next opened.
            self._due = now + INTERVAL
            self._task = Task(lambda token: self._make(now, token), name="copy the library")

    def close(self) -> None:
        """Wait for a copy that is being made, but not for long."""
        task = self._task
        if task is not None and not task.join(_PATIENCE):
            task.cancel()
            task.join(_PATIENCE)

    def _make(self, now: float, token: CancelToken) -> Path:
        try:
            return copies.make(self._library, now, token)
        except (sqlite3.Error, OSError) as error:
            _log.warning("The library could not be copied: %s", error)
            raise


def _due(library: Path) -> float:
    """When the next copy is to be made, by those that there are."""
    newest = next(iter(copies.copies(library)), None)
    if newest is None or newest.version < len(migrations.STEPS):
        return float("-inf")
    return newest.made.timestamp() + INTERVAL
