"""The book's text beside its script, with the sentence set off that is being written."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from reader.narration.passage import Passage
from reader.ui.offsets import Offsets
from reader.ui.reading.marks import sentence_look
from reader.ui.review_text import ReviewText


class BookBeside(ReviewText):
    """A chapter's `text`, called `name`; Tab leaves it."""

    def __init__(self, name: str, text: str, parent: QWidget) -> None:
        super().__init__(name, parent, text)
        self._text = text
        self._offsets = Offsets((at, 2) for at, each in enumerate(text) if ord(each) > 0xFFFF)
        self._shown: Passage | None = None

    def show_passage(self, passage: Passage | None) -> None:
        """Set a sentence off and bring it into view; None sets nothing off."""
        if passage == self._shown:
            return
        self._shown = passage
        if passage is None:
            self.setExtraSelections([])
            return
        mark = QTextEdit.ExtraSelection()
        mark.cursor = QTextCursor(self.document())
        mark.cursor.setPosition(self._offsets.to_qt(passage.start))
        mark.cursor.setPosition(self._offsets.to_qt(passage.end), QTextCursor.MoveMode.KeepAnchor)
        mark.format = sentence_look(self.palette())
        self.setExtraSelections([mark])
        caret = QTextCursor(mark.cursor)
        caret.setPosition(mark.cursor.selectionStart())
        self.setTextCursor(caret)
        self.centerCursor()

    @property
    def highlighted(self) -> str:
        """The sentence that is set off."""
        return self._text[self._shown.start : self._shown.end] if self._shown is not None else ""
