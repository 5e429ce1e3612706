"""Notes written into files and read from them, with progress, and what is told of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from reader.background import CancelToken
from reader.books.model import Book
from reader.library.bookmarks import Bookmark
from reader.ui.file_job import FileJob

if TYPE_CHECKING:
    from reader.library.store import Library
    from reader.library.traveling import Departed
    from reader.ui.notes.files import Imported

_UNFIT = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
"""What some system does not take in the name of a file."""

_LONGEST = 80
"""Characters of a book's title in the name of a file."""


class NoteFiles(FileJob):
    """Reads or writes one file at a time, beside the listening."""

    told = Signal(str)
    """What came of it."""
    imported = Signal(object)
    """An :class:`~reader.ui.notes.files.Imported`: what another machine's file held."""

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

        def work(token: CancelToken) -> Departed:
            return export_notes(library, path, progress=self._report, cancel=token)

        self._run(work, self.tr("Exporting"), path, partial(self._departed, path))

    def arrive(self, path: Path, library: Library, book: str | None) -> None:
        """Take in what another machine wrote into `path`; `book` is the open one."""
        from reader.ui.notes.files import read_traveling

        def work(token: CancelToken) -> Imported:
            return read_traveling(library, path, book, progress=self._report, cancel=token)

        self._run(work, self.tr("Importing"), path, self.imported.emit)

    # Inside

    def _exported(self, path: Path, count: int) -> None:
        told = self.tr("Written to {name}: {count} bookmarks and notes")
        if count == 1:
            told = self.tr("Written to {name}: 1 bookmark or note")
        self.told.emit(told.format(name=path.name, count=count))

    def _departed(self, path: Path, departed: Departed) -> None:
        told = self.tr("Written to {name}. Books: {books}. Bookmarks and notes: {notes}.")
        told = told.format(name=path.name, books=departed.books, notes=departed.notes)
        self.told.emit(told)
