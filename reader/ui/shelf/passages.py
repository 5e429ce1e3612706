"""The list of passages that were found: the words around each, its chapter and its book."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reader.search.results import Hit, Results
from reader.ui.language import listed
from reader.ui.shelf.in_words import number
from reader.ui.shelf.rows import begin_row, bold, draw_line, text_colour

translate = QCoreApplication.translate

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

HIT = Qt.ItemDataRole.UserRole
"""The role under which a row gives its passage."""

_MARGIN, _GAP = 0.6, 0.3
"""Around a row, and below its heading, in line heights."""

_BOLD = 1.1
"""How much wider the words around a match may be than as many average letters."""

_MOST_LINES = 4
"""Of them, where the window is narrow for its letters."""


class PassageModel(QAbstractListModel):
    """Rows that stand for passages in books, whose titles are known by identifier."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._results = Results(by_book={})
        self._titles: Mapping[str, str] = {}
        self.longest = 0
        """The most letters around a match, with the match; hanzi count as two."""

    @property
    def hits(self) -> Sequence[Hit]:
        """What is listed."""
        return self._results.hits

    def show(self, results: Results, titles: Mapping[str, str]) -> None:
        """List the hits of `results`."""
        self.beginResetModel()
        self._results, self._titles = results, titles
        self.longest = max((_letters(context_of(hit)) for hit in results.hits), default=0)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802
        """As many as there are passages."""
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The words around a match; for the ear with chapter and book behind them."""
        if not 0 <= index.row() < len(self.hits):
            return None
        hit = self.hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return context_of(hit)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = _one_line(f"{hit.before}{hit.match}{hit.after}").strip()
            places = dict.fromkeys((hit.chapter_title, self.title_of(hit)))
            return listed(part for part in (words, *places) if part)
        return hit if role == HIT else None

    def title_of(self, hit: Hit) -> str:
        """The title of the book in which a passage is."""
        return self._titles.get(hit.identifier, "")

    def heading_of(self, row: int) -> str:
        """What stands above the first passage of a book: its title, and how many there are."""
        hit = self.hits[row]
        if row > 0 and self.hits[row - 1].identifier == hit.identifier:
            return ""
        return translate("Shelf", "{title} ({count})").format(
            title=self.title_of(hit), count=number(self._results.by_book[hit.identifier])
        )


class PassageList(QListView):
    """Shows passages; Enter, or a double click, takes the current one."""

    taken = Signal(object)
    """The :class:`~reader.search.results.Hit` to go to."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows = PassageModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(_PassagePainter(self.rows, self))
        self.doubleClicked.connect(self.take)

    def show_results(self, results: Results, titles: Mapping[str, str]) -> None:
        """List the hits of `results`; the first one becomes the current one."""
        self.rows.show(results, titles)
        self.setCurrentIndex(self.rows.index(0, 0))
        self.scrollToTop()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Take the current passage with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
        else:
            super().keyPressEvent(event)

    def take(self) -> None:
        """Go to the current passage."""
        hit = self.currentIndex().data(HIT)
        if isinstance(hit, Hit):
            self.taken.emit(hit)


class _PassagePainter(QStyledItemDelegate):
    """Draws a heading with book and chapter, and below it the words, the match set off."""

    def __init__(self, rows: PassageModel, shown_in: QListView) -> None:
        super().__init__(shown_in)
        self._rows = rows
        self._list = shown_in

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: N802
        line = option.fontMetrics.height()
        return QSize(12 * line, round((1 + _GAP + self._lines(option) + 2 * _MARGIN) * line))

    def _lines(self, option: QStyleOptionViewItem) -> int:
        """How many lines the words around a match take."""
        needed = _BOLD * self._rows.longest * option.fontMetrics.averageCharWidth()
        room = self._list.viewport().width() - 2 * round(_MARGIN * option.fontMetrics.height())
        return max(1, min(_MOST_LINES, math.ceil(needed / max(1, room))))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        hit = index.data(HIT)
        if not isinstance(hit, Hit):
            return
        painter.save()
        line = option.fontMetrics.height()
        margin = round(_MARGIN * line)
        row = begin_row(painter, option).adjusted(margin, margin, -margin, -margin)
        painter.setPen(text_colour(option))
        heading = QRect(row.left(), row.top(), row.width(), line)
        title = self._rows.heading_of(index.row())
        if title:
            font = bold(option.font)
            draw_line(painter, heading, title, font, option.direction)
            used = QFontMetrics(font).horizontalAdvance(title) + margin
            heading.adjust(min(used, heading.width()), 0, 0, 0)
        draw_line(painter, heading, hit.chapter_title, option.font, option.direction)
        words = row.adjusted(0, round((1 + _GAP) * line), 0, 0)
        _draw_context(painter, words, hit, option, self._lines(option))
        painter.restore()


def _draw_context(
    painter: QPainter, room: QRect, hit: Hit, option: QStyleOptionViewItem, lines: int
) -> None:
    """The words around the match, which is bold and underlined, in so many `lines`."""
    before = _one_line(f"…{hit.before}")
    match = _one_line(hit.match)
    layout = QTextLayout(f"{before}{match}{_one_line(hit.after)}…", option.font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeading))
    match_font = QFont(option.font)
    match_font.setBold(True)
    match_font.setUnderline(True)
    found = QTextLayout.FormatRange()
    found.start, found.length = _utf16(before), _utf16(match)
    found.format.setFont(match_font)
    layout.setFormats([found])
    layout.beginLayout()
    height = 0.0
    for _ in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(room.width())
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    layout.draw(painter, QPointF(room.topLeft()))


def context_of(hit: Hit) -> str:
    """The words around a match, in one line."""
    return _one_line(f"…{hit.before}{hit.match}{hit.after}…")


def _letters(text: str) -> int:
    return len(text) + sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)


def _one_line(text: str) -> str:
    """Paragraphs' ends as blanks; they are single characters already."""
    return "".join(" " if letter.isspace() else letter for letter in text)


def _utf16(text: str) -> int:
    """How long Qt takes a text to be."""
    return len(text.encode("utf-16-le")) // 2
