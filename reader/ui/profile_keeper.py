"""Has the books' own settings written soon after, without anybody waiting for the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.background import CancelToken, Task
from reader.errors import LibraryError
from reader.profiles import Profile, keep_profile, profile_of
from reader.ui.tasks import Courier

if TYPE_CHECKING:
    from reader.library.store import Library

_DELAY = 1000
"""Milliseconds that a profile rests before it is written: a slider makes many."""


class ProfileKeeper(QObject):
    """Keeps profiles in `library`, one write after the other on a thread.

    Without a library they last as long as the program.
    """

    failed = Signal(object)
    """A :class:`~reader.errors.LibraryError`; told once."""

    def __init__(self, library: Library | None, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._newest: dict[str, Profile] = {}
        self._waiting: dict[str, Profile] = {}
        self._complained = False
        self._courier = Courier(self)
        self._task: Task[None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY)
        self._timer.timeout.connect(self._write)

    def profile(self, book: str) -> Profile:
        """The profile of the book of that identifier, as it was last kept."""
        if book not in self._newest:
            self._newest[book] = self._read(book)
        return self._newest[book]

    def keep(self, book: str, profile: Profile) -> None:
        """Have the profile of a book written soon. Returns at once."""
        self._newest[book] = self._waiting[book] = profile
        self._timer.start()

    def close(self) -> None:
        """Write what is waiting, and wait for that."""
        self._write()
        if self._task is not None:
            self._task.join()

    def _read(self, book: str) -> Profile:
        try:
            return profile_of(self._library, book) if self._library is not None else Profile()
        except LibraryError as error:
            self._tell(error)
            return Profile()

    def _write(self) -> None:
        self._timer.stop()
        library, waiting, self._waiting = self._library, self._waiting, {}
        if library is None or not waiting:
            return
        before = self._task

        def work(_token: CancelToken) -> None:
            if before is not None:
                before.join()
            for book, profile in waiting.items():
                keep_profile(library, book, profile)

        self._task = self._courier.run(
            work, name="keep a book's own settings", done=lambda _: None, failed=self._tell
        )

    def _tell(self, error: BaseException) -> None:
        if not self._complained:  # once is enough: every further one fails alike
            self._complained = True
            self.failed.emit(error)
