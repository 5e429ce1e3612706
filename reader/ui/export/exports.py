"""All exports of the window: one runs, the others wait, and those that stopped can go on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from reader.background import CancelToken, Task
from reader.export.control import Control
from reader.ui.desk import Desk
from reader.ui.export.export import ACTIVE, Export, State
from reader.ui.export.in_words import end_in_words, milestone_in_words
from reader.ui.export.notebook import Notebook
from reader.ui.export.order import Order, order_of
from reader.ui.export.work import Outcome, Preparing, Work
from reader.ui.shelf.newest import Newest
from reader.ui.tasks import Courier

if TYPE_CHECKING:
    from reader.export.progress import ExportProgress
    from reader.export.unfinished import Unfinished

_MILESTONES = (0.25, 0.5, 0.75)
"""What is told without being asked, beside the end."""

_APART = 60_000
"""Milliseconds at least between two things that are told without being asked: each cuts off what
the reader is hearing."""

_SILENCE = 10 * 60_000
"""Milliseconds after which it is told that a long export still goes on."""


class CarriesOut(Protocol):
    """Makes the files of an order: :class:`~reader.ui.export.work.Work`."""

    def __call__(
        self,
        order: Order,
        control: Control,
        prepare: Callable[[Preparing], object],
        progress: Callable[[ExportProgress], None],
    ) -> Outcome:
        """Runs on a thread; raises what stops it."""
        ...


class Exports(QObject):
    """Runs what is ordered, one after the other, beside the listening on `desk`.

    What is ordered is noted down at once: at the end of the program the one that runs keeps what
    it has done, and the next start knows it and those that wait.
    """

    listed = Signal()
    """Another export is listed, or one no longer."""
    changed = Signal(object)
    """An :class:`~reader.ui.export.export.Export` has another state."""
    told = Signal(str)
    """What a screen reader should be told: how far one is, that it has ended or stopped."""
    finished = Signal(object)
    """An export is there."""
    failed = Signal(object)
    """An export has stopped by itself; its `error` says why."""
    found = Signal()
    """Exports are listed that an earlier start of the program has not finished."""

    def __init__(self, desk: Desk, parent: QObject, *, work: CarriesOut | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._courier = Courier(self)
        self._work = work
        self._notebook = Notebook(desk.jobs)
        self._ending = False
        self._silent = QElapsedTimer()
        self.all: list[Export] = []
        desk.ending.connect(self._end)

    @property
    def running(self) -> Export | None:
        """The one that is being worked at, also if it is paused."""
        return next((each for each in self.all if each.state in ACTIVE), None)

    def add(self, order: Order) -> Export:
        """Carry out `order` when it is its turn."""
        export = Export(order=order)
        self.all = [each for each in self.all if not _replaced(each, order)] + [export]
        self.listed.emit()
        self._notebook.note(order)
        self._begin_next()
        return export

    def is_busy_at(self, target: Path) -> bool:
        """Whether one that runs or waits writes to `target`."""
        states = ACTIVE | {State.WAITING}
        return any(each.order.target == target and each.state in states for each in self.all)

    def pause(self, export: Export) -> None:
        """Have it rest."""
        if export.state is State.RUNNING:
            export.control.pause()
            self._change(export, State.PAUSED)

    def go_on(self, export: Export, source: Path | None = None) -> None:
        """Let it go on, from where it rests or where it stopped; `source` is where its book is
        now, if that was moved.
        """
        if export.state is State.PAUSED:
            export.control.resume()
            self._change(export, State.RUNNING)
        elif export.state in (State.FAILED, State.UNFINISHED):
            export.order = export.order.again(source)
            self._notebook.note(export.order)
            export.begun, export.progress = export.fraction, None
            export.control, export.error = Control(), None
            self._change(export, State.WAITING)
            self._begin_next()

    def keep(self, export: Export) -> None:
        """Stop it; what is done is kept, so that it can go on later."""
        if export.state is State.WAITING:
            self._keep(export)
        elif export.state in ACTIVE:
            self._change(export, State.STOPPING)
            export.control.cancel()

    def give_up(self, export: Export) -> None:
        """Stop it, and throw away what is not whole."""
        if export.state in ACTIVE:
            self._change(export, State.STOPPING)
            export.control.discard()
            return
        if export.state is State.DONE:
            self._remove(export)
        else:
            self._give_up(export)

    def look_for_unfinished(self) -> None:
        """List what an earlier start of the program has not finished."""

        def look(_token: CancelToken) -> list[Unfinished]:
            from reader.export.unfinished import unfinished

            return unfinished()

        self._courier.run(look, name="find exports", done=self._found, failed=lambda _: None)

    # The one that runs

    def _begin_next(self) -> None:
        waiting = (each for each in self.all if each.state is State.WAITING)
        export = next(waiting, None)
        if export is not None and self.running is None and not self._ending:
            self._begin(export)

    def _begin(self, export: Export) -> None:
        work, order, control = self._worker(), export.order, export.control
        prepare = self._courier.wrap(partial(self._prepare, export))
        progress = Newest(self._courier, partial(self._show, export))

        def carry_out(_token: CancelToken) -> Outcome:
            self._notebook.wait()
            return work(order, control, prepare, progress)

        task: Task[Outcome] = self._courier.run(
            carry_out,
            name="export",
            done=partial(self._done, export),
            failed=partial(self._failed, export),
            cancelled=partial(self._stopped, export),
        )
        self._desk.jobs.add(task, control.cancel)
        self._silent.start()
        self._change(export, State.RUNNING)

    def _worker(self) -> CarriesOut:
        notify = self._courier.wrap(self._desk.noticed.emit)
        return self._work or Work(sound=self._desk.sound, library=self._desk.library, notify=notify)

    def _prepare(self, export: Export, what: Preparing) -> None:
        match what:
            case Preparing.READING:
                export.preparing = self.tr("Reading the book")
            case Preparing.CASTING:
                export.preparing = self.tr("Finding who speaks")
            case Preparing.VOICES:
                export.preparing = self.tr("Getting the voices ready")

    def _show(self, export: Export, progress: ExportProgress) -> None:
        before, export.progress, export.preparing = export.fraction, progress, ""
        passed = any(before < each <= progress.fraction for each in _MILESTONES)
        silent = self._silent.elapsed()
        if (passed and silent >= _APART) or silent >= _SILENCE:
            self._silent.start()
            self.told.emit(milestone_in_words(export))

    def _done(self, export: Export, outcome: Outcome) -> None:
        export.result, export.silent, export.preparing = outcome.result, outcome.silent, ""
        export.order = export.order.without_book()
        self._change(export, State.DONE)
        self.told.emit(end_in_words(export))
        self.finished.emit(export)
        self._begin_next()

    def _failed(self, export: Export, error: BaseException) -> None:
        export.error, export.preparing = error, ""
        if export.progress is None and not export.order.resume:
            self._notebook.forget(export.order.target)
        self._change(export, State.FAILED)
        self.failed.emit(export)
        self._begin_next()

    def _stopped(self, export: Export) -> None:
        export.preparing = ""
        if export.control.discarded:
            self._give_up(export)
        else:
            self._keep(export)
        self._begin_next()

    # Inside

    def _end(self) -> None:
        self._ending = True

    def _change(self, export: Export, state: State) -> None:
        export.state = state
        self.changed.emit(export)

    def _keep(self, export: Export) -> None:
        self._change(export, State.UNFINISHED)
        said = self.tr("The export of “{title}” is kept for later.")
        self.told.emit(said.format(title=export.order.title))

    def _give_up(self, export: Export) -> None:
        self._remove(export)
        self._notebook.forget(export.order.target)
        said = self.tr("The export of “{title}” is given up.")
        self.told.emit(said.format(title=export.order.title))

    def _remove(self, export: Export) -> None:
        self.all = [each for each in self.all if each is not export]
        self.listed.emit()

    def _found(self, jobs: Sequence[Unfinished]) -> None:
        known = {each.order.target for each in self.all}
        new = [
            Export(
                order=order_of(job, self._desk.settings),
                state=State.UNFINISHED,
                begun=job.fraction,
            )
            for job in jobs
            if job.target not in known
        ]
        if new:
            self.all = [*new, *self.all]
            self.listed.emit()
            self.found.emit()


def _replaced(export: Export, order: Order) -> bool:
    """Whether it has ended and `order` goes to the same place."""
    ended = (State.DONE, State.FAILED, State.UNFINISHED)
    return export.state in ended and export.order.target == order.target


def exports_of(window: QObject, desk: Desk) -> Exports:
    """Those of `window`, whose parts share them."""
    there = window.findChild(Exports)
    return there or Exports(desk, window)
