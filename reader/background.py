"""The one way to run something on a thread.

A :class:`Task` runs a function that takes a :class:`CancelToken`; whoever started it may
wait for the result, cancel, or be called back *on the worker thread* when it ends. The
window wraps the callback so that it arrives on its own thread.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Generic, TypeVar

from reader.errors import Cancelled

Result = TypeVar("Result")

_log = logging.getLogger(__name__)


class CancelToken:
    """Carries the user's wish to stop into a long job."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask the job to stop; it does so at its next look at the token."""
        self._event.set()

    @property
    def cancelled(self) -> bool:
        """Whether the job has been asked to stop."""
        return self._event.is_set()

    def check(self) -> None:
        """Raise :class:`~reader.errors.Cancelled` if the job has been asked to stop."""
        if self.cancelled:
            raise Cancelled

    def wait(self, seconds: float) -> bool:
        """Rest for at most `seconds`; True as soon as the job is asked to stop."""
        return self._event.wait(seconds)


class Task(Generic[Result]):
    """A function running on a daemon thread of its own."""

    def __init__(
        self,
        work: Callable[[CancelToken], Result],
        *,
        name: str,
        on_done: Callable[[Task[Result]], None] | None = None,
    ) -> None:
        """Start `work` at once; `on_done` is called on the worker thread when it ends."""
        self.name = name
        self.token = CancelToken()
        self._future: Future[Result] = Future()
        self._thread = threading.Thread(
            target=self._run, args=(work, on_done), name=name, daemon=True
        )
        self._thread.start()

    def _run(
        self,
        work: Callable[[CancelToken], Result],
        on_done: Callable[[Task[Result]], None] | None,
    ) -> None:
        try:
            result = work(self.token)
        except Cancelled as cancelled:
            self._future.set_exception(cancelled)
        except BaseException as error:  # the future carries it to whoever asks
            _log.debug("task %s ended with an error", self.name, exc_info=True)
            self._future.set_exception(error)
        else:
            self._future.set_result(result)
        if on_done is not None:
            on_done(self)

    def cancel(self) -> None:
        """Ask the work to stop; returns at once."""
        self.token.cancel()

    @property
    def done(self) -> bool:
        """Whether the work has ended, one way or another."""
        return self._future.done()

    def result(self, timeout: float | None = None) -> Result:
        """Wait for the result; raises what the work raised, or `TimeoutError`."""
        return self._future.result(timeout)

    def error(self) -> BaseException | None:
        """What an ended task raised; None if it went well or still runs."""
        return self._future.exception() if self._future.done() else None

    def join(self, timeout: float | None = None) -> bool:
        """Wait until the thread has ended; False if `timeout` seconds were not enough."""
        self._thread.join(timeout)
        return not self._thread.is_alive()
