"""What is done with the books of the shelf, told, and taken back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from reader.library.shelf import ShelfEntry
from reader.ui.dialogs import ask
from reader.ui.eliding import elided
from reader.ui.shelf.keeper import Change, ShelfKeeper


class ShelfChanges(QObject):
    """Changes made by `keeper` for `window`, the last of which can be taken back first."""

    told = Signal(str)
    """What a screen reader should be told: what was done."""
    changed = Signal()
    """Something was done; it may be taken back."""
    restored = Signal(str)
    """The book, by its identifier, of which something was taken back."""

    def __init__(self, keeper: ShelfKeeper, window: QWidget) -> None:
        super().__init__(window)
        self._keeper = keeper
        self._window = window
        self._done: list[tuple[ShelfEntry, Change]] = []
        self._under_way: set[str] = set()
        """The books of which a change is not yet listed, by their identifiers."""
        self.question: QMessageBox | None = None

    @property
    def possible(self) -> bool:
        """Whether something can be taken back."""
        return bool(self._done)

    def take_off(self, entry: ShelfEntry) -> None:
        """Take a book off the shelf; what is noted of it stays."""
        self._do(
            entry,
            lambda library: library.take_off_shelf(entry.identifier),
            lambda library: library.put_back_on_shelf(entry.identifier),
            self.tr("Removed from the shelf; its notes are kept. Ctrl+Z brings it back."),
        )

    def turn_finished(self, entry: ShelfEntry) -> None:
        """Have a book be finished, or not any more."""
        finished = not entry.finished
        self._do(
            entry,
            lambda library: library.set_finished(entry.identifier, finished),
            lambda library: library.set_finished(entry.identifier, not finished),
            self.tr("Finished") if finished else self.tr("Not finished"),
        )

    def ask_forget(self, entry: ShelfEntry) -> None:
        """Ask before a book goes with all that is noted of it."""
        question = self.tr(
            "Remove “{title}” with its place, bookmarks and notes? This cannot be taken back. "
            "The file stays where it is."
        )
        if self._keeper.is_open(entry):
            question = self.tr(
                "“{title}” is the open book. Close it and remove it with its place, bookmarks and "
                "notes? This cannot be taken back. The file stays where it is."
            )
        self.question = ask(
            self._window,
            self.tr("Remove with notes"),
            question.format(title=elided(entry.title)),
            self.tr("&Remove"),
            partial(self._forget, entry),
        )

    def undo(self) -> None:
        """Take the last change back."""
        if not self._done:
            self.told.emit(self.tr("Nothing to take back"))
            return
        last = entry, undo = self._done.pop()
        self._keeper.change(undo, partial(self._restored, entry), partial(self._keep, last))

    def _keep(self, change: tuple[ShelfEntry, Change]) -> None:
        """What could not be taken back can be taken back once more."""
        self._done.append(change)
        self.changed.emit()

    def _restored(self, entry: ShelfEntry) -> None:
        self.restored.emit(entry.identifier)
        self._tell(self.tr("Taken back: {title}").format(title=entry.title))

    def _forget(self, entry: ShelfEntry) -> None:
        message = self.tr("Removed with its notes: {title}").format(title=entry.title)
        self._keeper.forget(entry, partial(self._tell, message))

    def _do(self, entry: ShelfEntry, change: Change, undo: Change, message: str) -> None:
        """Make a change; a key pressed twice does not make it twice."""
        if entry.identifier in self._under_way:
            return
        self._under_way.add(entry.identifier)

        def done() -> None:
            refused()
            self._done.append((entry, undo))
            self._tell(message)

        def refused() -> None:
            self._under_way.discard(entry.identifier)

        self._keeper.change(change, done, refused)

    def _tell(self, message: str) -> None:
        self.changed.emit()
        self.told.emit(message)
