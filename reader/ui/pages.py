"""What fills the window: the welcome, or the open book with everything around its text."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.ui.contents import Contents
from reader.ui.find_bar import FindBar
from reader.ui.notice_bar import NoticeBar
from reader.ui.player_bar import PlayerBar
from reader.ui.reading_view import ReadingView
from reader.ui.spread import Spread


class ReadingPage(QWidget):
    """Notices above, contents beside the text, the search and the player below.

    Where there is no room for all, the player shows less, or goes.
    """

    def __init__(self) -> None:
        super().__init__()
        self.view = ReadingView()
        self.chapters = Contents()
        self.spread = Spread(self.view, self.chapters)
        self.notice = NoticeBar()
        self.find_bar = FindBar()
        self._player: PlayerBar | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.notice)
        self._column.addWidget(self.spread, 1)
        self._column.addWidget(self.find_bar)
        self.find_bar.hide()

    def add_player(self, player: PlayerBar) -> None:
        """Put `player` below everything."""
        self._player = player
        self._column.addWidget(player)
        # Text first, then contents, then the player: the order of use, not of place.
        QWidget.setTabOrder(self.view, self.chapters)

    def event(self, event: QEvent) -> bool:
        """See whether there is room for all when the page, or what is on it, needs more."""
        handled = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._make_room()
        return handled

    def _make_room(self) -> None:
        player = self._player
        if player is not None and not player.isAncestorOf(self.window().focusWidget() or self):
            player.fit(self.width(), self.height(), self.height() - self._needed_by_others())

    def _needed_by_others(self) -> int:
        """The least height of all but the player, in pixels."""
        needed, width = self.spread.minimumSizeHint().height(), self.width()
        if self.notice.isVisibleTo(self):
            needed += self.notice.heightForWidth(width)
        if self.find_bar.isVisibleTo(self):
            needed += self.find_bar.height_in(width)
        return needed


class Pages(QWidget):
    """Shows one of `pages`, none at first; a stacked widget would be one more thing to say."""

    def __init__(self, *pages: QWidget) -> None:
        super().__init__()
        self._pages = pages
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for page in pages:
            column.addWidget(page)
            page.hide()

    def show_page(self, shown: QWidget) -> None:
        """Show this one, and no other."""
        for page in self._pages:
            page.setVisible(page is shown)
