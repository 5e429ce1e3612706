"""Who speaks the parts of an export: processes of this machine, or whatever else executes.

One that dies is replaced, and what it was at is done again.
"""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager, suppress
from typing import Any

from reader.export.minding import Minder, Work


def workers_of(executor: Executor) -> int:
    """How many parts `executor` speaks at the same time, one at least."""
    count = getattr(executor, "workers", None) or getattr(executor, "_max_workers", None) or 1
    return max(1, int(count))


@contextmanager
def local_executor(workers: int | None = None) -> Iterator[Executor]:
    """Processes of this machine, one a processor core unless `workers` tells how many.

    They start with the first work and end with the block, whatever they are at.
    """
    executor = LocalWorkers(workers or _cores())
    try:
        yield executor
    finally:
        executor.close()


def _cores() -> int:
    """The cores that this process may use."""
    with suppress(AttributeError):  # macOS and Windows do not tell
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class LocalWorkers(Executor):
    """An executor of processes; each is minded by a thread of its own."""

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self._waiting: queue.SimpleQueue[Work | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._closed = False
        self._minders: list[Minder] = []

    def submit(
        self,
        fn: Callable[..., Any],
        /,
        *args: Any,  # noqa: ANN401
        **kwargs: Any,  # noqa: ANN401
    ) -> Future[Any]:
        """Have ``fn(*args, **kwargs)`` done by the next worker that is free.

        Beside what that raises, the future raises :class:`~reader.errors.ExportError` where it
        ends every worker that tries, and :class:`~reader.errors.Cancelled` where the executor is
        closed meanwhile.
        """
        work = Work(Future(), fn, args, kwargs)
        with self._lock:
            if self._closed:
                raise RuntimeError("the workers have been dismissed")
            if not self._minders:
                self._minders = [Minder(self._waiting) for _ in range(self.workers)]
            self._waiting.put(work)
        return work.future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more work; what there is is done first, unless that is to be cancelled."""
        self._take_no_more()
        if cancel_futures:
            self._forget()
        self._dismiss(wait=wait)

    def close(self) -> None:
        """End everything at once: the workers too, whatever they are at."""
        self._take_no_more()
        self._forget()
        for minder in self._minders:
            minder.stop()
        self._dismiss(wait=True)

    def _take_no_more(self) -> None:
        with self._lock:
            self._closed = True

    def _forget(self) -> None:
        with suppress(queue.Empty):
            while True:
                work = self._waiting.get_nowait()
                if work is not None:
                    work.future.cancel()

    def _dismiss(self, *, wait: bool) -> None:
        for _ in self._minders:
            self._waiting.put(None)
        for minder in self._minders if wait else ():
            minder.join()
