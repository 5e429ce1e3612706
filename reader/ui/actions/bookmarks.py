"""The Bookmarks menu."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMessageBox

from reader.books.model import Book
from reader.library.bookmarks import Bookmark
from reader.navigation.anchors import Anchor, resolve
from reader.navigation.place import Position, without_blanks
from reader.ui.actions.part import Actions, Part
from reader.ui.lexicon.keeper import LexiconKeeper
from reader.ui.notes.changes import MarkChanges
from reader.ui.notes.cues import NoteCue
from reader.ui.notes.file_jobs import NoteFiles
from reader.ui.notes.held import is_note
from reader.ui.notes.in_words import called
from reader.ui.notes.note_dialog import NoteDialog
from reader.ui.tasks import Courier
from reader.ui.undoing import undoing_of

if TYPE_CHECKING:
    from reader.session import ReadingSession
    from reader.ui.notes.files import Imported

_Passage = tuple[int, int, int]
"""A chapter, and where in its text something begins and ends."""


class BookmarkActions(Part):
    """Places that the reader wants to find again, and what there is to say of them."""

    def actions(self) -> Actions:
        """By the commands' names."""
        window = self.window
        self.changes = MarkChanges(window.marks, undoing_of(window))
        self.cue = NoteCue(window)
        self.files = NoteFiles(window)
        self._courier = Courier(self)
        self.files.told.connect(self.say)
        self.files.imported.connect(self._imported)
        self.arrival: QMessageBox | None = None
        self._chosen_by_hand: tuple[int, int] | None = None
        """What the reader has selected, and no search."""
        window.view.caret_moved.connect(self._caret_moved)
        self._redrawing = QTimer(self)
        self._redrawing.setSingleShot(True)
        self._redrawing.timeout.connect(self._show_notes)
        for changed in (window.marks.changed, window.view.textChanged):  # the latter: a chapter
            changed.connect(self._redrawing.start)
        return {
            "bookmark": self.set_or_remove,
            "bookmark_named": self.set_named,
            "note": self.write_note,
            "next_bookmark": lambda: self._travel(1),
            "previous_bookmark": lambda: self._travel(-1),
            "bookmarks": self.show_bookmarks,
            "export_notes": self.export_notes,
            "notes_depart": self.write_for_another_machine,
            "notes_arrive": self.read_from_another_machine,
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

    def export_notes(self) -> None:
        """Write what is marked in this book into a file, to be read."""
        marks = self.window.marks.all()
        if self.session is None or not marks:
            self.say(self.tr("This book has no bookmarks and no notes."))
        else:
            self.files.ask_export(self.session.book, marks)

    def write_for_another_machine(self) -> None:
        """Write positions and notes of all books into a file."""
        if self.desk.library is not None:
            self.files.ask_departure(self.desk.library)
        else:
            self.say(self.tr("Nothing is kept, so nothing can be written"))

    def read_from_another_machine(self) -> None:
        """Take in what such a file holds."""
        if self.desk.library is not None:
            book = self.session.book.identifier if self.session is not None else None
            self.files.ask_arrival(self.desk.library, book)
        else:
            self.say(self.tr("Notes cannot be kept"))

    # Inside

    def _imported(self, imported: Imported) -> None:
        """Show what came; where the open book was read on elsewhere, offer to go there."""
        from reader.ui.notes.arrival import arrived_in_words, show_arrival

        session, place, elsewhere = self.session, imported.place, ""
        if session is not None:
            self.window.marks.show_book(session.book, session.timeline)
            self._read_again(session)
        target = Position(0, 0)
        if session is not None and place is not None:
            target, _ = resolve(session.book, Anchor(**asdict(place)))
            elsewhere = self.window.status.place_in_words(session, target.chapter)
            percent = round(self.window.guide.extent.fraction(target) * 100)
            elsewhere = self.tr("{chapter}, {percent} percent").format(
                chapter=elsewhere, percent=percent
            )
        self.arrival = show_arrival(
            self.window,
            arrived_in_words(imported.arrived),
            elsewhere,
            lambda: self._go_if(session, target),
        )

    def _read_again(self, session: ReadingSession) -> None:
        """Have the pronunciations and the script that came count from the next sentence on."""

        def done(_: None) -> None:
            session.direction.renew()
            keeper = self.window.findChild(LexiconKeeper)
            if keeper is not None and session is self.session:
                keeper.renew()

        self._courier.run(
            lambda _token: session.direction.read_again(),
            name="read directions",
            done=done,
            failed=self.window.news.tell_problem,
        )

    def _go_if(self, session: ReadingSession | None, target: Position) -> None:
        """Go to `target`, unless another book has been opened meanwhile."""
        if session is not None and session is self.session:
            self.go(target, session.sentence)
            self.window.focus_text()

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
        self.show(dialog, dialog.give_up)

    def _caret_moved(self, _offset: int) -> None:
        self._chosen_by_hand = self.window.view.selection

    def _selected(self) -> _Passage | None:
        """What is selected; while the voice reads on, only what the reader has selected."""
        session, chapter = self.session, self.window.shown_chapter
        chosen = self.window.view.selection
        if session is None or chapter is None or chosen is None:
            return None
        if session.playing and chosen != self._chosen_by_hand:
            return None
        start, end = without_blanks(session.book.chapters[chapter].text[slice(*chosen)], chosen[0])
        return (chapter, start, end) if start < end else None

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
        self.cue.arrive(position)
        told = self.tr("Note: {name}") if is_note(bookmark) else self.tr("Bookmark: {name}")
        self._say_unless_heard(told.format(name=self._name(bookmark)))

    def _name(self, bookmark: Bookmark) -> str:
        if bookmark.name or is_note(bookmark) or self.session is None:
            return called(bookmark)
        return self.session.sentence

    def _show_notes(self) -> None:
        """Have the passages with notes set off in the chapter that is shown."""
        chapter = self.window.shown_chapter
        self.window.view.show_notes(
            self.window.marks.ranges(chapter) if chapter is not None else []
        )
