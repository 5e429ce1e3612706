"""The lines of a text that are on the screen, and where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QTextBlock, QTextLine
from PySide6.QtWidgets import QPlainTextEdit


class ShownLine(NamedTuple):
    """A line of `block`, the corner of whose rectangle is at `origin` in the viewport."""

    block: QTextBlock
    line: QTextLine
    origin: QPointF

    @property
    def rect(self) -> QRectF:
        """What its letters take in the viewport."""
        return self.line.naturalTextRect().translated(self.origin)

    @property
    def start(self) -> int:
        """Qt's position of its first character."""
        return self.block.position() + self.line.textStart()

    @property
    def end(self) -> int:
        """Qt's position after its last character."""
        return self.start + self.line.textLength()

    @property
    def is_last(self) -> bool:
        """Whether it ends its paragraph."""
        return self.end >= self.block.position() + self.block.length() - 1

    def x(self, position: int) -> float:
        """How far to the right the character at Qt's `position` begins, in the viewport."""
        found = cast(tuple[float, int], self.line.cursorToX(position - self.block.position()))
        return self.origin.x() + found[0]

    def part(self, start: int, end: int) -> QRectF:
        """What the characters between two of Qt's positions take of it; empty if none."""
        first, last = max(start, self.start), min(end, self.end)
        if first >= last:
            return QRectF()
        rect = self.rect
        left, right = sorted((self.x(first), self.x(last)))
        return QRectF(left, rect.top(), right - left, rect.height())


def lines_within(text: QPlainTextEdit, area: QRect, above: float = 0.0) -> Iterator[ShownLine]:
    """The lines of `text` that touch `area` of its viewport, or whose room above them does.

    `above` is that room, in line heights.
    """
    layout = text.document().documentLayout()
    block = text.firstVisibleBlock()
    origin = text.blockBoundingGeometry(block).translated(text.contentOffset()).topLeft()
    while block.isValid() and origin.y() <= area.bottom():
        height = layout.blockBoundingRect(block).height()
        if origin.y() + height >= area.top():
            yield from _lines(block, origin, area, above)
        origin = QPointF(origin.x(), origin.y() + height)
        block = block.next()


def _lines(block: QTextBlock, origin: QPointF, area: QRect, above: float) -> Iterator[ShownLine]:
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        top = origin.y() + line.y()
        if top - above * line.height() > area.bottom():
            return
        if top + line.height() >= area.top():
            yield ShownLine(block, line, origin)
