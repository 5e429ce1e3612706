"""Searching the texts of all books: the passages with the words around them, book by book."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reader.background import CancelToken, Task
from reader.search.results import Results
from reader.ui.desk import Desk
from reader.ui.labels import label_for, telling_label
from reader.ui.shelf.catalogue import Catalogue
from reader.ui.shelf.in_words import number
from reader.ui.shelf.indexing import Indexing
from reader.ui.shelf.passages import PassageList
from reader.ui.shelf.prepared import Prepared, SearchesTexts
from reader.ui.shelf.search_field import search_field
from reader.ui.tasks import Courier

_TYPING = 500
"""Milliseconds without a key after which what was typed is searched for."""

_MOST = 500
"""Passages that are listed; all are counted."""


class TextsPage(QWidget):
    """A field, what was found, and how many books are prepared for it."""

    taken = Signal(object)
    """The :class:`~reader.search.results.Hit` to go to."""
    told = Signal(str)
    """What a screen reader should be told: how much was found."""
    choices_made = Signal(object)
    """Settings, by their names, that the reader has just chosen."""
    failed = Signal(object)

    def __init__(
        self,
        desk: Desk,
        indexing: Indexing,
        index: Callable[[], SearchesTexts],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._index = index
        self._courier = Courier(self)
        self._task: Task[Results] | None = None
        self._titles: Mapping[str, str] = {}
        self._go_to_list = False
        self.field = search_field(
            self.tr("Search in all books"), self.tr("Words, or “a phrase”"), self
        )
        self.field.textChanged.connect(self._typed)
        self.list = PassageList(self.tr("Passages"), self)
        self.list.taken.connect(self.taken)
        self.go = QPushButton(self.tr("G&o to the passage"), self)
        self.go.setAutoDefault(False)
        self.go.setEnabled(False)
        self.go.clicked.connect(self.list.take)
        self.found = telling_label(self)
        self.prepared = Prepared(desk, indexing, index, self)
        self.prepared.told.connect(self.told)
        self.prepared.choices_made.connect(self.choices_made)
        self._searching = QTimer(self)
        self._searching.setSingleShot(True)
        self._searching.setInterval(_TYPING)
        self._searching.timeout.connect(self._search)
        self._lay_out()

    @property
    def stops(self) -> list[QWidget]:
        """What Tab comes to, one after the other."""
        return [self.field, self.list, self.go, self.prepared.pause]

    def show_catalogue(self, catalogue: Catalogue) -> None:
        """Search in these books."""
        self._titles = {entry.identifier: entry.title for entry in catalogue.entries}
        self.prepared.show_books(self._titles)

    def begin(self) -> None:
        """Take the focus."""
        self.field.setFocus()

    def eventFilter(self, receiver: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter searches and goes to what is found, Down goes to what was found."""
        if (
            receiver is self.field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._enter()
                return True
            if event.key() == Qt.Key.Key_Down:
                self._focus_list()
                return True
        return super().eventFilter(receiver, event)

    # Searching

    def _enter(self) -> None:
        if self._searching.isActive() or self._task is not None:
            self._go_to_list = True
            if self._searching.isActive():
                self._search()
        elif self.list.rows.hits:
            self._focus_list()
        else:
            self._go_to_list = True
            self._search()

    def _typed(self) -> None:
        self._cancel()
        self._go_to_list = False
        self._searching.start()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _search(self) -> None:
        """Look on a thread for what is in the field."""
        self._cancel()
        self._searching.stop()
        text = self.field.text().strip()
        if not text:
            self._list(Results(by_book={}))
            self.found.clear()
            return

        shelf = frozenset(self._titles)

        def work(token: CancelToken) -> Results:
            with closing(self._index()) as index:
                return index.search(text, limit=_MOST, books=shelf, cancel=token)

        task = self._courier.run(
            work,
            name="search texts",
            done=lambda results: self._show_results(task, results),
            failed=lambda error: self._not_searched(task, error),
        )
        self._task = task
        self.found.setText(self.tr("Searching…"))

    def _show_results(self, task: Task[Results], results: Results) -> None:
        if task is not self._task:
            return
        self._task = None
        self._list(results)
        self.found.setText(self._found_in_words(results))
        self.told.emit(self.found.text())
        if self._go_to_list and results.hits:
            self._focus_list()
        self._go_to_list = False

    def _list(self, results: Results) -> None:
        if self.go.hasFocus() and not results.hits:
            self.field.setFocus()
        self.list.show_results(results, self._titles)
        self.go.setEnabled(bool(results.hits))

    def _not_searched(self, task: Task[Results], error: BaseException) -> None:
        if task is self._task:
            self._task = None
            self.found.clear()
            self.failed.emit(error)

    def _focus_list(self) -> None:
        if self.list.rows.hits:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.found.text():
            self.told.emit(self.found.text())

    def _found_in_words(self, results: Results) -> str:
        if not results.passages:
            return self.tr("Nothing found")
        passages, books = number(results.passages), number(results.books)
        if not results.complete:
            said = self.tr("More than {count} passages in {books} books")
            return said.format(count=passages, books=books)
        if results.passages == 1:
            return self.tr("1 passage")
        if results.books == 1:
            return self.tr("{count} passages in 1 book").format(count=passages)
        return self.tr("{count} passages in {books} books").format(count=passages, books=books)

    # How it looks

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(label_for(self.field, self.tr("&Search in all books"), self))
        top.addWidget(self.field, 1)
        below = QHBoxLayout()
        below.addWidget(self.go)
        below.addWidget(self.prepared, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self.found)
        column.addWidget(self.list, 1)
        column.addLayout(below)
