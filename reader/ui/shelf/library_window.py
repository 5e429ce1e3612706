"""The library: its books and their texts, in a window of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox, QVBoxLayout, QWidget

from reader.intake.outcome import Added
from reader.library.shelf import ShelfEntry
from reader.navigation.place import Position
from reader.search.results import Hit
from reader.ui.desk import Desk
from reader.ui.dialogs import show_error
from reader.ui.enter_key import PressingDialog
from reader.ui.fitting import fit
from reader.ui.pages import Pages
from reader.ui.shelf.adding import Adding
from reader.ui.shelf.books_page import BooksPage
from reader.ui.shelf.buttons import ShelfButtons
from reader.ui.shelf.catalogue import Catalogue
from reader.ui.shelf.changes import ShelfChanges
from reader.ui.shelf.dropping import Dropping
from reader.ui.shelf.indexing import Indexing
from reader.ui.shelf.keeper import ShelfKeeper
from reader.ui.shelf.page_choice import PageChoice
from reader.ui.shelf.seeking import Seeker
from reader.ui.shelf.sources import Sources
from reader.ui.shelf.texts_page import TextsPage

_BOOKS, _TEXTS = 0, 1


class LibraryWindow(PressingDialog):
    """Two pages: the books of the shelf, and the search in all their texts.

    It is hidden when it is left, so that what was removed can be taken back later, and books go
    on being added. `sources` stand for the shelf's files and the search index.
    """

    told = Signal(str)
    """What a screen reader should be told: what was done, what was found."""
    choices_made = Signal(object)
    """Settings, by their names, that the reader has just chosen."""

    def __init__(self, desk: Desk, indexing: Indexing, sources: Sources, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Library"))
        self._desk = desk
        self._indexing = indexing
        self._catalogue = Catalogue([])
        self._beginning = False
        self.problem: QMessageBox | None = None
        self.keeper = ShelfKeeper(desk, self)
        self.changes = ShelfChanges(self.keeper, self)
        self.seeker = Seeker(sources.find_moved, desk.library, self)
        self.adding = Adding(partial(sources.intake, desk), self)
        self.choice = PageChoice([self.tr("&Books"), self.tr("In the te&xts")], self)
        self.books = BooksPage(desk, sources.covers, self)
        self.texts = TextsPage(desk, indexing, sources.index, self)
        self.pages = Pages(self.books, self.texts)
        self.buttons = ShelfButtons(self)
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        """Show the books as they are now."""
        self._beginning = True
        self.keeper.load()
        self._show_page(_BOOKS)
        self.show()
        self.activateWindow()
        self.books.begin()
        self._indexing.start_soon()

    def add(self, paths: Sequence[Path]) -> None:
        """Put files and folders on the shelf, and show it."""
        self.begin()
        self.adding.add(paths)

    # What is done

    def _open_book(self, entry: ShelfEntry) -> None:
        self.seeker.seek(entry)

    def _open_passage(self, hit: Hit) -> None:
        entries = self._catalogue.entries
        entry = next((each for each in entries if each.identifier == hit.identifier), None)
        if entry is None:
            self.told.emit(self.tr("This book is no longer on the shelf."))
        else:
            self.seeker.seek(entry, hit)

    def _open_file(self, path: Path, at: Position | Hit | None) -> None:
        session = self._desk.session
        if at is None and session is not None and session.path == path:
            self.hide()
        else:
            self._desk.open(path, at=at)

    def _act(self, act: Callable[[ShelfEntry], None]) -> None:
        entry = self.books.current
        if entry is not None and self.books.isVisible():
            act(entry)

    def _added(self, added: Added) -> None:
        if added.new or added.moved:
            self.keeper.load()
            self._indexing.start_soon()

    # What is shown

    def _show_catalogue(self, catalogue: Catalogue) -> None:
        # Later the focus stays where the reader has it, whatever comes.
        beginning, self._beginning = self._beginning, False
        untouched = self.focusWidget() is self.books.field and not self.books.field.text()
        self._catalogue = catalogue
        self.books.show_catalogue(catalogue)
        self.texts.show_catalogue(catalogue)
        self._show_actions()
        if beginning and untouched:
            self.books.begin()

    def _show_actions(self) -> None:
        self.buttons.show_for(self.books.current, undoing=self.changes.possible)
        if self.focusWidget() is None:
            self.books.begin()

    def _show_page(self, number: int) -> None:
        self.choice.turn_to(number)
        self.pages.show_page(self.texts if number == _TEXTS else self.books)
        self.buttons.setVisible(number == _BOOKS)

    def _turn_page(self, number: int) -> None:
        """Show the page that was chosen; the focus goes there."""
        self.setFocus()  # else it goes from button to button of the page that is hidden
        self._show_page(number)
        if number == _TEXTS:
            self._indexing.start()
            self.texts.prepared.count()
        (self.texts if number == _TEXTS else self.books).begin()

    def _failed(self, error: BaseException) -> None:
        self.problem = show_error(self if self.isVisible() else self.parentWidget(), error)

    # Building

    def _connect(self) -> None:
        desk, act = self._desk, self._act
        for left in (desk.opened, desk.place_wanted):
            left.connect(self.hide)
        self.keeper.loaded.connect(self._show_catalogue)
        self.seeker.ready.connect(self._open_file)
        self.adding.added.connect(self._added)
        self.books.list.taken.connect(self._open_book)
        self.books.current_changed.connect(self._show_actions)
        self.texts.taken.connect(self._open_passage)
        self.choice.turned.connect(self._turn_page)
        for told in (
            self.changes.told,
            self.seeker.told,
            self.adding.told,
            self.books.told,
            self.texts.told,
        ):
            told.connect(self.told)
        for failed in (
            self.keeper.failed,
            self.seeker.failed,
            self.adding.failed,
            self.texts.failed,
        ):
            failed.connect(self._failed)
        for chosen in (self.books.choices_made, self.texts.choices_made):
            chosen.connect(self.choices_made)
        self.changes.changed.connect(self._show_actions)
        self.changes.restored.connect(self.books.list.select)
        Dropping(self).dropped.connect(self.adding.add)
        buttons = self.buttons
        buttons.open_wanted.connect(lambda: act(self._open_book))
        buttons.finished_wanted.connect(lambda: act(self.changes.turn_finished))
        buttons.removal_wanted.connect(lambda: act(self.changes.take_off))
        buttons.forgetting_wanted.connect(lambda: act(self.changes.ask_forget))
        buttons.undo_wanted.connect(self.changes.undo)
        buttons.files_chosen.connect(self.adding.add)
        for key in ("Ctrl+Tab", "Ctrl+Shift+Tab"):
            QShortcut(QKeySequence(key), self).activated.connect(self._turn)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._find)

    def _turn(self) -> None:
        self.choice.turn_to(1 - self.choice.current)

    def _find(self) -> None:
        (self.texts if self.texts.isVisible() else self.books).field.setFocus()

    def _lay_out(self) -> None:
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        # Else Enter in the list would close the window, too.
        close.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        column = QVBoxLayout(self)
        column.addWidget(self.choice)
        column.addWidget(self.pages, 1)
        for widget in (self.buttons, self.adding, close):
            column.addWidget(widget)
        for before, after in pairwise([*self.choice.buttons, *self.books.stops, *self.texts.stops]):
            self.setTabOrder(before, after)
        fit(self, 860, 720)
