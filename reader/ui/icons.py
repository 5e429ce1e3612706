"""Symbols drawn in the colour of the text, so that they fit every theme and every size."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QAbstractButton

from reader.ui.looks.present import LOOKS, current_theme
from reader.ui.looks.shapes import SHAPES, SIDE

_SIDES = (SIDE, 3 * SIDE)
"""The sides in pixels in which symbols are drawn; they are made smaller from there."""

_HEIGHT = 1.3
"""The height of a button's symbol, in line heights."""


def icon(name: str, colour: QColor, disabled: QColor) -> QIcon:
    """The symbol called `name` in `colour`, and in `disabled` where it cannot be used."""
    made = QIcon()
    for side in _SIDES:
        made.addPixmap(_picture(name, colour, side), QIcon.Mode.Normal)
        made.addPixmap(_picture(name, disabled, side), QIcon.Mode.Disabled)
    return made


def themed_icon(name: str) -> QIcon:
    """The symbol called `name` in the colours of the present theme."""
    theme = current_theme()
    return icon(name, QColor(theme.text), QColor(theme.disabled))


def wear(target: QAbstractButton | QAction, name: str) -> None:
    """Have `target` show the symbol called `name`, in the colours and the size of every theme."""
    _Worn(target, name)


class _Worn(QObject):
    """Lives as long as its `target`, and draws its symbol anew for every theme."""

    def __init__(self, target: QAbstractButton | QAction, name: str) -> None:
        super().__init__(target)
        self._target, self._name = target, name
        self._draw()
        LOOKS.changed.connect(self._draw)

    def _draw(self) -> None:
        self._target.setIcon(themed_icon(self._name))
        if isinstance(self._target, QAbstractButton):
            side = round(self._target.fontMetrics().height() * _HEIGHT)
            self._target.setIconSize(QSize(side, side))


def _picture(name: str, colour: QColor, side: int) -> QPixmap:
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side / SIDE, side / SIDE)
    painter.fillPath(SHAPES[name](), colour)
    painter.end()
    return picture


def application_icon() -> QIcon:
    """An open book with sound coming from it: the window's and the task bar's picture."""
    made = QIcon()
    for side in _SIDES:
        made.addPixmap(_application_picture(side))
    return made


def _application_picture(side: int) -> QPixmap:
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side / SIDE, side / SIDE)
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
    return picture
