"""How what is spoken, sought and noted is set off, and the line that is being read.

The sentence has a warm ground and an underline, the word the two colours the other way round:
light on dark where the sentence is dark on light. A hit has a frame, a note a dashed line below
it. So they are told apart from the text and from one another without seeing colours, in every
theme.
"""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette, QTextCharFormat

from reader.ui.looks.present import current_theme
from reader.ui.looks.theme import Theme
from reader.ui.looks.themes import DARK, LIGHT


def theme_of(palette: QPalette) -> Theme:
    """The theme that fits `palette`: the present one, unless somebody chose other colours."""
    theme, base = current_theme(), palette.color(QPalette.ColorRole.Base)
    if base == QColor(theme.surface):
        return theme
    return DARK if base.lightness() < 128 else LIGHT


def sentence_look(palette: QPalette) -> QTextCharFormat:
    """Ground and underline of the sentence."""
    theme = theme_of(palette)
    look = _look(theme.sentence, theme.on_sentence)
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    look.setUnderlineColor(QColor(theme.sentence_line))
    return look


def word_look(palette: QPalette) -> QTextCharFormat:
    """The word: the sentence turned inside out."""
    theme = theme_of(palette)
    return _look(theme.word, theme.on_word)


def hit_look(palette: QPalette) -> QTextCharFormat:
    """What a search has found; the page paints a frame around it."""
    theme = theme_of(palette)
    return _look(theme.found, theme.on_found)


def _look(ground: str, letters: str) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setBackground(QColor(ground))
    look.setForeground(QColor(letters))
    return look
