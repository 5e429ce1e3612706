"""Preparing the books for full-text search, in the background while nothing else is wanted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from reader.background import CancelToken, Task
from reader.ui.desk import Desk
from reader.ui.shelf.newest import Newest
from reader.ui.tasks import Courier

if TYPE_CHECKING:
    from reader.intake.intake import Indexed
    from reader.intake.outcome import Progress

_PATIENCE = 10_000
"""Milliseconds after which it begins by itself: the window, and the book, come first."""


class IndexesMissing(Protocol):
    """Puts the shelf's books into the search index: see :class:`reader.intake.intake.Intake`."""

    def index_missing(
        self, *, progress: Callable[[Progress], object], cancel: CancelToken
    ) -> Indexed:
        """Have the index hold the books of the shelf."""
        ...


class Indexing(QObject):
    """Prepares books one after the other, unless the setting `index` on `desk` is off."""

    changed = Signal()
    """It has begun or ended, or a book more is prepared."""

    def __init__(self, desk: Desk, intake: Callable[[], IndexesMissing], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._intake = intake
        self._courier = Courier(self)
        self._task: Task[Indexed] | None = None
        self._again = False
        self.name = ""
        """The title of the book that is being prepared."""
        self.problem: BaseException | None = None
        """What has stopped it the last time; nobody is disturbed with it while he reads."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PATIENCE)
        self._soon.timeout.connect(self.start)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.stop)

    @property
    def running(self) -> bool:
        """Whether books are being prepared."""
        return self._task is not None

    @property
    def waiting(self) -> bool:
        """Whether it will begin soon."""
        return self._soon.isActive()

    def keep_up(self) -> None:
        """Prepare from now on what is on the shelf, and what is opened."""
        self._desk.opened.connect(self.start_soon)
        self.start_soon()

    def start_soon(self) -> None:
        """Begin when the window has had its time."""
        self._soon.start()

    def start(self) -> None:
        """Prepare the books that are not; those that come meanwhile, after them."""
        self._soon.stop()
        if not self._desk.settings.index or self._desk.library is None:
            return
        if self._task is not None:
            self._again = True
            return
        self.problem = None
        show = Newest(self._courier, self._show)

        def work(token: CancelToken) -> Indexed:
            return self._intake().index_missing(progress=show, cancel=token)

        self._task = self._courier.run(
            work, name="index books", done=self._done, failed=self._failed, cancelled=self._ended
        )
        self.changed.emit()

    def stop(self) -> None:
        """Leave off; what is prepared stays so."""
        self._soon.stop()
        self._again = False
        if self._task is not None:
            self._task.cancel()

    def _show(self, progress: Progress) -> None:
        if progress.name != self.name:
            self.name = progress.name
            self.changed.emit()

    def _done(self, _indexed: Indexed) -> None:
        self._ended()

    def _failed(self, error: BaseException) -> None:
        self._again = False
        self.problem = error
        self._ended()

    def _ended(self) -> None:
        self._task = None
        self.name = ""
        again, self._again = self._again, False
        if again:
            self.start()
        self.changed.emit()


def indexing_of(window: QObject, desk: Desk) -> Indexing:
    """The one of `window`, whose parts share it."""
    from reader.ui.shelf.sources import Sources

    there = window.findChild(Indexing)
    return there or Indexing(desk, partial(Sources().intake, desk), window)
