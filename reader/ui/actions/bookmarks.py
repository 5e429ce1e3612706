"""The Bookmarks menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QLineEdit

from reader.books.model import Book
from reader.library.bookmarks import Bookmark
from reader.navigation.place import Position, without_blanks
from reader.ui.actions.part import Actions, Part
from reader.ui.notes.changes import MarkChanges
from reader.ui.notes.cues import NoteCue
from reader.ui.notes.held import is_note
from reader.ui.notes.in_words import called
from reader.ui.notes.note_dialog import NoteDialog
from reader.ui.undoing import undoing_of

_Passage = tuple[int, int, int]
"""A chapter, and where in its text something begins and ends."""


class BookmarkActions(Part):
    """Places that the reader wants to find again, and what there is to say of them."""

    def actions(self) -> Actions:
        """By the commands' names."""
        window = self.window
        self.changes = MarkChanges(window.marks, undoing_of(window))
        self.cue = NoteCue(window)
        return {
            "bookmark": self.set_or_remove,
            "bookmark_named": self.set_named,
            "note": self.write_note,
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
        elif self.changes.remove(there):
            self.say(self.tr("Bookmark removed"))

    def set_named(self) -> None:
        """Set a bookmark with a name."""
        here = self.position
        if here is None:
            return
        dialog = QInputDialog(self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("New bookmark"))
        dialog.setLabelText(self.tr("Name of the bookmark"))
        dialog.setTextEchoMode(QLineEdit.EchoMode.Normal)
        dialog.textValueSelected.connect(lambda name: self._set(here, " ".join(name.split())))
        self.show(dialog)

    def write_note(self) -> None:
        """Write a note to what is selected or to the sentence, or change the one that is there."""
        session = self.session
        if session is None:
            return
        if self.desk.library is None:
            self.say(self.tr("The note cannot be kept"))
            return
        passage = self._selected()
        known = self._known(passage)
        passage = passage or self._sentence()
        if known is not None:
            quoted = known.quotation or known.place.after
            self._write(quoted, known.note, lambda note: self.changes.annotate(known, note))
        elif passage is None:
            self.say(self.tr("No text here"))
        else:
            chapter, start, end = passage
            book, here = session.book, Position(chapter, start)
            quoted = book.chapters[chapter].text[start:end]
            self._write(quoted, "", lambda note: self._add(book, here, end - start, note))

    def show_bookmarks(self) -> None:
        """List them: go there, rename, write, remove."""
        from reader.ui.bookmarks_dialog import BookmarksDialog

        if self.session is None:
            return
        window = self.window
        dialog = BookmarksDialog(window.marks, self.changes, window.guide.extent, window)
        dialog.chosen.connect(self._go_to)
        dialog.told.connect(window.announcer.announce)
        self.show(dialog)

    # Inside

    def _set(self, here: Position, name: str) -> None:
        if self.session is None:
            return
        if self.changes.add(self.session.book, here, name) is not None:
            self.say(self.tr("Bookmark set"))
        elif self.desk.library is None:  # else the reason is shown
            self.say(self.tr("The bookmark cannot be kept"))

    def _add(self, book: Book, here: Position, extent: int, note: str) -> bool:
        return self.changes.add(book, here, extent=extent, note=note) is not None

    def _write(self, quoted: str, note: str, keep: Callable[[str], bool]) -> None:
        """Ask for a note; unlike other dialogs it keeps what is written if the book goes."""

        def kept(written: str) -> bool:
            done = keep(written)
            if done:
                self.say(self.tr("Note kept"))
            return done

        dialog = NoteDialog(quoted, note, kept, self.window)
        for gone in (self.desk.opened, self.desk.closed):
            gone.connect(dialog.give_up)
        dialog.open()

    def _selected(self) -> _Passage | None:
        """What the reader has selected, but for one that the voice has left behind."""
        session, chapter = self.session, self.window.shown_chapter
        chosen = self.window.view.selection
        if session is None or chapter is None or chosen is None:
            return None
        if session.playing and self._left_behind(chapter, chosen):
            return None
        start, end = without_blanks(session.book.chapters[chapter].text[slice(*chosen)], chosen[0])
        return (chapter, start, end) if start < end else None

    def _left_behind(self, chapter: int, chosen: tuple[int, int]) -> bool:
        """Whether the voice is elsewhere, and the reader has not moved the caret meanwhile."""
        spoken = self.session.passage if self.session is not None else None
        if spoken is None or self.window.following.wandered:
            return False
        return spoken.chapter != chapter or chosen[1] <= spoken.start or chosen[0] >= spoken.end

    def _sentence(self) -> _Passage | None:
        session, here = self.session, self.position
        if session is None or here is None:
            return None
        passage = session.timeline.at(here.chapter, here.offset, spoken_only=False)
        if passage is None or passage.chapter != here.chapter:
            return None
        return passage.chapter, passage.start, passage.end

    def _known(self, selected: _Passage | None) -> Bookmark | None:
        """The note to the very passage that is selected, or to what is here."""
        marks = self.window.marks
        if selected is None:
            return marks.note_at(self.position) if self.position is not None else None
        chapter, start, end = selected
        found = marks.note_at(Position(chapter, start))
        same = found is not None and (found.place.offset, found.extent) == (start, end - start)
        return found if same else None

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
        self.cue.told("", position)  # is told with the name
        told = self.tr("Note: {name}") if is_note(bookmark) else self.tr("Bookmark: {name}")
        self._say_unless_heard(told.format(name=self._name(bookmark)))

    def _name(self, bookmark: Bookmark) -> str:
        if bookmark.name or is_note(bookmark) or self.session is None:
            return called(bookmark)
        return self.session.sentence
