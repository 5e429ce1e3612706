"""Opening a book whose file may be gone: it is looked for, or asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from reader.background import CancelToken, Task
from reader.intake.finding import is_file
from reader.library.shelf import ShelfEntry
from reader.library.store import Library
from reader.navigation.place import Position
from reader.search.results import Hit
from reader.ui.dialogs import ask
from reader.ui.eliding import elided
from reader.ui.progress import Progress
from reader.ui.tasks import Courier

FindMoved: TypeAlias = Callable[..., Path | None]
"""See :func:`reader.intake.moved.find_moved`."""


class Seeker(QObject):
    """Finds the files of books for `window`; what is found is `ready` to be opened."""

    ready = Signal(Path, object)
    """The file of a book, and the place in it to be gone to, or None."""
    told = Signal(str)
    """What a screen reader should be told: where a file was found."""
    failed = Signal(object)

    def __init__(self, find: FindMoved, library: Library | None, window: QWidget) -> None:
        super().__init__(window)
        self._find = find
        self._library = library
        self._window = window
        self._courier = Courier(self)
        self._task: Task[Path | None] | None = None
        self.progress: Progress | None = None
        self.question: QMessageBox | None = None

    def seek(self, entry: ShelfEntry, at: Position | Hit | None = None) -> None:
        """Have the book of `entry` ready, wherever its file is now; one at a time."""
        if self._task is not None:
            return
        library = self._library

        def work(token: CancelToken) -> Path | None:
            if is_file(entry.path):
                return entry.path
            return self._find(library, entry, token) if library is not None else None

        self.progress = Progress(
            self._window,
            self.tr("Looking for the file"),
            self.tr("Looking for the file of “{title}”").format(title=elided(entry.title)),
            self.cancel,
        )
        self._task = self._courier.run(
            work,
            name="find the file of a book",
            done=partial(self._done, entry, at),
            failed=self._failed,
            cancelled=self._end,
        )

    def cancel(self) -> None:
        """Leave off looking."""
        if self._task is not None:
            self._task.cancel()

    def _done(self, entry: ShelfEntry, at: Position | Hit | None, path: Path | None) -> None:
        stopped = self._task is not None and self._task.token.cancelled
        self._end()
        if stopped:
            return
        if path is None:
            self._ask(entry, at)
            return
        if path != entry.path:
            self.told.emit(self.tr("Found in {folder}").format(folder=path.parent))
        self.ready.emit(path, at)

    def _failed(self, error: BaseException) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        self._task = None
        if self.progress is not None:
            self.progress.end()
            self.progress = None

    def _ask(self, entry: ShelfEntry, at: Position | Hit | None) -> None:
        question = self.tr(
            "The file of “{title}” is not at {path} any more, and was not found in the folders of "
            "the library. Your place and your notes are kept."
        )
        self.question = ask(
            self._window,
            self.tr("File not found"),
            question.format(title=elided(entry.title), path=entry.path),
            self.tr("&Find it…"),
            partial(self._choose, entry, at),
        )

    def _choose(self, entry: ShelfEntry, at: Position | Hit | None) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Where is “{title}”?").format(title=elided(entry.title)),
            str(entry.path.parent),
        )
        if name:
            self.ready.emit(Path(name), at)
