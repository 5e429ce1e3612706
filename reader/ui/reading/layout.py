"""How the text is laid out: a gap after each paragraph, with no blank block in the text."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QPlainTextDocumentLayout

_GAP = 0.55
"""Space after a paragraph, in line heights."""


class Layout(QPlainTextDocumentLayout):
    """Lays paragraphs out with a gap after each; blank blocks would be read out as such."""

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:  # noqa: N802
        """The paragraph's own rectangle and the gap below it."""
        rect = super().blockBoundingRect(block)
        if rect.isNull():
            return rect
        gap = block.layout().lineAt(0).height() * _GAP
        return rect.adjusted(0, 0, 0, gap)
