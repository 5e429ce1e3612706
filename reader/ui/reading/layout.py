"""How the text is laid out: gaps after paragraphs, room above lines, hanzi wide apart.

Qt's layout of plain text knows no line height. So its lines are put lower after it has laid a
paragraph out, each time somebody asks for the paragraph's rectangle: whoever paints, scrolls or
clicks does so first. Only what is seen is ever laid out, so a change costs the same in any
chapter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, Qt
from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextDocument, QTextLayout, QTextLine
from PySide6.QtWidgets import QPlainTextDocumentLayout

from reader.language.detect import HAN
from reader.ui.offsets import Offsets

_GAP = 0.55
"""Space after a paragraph, in line heights."""

_SAME = 0.05
"""Pixels between two heights that are taken for one: Qt rounds to a 64th."""

_UNKNOWN = -1
_PLAIN = 0
"""What a block's user state says: whether there are hanzi in it; more: which formats it has."""

_MARKS = "\u3001-\u303f\uff01-\uff0f\uff1a-\uff20“”‘’—…"
_HANZI = re.compile(rf"[\w{_MARKS}]?[{HAN}][{HAN}{_MARKS}]*")
"""Hanzi with the marks among them, and what stands before: all as far from one another."""

_TWO_UNITS = re.compile("[\U00010000-\U0010ffff]")


@dataclass(frozen=True, kw_only=True)
class Spacing:
    """Lines are `line_height` times as high as their letters need.

    Above lines of paragraphs with hanzi there are `ruby` line heights more for what is written
    there, and after each hanzi `apart` pixels.
    """

    line_height: float = 1.0
    ruby: float = 0.0
    apart: float = 0.0


class Layout(QPlainTextDocumentLayout):
    """Lays paragraphs out with a gap after each; blank blocks would be read out as such."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._spacing = Spacing()
        self._generation = 1

    @property
    def spacing(self) -> Spacing:
        """How wide lines and hanzi are apart."""
        return self._spacing

    def set_spacing(self, spacing: Spacing) -> None:
        """Lay the text out so from now on."""
        before, self._spacing = self._spacing, spacing
        if before == spacing:
            return
        if (before.ruby, before.apart) != (spacing.ruby, spacing.apart):
            self._generation += 1
            document = self.document()
            with QSignalBlocker(document):  # else Orca reads out the chapter: it is "new"
                document.markContentsDirty(0, document.characterCount())
        self.documentSizeChanged.emit(self.documentSize())

    def documentChanged(self, start: int, removed: int, added: int) -> None:  # noqa: N802
        """Forget what was known of the paragraph that new text has come into."""
        self.document().findBlock(start).setUserState(_UNKNOWN)
        super().documentChanged(start, removed, added)

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:  # noqa: N802
        """The paragraph's own rectangle and the gap below it."""
        if not block.isValid():
            return QRectF()
        self._part_hanzi(block)
        rect = super().blockBoundingRect(block)
        if rect.isNull():
            return rect
        lines = block.layout()
        first = lines.lineAt(0)
        room = self.room(block)
        right = self._right_edge(block, first)
        if abs(first.y() - first.height() * room) > _SAME or (
            right is not None and abs(first.naturalTextRect().right() - right) > _SAME
        ):
            _place(lines, room, right)
            rect = super().blockBoundingRect(block)
        # Qt reckons what is seen of the end without the room above the line it scrolls to.
        end = 0.0 if block.next().isValid() else first.height() * room
        return rect.adjusted(0, 0, 0, first.height() * _GAP + end)

    def has_ruby(self, block: QTextBlock) -> bool:
        """Whether there is room above the lines of `block` for how its hanzi are said."""
        return self._spacing.ruby > 0 and block.userState() > _PLAIN

    def room(self, block: QTextBlock) -> float:
        """Room above each line of `block`, in line heights."""
        ruby = self._spacing.ruby if self.has_ruby(block) else 0.0
        return self._spacing.line_height - 1.0 + ruby

    @property
    def most_room(self) -> float:
        """The most room above a line of any block."""
        return self._spacing.line_height - 1.0 + self._spacing.ruby

    def _right_edge(self, block: QTextBlock, line: QTextLine) -> float | None:
        """Where lines of a `block` that is read from the right begin; Qt has them at the left."""
        if block.textDirection() is not Qt.LayoutDirection.RightToLeft:
            return None
        return self.document().documentMargin() + line.width()

    def _part_hanzi(self, block: QTextBlock) -> None:
        """Have the hanzi of `block` as wide apart as wanted; it is laid out anew if need be."""
        lines = block.layout()
        if self._spacing.ruby <= 0:
            if lines.formats():
                lines.setFormats([])
                lines.clearLayout()
            return
        if block.userState() in (_PLAIN, self._generation):
            return
        formats = _formats(block.text(), self._spacing.apart)
        block.setUserState(self._generation if formats else _PLAIN)
        if formats or lines.formats():
            lines.setFormats(formats)
            lines.clearLayout()


def _place(lines: QTextLayout, room: float, right: float | None) -> None:
    """Put each of `lines` so many line heights below the one before it, and to the `right`."""
    bottom = 0.0
    for number in range(lines.lineCount()):
        line = lines.lineAt(number)
        height = line.height()
        top = bottom + height * room
        rect = line.naturalTextRect()
        left = line.x() if right is None else line.x() + right - rect.right()
        line.setPosition(QPointF(left, top))
        bottom = top + height


def _formats(text: str, apart: float) -> list[QTextLayout.FormatRange]:
    look = QTextCharFormat()
    look.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    look.setFontLetterSpacing(apart)
    offsets = Offsets((found.start(), 2) for found in _TWO_UNITS.finditer(text))
    formats = []
    for found in _HANZI.finditer(text):
        part = QTextLayout.FormatRange()
        part.start = offsets.to_qt(found.start())
        part.length = offsets.to_qt(found.end()) - part.start
        part.format = look
        formats.append(part)
    return formats
