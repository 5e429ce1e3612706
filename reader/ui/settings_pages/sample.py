"""A few words that look as the book's text would."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget

from reader.books.model import Block, BlockKind, Chapter, Run
from reader.settings import Settings
from reader.ui.looks.present import LOOKS
from reader.ui.reading.looks import PageLooks
from reader.ui.reading_view import ReadingView

_LINES = 11
"""Its height, in lines of the window's letters."""

_LANGUAGE = "zh"
"""The language of its hanzi; their faces have Latin letters as well."""

_SPOKEN = "The lamp was burning."
_TEXT = _SPOKEN + " 她打开了信。 Nobody came down to the quay, and the ship was late."


class Sample(ReadingView):
    """Is seen, and reached by no key: there is nothing to read in it."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(QCoreApplication.translate("SettingsDialog", "Sample"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.set_language(_LANGUAGE)
        paragraph = Block(kind=BlockKind.PARAGRAPH, runs=(Run(text=_TEXT),))
        self.show_chapter(Chapter(title="", blocks=(paragraph,)))
        self.highlight(0, len(_SPOKEN))
        self._fit()
        LOOKS.changed.connect(self._fit)
        self.show_settings(settings)

    def show_settings(self, settings: Settings) -> None:
        """Look as `settings` say."""
        self.set_looks(PageLooks.of(settings))

    def _fit(self) -> None:
        self.setFixedHeight(_LINES * QFontMetrics(QApplication.font()).height())
