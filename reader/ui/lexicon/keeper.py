"""The pronunciations that hold where the reader is: changed in the background, heard at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.background import CancelToken, Task
from reader.errors import LibraryError
from reader.lexicon.entry import Entry
from reader.session import ReadingSession
from reader.ui.desk import Desk
from reader.ui.lexicon.changes import Change
from reader.ui.tasks import Courier
from reader.ui.undoing import Ended, Undoing

_Changed = tuple[Change, list[Entry]]
"""What undoes a change, and the entries that hold after it."""


class LexiconKeeper(QObject):
    """Tells and changes what the library of `desk` knows of how words are said.

    Changes are made one after the other on a thread, for among a hundred thousand entries each
    takes a second, and count from the next sentence on. `undoing` is told how each is taken back.
    """

    changed = Signal()
    """Other entries hold now."""
    failed = Signal(object)
    """A :class:`~reader.errors.LibraryError`: nothing was changed, or nothing can be told."""

    def __init__(self, desk: Desk, undoing: Undoing, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._undoing = undoing
        self._courier = Courier(self)
        self._task: Task[_Changed] | None = None
        self._entries: list[Entry] | None = None
        for gone in (desk.opened, desk.closed):
            gone.connect(self.forget)

    @property
    def book(self) -> str | None:
        """The identifier of the open book; None without one."""
        session = self._desk.session
        return session.book.identifier if session is not None else None

    @property
    def entries(self) -> Sequence[Entry]:
        """Those of the open book and of all, what overrules the others first."""
        if self._entries is None:
            self._entries = self._loaded()
        return self._entries

    def forget(self) -> None:
        """Ask the library again when somebody wants to know."""
        self._entries = None

    def renew(self) -> None:
        """Somebody else has changed what the library has."""
        self.forget()
        self.changed.emit()

    def change(self, change: Change, title: str, done: Callable[[], object]) -> bool:
        """Make `change` to what `title` names, then call `done`; False if nothing can be kept."""

        def made(undo: Change) -> None:
            self._undoing.add_lasting(title, partial(self._undo, undo))
            done()

        return self._make(change, made, self.failed.emit)

    # Inside

    def _undo(self, undo: Change, ended: Ended) -> None:
        """Take a change back; that is not taken back again."""

        def failed(error: BaseException) -> None:
            ended(False)
            self.failed.emit(error)

        if not self._make(undo, lambda _change: ended(True), failed):
            ended(False)

    def _make(
        self,
        change: Change,
        made: Callable[[Change], object],
        failed: Callable[[BaseException], object],
    ) -> bool:
        library, session, before = self._desk.library, self._desk.session, self._task
        if library is None:
            return False
        book = self.book

        def work(_token: CancelToken) -> _Changed:
            if before is not None:
                before.join()
            undo = change(library)
            entries = library.pronunciations(book)
            if session is not None:
                session.direction.lexicon.set_entries(entries)
            return undo, entries

        self._task = self._courier.run(
            work,
            name="change pronunciations",
            done=partial(self._made, session, made),
            failed=failed,
        )
        return True

    def _made(
        self, session: ReadingSession | None, made: Callable[[Change], object], changed: _Changed
    ) -> None:
        undo, entries = changed
        if session is self._desk.session:
            self._entries = in_order(entries)
            if session is not None:
                session.direction.renew()
            self.changed.emit()
        made(undo)

    def _loaded(self) -> list[Entry]:
        if self._desk.library is None:
            return []
        try:
            return in_order(self._desk.library.pronunciations(self.book))
        except LibraryError as error:
            self.failed.emit(error)
            return []


def in_order(entries: Sequence[Entry]) -> list[Entry]:
    """`entries` as they hold: the book's, those of one language after the other, those of all."""
    return sorted(entries, key=lambda entry: (*scope(entry), entry.position))


def scope(entry: Entry) -> tuple[int, str]:
    """What is alike for entries among which their order decides; smaller for what overrules."""
    if entry.book is not None:
        return 0, ""
    return (1, entry.language) if entry.language else (2, "")
