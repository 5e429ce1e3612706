"""How a book looks in the list: its cover, its title, who wrote it, and how far it is read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.library.shelf import ShelfEntry
from reader.ui.language import listed
from reader.ui.shelf.in_words import left_in_words, percent_of, read_in_words
from reader.ui.shelf.listing import ENTRY
from reader.ui.shelf.rows import begin_row, bold, draw_line, draw_lines, text_colour

_Index = QModelIndex | QPersistentModelIndex

Picture = Callable[[str, QSize], QPixmap | None]
"""Gives the cover of a book, no larger than a size."""

_TITLE, _LETTER = 1.15, 0.42
"""The title's letters in sizes of the usual ones; that of a missing cover in heights of it."""

_GAP, _MARGIN, _EDGE = 0.4, 0.75, 0.35
"""Between two lines, around them, and around the cover, in line heights."""

_BAR, _NARROW_BAR = 9.0, 4.0
"""The width of the progress bar, in line heights."""

_NARROW = 30
"""A list narrower than so many line heights has no room for covers; titles take two lines."""

_MIDDLE = 0.56
"""The middle of small letters in the height of their line."""

_SHAPE = 0.7
"""The width of a cover by its height."""


class BookPainter(QStyledItemDelegate):
    """Draws rows in the palette's own colours; `rate` tells how fast books are heard."""

    def __init__(self, picture: Picture, rate: Callable[[], float], shown_in: QListView) -> None:
        super().__init__(shown_in)
        self._list = shown_in
        self._picture = picture
        self._rate = rate

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: N802
        """Three lines, or five in a narrow list, and room around them."""
        line = option.fontMetrics.height()
        title = QFontMetrics(_title_font(option.font)).height()
        lines = title + 2 * line + 2 * _GAP * line
        if self._is_narrow(line):
            lines = 2 * title + 3 * line + 3 * _GAP * line
        return QSize(12 * line, round(lines + 2 * _MARGIN * line))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the book of a row."""
        self.initStyleOption(option, index)
        entry = index.data(ENTRY)
        if not isinstance(entry, ShelfEntry):
            return
        painter.save()
        line = option.fontMetrics.height()
        margin, edge = round(_MARGIN * line), round(_EDGE * line)
        row = begin_row(painter, option)
        if self._is_narrow(line):
            words = row.adjusted(margin, margin, -margin, -margin)
            self._paint_narrow(painter, entry, words, option)
        else:
            row = row.adjusted(margin, edge, -margin, -edge)
            cover = QRect(row.topLeft(), QSize(round(_SHAPE * row.height()), row.height()))
            words = row.adjusted(cover.width() + margin, margin - edge, 0, 0)
            if option.direction == Qt.LayoutDirection.RightToLeft:
                cover.moveRight(row.right())
                words.moveLeft(row.left())
            self._paint_cover(painter, entry, cover, option)
            self._paint_words(painter, entry, words, option)
        painter.restore()

    def _is_narrow(self, line: int) -> bool:
        return self._list.viewport().width() < _NARROW * line

    def _paint_narrow(
        self, painter: QPainter, entry: ShelfEntry, room: QRect, option: QStyleOptionViewItem
    ) -> None:
        line, font = option.fontMetrics.height(), _title_font(option.font)
        gap = round(_GAP * line)
        painter.setPen(text_colour(option))
        top = draw_lines(painter, room, entry.title, font, option.direction, most=2) + gap
        place = QRect(room.left(), top, room.width(), line)
        if entry.authors:
            draw_line(painter, place, listed(entry.authors), option.font, option.direction)
            place.moveTop(place.bottom() + gap)
        told = read_in_words(entry)
        _paint_progress(painter, percent_of(entry), told, place, option, _NARROW_BAR)
        place.moveTop(place.bottom() + gap)
        left = left_in_words(entry, self._rate())
        draw_line(painter, place, left, option.font, option.direction)

    def _paint_cover(
        self, painter: QPainter, entry: ShelfEntry, room: QRect, option: QStyleOptionViewItem
    ) -> None:
        """The picture, or a sheet with the first letter of the title."""
        picture = self._picture(entry.identifier, room.size())
        if picture is not None:
            place = QRectF(room.topLeft(), picture.deviceIndependentSize())
            place.moveCenter(QRectF(room).center())
            painter.drawPixmap(place.toRect(), picture)
            return
        painter.setPen(QPen(text_colour(option), 1))
        painter.drawRoundedRect(QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        font = QFont(option.font)
        font.setPixelSize(max(1, round(_LETTER * room.height())))
        painter.setFont(font)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, _letter(entry.title))

    def _paint_words(
        self, painter: QPainter, entry: ShelfEntry, room: QRect, option: QStyleOptionViewItem
    ) -> None:
        line, font = option.fontMetrics.height(), _title_font(option.font)
        gap = round(_GAP * line)
        painter.setPen(text_colour(option))
        place = QRect(room.left(), room.top(), room.width(), QFontMetrics(font).height())
        if not entry.authors:  # two lines in the middle
            place.moveTop(place.top() + (line + gap) // 2)
        draw_line(painter, place, entry.title, font, option.direction)
        place = QRect(room.left(), place.bottom() + gap, room.width(), line)
        if entry.authors:
            draw_line(painter, place, listed(entry.authors), option.font, option.direction)
            place.moveTop(place.bottom() + gap)
        told = (read_in_words(entry), left_in_words(entry, self._rate()))
        text = " · ".join(each for each in told if each)
        _paint_progress(painter, percent_of(entry), text, place, option, _BAR)


def _paint_progress(
    painter: QPainter,
    percent: int,
    text: str,
    room: QRect,
    option: QStyleOptionViewItem,
    wide: float,
) -> None:
    """A bar, `wide` line heights wide, and beside it the same in words, `text`."""
    bar_width = min(round(wide * room.height()), room.width() // 3)
    beside = bar_width + round(_MARGIN * room.height())
    bar = room.adjusted(0, 0, bar_width - room.width(), 0)
    words = room.adjusted(beside, 0, 0, 0)
    if option.direction == Qt.LayoutDirection.RightToLeft:
        bar.moveRight(room.right())
        words.moveLeft(room.left())
    _paint_bar(painter, bar, percent, option)
    painter.setPen(text_colour(option))
    draw_line(painter, words, text, option.font, option.direction)


def _paint_bar(painter: QPainter, room: QRect, percent: int, option: QStyleOptionViewItem) -> None:
    """A bar that is filled as far as a book is read."""
    thick = max(4.0, room.height() / 3)
    middle = room.top() + _MIDDLE * room.height()
    bar = QRectF(room.left(), middle - thick / 2, room.width(), thick)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(text_colour(option), 1))
    painter.drawRoundedRect(bar, thick / 2, thick / 2)
    if not percent:
        return
    filled = QRectF(bar)
    filled.setWidth(max(thick, bar.width() * percent / 100))
    if option.direction == Qt.LayoutDirection.RightToLeft:
        filled.moveRight(bar.right())
    selected = option.state & QStyle.StateFlag.State_Selected
    highlight = option.palette.color(QPalette.ColorRole.Highlight)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(text_colour(option) if selected else highlight)
    painter.drawRoundedRect(filled, thick / 2, thick / 2)


def _title_font(usual: QFont) -> QFont:
    font = bold(usual)
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * _TITLE)
    else:
        font.setPixelSize(round(font.pixelSize() * _TITLE))
    return font


def _letter(title: str) -> str:
    """The first letter of a title, for a book without a cover."""
    return next((letter.upper() for letter in title if letter.isalnum()), "·")
