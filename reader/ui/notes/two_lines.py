"""Rows of two lines: what it is, with a part set off by weight, and below it where it stands."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

_Index = QModelIndex | QPersistentModelIndex

LINES = int(Qt.ItemDataRole.UserRole)
"""The role of the :class:`Lines` of a row; what is told of it is its display role."""

_MARGIN = 6
"""Pixels around what is written in a row."""

_LINE = 1.25
"""The height of a line, in line heights of the list's letters: hanzi stand higher."""

_LEAD = 0.6
"""Where on the line a part set off ends at the latest, from 0 to 1: words behind it are seen."""

_ENDLESS = 1e6
"""Pixels; no line is as long."""


class Lines(NamedTuple):
    """``before + strong + after`` is the first line; `below` is the second."""

    before: str
    strong: str
    after: str
    below: str


class TwoLines(QStyledItemDelegate):
    """Paints the rows of a list; weight and a line tell the part set off, not colour."""

    def __init__(self, parent: QListView, *, underlined: bool) -> None:
        super().__init__(parent)
        self._underlined = underlined
        parent.setUniformItemSizes(True)
        parent.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: N802
        """As high as two lines; the list is never scrolled sideways."""
        return QSize(0, 2 * _height(option) + 2 * _MARGIN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the row's ground as any list does, and its two lines upon it."""
        lines = index.data(LINES)
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style() if option.widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        if not isinstance(lines, Lines):
            return
        inside = option.rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        height = _height(option)
        painter.save()
        painter.setClipRect(inside)
        painter.setFont(option.font)
        painter.setPen(option.palette.color(_group(option), _role(option)))
        self._paint_first(
            painter, QRect(inside.left(), inside.top(), inside.width(), height), lines, option
        )
        below = option.fontMetrics.elidedText(
            lines.below, Qt.TextElideMode.ElideRight, inside.width()
        )
        rect = QRect(inside.left(), inside.top() + height, inside.width(), height)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), below)
        painter.restore()

    def _paint_first(
        self, painter: QPainter, rect: QRect, lines: Lines, option: QStyleOptionViewItem
    ) -> None:
        """Paint the first line, moved so far that what is set off is seen."""
        if not lines.after:
            lines = _elided(lines, option, rect.width())
        layout = self._layout(lines, option)
        line = layout.lineAt(0)
        metrics = option.fontMetrics
        baseline = rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent()
        place = QPointF(rect.left() - _shift(lines, option, rect.width()), baseline - line.ascent())
        layout.draw(painter, place, [], QRectF())

    def _layout(self, lines: Lines, option: QStyleOptionViewItem) -> QTextLayout:
        layout = QTextLayout(lines.before + lines.strong + lines.after, option.font)
        mark = QTextLayout.FormatRange()
        mark.start, mark.length = _units(lines.before), _units(lines.strong)
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.Bold)
        look.setFontUnderline(self._underlined)
        mark.format = look
        layout.setFormats([mark])
        layout.beginLayout()
        layout.createLine().setLineWidth(_ENDLESS)
        layout.endLayout()
        return layout


def _elided(lines: Lines, option: QStyleOptionViewItem, width: int) -> Lines:
    """`lines` with a first line that is one part only, and no longer than there is room for."""
    if lines.before and lines.strong:
        return lines
    metrics = _bold(option) if lines.strong else option.fontMetrics
    end = Qt.TextElideMode.ElideRight
    return lines._replace(
        before=metrics.elidedText(lines.before, end, width),
        strong=metrics.elidedText(lines.strong, end, width),
    )


def _bold(option: QStyleOptionViewItem) -> QFontMetrics:
    bold = QFont(option.font)
    bold.setBold(True)
    return QFontMetrics(bold)


def _shift(lines: Lines, option: QStyleOptionViewItem, width: int) -> float:
    """How many pixels of the first line are left out at its beginning."""
    if not lines.strong:
        return 0.0
    before = option.fontMetrics.horizontalAdvance(lines.before)
    strong = _bold(option).horizontalAdvance(lines.strong)
    return max(0.0, min(before, before + strong - width * _LEAD))


def _height(option: QStyleOptionViewItem) -> int:
    return round(option.fontMetrics.lineSpacing() * _LINE)


def _units(text: str) -> int:
    """How long Qt takes `text` to be: a character beyond the basic plane counts as two."""
    return len(text) + sum(character > "\uffff" for character in text)


def _role(option: QStyleOptionViewItem) -> QPalette.ColorRole:
    selected = option.state & QStyle.StateFlag.State_Selected
    return QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text


def _group(option: QStyleOptionViewItem) -> QPalette.ColorGroup:
    active = option.state & QStyle.StateFlag.State_Active
    return QPalette.ColorGroup.Active if active else QPalette.ColorGroup.Inactive
