"""What the rows of the library's lists have in common: ground, ring of the focus, lines of text."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen, QTextLayout
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

_RING = 2
"""Pixels of the ring around the row that has the focus."""


def begin_row(painter: QPainter, option: QStyleOptionViewItem) -> QRect:
    """Draw the ground of a row, and a ring if it has the focus; the row's place."""
    option.text = ""
    style = option.widget.style() if option.widget is not None else QApplication.style()
    panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
    style.drawPrimitive(panel, option, painter, option.widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(text_colour(option), _RING))
        painter.drawRect(option.rect.adjusted(_RING, _RING, -_RING, -_RING))
    return option.rect


def text_colour(option: QStyleOptionViewItem) -> QColor:
    """That of the text, on the ground that the row has."""
    active = option.state & QStyle.StateFlag.State_Active
    group = QPalette.ColorGroup.Active if active else QPalette.ColorGroup.Inactive
    selected = option.state & QStyle.StateFlag.State_Selected
    role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
    return option.palette.color(group, role)


def draw_line(
    painter: QPainter, room: QRect, text: str, font: QFont, direction: Qt.LayoutDirection
) -> None:
    """A line of text, cut where it has no room: written its own way, at the side of the row's."""
    painter.setFont(font)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft
        if _is_right_to_left(text)
        else Qt.LayoutDirection.LeftToRight
    )
    mirrored = direction == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    # Hanzi come from another face, whose lines are higher than those of the letters.
    whole = Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
    painter.drawText(room, flags | whole, shown)


def draw_lines(
    painter: QPainter,
    room: QRect,
    text: str,
    font: QFont,
    direction: Qt.LayoutDirection,
    *,
    most: int,
) -> int:
    """The same in up to `most` lines, the last of them cut where it has no room; returns how
    far down they go.
    """
    line = QRect(room.left(), room.top(), room.width(), QFontMetrics(font).height())
    layout = QTextLayout(text, font)
    layout.beginLayout()
    for number in range(most):
        part = layout.createLine()
        if not part.isValid():
            break
        part.setLineWidth(room.width())
        last = number == most - 1
        shown = _part_of(text, part.textStart(), None if last else part.textLength())
        draw_line(painter, line, shown.strip(), font, direction)
        line.moveTop(line.top() + line.height())
    layout.endLayout()
    return line.top()


def _part_of(text: str, start: int, length: int | None) -> str:
    """The part of `text` at an offset of Qt's, so many of Qt's letters long, or all the rest."""
    units = text.encode("utf-16-le", "surrogatepass")
    end = None if length is None else 2 * (start + length)
    return units[2 * start : end].decode("utf-16-le", "replace")


def bold(usual: QFont) -> QFont:
    """The same letters, bold."""
    font = QFont(usual)
    font.setBold(True)
    return font


def _is_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction is written from right to left."""
    strong = (unicodedata.bidirectional(letter) for letter in text)
    return next((each for each in strong if each in ("L", "R", "AL")), "L") != "L"
