"""A process that reads books, so that the window stays as quick as ever."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from reader.background import CancelToken
from reader.errors import TingshuError
from reader.intake.outcome import Fate, Outcome, Report
from reader.intake.requests import Done, Refused, Request, Share
from reader.intake.worker import serve
from reader.messages import message

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Serve = Callable[..., None]
"""Answers requests, as :func:`~reader.intake.worker.serve` does."""

_LOOK = 0.1
"""Seconds between two looks whether the work is to be stopped."""

_PATIENCE = 300.0
"""Seconds without any news after which a book is given up; a long one tells its progress."""

_PARTING = 2.0
"""Seconds that the process has to leave off a book; then it is ended."""


class Worker:
    """Has requests carried out in another process, one after another.

    A file whose reading ends that process, by a crash or for want of memory, or never comes to an
    end, is counted as failed; the next request starts a new process.
    """

    def __init__(
        self, library: Path | None = None, *, index: bool = False, program: Serve = serve
    ) -> None:
        """`library` is the file that books are put into; with `index` their texts are, too.

        `program` is what runs in the process.
        """
        self._library = library
        self._index = index
        self._program = program
        self._process: BaseProcess | None = None
        self._channel: Connection | None = None

    def ask(self, request: Request, report: Report, cancel: CancelToken) -> Outcome:
        """What comes of `request`.

        Raises :class:`~reader.errors.Cancelled`, after which the worker must be closed, and
        :class:`~reader.errors.TingshuError` where no request like it can be carried out.
        """
        if self._process is not None and not self._process.is_alive():
            self.close()
        channel = self._channel or self._start(cancel)
        try:
            channel.send(request)
            while not isinstance(answer := _received(channel, cancel), Done | Refused):
                report(answer.fraction)
        except TimeoutError:
            return self._given_up(message("Reading it came to no end."))
        except (EOFError, OSError):
            return self._given_up(message("Reading it ended the program that reads books."))
        if isinstance(answer, Refused):
            raise answer.error
        return answer.outcome

    def _given_up(self, reason: str) -> Outcome:
        self.close()
        return Outcome(fate=Fate.FAILED, reason=reason)

    def close(self) -> None:
        """End the process: what it is reading is left off; what is on the shelf stays there."""
        if self._process is None or self._channel is None:
            return
        self._channel.close()
        self._process.join(_PARTING)
        if self._process.exitcode is None:
            self._process.kill()
            self._process.join()
        self._process.close()
        self._process = self._channel = None

    def _start(self, cancel: CancelToken) -> Connection:
        import multiprocessing

        # Spawned, not forked: a fork would take the window's threads and locks along, half.
        context = multiprocessing.get_context("spawn")
        self._channel, theirs = context.Pipe()
        self._process = context.Process(
            target=self._program,
            args=(theirs, self._library),
            kwargs={"index": self._index},
            name="tingshu-intake",
            daemon=True,
        )
        self._process.start()
        theirs.close()
        try:
            _received(self._channel, cancel)
        except (EOFError, OSError) as error:
            self.close()
            raise TingshuError(
                "",
                message("The program that reads books ended before it read any."),
                message("Close other programs, then try again."),
            ) from error
        return self._channel


def _received(channel: Connection, cancel: CancelToken) -> Share | Done | Refused:
    """The next answer; raises `EOFError` where none will come, and `TimeoutError`."""
    patient_until = time.monotonic() + _PATIENCE
    while not channel.poll(_LOOK):
        cancel.check()
        if time.monotonic() > patient_until:
            raise TimeoutError
    cancel.check()
    answer: Share | Done | Refused = channel.recv()
    return answer
