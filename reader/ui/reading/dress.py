"""Sets headings, emphasis, links and code apart by weight, size, slant, underline and face."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from reader.books.model import BlockKind, Chapter, Emphasis, Run
from reader.ui.offsets import Offsets


def dress(
    document: QTextDocument, chapter: Chapter, offsets: Offsets, code_faces: Sequence[str]
) -> None:
    """Give the text of `chapter`, which `document` shows, the look of its blocks and runs."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for number, block in enumerate(chapter.blocks):
        if block.kind is BlockKind.HEADING:
            start = chapter.block_starts[number]
            _apply(cursor, offsets, start, len(block.text), _heading_look(block.level))
        elif block.kind is BlockKind.CODE or any(_has_look(run) for run in block.runs):
            faces = code_faces if block.kind is BlockKind.CODE else ()
            for start, run in chapter.runs(number):
                look = _look(run, faces)
                if look.propertyCount():
                    _apply(cursor, offsets, start, len(run.text), look)
    cursor.endEditBlock()


def _apply(
    cursor: QTextCursor, offsets: Offsets, start: int, length: int, look: QTextCharFormat
) -> None:
    cursor.setPosition(offsets.to_qt(start))
    cursor.setPosition(offsets.to_qt(start + length), QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(look)


def _has_look(run: Run) -> bool:
    return run.emphasis is not Emphasis.NONE or _leads_on(run)


def _leads_on(run: Run) -> bool:
    """Whether `run` is a link or a reference to a note."""
    return run.link is not None or run.note is not None


def _heading_look(level: int) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    look.setProperty(QTextFormat.Property.FontSizeAdjustment, max(1, 4 - max(1, level)))
    return look


def _look(run: Run, faces: Sequence[str]) -> QTextCharFormat:
    look = QTextCharFormat()
    if run.emphasis is Emphasis.EMPHASIS:
        look.setFontItalic(True)
    if run.emphasis is Emphasis.STRONG:
        look.setFontWeight(QFont.Weight.Bold)
    if _leads_on(run):
        look.setFontUnderline(True)
    if faces:
        look.setFontFamilies(list(faces))
    return look
