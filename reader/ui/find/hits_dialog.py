"""All hits of a search with the words around them, to go to one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialogButtonBox, QProgressBar, QVBoxLayout, QWidget

from reader.books.model import Book
from reader.errors import SearchError
from reader.navigation.find import Hit, Hits, Query
from reader.navigation.measure import Extent
from reader.navigation.place import Position
from reader.ui.enter_key import PressingDialog
from reader.ui.find.finder import Finder, number_of
from reader.ui.find.hit_list import HitList
from reader.ui.find.in_words import count_in_words, problem_in_words
from reader.ui.fitting import fit
from reader.ui.labels import label_for, telling_label
from reader.ui.progress import PATIENCE

translate = QCoreApplication.translate

_TITLE = 60
"""Characters of what is looked for that stand in the title; an expression may be long."""


class HitsDialog(PressingDialog):
    """What `finder` finds of `query` in `book`; the hit at `here` is the current one.

    `extent` measures the book. Closing the dialog stops a search that still goes on.
    """

    chosen = Signal(object)
    """The :class:`~reader.navigation.find.Hit` to go to."""
    told = Signal(str)
    """What a screen reader should be told: how many there are, or what is wrong."""

    def __init__(
        self,
        finder: Finder,
        book: Book,
        query: Query,
        here: Position,
        extent: Extent,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Hits of {text}").format(text=query.text[:_TITLE]))
        self._finder, self._book, self._here, self._extent = finder, book, here, extent
        self.list = HitList(self.tr("Hits"), self._where, self._row, self)
        self.list.doubleClicked.connect(self._go)
        self.whole = telling_label(self)
        """All of the current row, which may be longer than the list is wide."""
        self.whole.setAccessibleName(self.tr("Details"))  # the list itself has told the words
        self.news = telling_label(self)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 100)
        self.bar.setAccessibleName(self.tr("Searching"))
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(PATIENCE)
        self._waiting.timeout.connect(self.bar.show)
        self.finished.connect(self._waiting.stop)
        self._lay_out()
        finder.counted.connect(self._fill)
        finder.progress.connect(self._show_progress)
        finder.failed.connect(self._failed)
        self.finished.connect(finder.stop_counting)
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self.list.setFocus()
        self._begin(query)

    @property
    def current(self) -> Hit | None:
        """The hit to go to."""
        return self.list.current

    # What is listed

    def _begin(self, query: Query) -> None:
        self.bar.hide()
        self.go.setEnabled(False)
        known = self._finder.hits(self._book, query)
        if known is not None:
            self._fill(known)
            return
        self.news.setText(self.tr("Searching…"))
        self._waiting.start()
        self.close_button.setText(self.tr("Cancel"))
        self._finder.count(self._book, query)

    def _fill(self, hits: Hits) -> None:
        self._end_waiting()
        self.list.show_hits(hits.hits, number_of(hits, self._here) - 1)
        self.go.setEnabled(bool(hits.hits))
        self._tell(count_in_words(hits))

    def _failed(self, error: BaseException) -> None:
        self._end_waiting()
        if isinstance(error, SearchError):
            self._tell(problem_in_words(error))
        else:  # is shown by whoever made the finder
            self.news.clear()

    def _end_waiting(self) -> None:
        self._waiting.stop()
        self.bar.hide()
        self.close_button.setText(self.tr("Close"))

    def _tell(self, message: str) -> None:
        self.news.setText(message)
        self.told.emit(message)

    def _show_progress(self, share: float) -> None:
        self.bar.setValue(round(share * 100))

    def _show_current(self) -> None:
        self.whole.setText(self._row(self.current) if self.current is not None else "")

    def _row(self, hit: Hit) -> str:
        told = translate("Find", "{words}; {place}")
        return told.format(words=hit.before + hit.match + hit.after, place=self._where(hit))

    def _where(self, hit: Hit) -> str:
        title = self._book.chapters[hit.chapter].title
        percent = round(self._extent.fraction(Position(hit.chapter, hit.start)) * 100)
        if title:
            told = translate("Find", "{chapter}, {percent} percent")
        else:
            told = translate("Find", "{percent} percent")
        return told.format(chapter=title, percent=percent)

    # What is done

    def _go(self) -> None:
        hit = self.current
        if hit is not None:
            self.accept()
            self.chosen.emit(hit)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.close_button = buttons.button(QDialogButtonBox.StandardButton.Close)
        self.go = buttons.addButton(self.tr("&Go"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        buttons.accepted.connect(self._go)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(label_for(self.list, self.tr("&Hits"), self))
        column.addWidget(self.list, 1)
        for widget in (self.whole, self.news, self.bar, buttons):
            column.addWidget(widget)
        fit(self, 720, 560)
