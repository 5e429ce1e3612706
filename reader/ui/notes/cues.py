"""A word when the caret comes into a passage that has a note, once each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.library.bookmarks import Bookmark
from reader.navigation.place import Position

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow


class NoteCue(QObject):
    """Tells, in the status line and by voice, that there is a note where the caret has come to."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._inside: int | None = None
        window.view.caret_moved.connect(self._moved)

    def told(self, sentence: str, here: Position) -> str:
        """`sentence`, which a command says of `here`, with the word behind it if it is due."""
        note = self._entered(here)
        if note is None:
            return sentence
        if note.note:
            return self.tr("{sentence} There is a note.").format(sentence=sentence)
        return self.tr("{sentence} This is marked.").format(sentence=sentence)

    def arrive(self, here: Position) -> None:
        """Say nothing of the note at `here`: the reader has just been told of it."""
        self._entered(here)

    def _moved(self, offset: int) -> None:
        window = self._window
        session, chapter = window.desk.session, window.shown_chapter
        if session is None or session.playing or chapter is None:
            return
        note = self._entered(Position(chapter, offset))
        if note is not None:
            window.say(self.tr("Note") if note.note else self.tr("Marked"))

    def _entered(self, here: Position) -> Bookmark | None:
        """The note of the passage that `here` has just come into."""
        note = self._window.marks.note_at(here)
        before, self._inside = self._inside, note.number if note is not None else None
        return note if note is not None and note.number != before else None
