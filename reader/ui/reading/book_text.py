"""One chapter's text with its caret, in offsets of the book."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMimeData, QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reader.books.model import LINE_BREAK, Chapter
from reader.ui.offsets import Offsets
from reader.ui.reading.dress import dress
from reader.ui.reading.layout import Layout
from reader.ui.reading.shown import shown
from reader.ui.reading.words import word_at
from reader.ui.typeface import code_families

Range = tuple[int, int]
"""Start and end, in offsets of the chapter."""

_EDGES: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def orca_may_listen() -> bool:
    """Whether something reads the window over AT-SPI, where characters are counted otherwise."""
    return sys.platform.startswith("linux") and QAccessible.isActive()


class BookText(QPlainTextEdit):
    """Shows one chapter, read-only, with a caret that screen readers follow.

    `counted_in_characters` tells whether a screen reader counts characters where Qt counts
    code units: then names stand in place of characters beyond the basic plane.
    """

    painted = Signal()
    """A chapter's text has been painted for the first time."""
    caret_moved = Signal(int)
    """The reader put the caret before this offset: by key, mouse or screen reader."""
    edge_reached = Signal(int)
    """Up on the chapter's first line (-1) or Down on its last (+1) was pressed."""

    link_clicked = Signal(int)
    """What stands at this offset was clicked with Ctrl held down."""

    def __init__(self, parent: QWidget | None, counted_in_characters: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._counted_in_characters = counted_in_characters
        self._chapter: Chapter | None = None
        self._offsets = Offsets()
        self._language = ""
        self._substituted = False
        self._placing = False
        self._moves_kept = False
        self._awaiting_paint = True
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        self.page_layout = Layout(document)
        """How the text is laid out."""
        document.setDocumentLayout(self.page_layout)
        self.setDocument(document)
        self.setReadOnly(True)
        # After setReadOnly, which takes the caret away that screen readers follow.
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Book text"))
        self.cursorPositionChanged.connect(self._cursor_moved)

    def show_chapter(self, chapter: Chapter, *, at: int = 0) -> None:
        """Put the chapter's text in place of what was shown, with the caret before `at`."""
        self._show(chapter)
        self.place_caret(at)

    def refresh(self) -> None:
        """Show the chapter anew if a screen reader has come or gone since it was shown."""
        if self._chapter is None or self._substituted == self._counted_in_characters():
            return
        chosen, caret = self.selection, self.caret
        self._show(self._chapter)
        if chosen is not None:
            self.select(*chosen)
        else:
            self.place_caret(caret)

    def clear_book(self) -> None:
        """Show nothing."""
        self._chapter = None
        self._offsets = Offsets()
        with self._by_itself():
            self.clear()

    def place_caret(self, offset: int) -> None:
        """Put the caret before the character at `offset`; nothing stays selected."""
        self._select(offset, offset)

    def select(self, start: int, end: int) -> None:
        """Select from `start` to `end`, such as a hit; the caret is at its start."""
        self._select(end, start)

    def keep_moves(self, kept: bool) -> None:
        """Keep the moves that the program makes with the caret from screen readers, or tell them.

        After Alt+Down, as after Down, Orca reads the whole line that the caret comes to. But the
        command that moved it says what is there, or the voice does.
        """
        self._moves_kept = kept

    @property
    def caret(self) -> int:
        """The offset the caret stands before."""
        return self._offsets.from_qt(self.textCursor().position())

    @property
    def selection(self) -> Range | None:
        """What the reader selected, or None."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        start = self._offsets.from_qt(cursor.selectionStart())
        end = self._offsets.from_qt(cursor.selectionEnd())
        inside = self._offsets.to_qt(end) < cursor.selectionEnd()  # a name selected in part
        return start, end + inside

    def word_at_caret(self) -> Range:
        """The word that the caret is in, or next to; empty where there is none on the line."""
        return word_at(self._text, self.caret)

    def position_of(self, offset: int) -> int:
        """Qt's position of `offset`; what lies outside the chapter is taken for its end."""
        return self._offsets.to_qt(max(0, min(offset, len(self._text))))

    def offset_at(self, position: int) -> int:
        """The offset of what stands at Qt's `position`."""
        return self._offsets.from_qt(position)

    def line_at(self, position: int) -> int:
        """The number of the line, as the scroll bar counts them, that holds Qt's `position`."""
        block = self.document().findBlock(position)
        self.document().documentLayout().blockBoundingRect(block)  # lays the block out
        line = block.layout().lineForTextPosition(position - block.position())
        return block.firstLineNumber() + (line.lineNumber() if line.isValid() else 0)

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint, and say so the first time a chapter is seen."""
        super().paintEvent(event)
        if self._awaiting_paint and self.document().characterCount() > 1:
            self._awaiting_paint = False
            QTimer.singleShot(0, self.painted.emit)  # when the picture is on the screen

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Be ready for a screen reader that has started meanwhile."""
        super().focusInEvent(event)
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Tell when an arrow key has nowhere to go."""
        step = _EDGES.get(event.key(), 0)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        at_edge = bool(step) and plain and not event.isAutoRepeat() and self._at_edge(step)
        super().keyPressEvent(event)
        if at_edge and self._chapter is not None:
            self.edge_reached.emit(step)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Tell of a click with Ctrl: it asks to follow the link there."""
        super().mouseReleaseEvent(event)
        with_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if with_control and event.button() == Qt.MouseButton.LeftButton and self.selection is None:
            self.link_clicked.emit(self.caret)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802
        """What is copied: the book's own text, whatever stands for it on the screen."""
        data = QMimeData()
        chosen = self.selection
        if chosen is not None and self._chapter is not None:
            data.setText(self._chapter.text[slice(*chosen)].replace(LINE_BREAK, "\n"))
        return data

    # Inside

    @property
    def _text(self) -> str:
        return self._chapter.text if self._chapter is not None else ""

    def _show(self, chapter: Chapter) -> None:
        self._chapter = chapter
        self._substituted = self._counted_in_characters()
        text, self._offsets = shown(chapter, language=self._language, substitute=self._substituted)
        self._awaiting_paint = True
        with self._by_itself(), self._kept_from_screen_readers():
            self.setCurrentCharFormat(QTextCharFormat())  # else the last caret's look is kept
            self.setPlainText(text)
            dress(self.document(), chapter, self._offsets, code_families(self._language))

    def _select(self, anchor: int, position: int) -> None:
        with self._by_itself(), self._kept_from_screen_readers():
            self.setTextCursor(self._cursor(anchor, position))

    @contextmanager
    def _kept_from_screen_readers(self) -> Iterator[None]:
        """Qt tells them of the caret when the text's inner control says that it has moved."""
        control = _control(self) if self._moves_kept else None
        if control is None:
            yield
            return
        with QSignalBlocker(control):
            yield
        layout = self.document().documentLayout()
        layout.documentSizeChanged.emit(layout.documentSize())  # the scroll bar has missed it
        self.ensureCursorVisible()
        self.viewport().update()

    @contextmanager
    def _by_itself(self) -> Iterator[None]:
        """While the caret is moved by the program, not by the reader."""
        before, self._placing = self._placing, True
        try:
            yield
        finally:
            self._placing = before

    def _cursor_moved(self) -> None:
        if not self._placing:
            self.caret_moved.emit(self.caret)

    def _at_edge(self, step: int) -> bool:
        """Whether the caret is on the first line (`step` -1) or on the last (+1)."""
        line = self.line_at(self.textCursor().position())
        last = self.line_at(self.document().characterCount() - 1)
        return line == (0 if step < 0 else last)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.position_of(start))
        cursor.setPosition(self.position_of(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _control(text: QPlainTextEdit) -> QObject | None:
    """What handles keys and caret inside `text`; Qt shows it as a child without a name."""
    return next(
        (each for each in text.children() if each.inherits("QWidgetTextControl")),
        None,
    )
