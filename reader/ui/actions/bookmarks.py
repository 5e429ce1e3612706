"""The Bookmarks menu."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QLineEdit

from reader.library.bookmarks import Bookmark
from reader.navigation.place import Position
from reader.ui.actions.part import Actions, Part


class BookmarkActions(Part):
    """Places that the reader wants to find again."""

    def actions(self) -> Actions:
        """By the commands' names."""
        return {
            "bookmark": self.set_or_remove,
            "bookmark_named": self.set_named,
            "next_bookmark": lambda: self._travel(1),
            "previous_bookmark": lambda: self._travel(-1),
            "bookmarks": self.show_bookmarks,
        }

    def set_or_remove(self) -> None:
        """Set a bookmark at the sentence here, or remove the one that is there."""
        here = self.position
        if here is None:
            return
        there = self.window.marks.in_sentence(here)
        if there is None:
            self._set(here, "")
        elif self.window.marks.remove(there):
            self.say(self.tr("Bookmark removed"))

    def set_named(self) -> None:
        """Set a bookmark with a name."""
        here = self.position
        if here is None:
            return
        dialog = QInputDialog(self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("New bookmark"))
        dialog.setLabelText(self.tr("&Name of the bookmark"))
        dialog.setTextEchoMode(QLineEdit.EchoMode.Normal)
        dialog.textValueSelected.connect(lambda name: self._named(name.strip()))
        self._here = here
        self.show(dialog)

    def show_bookmarks(self) -> None:
        """List them: go there, rename, remove."""
        from reader.ui.bookmarks_dialog import BookmarksDialog

        if self.session is None:
            return
        marks = self.window.marks
        dialog = BookmarksDialog(marks.all(), self.session.book, self.window)
        dialog.chosen.connect(self._go_to)
        dialog.renamed.connect(marks.rename)
        dialog.removed.connect(marks.remove)
        dialog.restored.connect(marks.restore)
        dialog.told.connect(self.window.announcer.announce)
        marks.failed.connect(dialog.reject)  # it would show what is not so
        self.show(dialog)

    def _named(self, name: str) -> None:
        self._set(self._here, name)

    def _set(self, here: Position, name: str) -> None:
        if self.window.marks.add(here, name):
            self.say(self.tr("Bookmark set"))
        elif self.desk.library is None:  # else the reason is shown
            self.say(self.tr("The bookmark cannot be kept"))

    def _go_to(self, bookmark: Bookmark) -> None:
        self.go(self.window.marks.position(bookmark))
        self.window.focus_text()

    def _travel(self, step: int) -> None:
        here = self.position
        if here is None:
            return
        found = self.window.marks.beside(here, step)
        if found is None:
            self.say(self.tr("No next bookmark") if step > 0 else self.tr("No previous bookmark"))
            return
        position, bookmark = found
        self.go(position)
        name = bookmark.name or (self.session.sentence if self.session is not None else "")
        self._say_unless_heard(self.tr("Bookmark: {name}").format(name=name))
