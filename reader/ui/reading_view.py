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
from PySide6.QtGui import QPalette, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from reader.books.model import Chapter
from reader.ui.reading.book_text import BookText, Range, orca_may_listen
from reader.ui.reading.marks import sentence_look, word_look
from reader.ui.typeface import book_font

_COLUMN = 72
"""Average characters a line at most: longer lines are hard to find the next of."""

_LEAST_MARGIN = 28
_LINES_ABOVE = 4
"""Lines shown above the spoken sentence when it has to be brought into view."""

_TRIES = 3
"""How often to scroll: lines that were not laid out before turn out to be more than one."""


class ReadingView(BookText):
    """Shows one chapter and what is spoken of it; all offsets it takes and gives are the book's.

    The view follows the spoken sentence as long as the one before was in sight: who scrolls
    away is left alone until they come back, play, or jump.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        text_size: int = 16,
        counted_in_characters: Callable[[], bool] = orca_may_listen,
    ) -> None:
        super().__init__(parent, counted_in_characters)
        self._sentence: Range | None = None
        self._word: Range | None = None
        self._mark_sentence = True
        self._mark_words = True
        self._following = True
        self._jumped = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setCursorWidth(2)
        self.set_text_size(text_size)

    def set_language(self, language: str) -> None:
        """Show hanzi and quotation marks in the shapes that readers of `language` know."""
        self._language = language
        self.set_text_size(self.font().pointSize())

    def set_text_size(self, points: int) -> None:
        """Show the text in letters of `points`, keeping the spoken sentence in view."""
        font = book_font(self._language, points)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._fit_column()
        self._bring_into_view(self._sentence)

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
            self._following = self._jumped or self._in_sight(self._sentence)
        self._jumped = False
        self._sentence, self._word = (start, end), None
        self._mark()
        self._bring_into_view(self._sentence)

    def mark_word(self, start: int | None, end: int = 0) -> None:
        """Set the word from `start` to `end` off inside the sentence; None: no word."""
        self._word = None if start is None else (start, end)
        self._mark()
        if self._mark_words:
            self._bring_into_view(self._word)

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
        """Keep the column narrow enough to read and the spoken sentence in view."""
        super().resizeEvent(event)
        self._fit_column()
        self._bring_into_view(self._sentence)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Repaint the marks in the new palette's colours."""
        super().changeEvent(event)
        if hasattr(self, "_sentence"):
            self._mark()

    # Inside

    def _forget(self) -> None:
        self._sentence = self._word = None
        self._following = True
        self.setExtraSelections([])

    def _mark(self) -> None:
        looks = (
            (self._sentence if self._mark_sentence else None, sentence_look),
            (self._word if self._mark_words else None, word_look),
        )
        marks = []
        for marked, look in looks:
            if marked is not None:
                mark = QTextEdit.ExtraSelection()
                mark.cursor = self._cursor(*marked)
                mark.format = look(self.palette())
                marks.append(mark)
        self.setExtraSelections(marks)

    def _fit_column(self) -> None:
        column = self.fontMetrics().averageCharWidth() * _COLUMN
        side = max(_LEAST_MARGIN, (self.width() - column) // 2)
        margins = self.viewportMargins()
        if margins.left() != side:
            self.setViewportMargins(side, _LEAST_MARGIN // 2, side, _LEAST_MARGIN // 2)

    def _in_sight(self, spoken: Range) -> bool:
        """Whether something of `spoken` is on the screen."""
        extent = self._extent(spoken)
        return extent is not None and extent[0] < self.viewport().height() and extent[1] > 0

    def _bring_into_view(self, spoken: Range | None) -> None:
        """Scroll by lines to what is spoken, unless all of its beginning is seen."""
        if spoken is None or not self._following:
            return
        for _ in range(_TRIES):
            extent = self._extent(spoken)
            if extent is not None and self._is_seen(*extent):
                return
            above = min(_LINES_ABOVE, self.verticalScrollBar().pageStep() // 4)
            self.verticalScrollBar().setValue(max(0, self._lines(spoken)[0] - above))

    def _is_seen(self, top: int, bottom: int) -> bool:
        height = self.viewport().height()
        if bottom - top < height:
            return top >= 0 and bottom <= height
        return 0 <= top < height // 2

    def _extent(self, spoken: Range) -> Range | None:
        """Pixels from the top of the page to the top and the bottom of `spoken`; None far off.

        All lines between are laid out for it, so this is not asked of what cannot be near.
        """
        first, last = self._lines(spoken)
        bar = self.verticalScrollBar()
        if last < bar.value() or first > bar.value() + bar.pageStep():
            return None
        start, end = self._cursor(spoken[0], spoken[0]), self._cursor(*spoken)
        if spoken[1] > spoken[0]:
            end.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
        return self.cursorRect(start).top(), self.cursorRect(end).bottom()

    def _lines(self, spoken: Range) -> tuple[int, int]:
        """The numbers of the first and the last line of `spoken`."""
        start, end = self._position(spoken[0]), self._position(spoken[1])
        return self._line_at(start), self._line_at(max(start, end - 1))
