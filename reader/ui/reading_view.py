"""The book's text: read by eye, reviewed with the caret, followed while it is spoken.

A plain-text widget on purpose. Screen readers review it by character, word, line and "say all"
exactly as they do a rich one (Orca 43, both heard), and it lays out only what is seen: ten
million characters in 76,000 paragraphs are there in 0.3 s, against 1.8 s in a QTextEdit, and
then no step takes longer than in a short text. So a chapter is always shown whole, and its
ends are the text's: nothing has to be fetched when say-all, search or Ctrl+End come to a seam.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from reader.books.model import Chapter
from reader.ui.looks.present import LOOKS
from reader.ui.reading.book_text import Range, orca_may_listen
from reader.ui.reading.looks import PageLooks
from reader.ui.reading.marks import hit_look, sentence_look, word_look
from reader.ui.reading.page_text import PageText


class ReadingView(PageText):
    """Shows one chapter and what is spoken of it; all offsets it takes and gives are the book's.

    The view follows the spoken sentence as long as the one before was in sight: who scrolls
    away is left alone until they come back, play, or jump.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        counted_in_characters: Callable[[], bool] = orca_may_listen,
    ) -> None:
        super().__init__(parent, counted_in_characters, PageLooks())
        self._sentence: Range | None = None
        self._word: Range | None = None
        self._hit: Range | None = None
        self._mark_sentence = True
        self._mark_words = True
        self._following = True
        self._jumped = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        LOOKS.changed.connect(self._mark)
        self.set_looks(self._looks)

    def show_chapter(self, chapter: Chapter, *, at: int = 0) -> None:
        """Put the chapter's text in place of what was shown, with the caret before `at`."""
        self._forget()
        super().show_chapter(chapter, at=at)

    def refresh(self) -> None:
        """Show the chapter anew if a screen reader has come or gone since it was shown."""
        super().refresh()
        self._mark()
        self._bring_into_view(self._sentence)

    def clear_book(self) -> None:
        """Show nothing."""
        self._forget()
        super().clear_book()

    def place_caret(self, offset: int) -> None:
        """Put the caret before the character at `offset`, and follow what is spoken from now."""
        super().place_caret(offset)
        self._jumped = True

    def highlight(self, start: int, end: int) -> None:
        """Mark the sentence from `start` to `end` as the spoken one; the caret stays."""
        if self._sentence is not None:
            self._following = self._jumped or self._sight.has(self._sentence)
        self._jumped = False
        self._sentence, self._word = (start, end), None
        self._mark()
        self._rule(start)
        self._bring_into_view(self._sentence)

    def mark_word(self, start: int | None, end: int = 0) -> None:
        """Set the word from `start` to `end` off inside the sentence; None: no word."""
        self._word = None if start is None else (start, end)
        self._mark()
        if start is not None:
            self._rule(start)
        if self._mark_words:
            self._bring_into_view(self._word)

    def show_hit(self, start: int, end: int) -> None:
        """Put the caret before what a search has found; it is set off until the caret moves.

        It is not selected: screen readers would tell of that instead of reading it.
        """
        self.place_caret(start)
        self._hit = (start, end)
        self._mark()
        self._sight.bring(self._hit)

    def follow(self) -> None:
        """Bring the spoken sentence into view, and keep it there again."""
        self._following = self._jumped = True
        self._bring_into_view(self._sentence)

    def set_marks(self, *, sentence: bool, word: bool) -> None:
        """Choose what is marked; the spoken sentence is kept in view all the same."""
        self._mark_sentence, self._mark_words = sentence, word
        self._mark()

    @property
    def highlighted(self) -> str:
        """The text that is marked as the spoken sentence."""
        marked = self._sentence if self._mark_sentence else None
        return self._text[slice(*marked)] if marked is not None else ""

    @property
    def highlighted_word(self) -> str:
        """The text that is marked as the spoken word."""
        marked = self._word if self._mark_words else None
        return self._text[slice(*marked)] if marked is not None else ""

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the spoken sentence in view."""
        super().resizeEvent(event)
        self._bring_into_view(self._sentence)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Repaint the marks in the new palette's colours."""
        super().changeEvent(event)
        if hasattr(self, "_mark_words"):
            self._mark()

    # Inside

    def _kept(self) -> Range | None:
        sentence = self._sentence
        if sentence is not None and self._following and self._sight.has(sentence):
            return sentence
        return super()._kept()

    def _caret_placed(self) -> None:
        super()._caret_placed()
        if self._hit is not None:
            self._hit = None
            self._mark()

    def _forget(self) -> None:
        self._sentence = self._word = self._hit = None
        self._following = True
        self._mark()
        self.show_notes(())

    def _mark(self) -> None:
        looks = (
            (self._sentence if self._mark_sentence else None, sentence_look),
            (self._word if self._mark_words else None, word_look),
            (self._hit, hit_look),
        )
        marks = []
        for marked, look in looks:
            if marked is not None:
                mark = QTextEdit.ExtraSelection()
                mark.cursor = self._cursor(*marked)
                mark.format = look(self.palette())
                marks.append(mark)
        self.setExtraSelections(marks)
        self._decorations.set_hit(self._positions(self._hit) if self._hit else None)

    def _bring_into_view(self, spoken: Range | None) -> None:
        if spoken is not None and self._following:
            self._sight.bring(spoken)
