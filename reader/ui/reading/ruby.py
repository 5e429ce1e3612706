"""Paints what stands above the lines, in small letters, each syllable over its hanzi."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QStaticText

from reader.ui.reading.above import Reading
from reader.ui.reading.lines import ShownLine
from reader.ui.reading.readings import Readings

SIZE = 0.5
"""Of the small letters, in that of the text's."""

ROOM = 0.42
"""Above a line for them, in line heights."""

APART = 0.38
"""Between two hanzi so that their syllables stand apart, in widths of an em."""

_BESIDE = 0.12
"""The least between two syllables, in widths of an em of the small letters."""

_TEXTS = 3_000
"""Syllables kept as they are painted: there are some 1,600."""


class RubyPainter:
    """Paints `readings` in a small size of the text's letters."""

    def __init__(self, readings: Readings) -> None:
        self._readings = readings
        self._font = QFont()
        self._metrics = QFontMetricsF(self._font)
        self._apart = 0.0
        self._texts: dict[str, QStaticText] = {}

    def set_font(self, text: QFont, apart: float) -> None:
        """The text's letters are `text`, with `apart` pixels after each hanzi."""
        self._font = QFont(text)
        self._font.setPointSizeF(text.pointSizeF() * SIZE)
        self._font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0)
        self._metrics = QFontMetricsF(self._font)
        self._apart = apart
        self._texts.clear()

    def paint(self, painter: QPainter, lines: Iterable[ShownLine], colour: QColor) -> None:
        """Write above `lines` what is known, and have sought what is not."""
        painter.setFont(self._font)
        painter.setPen(colour)
        missing = {}
        for line in lines:
            found = self._readings.of(line.block)
            if found is None:
                missing[line.block.blockNumber()] = line.block
            else:
                self._paint_line(painter, line, found)
        self._readings.seek(missing.values())

    def _paint_line(self, painter: QPainter, line: ShownLine, found: Sequence[Reading]) -> None:
        start, end = line.start, line.end
        bottom = line.rect.top() + self._metrics.descent() * 0.4
        for index in range(bisect_left(found, Reading(start, 0, "")), len(found)):
            reading = found[index]
            if reading.start >= end:
                return
            left, right = line.x(reading.start), line.x(min(reading.end, end)) - self._apart
            self._write(painter, reading.text, left, right, bottom)

    def _write(
        self, painter: QPainter, text: str, left: float, right: float, bottom: float
    ) -> None:
        """Write `text` in the middle above what lies between, squeezed if there is no room."""
        written = self._text(text)
        size = written.size()
        room = right - left + self._apart - self._metrics.height() * _BESIDE
        middle, top = (left + right) / 2, bottom - size.height()
        if size.width() <= room:
            painter.drawStaticText(QPointF(middle - size.width() / 2, top), written)
            return
        painter.save()
        painter.translate(middle, top)
        painter.scale(max(0.5, room / size.width()), 1.0)
        painter.drawStaticText(QPointF(-size.width() / 2, 0), written)
        painter.restore()

    def _text(self, text: str) -> QStaticText:
        made = self._texts.get(text)
        if made is None:
            if len(self._texts) >= _TEXTS:
                self._texts.clear()
            made = self._texts[text] = QStaticText(text)
            made.prepare(font=self._font)
        return made
