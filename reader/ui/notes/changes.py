"""Changes to bookmarks and notes, each of which can be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from reader.books.model import Book
from reader.library.bookmarks import Bookmark
from reader.navigation.place import Position
from reader.ui.marks import Marks
from reader.ui.notes.in_words import title_of
from reader.ui.undoing import Ended, Undoing

translate = QCoreApplication.translate


class MarkChanges:
    """Changes `marks`, and tells `undoing` how each change is taken back.

    What cannot be kept is not done, and :attr:`Marks.failed` tells why. What is done in a book
    that is not open any more cannot be taken back: nobody would see it.
    """

    def __init__(self, marks: Marks, undoing: Undoing) -> None:
        self._marks = marks
        self.undoing = undoing

    def add(
        self, book: Book, here: Position, name: str = "", *, extent: int = 0, note: str = ""
    ) -> Bookmark | None:
        """Set a bookmark or write a note, as :meth:`Marks.add` does."""
        made = self._marks.add(book, here, name, extent=extent, note=note)
        if made is not None:
            self._undo_by(made, lambda: self._marks.remove(made))
        return made

    def rename(self, bookmark: Bookmark, name: str) -> bool:
        """Give `bookmark` another name; False if that cannot be kept."""
        done = self._marks.rename(bookmark, name)
        if done:
            self._undo_by(bookmark, lambda: self._marks.rename(bookmark, bookmark.name))
        return done

    def annotate(self, bookmark: Bookmark, note: str) -> bool:
        """Have `note` say what there is to say of it; False if that cannot be kept."""
        done = self._marks.annotate(bookmark, note)
        if done:
            self._undo_by(bookmark, lambda: self._marks.annotate(bookmark, bookmark.note))
        return done

    def remove(self, bookmark: Bookmark) -> bool:
        """Take `bookmark` away; False if it stays."""
        removed = self._marks.remove(bookmark)
        if removed:
            self._undo_by(bookmark, lambda: self._marks.restore(bookmark))
        return removed

    def _undo_by(self, bookmark: Bookmark, undo: Callable[[], bool]) -> None:
        def begin(ended: Ended) -> None:
            ended(undo())

        if self._marks.is_of_open_book(bookmark):
            self.undoing.add_lasting(title_of(bookmark), begin)
