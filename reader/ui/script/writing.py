"""The field in which a script is written, by lines and columns as people count them."""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reader.language.scripts import primary
from reader.script.review import Place
from reader.ui.offsets import Offsets
from reader.ui.typeface import code_families

_PARAGRAPH = "\u2029"
"""What Qt has between two lines."""


class ScriptText(QPlainTextEdit):
    """A text called `name`, in letters of one width, `points` high; Tab leaves it.

    What it holds is given and taken exactly: Qt's plain text would lose no-break spaces and the
    ends of verses.
    """

    def __init__(self, name: str, parent: QWidget, *, language: str, points: int) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setFont(_font(language, points))

    @property
    def written(self) -> str:
        """All that is written."""
        return self.document().toRawText().replace(_PARAGRAPH, "\n")

    def begin(self, document: str) -> None:
        """Show `document`; what was done before cannot be undone."""
        self.setPlainText(document)

    def replace_all(self, document: str) -> None:
        """Put `document` in place of what is written, so that it can be undone."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(document)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    @property
    def place(self) -> Place:
        """The line and column of the caret."""
        cursor = self.textCursor()
        offsets = _offsets(cursor.block().text())
        return cursor.blockNumber() + 1, offsets.from_qt(cursor.positionInBlock()) + 1

    def go_to(self, place: Place) -> None:
        """Put the caret at a line and column, as near as there are such, and show it."""
        line, column = place
        block = self.document().findBlockByNumber(max(0, line - 1))
        if not block.isValid():
            block = self.document().lastBlock()
        column = _offsets(block.text()).to_qt(max(0, column - 1))
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + min(column, block.length() - 1))
        self.setTextCursor(cursor)
        self.centerCursor()

    @property
    def line(self) -> str:
        """What is written in the line of the caret."""
        return self.textCursor().block().text().strip()


def _font(language: str, points: int) -> QFont:
    """Letters `points` high; Latin ones first where quotation marks are not as wide as hanzi."""
    wide, *narrow = code_families(language)
    is_wide = primary(language) in ("zh", "yue", "ja", "ko")
    font = QFont()
    font.setFamilies([wide, *narrow] if is_wide else [*narrow, wide])
    font.setPointSize(points)
    return font


def _offsets(text: str) -> Offsets:
    return Offsets((at, 2) for at, character in enumerate(text) if ord(character) > 0xFFFF)
