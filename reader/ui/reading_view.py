"""The book's text: read by eye, reviewed with the caret, followed while it is spoken.

A plain-text widget on purpose: screen readers review it by character, word and line at any
length, and a chapter of a million characters is laid out only where it is seen.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QPlainTextDocumentLayout, QPlainTextEdit, QTextEdit, QWidget

from reader.books.model import BlockKind, Chapter, Emphasis, Run
from reader.ui.offsets import Offsets
from reader.ui.typeface import book_font, code_families

_COLUMN = 72
"""Average characters a line at most: longer lines are hard to find the next of."""

_LEAST_MARGIN = 28
_PARAGRAPH_GAP = 0.55
"""Space after a paragraph, in line heights."""

_LINES_ABOVE = 4
"""Lines shown above the spoken sentence when it has to be brought into view."""

_UNSHOWABLE = {ord("\r"): " ", 0x2029: "\u2028", 0xFDD0: "\ufffd", 0xFDD1: "\ufffd", 0: "\ufffd"}
"""What a text document would take for its own structure, replaced one for one."""


class _Layout(QPlainTextDocumentLayout):
    """Lays paragraphs out with a gap after each, without blank blocks in the text."""

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:  # noqa: N802
        """The paragraph's own rectangle and the gap below it."""
        rect = super().blockBoundingRect(block)
        if rect.isNull():
            return rect
        gap = block.layout().lineAt(0).height() * _PARAGRAPH_GAP
        return rect.adjusted(0, 0, 0, gap)


class ReadingView(QPlainTextEdit):
    """Shows one chapter; all offsets it takes and gives are the book's."""

    painted = Signal()
    """A chapter's text has been painted for the first time."""

    def __init__(self, parent: QWidget | None = None, *, text_size: int = 16) -> None:
        super().__init__(parent)
        self._offsets = Offsets("")
        self._spoken: tuple[int, int] | None = None
        self._awaiting_paint = True
        self._language = ""
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentLayout(_Layout(document))
        self.setDocument(document)
        self.setReadOnly(True)
        # After setReadOnly, which takes the caret away that screen readers follow.
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Book text"))
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
        self._bring_into_view()

    def show_chapter(self, chapter: Chapter) -> None:
        """Put the chapter's text in place of what was shown; the caret goes to its start."""
        text = chapter.text.translate(_UNSHOWABLE)
        self._offsets = Offsets(text)
        self._spoken = None
        self._awaiting_paint = True
        self.setExtraSelections([])
        self.setCurrentCharFormat(QTextCharFormat())  # else the last caret's look is kept
        self.setPlainText(text)
        self._dress(chapter)

    def clear_book(self) -> None:
        """Show nothing."""
        self._offsets = Offsets("")
        self._spoken = None
        self.setExtraSelections([])
        self.clear()

    def highlight(self, start: int, end: int) -> None:
        """Mark the sentence from `start` to `end` and bring it into view; the caret stays."""
        self._spoken = (self._offsets.to_qt(start), self._offsets.to_qt(end))
        self._mark()
        self._bring_into_view()

    @property
    def highlighted(self) -> str:
        """The text that is marked now."""
        marked = self.extraSelections()
        return marked[0].cursor.selectedText() if marked else ""

    def place_caret(self, offset: int) -> None:
        """Put the caret before the character at `offset`."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._offsets.to_qt(offset))
        self.setTextCursor(cursor)
        self._bring_into_view()

    @property
    def caret(self) -> int:
        """The offset the caret stands before."""
        return self._offsets.from_qt(self.textCursor().position())

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the column narrow enough to read and the spoken sentence in view."""
        super().resizeEvent(event)
        self._fit_column()
        self._bring_into_view()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint, and say so the first time a chapter is seen."""
        super().paintEvent(event)
        if self._awaiting_paint and self.document().characterCount() > 1:
            self._awaiting_paint = False
            QTimer.singleShot(0, self.painted.emit)  # when the picture is on the screen

    def changeEvent(self, event: object) -> None:  # noqa: N802
        """Repaint the mark in the new palette's colours."""
        super().changeEvent(event)  # type: ignore[arg-type]
        if hasattr(self, "_spoken"):
            self._mark()

    # Inside

    def _dress(self, chapter: Chapter) -> None:
        """Set headings, emphasis and code apart by weight, size, slant and face."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for number, block in enumerate(chapter.blocks):
            if block.kind is BlockKind.HEADING:
                start = chapter.block_starts[number]
                self._apply(cursor, start, start + len(block.text), _heading_format(block.level))
                continue
            for start, run in chapter.runs(number):
                look = _run_format(run)
                if block.kind is BlockKind.CODE:
                    look.setFontFamilies(code_families(self._language))
                if look.propertyCount():
                    self._apply(cursor, start, start + len(run.text), look)
        cursor.endEditBlock()

    def _apply(self, cursor: QTextCursor, start: int, end: int, look: QTextCharFormat) -> None:
        cursor.setPosition(self._offsets.to_qt(start))
        cursor.setPosition(self._offsets.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(look)

    def _mark(self) -> None:
        if self._spoken is None:
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._spoken[0])
        cursor.setPosition(self._spoken[1], QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format = self._mark_format()
        self.setExtraSelections([selection])

    def _mark_format(self) -> QTextCharFormat:
        """Warm ground and an underline: told apart in light, dark and without colours."""
        dark = self.palette().color(QPalette.ColorRole.Base).lightness() < 128
        look = QTextCharFormat()
        look.setBackground(QColor("#5b4500" if dark else "#ffe9a6"))
        look.setForeground(QColor("#fff6dd" if dark else "#1d1600"))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(QColor("#ffc94d" if dark else "#a34d00"))
        return look

    def _fit_column(self) -> None:
        column = self.fontMetrics().averageCharWidth() * _COLUMN
        side = max(_LEAST_MARGIN, (self.width() - column) // 2)
        margins = self.viewportMargins()
        if margins.left() != side:
            self.setViewportMargins(side, _LEAST_MARGIN // 2, side, _LEAST_MARGIN // 2)

    def _bring_into_view(self) -> None:
        """Scroll by lines to the spoken sentence, unless all of its beginning is seen."""
        if self._spoken is None:
            return
        bar = self.verticalScrollBar()
        first, last = self._line_of(self._spoken[0]), self._line_of(max(0, self._spoken[1] - 1))
        top, page = bar.value(), max(1, bar.pageStep())
        fits = last - first + 1 < page
        seen = top <= first and (last if fits else first) < top + page - 1
        if not seen:
            bar.setValue(max(0, first - min(_LINES_ABOVE, page // 4)))

    def _line_of(self, position: int) -> int:
        block = self.document().findBlock(position)
        self.document().documentLayout().blockBoundingRect(block)  # lays the block out
        line = block.layout().lineForTextPosition(position - block.position())
        return block.firstLineNumber() + (line.lineNumber() if line.isValid() else 0)


def _heading_format(level: int) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    look.setProperty(QTextFormat.Property.FontSizeAdjustment, max(1, 4 - max(1, level)))
    return look


def _run_format(run: Run) -> QTextCharFormat:
    look = QTextCharFormat()
    if run.emphasis is Emphasis.EMPHASIS:
        look.setFontItalic(True)
    if run.emphasis is Emphasis.STRONG:
        look.setFontWeight(QFont.Weight.Bold)
    return look
