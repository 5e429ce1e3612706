"""What can be done with a voice pack, each on a thread, with its progress and a button to stop."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from reader.background import CancelToken, Task
from reader.errors import VoicePackError
from reader.ui.dialogs import show_error
from reader.ui.language import in_words
from reader.ui.progress import Progress
from reader.ui.tasks import Courier

if TYPE_CHECKING:
    from reader.speech.catalogue import Pack

translate = QCoreApplication.translate


_Report = Callable[[float, str], None]
_Work = Callable[[_Report, CancelToken], str]


class PackJobs(QObject):
    """Runs one job at a time over `window`."""

    done = Signal(str, bool)
    """What came of it in a sentence, and whether the voices are others now."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._courier = Courier(self)
        self._task: Task[str] | None = None
        self.progress: Progress | None = None
        self.problem: QMessageBox | None = None

    def install(self, pack: Pack) -> None:
        """Download and make the pack."""

        def work(report: _Report, token: CancelToken) -> str:
            from reader.speech import packs

            packs.install(pack.name, progress=report, cancel=token)
            return translate("PackJobs", "{pack} is installed.")

        self._start(pack, self.tr("Installing"), work)

    def update(self, pack: Pack) -> None:
        """Make the pack anew if there is a newer version."""

        def work(report: _Report, token: CancelToken) -> str:
            from reader.speech import packs

            changed = packs.update(pack.name, progress=report, cancel=token)
            return (
                translate("PackJobs", "{pack} is updated.")
                if changed
                else translate("PackJobs", "{pack} is up to date.")
            )

        self._start(pack, self.tr("Updating"), work)

    def check(self, pack: Pack) -> None:
        """See whether the pack's files are what they were."""

        def work(_report: _Report, _token: CancelToken) -> str:
            from reader.speech import packs

            problems = packs.check(pack.name)
            if problems:
                raise VoicePackError(
                    pack.title, problems[0], translate("PackJobs", "Press Install again.")
                )
            return translate("PackJobs", "Every file of {pack} is whole.")

        self._start(pack, self.tr("Checking"), work, changes=False)

    def remove(self, pack: Pack) -> None:
        """Delete the pack."""

        def work(_report: _Report, _token: CancelToken) -> str:
            from reader.speech import packs

            packs.remove(pack.name)
            return translate("PackJobs", "{pack} is removed.")

        self._start(pack, self.tr("Removing"), work)

    def _start(self, pack: Pack, title: str, work: _Work, *, changes: bool = True) -> None:
        if self._task is not None:
            return
        report = self._courier.wrap(self._show_progress)
        self._task = self._courier.run(
            lambda token: work(report, token).format(pack=in_words(pack.title)),
            name="voice pack",
            done=lambda told: self._succeeded(told, changes=changes),
            failed=self._failed,
            cancelled=self._ended,
        )
        self.progress = Progress(
            self._window, title, in_words(pack.title), self._task.cancel, patience=0
        )
        self.progress.show()  # at once: the window is not to be closed under the job

    def _show_progress(self, fraction: float, text: str) -> None:
        if self.progress is not None:
            self.progress.show_fraction(fraction, in_words(text))

    def _succeeded(self, told: str, *, changes: bool) -> None:
        self._ended()
        self.done.emit(told, changes)

    def _failed(self, error: BaseException) -> None:
        self._ended()
        self.problem = show_error(self._window, error)

    def _ended(self) -> None:
        self._task = None
        if self.progress is not None:
            self.progress.end()
            self.progress = None
