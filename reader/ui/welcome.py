"""What stands in the window while no book is open: the books read last, and what else to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from reader.errors import LibraryError
from reader.library.shelf import ShelfEntry
from reader.ui.fitting import Scrolled
from reader.ui.labels import telling_label
from reader.ui.language import without_mnemonic
from reader.ui.shelf.in_words import entry_in_words, read_in_words

_LARGE = 3
"""The size of the title, in sizes of the usual letters."""

_APART = 12
"""Pixels between two things."""

RECENT = 3
"""Books read last that are offered."""

_WIDTH = 24
"""The width of a button, in heights of a line."""

Recent = Callable[[], Sequence[ShelfEntry]]
"""Tells the books read last, the latest first."""


class Welcome(QWidget):
    """A few words, a button for each book read last and for each of `actions`.

    `key` is the one that plays; `rate` tells how fast books are heard.
    """

    book_wanted = Signal(object)
    """The :class:`~reader.library.shelf.ShelfEntry` of a book that was read before."""

    def __init__(
        self,
        actions: Sequence[QAction],
        key: str,
        parent: QWidget | None = None,
        *,
        recent: Recent = tuple,
        rate: Callable[[], float] = lambda: 1.0,
    ) -> None:
        super().__init__(parent)
        self._recent, self._rate = recent, rate
        self._content = QWidget(self)
        self._title = self._label("Tingshu 听书")
        self._words = self._label(
            self.tr("Open a book, and press {key} to have it read aloud.").format(key=key)
        )
        self.news = self._label()
        self.news.hide()
        self._things = QWidget(self._content)
        self.recent: list[QPushButton] = []
        """One for each of the books read last."""
        self._of_actions = [self._button_for(action) for action in actions]
        self._books = QVBoxLayout()
        self._lay_out()
        self._enlarge()

    @property
    def buttons(self) -> list[QPushButton]:
        """All of them, as they stand."""
        return [*self.recent, *self._of_actions]

    def begin(self, news: str) -> None:
        """Show `news`, if any, and put the focus on the first thing to do."""
        self._list_recent()
        self.news.setText(news)
        self.news.setVisible(bool(news))
        self.buttons[0].setFocus()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the letters of the window, which the reader may enlarge."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._enlarge()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Have the title large when the style of the letters has reached it."""
        super().showEvent(event)
        self._title.ensurePolished()
        self._enlarge()

    def _list_recent(self) -> None:
        for button in self.recent:
            self._books.removeWidget(button)
            button.deleteLater()
        self.recent = [self._button_of(entry) for entry in self._known()]
        before: QWidget = self._title
        for button in self.recent:
            self._books.addWidget(button)
            button.show()  # now, not when it is laid out: it is to have the focus
            self.setTabOrder(before, button)
            before = button
        self.setTabOrder(before, self._of_actions[0])

    def _known(self) -> Sequence[ShelfEntry]:
        """None where the library refuses, which is told elsewhere."""
        try:
            return self._recent()
        except LibraryError:
            return ()

    def _button_of(self, entry: ShelfEntry) -> QPushButton:
        """A button that opens a book; what does not fit on it is heard all the same."""
        text = self.tr("{title} · {read}").format(
            title=" ".join(entry.title.split()), read=read_in_words(entry)
        )
        room = self._room() - 2 * self.fontMetrics().height()
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, room)
        button = self._button(shown.replace("&", "&&"))
        button.setAccessibleName(entry_in_words(entry, self._rate()))
        button.clicked.connect(lambda: self.book_wanted.emit(entry))
        return button

    def _button_for(self, action: QAction) -> QPushButton:
        button = self._button(without_mnemonic(action.text()).replace("&", "&&"))
        button.clicked.connect(action.trigger)
        return button

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self._things)
        button.setAutoDefault(True)
        return button

    def _label(self, text: str = "") -> QLabel:
        label = telling_label(self._content)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        label.setText(text)
        return label

    def _lay_out(self) -> None:
        things = QVBoxLayout(self._things)
        things.setContentsMargins(0, 0, 0, 0)
        self._books.setContentsMargins(0, 0, 0, _APART)
        for layout in (things, self._books):
            layout.setSpacing(_APART)
        things.addLayout(self._books)
        for button in self._of_actions:
            things.addWidget(button)
        column = QVBoxLayout(self._content)
        column.setSpacing(_APART)
        column.addStretch(2)
        for label in (self._title, self._words, self.news):
            column.addWidget(label)
        column.addSpacing(_APART)
        column.addWidget(self._things, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scrolled(self._content, self))

    def _enlarge(self) -> None:
        """Have title and buttons as large as the letters need them now."""
        font = self.font()
        if font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() * _LARGE)
        self._title.setFont(font)
        self._things.setFixedWidth(self._room())

    def _room(self) -> int:
        """The width of a button: no wider than a small screen, or large letters, allow."""
        line = self.fontMetrics().height()
        return min(_WIDTH * line, self.screen().availableSize().width() - 4 * line)
