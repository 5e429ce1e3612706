"""Notes of every book that is opened what its file is, and keeps its cover for the shelf."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from reader.background import CancelToken, Task
from reader.books.model import Book
from reader.errors import LibraryError

if TYPE_CHECKING:
    from reader.library.store import Library

_log = logging.getLogger(__name__)


class OpenedBooks:
    """Does so on a thread, for the file is read for it; what fails there costs nothing else."""

    def __init__(self) -> None:
        self._task: Task[None] | None = None

    def note(self, library: Library, book: Book, path: Path) -> None:
        """Note the file at `path`, which `book` was read from, in place of one being noted."""
        from reader.intake.covers import keep_cover
        from reader.intake.moved import note_file

        def work(token: CancelToken) -> None:
            keep_cover(book)
            try:
                note_file(library, path, book.identifier, token)
            except LibraryError as error:
                _log.info("what %s is could not be noted: %s", path, error)

        self.cancel()
        self._task = Task(work, name="note file")

    def cancel(self) -> None:
        """Leave off, and wait for that: the library may be closed afterwards."""
        if self._task is not None:
            self._task.cancel()
            self._task.join()
            self._task = None
