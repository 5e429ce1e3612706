"""Whether anybody is there to do what waits to be done, and for how long nobody was."""

from __future__ import annotations

import time
from collections.abc import Callable

from reader.messages import message

_UNREMARKABLE = 5.0
"""Seconds without workers of which nobody is told: one may just be starting anew."""


class Presence:
    """Notices when there are no workers, has it told, and after `patience` seconds gives up."""

    def __init__(
        self,
        patience: float,
        notify: Callable[[str], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._patience = patience
        self._notify = notify
        self._clock = clock
        self._alone_since: float | None = None
        self._told = False

    @property
    def given_up(self) -> bool:
        """Whether nobody has been there for too long, and still is not."""
        return self._alone_for() >= self._patience

    def look(self, workers: int, *, is_waiting: bool) -> None:
        """So many workers are there now; `is_waiting` tells whether there is work for them."""
        if workers:
            if self._told:
                self._notify(message("A worker is there again."))
            self._alone_since, self._told = None, False
        elif self._alone_since is None:
            self._alone_since = self._clock() if is_waiting else None
        elif self._alone_for() >= min(_UNREMARKABLE, self._patience) and not self._told:
            self._told = True
            self._notify(message("No worker of the cluster is there; waiting for one."))

    def _alone_for(self) -> float:
        return 0.0 if self._alone_since is None else self._clock() - self._alone_since
