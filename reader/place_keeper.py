"""Has the reader's place written while it moves, without anybody waiting for the disk."""

from __future__ import annotations

import threading
from collections.abc import Callable

from reader.background import CancelToken, Task
from reader.errors import LibraryError
from reader.narration.passage import Passage

SAVE_INTERVAL = 0.5
"""Seconds between two writes of the place, so that a moved place is durable within one."""


class PlaceKeeper:
    """Writes the newest place on a thread of its own, at most once an `interval`.

    One that could not be written is tried again with the next, and at the end.
    """

    def __init__(
        self,
        save: Callable[[Passage], None],
        *,
        on_error: Callable[[LibraryError], None],
        interval: float = SAVE_INTERVAL,
    ) -> None:
        self._save = save
        self._on_error: Callable[[LibraryError], None] | None = on_error
        self._interval = interval
        self._newest: Passage | None = None
        self._changing = threading.Lock()
        self._moved = threading.Event()
        self._task = Task(self._run, name="place keeper")

    def keep(self, passage: Passage) -> None:
        """Have `passage` written soon; a newer one takes its place. Returns at once."""
        with self._changing:
            self._newest = passage
        self._moved.set()

    def close(self) -> None:
        """Write what is still waiting and end; blocks for that one write."""
        self._task.cancel()
        self._moved.set()
        self._task.join()

    def _run(self, token: CancelToken) -> None:
        while not token.cancelled:
            self._moved.wait()
            self._write()
            token.wait(self._interval)
        self._write()

    def _write(self) -> None:
        self._moved.clear()
        with self._changing:
            passage, self._newest = self._newest, None
        if passage is None:
            return
        try:
            self._save(passage)
        except LibraryError as error:
            with self._changing:
                self._newest = self._newest or passage
            on_error, self._on_error = self._on_error, None
            if on_error is not None:
                on_error(error)
