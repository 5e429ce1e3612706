"""Notes written into files and read from them, with progress, and what is told of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from reader.background import CancelToken, Task
from reader.books.model import Book
from reader.library.bookmarks import Bookmark
from reader.ui.dialogs import show_error
from reader.ui.progress import Progress
from reader.ui.tasks import Courier

if TYPE_CHECKING:
    from reader.library.store import Library
    from reader.library.traveling import Departed
    from reader.ui.notes.files import Imported

Result = TypeVar("Result")

_UNFIT = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
"""What some system does not take in the name of a file."""

_LONGEST = 80
"""Characters of a book's title in the name of a file."""


class NoteFiles(QObject):
    """Reads or writes one file at a time, beside the listening."""

    told = Signal(str)
    """What came of it."""
    imported = Signal(object)
    """An :class:`~reader.ui.notes.files.Imported`: what another machine's file held."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._courier = Courier(self)
        self._progress: Progress | None = None
        self.problem: QMessageBox | None = None

    def ask_export(self, book: Book, marks: Sequence[Bookmark]) -> None:
        """Ask for the name of a file, and write the `marks` of `book` into it, to be read."""
        kinds = self.tr("Markdown (*.md)")
        title = " ".join(_UNFIT.sub(" ", book.title).split())[:_LONGEST].strip(" .")
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Export notes"), f"{title or self.tr('Notes')}.md", kinds
        )
        if name:
            self.export(Path(name), book, marks)

    def ask_departure(self, library: Library) -> None:
        """Ask for the name of a file, and write all notes into it for another machine."""
        kinds = self.tr("Notes of Tingshu (*.json)")
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Notes for another machine"), "tingshu-notes.json", kinds
        )
        if name:
            self.depart(Path(name), library)

    def ask_arrival(self, library: Library, book: str | None) -> None:
        """Ask for a file of another machine, and take in what it holds; `book` is open."""
        kinds = self.tr("Notes of Tingshu (*.json);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Notes from another machine"), "", kinds
        )
        if name:
            self.arrive(Path(name), library, book)

    def export(self, path: Path, book: Book, marks: Sequence[Bookmark]) -> None:
        """Write the `marks` of `book` into `path`, to be read by people."""
        from reader.ui.notes.files import write_markdown

        def work(_token: CancelToken) -> int:
            return write_markdown(path, book, marks)

        self._run(work, self.tr("Exporting"), path, partial(self._exported, path))

    def depart(self, path: Path, library: Library) -> None:
        """Write positions and notes of all books into `path`, for another machine."""
        from reader.library.traveling import export_notes

        report = self._courier.wrap(self._show_progress)

        def work(token: CancelToken) -> Departed:
            return export_notes(library, path, progress=report, cancel=token)

        self._run(work, self.tr("Exporting"), path, partial(self._departed, path))

    def arrive(self, path: Path, library: Library, book: str | None) -> None:
        """Take in what another machine wrote into `path`; `book` is the open one."""
        from reader.ui.notes.files import read_traveling

        report = self._courier.wrap(self._show_progress)

        def work(token: CancelToken) -> Imported:
            return read_traveling(library, path, book, progress=report, cancel=token)

        self._run(work, self.tr("Importing"), path, self.imported.emit)

    # Inside

    def _run(
        self,
        work: Callable[[CancelToken], Result],
        title: str,
        path: Path,
        done: Callable[[Result], object],
    ) -> None:
        def arrived(result: Result) -> None:
            self._ended()
            done(result)

        task: Task[Result] = self._courier.run(
            work,
            name="exchange notes",
            done=arrived,
            failed=self._failed,
            cancelled=self._ended,
        )
        self._progress = Progress(self._window, title, str(path), task.cancel)

    def _show_progress(self, fraction: float) -> None:
        if self._progress is not None:
            self._progress.show_fraction(fraction)

    def _ended(self) -> None:
        if self._progress is not None:
            self._progress.end()
            self._progress = None

    def _failed(self, error: BaseException) -> None:
        self._ended()
        self.problem = show_error(self._window, error)

    def _exported(self, path: Path, count: int) -> None:
        told = self.tr("Written to {name}: {count} bookmarks and notes")
        if count == 1:
            told = self.tr("Written to {name}: 1 bookmark or note")
        self.told.emit(told.format(name=path.name, count=count))

    def _departed(self, path: Path, departed: Departed) -> None:
        told = self.tr("Written to {name}. Books: {books}. Bookmarks and notes: {notes}.")
        told = told.format(name=path.name, books=departed.books, notes=departed.notes)
        self.told.emit(told)
