"""Shows the help in the reading window, and brings the reader's own book back afterwards."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.errors import LibraryError
from reader.navigation.place import Position
from reader.ui.help.guide import write_guide
from reader.ui.tasks import Courier

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow


class HelpBook(QObject):
    """A book that is read, searched and heard like any other, but stands on no shelf."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk
        self._courier = Courier(self)
        self._path: Path | None = None
        self._before: tuple[Path, Position | None] | None = None
        self._desk.opened.connect(self._opened)

    @property
    def is_open(self) -> bool:
        """Whether the help is what is read now."""
        session = self._desk.session
        return session is not None and session.path == self._path

    def open(self) -> None:
        """Show the help in place of the open book; it is written on a thread before."""
        keymap = self._window.keymap
        self._courier.run(
            lambda _token: write_guide(keymap),
            name="write help",
            done=self._written,
            failed=self._window.news.tell_problem,
        )

    def close(self) -> None:
        """Put the help away; what was open before is open again at its place."""
        before, self._before = self._before, None
        if before is None:
            self._desk.close_book()
        else:
            path, place = before
            # The library knows the place better: with the words that stood there.
            self._desk.open(path, at=place if self._desk.library is None else None)

    def _written(self, path: Path) -> None:
        session = self._desk.session
        if session is not None and not self.is_open:
            self._before = session.path, self._window.following.position
        self._path = path
        self._desk.open(path)

    def _opened(self) -> None:
        """Take the help off the shelf at once, or forget what was open before another book."""
        session, library = self._desk.session, self._desk.library
        if not self.is_open:
            self._before = None
        elif session is not None and library is not None:
            with suppress(LibraryError):  # one that takes no changes has not put it there
                library.take_off_shelf(session.book.identifier)
