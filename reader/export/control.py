"""Stopping a long export for a while, and for good."""

from __future__ import annotations

import threading
import time

from reader.background import CancelToken


class Control(CancelToken):
    """A token that can also have the job rest; may be used from several threads.

    A job that looks at it with :meth:`check` stays there while it is paused. Cancelling ends
    the rest, too. A job that is cancelled keeps what it needs to go on later; one that is told
    to :meth:`discard` does not.
    """

    def __init__(self) -> None:
        super().__init__()
        self._moved = threading.Condition()
        self._paused_at: float | None = None
        self._rested = 0.0
        self._discarded = False

    @property
    def discarded(self) -> bool:
        """Whether nobody will want to go on with the job."""
        return self._discarded

    @property
    def paused(self) -> bool:
        """Whether the job is to rest now."""
        return self._paused_at is not None

    @property
    def rested(self) -> float:
        """Seconds for which the job has been paused until now, all pauses together."""
        with self._moved:
            return self._rested + self._present_rest()

    def pause(self) -> None:
        """Have the job rest at its next look at the token; returns at once."""
        with self._moved:
            if self._paused_at is None and not self.cancelled:
                self._paused_at = time.monotonic()

    def resume(self) -> None:
        """Let the job go on."""
        with self._moved:
            self._rested += self._present_rest()
            self._paused_at = None
            self._moved.notify_all()

    def cancel(self) -> None:
        """Ask the job to stop; it does so at its next look at the token, or if it rests, now."""
        super().cancel()
        self.resume()

    def discard(self) -> None:
        """Ask the job to stop for good and throw away all that is not whole."""
        self._discarded = True
        self.cancel()

    def check(self) -> None:
        """Rest while the job is paused; raise :class:`~reader.errors.Cancelled` if it is
        to stop.
        """
        if self.paused:
            with self._moved:
                self._moved.wait_for(lambda: not self.paused)
        super().check()

    def _present_rest(self) -> float:
        return 0.0 if self._paused_at is None else time.monotonic() - self._paused_at
