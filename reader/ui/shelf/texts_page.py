"""Searching the texts of all books: the passages with the words around them, book by book."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import closing
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from reader.background import CancelToken, Task
from reader.search.results import Results
from reader.ui.desk import Desk
from reader.ui.labels import label_for, telling_label
from reader.ui.shelf.catalogue import Catalogue
from reader.ui.shelf.in_words import number
from reader.ui.shelf.indexing import Indexing
from reader.ui.shelf.passages import PassageList
from reader.ui.tasks import Courier

_TYPING = 500
"""Milliseconds without a key after which what was typed is searched for."""

_MOST = 500
"""Passages that are listed; all are counted."""


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
        self._desk = desk
        self._index = index
        self._indexing = indexing
        self._courier = Courier(self)
        self._task: Task[Results] | None = None
        self._titles: Mapping[str, str] = {}
        self._counting: Task[int] | None = None
        self._go_to_list = False
        self.field = self._search_field()
        self.list = PassageList(self.tr("Passages"), self)
        self.list.taken.connect(self.taken)
        self.found = telling_label(self)
        self.state = telling_label(self)
        self.pause = QPushButton(self)
        self.pause.setAutoDefault(False)
        self.pause.clicked.connect(self._pause)
        self._searching = QTimer(self)
        self._searching.setSingleShot(True)
        self._searching.setInterval(_TYPING)
        self._searching.timeout.connect(self._search)
        indexing.changed.connect(self._count_prepared)
        self._lay_out()

    def show_catalogue(self, catalogue: Catalogue) -> None:
        """Search in these books."""
        self._titles = {entry.identifier: entry.title for entry in catalogue.entries}
        self._count_prepared()

    def begin(self) -> None:
        """Take the focus."""
        self.field.setFocus()
        self._count_prepared()

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
            self.list.show_results(Results(by_book={}), {})
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
        self.list.show_results(results, self._titles)
        self.found.setText(self._found_in_words(results))
        self.told.emit(self.found.text())
        if self._go_to_list:
            self._focus_list()

    def _not_searched(self, task: Task[Results], error: BaseException) -> None:
        if task is self._task:
            self._task = None
            self.found.clear()
            self.failed.emit(error)

    def _focus_list(self) -> None:
        self._go_to_list = False
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

    # What is prepared

    def _count_prepared(self) -> None:
        """Count on a thread how many books can be searched."""
        if not self.isVisible() or self._counting is not None:
            return
        shelf = frozenset(self._titles)

        def work(_token: CancelToken) -> int:
            with closing(self._index()) as index:
                return len(shelf.intersection(index.identifiers()))

        self._counting = self._courier.run(
            work, name="count prepared books", done=self._show_prepared, failed=self._not_counted
        )

    def _not_counted(self, _error: BaseException) -> None:
        self._show_prepared(0)

    def _show_prepared(self, prepared: int) -> None:
        self._counting = None
        everything = len(self._titles)
        missing = everything - prepared
        wanted = self._desk.settings.index
        if not missing:
            state = self.tr("All books are prepared.") if everything else ""
        elif self._indexing.running:
            state = self.tr(
                "{count} of {all} books are prepared; the rest follows in the background."
            )
        elif wanted:
            state = self.tr("{count} of {all} books are prepared.")
        else:
            state = self.tr("{count} of {all} books are prepared. Preparing is paused.")
        self.state.setText(state.format(count=number(prepared), all=number(everything)))
        self.pause.setText(self.tr("Pa&use preparing") if wanted else self.tr("Go on preparin&g"))
        if self.pause.hasFocus() and not missing:
            self.field.setFocus()
        self.pause.setVisible(bool(missing))

    def _pause(self) -> None:
        wanted = not self._desk.settings.index
        self.choices_made.emit({"index": wanted})
        if wanted:
            self._indexing.start()
            self.told.emit(self.tr("Preparing goes on"))
        else:
            self._indexing.stop()
            self.told.emit(self.tr("Preparing is paused"))
        self._count_prepared()

    # How it looks

    def _search_field(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setAccessibleName(self.tr("Search in all books"))
        field.setPlaceholderText(self.tr("Words, or “a phrase”"))
        field.setClearButtonEnabled(True)
        field.setAcceptDrops(False)  # files are for the shelf
        field.setCursorPosition(0)  # else Orca says nothing when the focus first comes here
        field.textChanged.connect(self._typed)
        field.installEventFilter(self)
        return field

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(label_for(self.field, self.tr("&Search in all books"), self))
        top.addWidget(self.field, 1)
        below = QHBoxLayout()
        below.addWidget(self.state, 1)
        below.addWidget(self.pause)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self.found)
        column.addWidget(self.list, 1)
        column.addLayout(below)
        self.pause.hide()
