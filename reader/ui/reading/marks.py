"""How the spoken sentence and the word spoken in it are set off.

The sentence has a warm ground and an underline, the word the two colours the other way round:
light on dark where the sentence is dark on light. So they are told apart from the text and
from one another without seeing colours, in light palettes and in dark ones.
"""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette, QTextCharFormat


def sentence_look(palette: QPalette) -> QTextCharFormat:
    """Ground and underline of the sentence."""
    dark = _is_dark(palette)
    look = QTextCharFormat()
    look.setBackground(QColor("#5b4500" if dark else "#ffe9a6"))
    look.setForeground(QColor("#fff6dd" if dark else "#1d1600"))
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    look.setUnderlineColor(QColor("#ffc94d" if dark else "#a34d00"))
    return look


def word_look(palette: QPalette) -> QTextCharFormat:
    """The word: the sentence turned inside out."""
    dark = _is_dark(palette)
    look = QTextCharFormat()
    look.setBackground(QColor("#ffdf85" if dark else "#6b3300"))
    look.setForeground(QColor("#1d1600" if dark else "#ffffff"))
    return look


def _is_dark(palette: QPalette) -> bool:
    return palette.color(QPalette.ColorRole.Base).lightness() < 128
