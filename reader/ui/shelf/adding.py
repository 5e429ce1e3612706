"""Putting files and folders on the shelf: how far it is, how to stop it, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from reader.background import CancelToken, Task
from reader.intake.outcome import Added, Progress
from reader.ui.labels import telling_label
from reader.ui.language import in_words, listed
from reader.ui.report_dialog import ReportDialog
from reader.ui.shelf.in_words import number
from reader.ui.shelf.newest import Newest
from reader.ui.tasks import Courier

translate = QCoreApplication.translate

_STEPS = 1000
"""Of the progress bar."""


class TakesIn(Protocol):
    """Puts books on the shelf: see :class:`reader.intake.process.Intake`."""

    def run(
        self,
        paths: Sequence[Path],
        *,
        progress: Callable[[Progress], object],
        waiting: Callable[[], object],
        cancel: CancelToken,
    ) -> Added:
        """Take in the books of these files and folders.

        `waiting` is called if somebody else has to end first.
        """
        ...


class Adding(QWidget):
    """Shows the adding that goes on, or what came of the last; nothing before the first.

    Files that come while others are being added are added after them.
    """

    told = Signal(str)
    """What a screen reader should be told."""
    added = Signal(object)
    """The :class:`~reader.intake.outcome.Added` of one adding."""
    failed = Signal(object)
    """An error that has stopped it."""

    def __init__(self, intake: Callable[[], TakesIn], parent: QWidget) -> None:
        super().__init__(parent)
        self._intake = intake
        self._courier = Courier(self)
        self._task: Task[Added] | None = None
        self._waiting: list[Path] = []
        self._last = Added()
        self.report: ReportDialog | None = None
        self.words: QLabel = telling_label(self)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, _STEPS)
        self.bar.setAccessibleName(self.tr("Adding books"))
        self.cancel = self._button(self.tr("Sto&p adding"), self.stop)
        self.details = self._button(self.tr("Show detai&ls…"), self._show_details)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        for widget in (self.bar, self.cancel, self.details):
            row.addWidget(widget)
        self.hide()

    @property
    def running(self) -> bool:
        """Whether books are being added."""
        return self._task is not None

    def add(self, paths: Sequence[Path]) -> None:
        """Put what is in `paths` on the shelf."""
        if not paths:
            return
        if self.running:
            self._waiting.extend(paths)
            return
        show = Newest(self._courier, self._show_progress)
        waiting = self._courier.wrap(self._show_waiting)
        wanted = list(paths)

        def work(token: CancelToken) -> Added:
            intake = self._intake()
            return intake.run(wanted, progress=show, waiting=waiting, cancel=token)

        self._task = self._courier.run(
            work, name="add books", done=self._done, failed=self._failed, cancelled=self._stopped
        )
        self._begin()

    def stop(self) -> None:
        """Leave off; what is on the shelf stays there."""
        self._waiting = []
        if self._task is not None:
            self.words.setText(self.tr("Stopping…"))
            self._task.cancel()

    def _begin(self) -> None:
        self.bar.setValue(0)
        self._show_state()
        self.words.setText(self.tr("Looking for books"))
        self.told.emit(self.tr("Adding books"))

    def _show_waiting(self) -> None:
        self.words.setText(self.tr("Waiting until other books are added"))

    def _show_progress(self, progress: Progress) -> None:
        if self._task is None or self._task.token.cancelled:
            return
        self.bar.setValue(round(progress.fraction * _STEPS))
        if progress.total and progress.name:
            said = self.tr("Adding {name} ({number} of {all})")
            self.words.setText(
                said.format(
                    name=progress.name,
                    number=number(progress.done + 1),
                    all=number(progress.total),
                )
            )

    def _done(self, added: Added) -> None:
        self._last = added
        self._ended(added_in_words(added))
        self.added.emit(added)

    def _failed(self, error: BaseException) -> None:
        self._waiting = []
        self._ended("")
        self.failed.emit(error)

    def _stopped(self) -> None:
        self._done(Added(complete=False))

    def _ended(self, message: str) -> None:
        """Show what came of it, and begin with what came meanwhile."""
        self._task = None
        self.words.setText(message)
        self._show_state()
        self.told.emit(message)
        waiting, self._waiting = self._waiting, []
        self.add(waiting)

    def _show_state(self) -> None:
        """Offer what can be done; the focus stays on something."""
        focused = self.cancel.hasFocus() or self.details.hasFocus()
        for widget in (self.bar, self.cancel):
            widget.setVisible(self.running)
        self.details.setVisible(not self.running and bool(self._last.failed))
        self.setVisible(self.running or bool(self.words.text()))
        if focused:
            here = self.details if self.details.isVisibleTo(self) else self.cancel
            if here.isVisibleTo(self):
                here.setFocus()
            else:
                self.focusNextChild()

    def _show_details(self) -> None:
        lines = [f"{path}\n    {in_words(reason)}" for path, reason in self._last.failed]
        self.report = ReportDialog(self.tr("Books that could not be read"), "\n".join(lines), self)
        self.report.open()

    def _button(self, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button


def added_in_words(added: Added) -> str:
    """What came of adding, in one sentence."""
    there = added.known + added.duplicates
    parts = [_new(added.new)]
    if added.moved:
        parts.append(_moved(added.moved))
    if there:
        parts.append(_there(there))
    if added.failed:
        parts.append(_refused(len(added.failed)))
    sentence = listed(parts)
    if added.complete:
        return translate("Shelf", "{what}.").format(what=sentence)
    return translate("Shelf", "Stopped: {what}.").format(what=sentence)


def _new(count: int) -> str:
    if not count:
        return translate("Shelf", "No book added")
    if count == 1:
        return translate("Shelf", "1 book added")
    return translate("Shelf", "{count} books added").format(count=number(count))


def _moved(count: int) -> str:
    if count == 1:
        return translate("Shelf", "1 found again in another place")
    return translate("Shelf", "{count} found again in other places").format(count=number(count))


def _there(count: int) -> str:
    if count == 1:
        return translate("Shelf", "1 was there already")
    return translate("Shelf", "{count} were there already").format(count=number(count))


def _refused(count: int) -> str:
    if count == 1:
        return translate("Shelf", "1 could not be read")
    return translate("Shelf", "{count} could not be read").format(count=number(count))
