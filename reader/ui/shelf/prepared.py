"""How many books are prepared for the search in their texts, and whether the rest shall be."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import closing
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from reader.background import CancelToken, Task
from reader.errors import TingshuError
from reader.search.results import Results
from reader.ui.desk import Desk
from reader.ui.labels import telling_label
from reader.ui.language import error_in_words, sentences
from reader.ui.shelf.in_words import number
from reader.ui.shelf.indexing import Indexing
from reader.ui.tasks import Courier


class SearchesTexts(Protocol):
    """The search index: see :class:`reader.search.index.Index`."""

    def search(
        self, text: str, *, limit: int, books: Collection[str], cancel: CancelToken
    ) -> Results:
        """Where `text` is found in `books`."""
        ...

    def identifiers(self) -> Collection[str]:
        """The books that are prepared."""
        ...

    def close(self) -> None:
        """Give the file back."""
        ...


class Prepared(QWidget):
    """Tells how far `indexing` is; a button has it rest, or go on."""

    told = Signal(str)
    """What a screen reader should be told: that it rests, or goes on."""
    choices_made = Signal(object)
    """Settings, by their names, that the reader has just chosen."""

    def __init__(
        self,
        desk: Desk,
        indexing: Indexing,
        index: Callable[[], SearchesTexts],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._indexing = indexing
        self._index = index
        self._courier = Courier(self)
        self._counting: Task[int] | None = None
        self._again = False
        self._books: frozenset[str] = frozenset()
        self.state = telling_label(self)
        self.pause = QPushButton(self.tr("Pa&use preparing"), self)
        self.pause.setAutoDefault(False)
        self.pause.clicked.connect(self._turn)
        self.pause.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.state, 1)
        row.addWidget(self.pause)
        indexing.changed.connect(self.count)

    def show_books(self, books: Collection[str]) -> None:
        """Tell of these books, by their identifiers."""
        self._books = frozenset(books)
        self.count()

    def count(self) -> None:
        """Count on a thread how many books are prepared, if somebody sees it."""
        if not self.isVisible():
            return
        if self._counting is not None:
            self._again = True
            return
        books = self._books

        def work(_token: CancelToken) -> int:
            with closing(self._index()) as index:
                return len(books.intersection(index.identifiers()))

        self._counting = self._courier.run(
            work,
            name="count prepared books",
            done=self._counted,
            failed=lambda _error: self._counted(0),
        )

    def _counted(self, prepared: int) -> None:
        self._counting = None
        missing = len(self._books) - prepared
        wanted = self._desk.settings.index
        words = self._in_words(missing > 0)
        words = words.format(count=number(prepared), all=number(len(self._books)))
        self.state.setText(sentences(words, self._problem_in_words() if missing else ""))
        self.pause.setText(self.tr("Pa&use preparing") if wanted else self.tr("Go on preparin&g"))
        if self.pause.hasFocus() and not missing:
            self.focusPreviousChild()
        self.pause.setVisible(bool(missing))
        if self._again:
            self._again = False
            self.count()

    def _in_words(self, some_missing: bool) -> str:
        if not some_missing:
            return self.tr("All books are prepared.") if self._books else ""
        if not self._desk.settings.index:
            return self.tr("{count} of {all} books are prepared. Preparing is paused.")
        if self._indexing.running:
            return self.tr(
                "{count} of {all} books are prepared; the rest follows in the background."
            )
        return self.tr("{count} of {all} books are prepared.")

    def _problem_in_words(self) -> str:
        problem = self._indexing.problem
        return error_in_words(problem) if isinstance(problem, TingshuError) else ""

    def _turn(self) -> None:
        """Have the rest prepared, or not."""
        wanted = not self._desk.settings.index
        self.choices_made.emit({"index": wanted})
        if wanted:
            self._indexing.start()
        else:
            self._indexing.stop()
        self.told.emit(self.tr("Preparing goes on") if wanted else self.tr("Preparing is paused"))
        self.count()
