"""A worker process, and the thread that gives it work and replaces it when it dies.

The process stands back behind everything else on the machine, writes nothing to the terminal and
ends with the process that started it, however that ends.
"""

from __future__ import annotations

import os
import pickle
import queue
import signal
import threading
import traceback
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.background import CancelToken, Task
from reader.errors import ExportError
from reader.messages import message

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

_KINDNESS = 10
"""By how much the priority of workers is lower than the window's (0-19)."""

_TRIES = 3
"""How many workers may die of the same work."""

_PARTING = 2.0
"""Seconds that a worker without work has to end by itself; then it is ended."""

_processes = threading.Lock()
"""Starting a process looks after the dead ones, too; two threads must not do so at once."""


@dataclass(frozen=True)
class Work:
    """Something to be done; `future` gets what comes of it."""

    future: Future[Any]
    do: Callable[..., Any]
    arguments: tuple[Any, ...]
    keywords: dict[str, Any]


class Minder:
    """Has what is `waiting` done by a process of its own, until there is None."""

    def __init__(self, waiting: queue.SimpleQueue[Work | None]) -> None:
        self._waiting = waiting
        self._lock = threading.Lock()
        self._process: BaseProcess | None = None
        self._channel: Connection | None = None
        self._task = Task(self._mind, name="export worker")

    def stop(self) -> None:
        """Do nothing more and end the process now."""
        self._task.cancel()
        with self._lock:
            if self._process is not None:
                self._process.kill()

    def join(self) -> None:
        """Wait until the process and the thread have ended."""
        self._task.join()

    def _mind(self, token: CancelToken) -> None:
        # A worker starts with the signals of this thread: Ctrl+C is none of its business.
        with suppress(AttributeError):  # there is no such thing on Windows
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            while (work := self._waiting.get()) is not None:
                if work.future.set_running_or_notify_cancel():
                    self._have_done(work, token)
        finally:
            self._dismiss()

    def _have_done(self, work: Work, token: CancelToken) -> None:
        try:
            request = pickle.dumps((work.do, work.arguments, work.keywords))
            went_well, result = self._answer(request, token)
        except Exception as error:  # the future carries it to whoever asks
            work.future.set_exception(error)
            return
        if went_well:
            work.future.set_result(result)
        else:
            work.future.set_exception(result)

    def _answer(self, request: bytes, token: CancelToken) -> tuple[bool, Any]:
        for _ in range(_TRIES):
            token.check()
            try:
                channel = self._channel or self._start(token)
                channel.send_bytes(request)
                answer: tuple[bool, Any] = pickle.loads(channel.recv_bytes())
            except (EOFError, OSError):
                self._dismiss()
                continue
            return answer
        token.check()
        raise ExportError(
            message("The program that speaks"),
            message("It ended {times} times at the same sentences.", times=_TRIES),
            message(
                "Close other programs to free memory, then export again: "
                "it goes on where it stopped."
            ),
        )

    def _start(self, token: CancelToken) -> Connection:
        import multiprocessing

        # Spawned, not forked: a fork would take the window's threads and locks along, half.
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs,), name="tingshu-export", daemon=True)
        with self._lock:
            token.check()
            with _processes:
                process.start()
            theirs.close()
            self._process, self._channel = process, ours
        return ours

    def _dismiss(self) -> None:
        with self._lock:
            process, channel = self._process, self._channel
            self._process = self._channel = None
        if process is None or channel is None:
            return
        channel.close()
        with _processes:
            process.join(_PARTING)
            if process.exitcode is None:
                process.kill()
                process.join()
            process.close()


# -- in the worker ---------------------------------------------------------------------------


def _serve(channel: Connection) -> None:
    """Do what comes over `channel` until it is closed."""
    _settle()
    with suppress(EOFError, OSError):
        while True:
            channel.send_bytes(_outcome(channel.recv_bytes()))


def _settle() -> None:
    """Leave the terminal to the other process and the machine to all others, and end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(OSError, AttributeError):  # AttributeError: on Windows there is none
        os.nice(_KINDNESS)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)
    Task(_end_with_the_other, name="waiting for the end")


def _end_with_the_other(_: CancelToken) -> None:
    from multiprocessing import parent_process

    other = parent_process()
    if other is not None:
        other.join()
        os._exit(1)


def _outcome(request: bytes) -> bytes:
    """What comes of `request`: whether it went well, and the result or the error."""
    try:
        do, arguments, keywords = pickle.loads(request)
        return pickle.dumps((True, do(*arguments, **keywords)))
    except BaseException as error:  # whoever asked gets to know
        return pickle.dumps((False, _that_travels(error)))


def _that_travels(error: BaseException) -> BaseException:
    """`error`, or what can be said about it if it cannot be sent."""
    error.add_note(traceback.format_exc())
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:  # whatever an error may do when it is copied
        return RuntimeError(repr(error))
    return error
