"""The books of the library: asked for and changed in the background, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from reader.background import CancelToken, Task
from reader.library.shelf import ShelfEntry
from reader.library.store import Library
from reader.ui.desk import Desk
from reader.ui.shelf.catalogue import Catalogue
from reader.ui.tasks import Courier

Change: TypeAlias = Callable[[Library], object]
"""Changes the library."""


class ShelfKeeper(QObject):
    """Tells what is on the shelf of the library on `desk`, and changes it."""

    loaded = Signal(object)
    """The :class:`~reader.ui.shelf.catalogue.Catalogue` as it is now."""
    failed = Signal(object)
    """A :class:`~reader.errors.LibraryError`: nothing was changed, or nothing can be told."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._courier = Courier(self)
        self._task: Task[Catalogue] | None = None

    @property
    def library(self) -> Library | None:
        """The library, if one could be opened."""
        return self._desk.library

    def is_open(self, entry: ShelfEntry) -> bool:
        """Whether `entry` is the book that is read just now."""
        session = self._desk.session
        return session is not None and session.book.identifier == entry.identifier

    def forget(self, entry: ShelfEntry, done: Callable[[], object]) -> None:
        """Lose a book with all that is noted of it; it is closed first, where it is open."""
        if self.is_open(entry):
            self._desk.close_book()

        def change(library: Library) -> None:
            self._desk.await_parting()  # else its place would be written after it is gone
            library.forget_book(entry.identifier)

        self.change(change, done)

    def load(self) -> None:
        """Ask the library for its books."""
        self._run(lambda _library: None, lambda: None)

    def change(
        self,
        change: Change,
        done: Callable[[], object],
        refused: Callable[[], object] = lambda: None,
    ) -> None:
        """Make `change`; `done` is called when the shelf as it is then was told, `refused` where
        the library does not take it."""
        self._run(change, done, refused)

    def _run(
        self,
        change: Change,
        done: Callable[[], object],
        refused: Callable[[], object] = lambda: None,
    ) -> None:
        library, before = self._desk.library, self._task
        if library is None:
            self.loaded.emit(Catalogue([]))
            return

        def work(_token: CancelToken) -> Catalogue:
            if before is not None:
                before.join()
            change(library)
            return Catalogue(library.books())

        def ended(catalogue: Catalogue) -> None:
            self.loaded.emit(catalogue)
            done()

        def failed(error: BaseException) -> None:
            refused()
            self.failed.emit(error)

        self._task = self._courier.run(work, name="change shelf", done=ended, failed=failed)
