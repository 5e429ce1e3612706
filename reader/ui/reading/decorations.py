"""Everything on the page that is no letter of the book's, and where it goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QPlainTextEdit

from reader.ui.looks.theme import Theme
from reader.ui.reading.layout import Layout
from reader.ui.reading.lines import ShownLine, lines_within
from reader.ui.reading.marks import theme_of
from reader.ui.reading.painting import (
    Extent,
    Extents,
    paint_frame,
    paint_noted_grounds,
    paint_notes,
    paint_ruler,
)
from reader.ui.reading.readings import Readings
from reader.ui.reading.ruby import RubyPainter


class Decorations:
    """Paints below and over the letters of `text`; places are Qt's positions."""

    def __init__(self, text: QPlainTextEdit, layout: Layout, readings: Readings) -> None:
        self._text = text
        self._layout = layout
        self._ruby = RubyPainter(readings)
        self._notes = Extents()
        self._hit: Extent | None = None
        self.ruled: int | None = None
        """Where the line is that the ruler sets off; None: no ruler."""
        self.gutter = 0
        """Pixels at either side of the lines."""

    def set_notes(self, extents: Iterable[Extent]) -> None:
        """Set these off from now on."""
        self._notes = Extents(extents)
        self._text.viewport().update()

    def set_font(self, font: QFont, apart: float) -> None:
        """The letters are in `font` from now on, with `apart` pixels after each hanzi."""
        self._ruby.set_font(font, apart)

    def set_hit(self, extent: Extent | None) -> None:
        """Put a frame around this from now on, or around nothing."""
        if extent != self._hit:
            self._hit = extent
            self._text.viewport().update()

    def lines(self, area: QRect) -> list[ShownLine]:
        """The lines whose letters, or what stands above these, touch `area`."""
        return list(lines_within(self._text, area, self._layout.most_room))

    def decorated(self, area: QRect) -> list[ShownLine]:
        """The same, where there may be anything to be painted at all."""
        ruby = self._layout.spacing.ruby > 0
        if self.ruled is None and self._hit is None and not self._notes and not ruby:
            return []
        return self.lines(area)

    def in_line(self, y: float) -> float:
        """`y` of the viewport, or where the line begins in the room above which it lies."""
        for line in self.lines(QRect(0, int(y), 1, 1)):
            top = line.rect.top()
            above = line.rect.height() * self._layout.room(line.block)
            if top - above <= y < top:
                return top + 1
        return y

    def paint_below(self, lines: Sequence[ShownLine]) -> None:
        """Paint what lies behind the letters of `lines`."""
        if not lines:
            return
        with self._painter() as (painter, theme):
            for line in lines:
                if self.ruled is not None and _is_at(line, self.ruled):
                    above = (
                        self._layout.room(line.block) if self._layout.has_ruby(line.block) else 0
                    )
                    paint_ruler(
                        painter,
                        line,
                        theme,
                        width=self._text.viewport().width(),
                        gutter=self.gutter,
                        above=above,
                    )
            paint_noted_grounds(painter, lines, self._notes, theme)

    def paint_over(self, lines: Sequence[ShownLine]) -> None:
        """Paint what lies over and between `lines`."""
        if not lines:
            return
        with self._painter() as (painter, theme):
            width = self._text.viewport().width()
            paint_notes(painter, lines, self._notes, theme, width=width, gutter=self.gutter)
            if self._hit is not None:
                paint_frame(painter, lines, self._hit, theme)
            with_ruby = [line for line in lines if self._layout.has_ruby(line.block)]
            if with_ruby:
                self._ruby.paint(painter, with_ruby, QColor(theme.faint))

    @contextmanager
    def _painter(self) -> Iterator[tuple[QPainter, Theme]]:
        painter = QPainter(self._text.viewport())
        try:
            yield painter, theme_of(self._text.palette())
        finally:
            painter.end()


def _is_at(line: ShownLine, position: int) -> bool:
    return line.start <= position < line.end or (line.is_last and position == line.end)
