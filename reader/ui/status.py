"""The line at the bottom: where the reader is, and what is going on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QLabel,
    QSizePolicy,
    QStatusBar,
    QStyle,
    QStyleOption,
    QWidget,
)

from reader.session import ReadingSession
from reader.ui.directions import with_end_in_place
from reader.ui.typeface import interface_font

_ANSWER = 5000
"""Milliseconds an answer to a key stays."""

_BEFORE = 2
"""Pixels that Qt leaves free before the first widget of a status line."""


class _Words(QLabel):
    """A label that ends with three dots where there is no room for all its words."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Write as much as there is room for."""
        _write(self, self.contentsRect(), self.text())


class StatusLine(QStatusBar):
    """Chapter on the left; how far, and whether it plays, on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chapter = _Words(self)
        self.chapter.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.percent = QLabel(self)
        self.state = QLabel(self)
        self.addWidget(self.chapter, 1)
        self.addPermanentWidget(self.percent)
        self.addPermanentWidget(self.state)
        self.setSizeGripEnabled(False)
        # Qt hides the chapter behind an answer, but shows it again if the line's height changes.
        self.messageChanged.connect(lambda message: self.chapter.setVisible(not message))
        self._space_out()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Write an answer where the chapter stands, and no more than there is room for."""
        message = self.currentMessage()
        if not message:
            super().paintEvent(event)
            return
        option = QStyleOption()
        option.initFrom(self)
        panel = QStyle.PrimitiveElement.PE_PanelStatusBar
        painter = QPainter(self)
        self.style().drawPrimitive(panel, option, painter, self)
        painter.end()
        left = self.contentsRect().left() + _BEFORE
        beside = QRect(left, 0, self.percent.x() - left, self.height())
        _write(self, QStyle.visualRect(self.layoutDirection(), self.rect(), beside), message)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Leave room for letters of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "state"):
            self._space_out()

    def _space_out(self) -> None:
        letters = self.fontMetrics()
        margin = letters.height()
        self.setContentsMargins(margin, 0, margin, 0)
        for label in (self.percent, self.state):
            label.setContentsMargins(margin, 0, 0, 0)
        self.percent.setMinimumWidth(letters.horizontalAdvance("100 %") + 2 * margin)

    def use_faces_of(self, language: str) -> None:
        """Show the titles of chapters in the faces of the book's language."""
        self.chapter.setFont(interface_font(self.font(), language))

    def show_place(self, session: ReadingSession | None, chapter: int | None = None) -> None:
        """Show where `session` is; nothing where no book is open.

        `chapter` is the one that is shown, if that is not where the voice is.
        """
        self.chapter.setText(self.place_in_words(session, chapter))
        self.percent.setText(f"{session.fraction:.0%}" if session else "")

    def place_in_words(self, session: ReadingSession | None, chapter: int | None = None) -> str:
        """The chapter's number among all and its title."""
        if session is None:
            return ""
        if chapter is None:
            chapter = session.passage.chapter if session.passage else 0
        chapters = session.book.chapters
        return self.tr("Chapter {number} of {all}: {title}").format(
            number=chapter + 1, all=len(chapters), title=chapters[chapter].title
        )

    def answer(self, message: str) -> None:
        """Show `message` for a few seconds in place of the chapter."""
        self.showMessage(message, _ANSWER)

    def show_state(self, session: ReadingSession | None) -> str:
        """Show in a word what the player does; returns the word."""
        self.state.setText(self._state(session))
        return self.state.text()

    def _state(self, session: ReadingSession | None) -> str:
        if session is None:
            return ""
        if session.waiting:
            return self.tr("Getting the voice ready")
        if session.playing:
            return self.tr("Playing")
        return self.tr("Stopped") if session.stopped else self.tr("Paused")


def _write(widget: QWidget, rect: QRect, text: str) -> None:
    """Write the beginning of `text` that has room in `rect`."""
    letters, dots = widget.fontMetrics(), Qt.TextElideMode.ElideRight
    words = with_end_in_place(letters.elidedText(text, dots, rect.width()))
    place = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
    painter = QPainter(widget)
    painter.drawText(rect, place, words)
    painter.end()
