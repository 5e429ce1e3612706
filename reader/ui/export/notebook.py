"""Writes down what is ordered and throws away what is given up, before the program is asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reader.background import CancelToken, Task
from reader.ui.export.order import Order
from reader.ui.jobs import Jobs


class Notebook:
    """Does so on threads, one thing after the other; the end of the program waits for them, as
    one of its `jobs`.
    """

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        self._last: Task[None] | None = None

    def note(self, order: Order) -> None:
        """Have `order` found again at the next start, if its turn does not come in this one."""
        if order.book is not None:
            self._do(lambda: _note(order), "note export")

    def forget(self, target: Path) -> None:
        """Throw away what is kept of the export to `target`: there may be gigabytes."""
        self._do(lambda: _forget(target), "forget export")

    def wait(self) -> None:
        """Wait on another thread than Qt's until everything is done that was asked for so far."""
        if self._last is not None:
            self._last.join()

    def _do(self, act: Callable[[], None], name: str) -> None:
        before = self._last

        def work(_token: CancelToken) -> None:
            if before is not None:
                before.join()
            act()

        self._last = Task(work, name=name)
        self._jobs.add(self._last)


def _note(order: Order) -> None:
    from reader.export.manifest import Manifest
    from reader.export.output import output_of
    from reader.export.unfinished import ordered

    book = order.book
    assert book is not None
    manifest = Manifest(
        identifier=book.identifier,
        title=order.title,
        options=order.options,
        source=None if order.source is None else str(order.source),
        extras=dict(order.extras),
    )
    ordered(output_of(order.target, order.options, book), manifest, resume=order.resume)


def _forget(target: Path) -> None:
    from reader.export.unfinished import forget, unfinished

    for job in unfinished():
        if job.target == target:
            forget(job)
