"""What is painted around the letters: the reading ruler, notes, the frame of a hit."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from reader.ui.looks.theme import Theme
from reader.ui.reading.lines import ShownLine

Extent = tuple[int, int]
"""Start and end, in Qt's positions."""


class Extents:
    """Stretches of a text, of which those in a line are found at once, however many there are."""

    def __init__(self, extents: Iterable[Extent] = ()) -> None:
        self._extents = sorted(extents)
        self._furthest = list(accumulate((end for _, end in self._extents), max))

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._extents)

    def within(self, start: int, end: int) -> Iterator[Extent]:
        """Those that share a character with what lies between two positions."""
        for index in range(bisect_right(self._furthest, start), len(self._extents)):
            extent = self._extents[index]
            if extent[0] >= end:
                return
            if extent[1] > start:
                yield extent


def paint_ruler(
    painter: QPainter, line: ShownLine, theme: Theme, *, width: int, gutter: float, above: float
) -> None:
    """A band behind `line`, hairs above and below it, and a bar at its side.

    The band goes over the `width` of the page, and the bar is in its `gutter`; `above` is the
    room above the line, in line heights, that belongs to it.
    """
    rect = line.rect
    height = rect.height()
    band = QRectF(0, rect.top() - height * above, width, height * (1 + above))
    painter.fillRect(band, QColor(theme.ruler))
    painter.setPen(QPen(QColor(theme.border), max(1.0, height / 50)))
    painter.drawLine(band.topLeft(), band.topRight())
    painter.drawLine(band.bottomLeft(), band.bottomRight())
    painter.fillRect(QRectF(0, band.top(), gutter * 0.4, band.height()), QColor(theme.accent))


def paint_noted_grounds(
    painter: QPainter, lines: Sequence[ShownLine], notes: Extents, theme: Theme
) -> None:
    """The ground of what has notes, to be painted before the letters."""
    for line in lines:
        for extent in notes.within(line.start, line.end):
            painter.fillRect(line.part(*extent), QColor(theme.noted))


def paint_notes(
    painter: QPainter,
    lines: Sequence[ShownLine],
    notes: Extents,
    theme: Theme,
    *,
    width: int,
    gutter: float,
) -> None:
    """A dashed line below what has notes; a slip of paper in the margin where one begins."""
    letters = QColor(theme.on_noted)
    for line in lines:
        for start, end in notes.within(line.start, line.end):
            part = line.part(start, end)
            thick = max(1.5, part.height() / 18)
            pen = QPen(letters, thick, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([3, 2])
            painter.setPen(pen)
            y = part.bottom() - thick
            painter.drawLine(QLineF(part.left(), y, part.right(), y))
            if line.start <= start < line.end:
                _paint_slip(painter, line.rect, theme, width - gutter, gutter)


def _paint_slip(painter: QPainter, line: QRectF, theme: Theme, left: float, gutter: float) -> None:
    """A sheet with a folded corner and two lines of writing."""
    side = gutter * 0.72
    sheet = QRectF(left + gutter * 0.14, line.center().y() - side / 2, side, side)
    fold = side * 0.34
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.on_noted), max(1.0, side / 14)))
    painter.setBrush(QColor(theme.noted))
    corner = QPointF(sheet.right() - fold, sheet.top())
    painter.drawPolygon(
        QPolygonF(
            [
                sheet.topLeft(),
                corner,
                QPointF(sheet.right(), sheet.top() + fold),
                sheet.bottomRight(),
                sheet.bottomLeft(),
            ]
        )
    )
    for share in (0.5, 0.74):
        y = sheet.top() + side * share
        painter.drawLine(QLineF(sheet.left() + side * 0.22, y, sheet.right() - side * 0.22, y))
    painter.restore()


def paint_frame(
    painter: QPainter, lines: Sequence[ShownLine], extent: Extent, theme: Theme
) -> None:
    """A frame around a hit, in each of the lines that it stands in."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in lines:
        part = line.part(*extent)
        if not part.isEmpty():
            thick = max(2.0, part.height() / 20)
            pen = QPen(QColor(theme.on_found), thick)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.drawRect(part.adjusted(-thick / 2, thick / 2, thick / 2, -thick / 2))
