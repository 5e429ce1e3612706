"""Exports that do what a test tells them to, and nothing by themselves."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from reader.export.progress import ExportProgress
from reader.export.result import ExportResult
from reader.ui.export.work import Outcome, Preparing


@contextmanager
def workers_here() -> Iterator[ThreadPoolExecutor]:
    """One worker, in this process; what it is at when they go is left to itself."""
    pool = ThreadPoolExecutor(1)
    try:
        yield pool
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def result(*files: Path, **changes) -> ExportResult:
    """What came of an export that wrote an hour into `files`."""
    values = {
        "files": files,
        "silent_chapters": (),
        "skipped": {},
        "notices": (),
        "seconds": 3600.0,
        "elapsed": 30.0,
        "speaking_seconds": 40.0,
        "writing_seconds": 5.0,
        "writing_cpu_seconds": 5.0,
        "loudness": {},
    }
    return ExportResult(**{**values, **changes})


class Run:
    """One order that is being carried out."""

    def __init__(self, order, control, prepare, progress) -> None:
        self.order, self.control = order, control
        self._prepare, self._progress = prepare, progress
        self._acts: queue.Queue[Callable[[], object]] = queue.Queue()
        self._outcome: Outcome | None = None

    def prepare(self, what: Preparing) -> None:
        self._acts.put(lambda: self._prepare(what))

    def report(self, fraction: float, *, title="The harbour", left=600.0, speed=12.0) -> None:
        progress = ExportProgress(
            title=title,
            fraction=fraction,
            seconds=fraction * 3600,
            speed=speed,
            left=left,
        )
        self._acts.put(lambda: self._progress(progress))

    def end(self, *files: Path, silent=(), **changes) -> None:
        """Have made `files`; the job's result takes `changes`."""
        self._acts.put(lambda: self._end(files or (self.order.target,), silent, changes))

    def fail(self, error: Exception) -> None:
        def raise_it() -> None:
            raise error

        self._acts.put(raise_it)

    def carry_out(self) -> Outcome:
        while self._outcome is None:
            self.control.check()
            try:
                act = self._acts.get(timeout=0.005)
            except queue.Empty:
                continue
            act()
        return self._outcome

    def _end(self, files, silent, changes) -> None:
        self._outcome = Outcome(result=result(*files, **changes), silent=tuple(silent))


class FakeWork:
    """Carries out orders, each as its :class:`Run` is told."""

    def __init__(self) -> None:
        self.runs: list[Run] = []

    def __call__(self, order, control, prepare, progress) -> Outcome:
        run = Run(order, control, prepare, progress)
        self.runs.append(run)
        return run.carry_out()

    @property
    def run(self) -> Run:
        """The one that was begun last."""
        return self.runs[-1]
