"""The player's symbols, drawn in the colour of the text so that they fit every theme."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPixmap, QPolygonF

_SIDE = 64
"""The drawing's side; icons are scaled down from it."""


def _triangle(left: float, right: float) -> QPainterPath:
    """A triangle between two upright lines, pointing from `left` to `right`."""
    path = QPainterPath()
    corners = [QPointF(left, 14), QPointF(right, 32), QPointF(left, 50)]
    path.addPolygon(QPolygonF(corners))
    path.closeSubpath()
    return path


def _bar(left: float, top: float, width: float, height: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(left, top, width, height), 2, 2)
    return path


def _play() -> QPainterPath:
    return _triangle(18, 52)


def _pause() -> QPainterPath:
    return _bar(17, 14, 11, 36) + _bar(36, 14, 11, 36)


def _stop() -> QPainterPath:
    return _bar(16, 16, 32, 32)


def _next_sentence() -> QPainterPath:
    return _triangle(16, 42) + _bar(43, 14, 6, 36)


def _previous_sentence() -> QPainterPath:
    return _triangle(48, 22) + _bar(15, 14, 6, 36)


def _next_chapter() -> QPainterPath:
    return _triangle(10, 31) + _triangle(31, 52) + _bar(52, 14, 6, 36)


def _previous_chapter() -> QPainterPath:
    return _triangle(54, 33) + _triangle(33, 12) + _bar(6, 14, 6, 36)


_SHAPES: Mapping[str, Callable[[], QPainterPath]] = {
    "play": _play,
    "pause": _pause,
    "stop": _stop,
    "next_sentence": _next_sentence,
    "previous_sentence": _previous_sentence,
    "next_chapter": _next_chapter,
    "previous_chapter": _previous_chapter,
}


def icon(name: str, colour: QColor, disabled: QColor) -> QIcon:
    """The symbol called `name` in `colour`, and in `disabled` where it cannot be used."""
    made = QIcon()
    made.addPixmap(_picture(name, colour), QIcon.Mode.Normal)
    made.addPixmap(_picture(name, disabled), QIcon.Mode.Disabled)
    return made


def _picture(name: str, colour: QColor) -> QPixmap:
    picture = QPixmap(_SIDE, _SIDE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(_SHAPES[name](), colour)
    painter.end()
    return picture


def application_icon() -> QIcon:
    """An open book with sound coming from it: the window's and the task bar's picture."""
    picture = QPixmap(_SIDE, _SIDE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#7a2e1d"))
    painter.drawRoundedRect(QRectF(2, 2, 60, 60), 14, 14)
    pages = QPainterPath(QPointF(12, 18))
    pages.quadTo(QPointF(24, 12), QPointF(32, 20))
    pages.quadTo(QPointF(40, 12), QPointF(52, 18))
    pages.lineTo(52, 48)
    pages.quadTo(QPointF(40, 42), QPointF(32, 50))
    pages.quadTo(QPointF(24, 42), QPointF(12, 48))
    pages.closeSubpath()
    painter.fillPath(pages, QColor("#fff6e3"))
    painter.setBrush(QColor("#7a2e1d"))
    for left, half in ((19, 5), (26, 9), (36, 9), (43, 5)):
        painter.drawRoundedRect(QRectF(left, 32 - half, 3, 2 * half), 1.5, 1.5)
    painter.end()
    return QIcon(picture)
