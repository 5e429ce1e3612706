"""A chapter's text on a page: its looks, and what is painted around its letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontInfo, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from reader.books.model import Chapter
from reader.ui.reading.above import CuesOf, has_pinyin
from reader.ui.reading.book_text import BookText, Range
from reader.ui.reading.decorations import Decorations
from reader.ui.reading.layout import Spacing
from reader.ui.reading.looks import PageLooks
from reader.ui.reading.readings import Readings
from reader.ui.reading.ruby import APART, ROOM
from reader.ui.reading.sight import Sight
from reader.ui.typeface import book_font

_LEAST_MARGIN = 14
"""Pixels around everything."""

_LEAST_GUTTER = 12
_GUTTER = 0.9
"""Between the edge of the page and its lines, in widths of an em."""

_SHARE = 20
"""A gutter takes at most this part of the width: in large letters every one counts."""

_NOTCH = 120
"""What a wheel turns by for one step, in eighths of a degree."""


class PageText(BookText):
    """Shows one chapter as the reader wants it to look."""

    zoom_wanted = Signal(int)
    """The wheel was turned with Ctrl held down: so many steps larger, or smaller (negative)."""

    def __init__(
        self,
        parent: QWidget | None,
        counted_in_characters: Callable[[], bool],
        looks: PageLooks,
    ) -> None:
        super().__init__(parent, counted_in_characters)
        self._looks = looks
        self._notes: tuple[Range, ...] = ()
        self._ruled = 0
        self._ruled_line = -1
        self._turned = 0
        self._sight = Sight(self)
        self._readings = Readings(self)
        self._readings.ready.connect(self.viewport().update)
        self._decorations = Decorations(self, self.page_layout, self._readings)
        self.cursorPositionChanged.connect(self._caret_placed)

    def set_language(self, language: str) -> None:
        """Show hanzi and quotation marks in the shapes that readers of `language` know."""
        self._language = language
        self.set_looks(self._looks)

    def set_looks(self, looks: PageLooks) -> None:
        """Show the text so; what is being read, or else what is seen, stays in view."""
        kept, top = self._kept(), self._sight.top()
        self._looks = looks
        font = book_font(self._language, looks.points, looks.font, spacing=looks.letter_spacing)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._space(font.letterSpacing())
        self.setCursorWidth(max(2, round(self._em / 12)))
        self._fit_column()
        if kept is not None:
            self._sight.bring(kept)
        else:
            self._sight.put_on_top(top)
        self._rule(self._ruled)
        self.viewport().update()

    def set_pronunciations(self, cues_of: CuesOf | None) -> None:
        """Write pinyin as `cues_of` has it, where the book does not say it itself."""
        self._readings.set_pronunciations(cues_of)
        self.viewport().update()

    def renew_pinyin(self) -> None:
        """Write pinyin anew, for words are said otherwise."""
        self._readings.forget()
        self.viewport().update()

    def show_notes(self, ranges: Sequence[Range]) -> None:
        """Set off what has notes, in any order, until others are told or a chapter is shown."""
        self._notes = tuple(ranges)
        self._place_notes()

    def clear_book(self) -> None:
        """Show nothing."""
        super().clear_book()
        self._readings.show_chapter(None, self._offsets, self._language)
        self.show_notes(())

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the letters between what lies below and what lies over them."""
        lines = self._decorations.decorated(event.rect())
        self._decorations.paint_below(lines)
        super().paintEvent(event)
        self._decorations.paint_over(lines)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Ask for another size when Ctrl is held down; Qt would change this text alone."""
        if event.modifiers() != Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        steps = int(self._turned / _NOTCH)
        self._turned -= steps * _NOTCH
        if steps:
            self.zoom_wanted.emit(steps)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Put the caret into the line that the room above it belongs to."""
        super().mousePressEvent(self._in_line(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Select as if there were no room between lines."""
        super().mouseMoveEvent(self._in_line(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Select the word below the room that was clicked in."""
        super().mouseDoubleClickEvent(self._in_line(event))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the column narrow enough to read."""
        super().resizeEvent(event)
        self._fit_column()

    # Inside

    @property
    def _em(self) -> int:
        """The size of the letters in pixels."""
        return QFontInfo(self.font()).pixelSize()

    def _kept(self) -> Range | None:
        """What stays in view when the looks change; None: where the page begins."""
        caret = (self.caret, self.caret)
        return caret if self._sight.has(caret) else None

    def _space(self, between_letters: float) -> None:
        pinyin = self._looks.pinyin and has_pinyin(self._language)
        apart = between_letters + (APART * self._em if pinyin else 0.0)
        ruby = ROOM if pinyin else 0.0
        self._decorations.set_font(self.font(), apart)
        self.page_layout.set_spacing(
            Spacing(line_height=self._looks.line_height, ruby=ruby, apart=apart)
        )

    def _in_line(self, event: QMouseEvent) -> QMouseEvent:
        """`event`, moved down to the line below if it is between two."""
        place = event.position()
        y = self._decorations.in_line(place.y())
        if y == place.y():
            return event
        down = QPointF(0, y - place.y())
        return QMouseEvent(
            event.type(),
            place + down,
            event.globalPosition() + down,
            event.button(),
            event.buttons(),
            event.modifiers(),
            event.pointingDevice(),
        )

    def _fit_column(self) -> None:
        letter = self.fontMetrics().averageCharWidth() + self.font().letterSpacing()
        wanted = max(_LEAST_GUTTER, round(_GUTTER * self._em))
        gutter = min(wanted, max(_LEAST_GUTTER, self.width() // _SHARE))
        column = round(letter * self._looks.column_width) + 2 * gutter
        side = max(_LEAST_MARGIN, (self.width() - column) // 2)
        if self._decorations.gutter != gutter:
            self._decorations.gutter = gutter
            with QSignalBlocker(self.document()):  # else Orca reads out the chapter: it is "new"
                self.document().setDocumentMargin(gutter)
        if self.viewportMargins().left() != side:
            self.setViewportMargins(side, _LEAST_MARGIN, side, _LEAST_MARGIN)

    def _show(self, chapter: Chapter) -> None:
        super()._show(chapter)
        self._readings.show_chapter(chapter, self._offsets, self._language)
        self._place_notes()

    def _place_notes(self) -> None:
        self._decorations.set_notes(self._positions(note) for note in self._notes)

    def _positions(self, stretch: Range) -> Range:
        """Qt's positions of the two offsets."""
        return self.position_of(stretch[0]), self.position_of(stretch[1])

    def _select(self, anchor: int, position: int) -> None:
        super()._select(anchor, position)
        self._caret_placed()  # Qt's own signal is kept back where screen readers must not hear it

    def _caret_placed(self) -> None:
        self._rule(self.caret)
        self._sight.uncover_caret()

    def _rule(self, offset: int) -> None:
        """Have the ruler, if it is wanted, at the line of `offset`."""
        self._ruled = offset
        position = self.position_of(offset)
        line = self.line_at(position) if self._looks.ruler else -1
        self._decorations.ruled = position if self._looks.ruler else None
        if line != self._ruled_line:
            self._ruled_line = line
            self.viewport().update()
