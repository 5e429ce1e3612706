"""All books of the shelf, to find one in: by its title, by a letter, sorted, filtered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.library.shelf import ShelfEntry
from reader.ui.desk import Desk
from reader.ui.flow import Flow
from reader.ui.labels import label_for, telling_label
from reader.ui.language import language_name
from reader.ui.shelf.catalogue import Catalogue, Wish
from reader.ui.shelf.covers import Covers
from reader.ui.shelf.in_words import count_in_words, entry_in_words
from reader.ui.shelf.listing import BookList
from reader.ui.shelf.menu_choice import MenuChoice
from reader.ui.shelf.order import Filter, Order, State, order_of
from reader.ui.shelf.painting import BookPainter
from reader.ui.shelf.search_field import search_field

_TYPING = 80
"""Milliseconds without a key after which what was typed is looked for."""

_TELLING = 700
"""Milliseconds after which it is told how many were found: not between two keys."""


class BooksPage(QWidget):
    """Lists what fits the field and the choices; these are kept in the settings of `desk`."""

    told = Signal(str)
    """What a screen reader should be told: how many books are listed."""
    choices_made = Signal(object)
    """Settings, by their names, that the reader has just chosen."""
    current_changed = Signal()

    def __init__(self, desk: Desk, covers: Callable[[QWidget], Covers], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._catalogue = Catalogue([])
        self._covers = covers(self)
        self.field = search_field(self.tr("Find a book"), self.tr("Title or author"), self)
        self.field.textChanged.connect(self._typed)
        self.list = BookList(self.tr("Books"), self._words, self)
        self.list.setItemDelegate(BookPainter(self._covers.picture, self._rate, self.list))
        self.list.selectionModel().currentChanged.connect(self.current_changed)
        self._covers.loaded.connect(self.list.rows.refresh)
        self.count = QLabel(self)
        self.nothing = telling_label(self)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.shown = self._choice(self.tr("Sho&w: {choice}"))
        self.language = self._choice(self.tr("Lan&guage: {choice}"))
        self.order = self._choice(self.tr("&Sort: {choice}"))
        self._searching = self._timer(_TYPING, self._list_found)
        self._telling = self._timer(_TELLING, self._tell_count)
        self._lay_out()
        self._offer_choices()

    @property
    def stops(self) -> list[QWidget]:
        """What Tab comes to, one after the other."""
        return [self.field, self.shown, self.language, self.order, self.list]

    @property
    def current(self) -> ShelfEntry | None:
        """The book that the buttons act on."""
        return self.list.current

    def show_catalogue(self, catalogue: Catalogue) -> None:
        """List other books, or the same as they are now; what is chosen and typed holds."""
        new = not self._catalogue.entries
        if len(catalogue.entries) > len(self._catalogue.entries):
            self._covers.forget()
        self._catalogue = catalogue
        self._offer_languages()
        self._list(first=new)
        if new and len(self.list.rows.entries) < len(catalogue.entries):
            self._tell_count()  # later it is heard with the window

    def begin(self) -> None:
        """Take the focus, on the list if there is something in it."""
        (self.list if self.list.rows.entries else self.field).setFocus()

    def eventFilter(self, receiver: QObject, event: QEvent) -> bool:  # noqa: N802
        """Let Down and Enter go from the field to what it found."""
        if (
            receiver is self.field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self._list_now()
            if self.list.rows.entries:
                self.list.setFocus(Qt.FocusReason.TabFocusReason)
            else:
                self._tell_count()
            return True
        return super().eventFilter(receiver, event)

    # What is listed

    def _typed(self) -> None:
        self._searching.start()

    def _list_now(self) -> None:
        if self._searching.isActive():
            self._searching.stop()
            self._list(first=True)

    def _list_found(self) -> None:
        self._list(first=True)
        self._telling.start()

    def _list(self, *, first: bool = False) -> None:
        found = self._catalogue.find(self._wish(), self._rate())
        self.list.show_entries(found, first=first)
        everything = len(self._catalogue.entries)
        self.count.setText(count_in_words(len(found), everything))
        self.nothing.setText(self._why_nothing() if not found else "")
        self.nothing.setVisible(not found)
        self.list.setAccessibleDescription(self.nothing.text())
        self.current_changed.emit()

    def _why_nothing(self) -> str:
        if self._desk.library is None:
            return self.tr("The library could not be opened, so no books are kept.")
        if not self._catalogue.entries:
            return self.tr("No books yet. Add files or a folder, or drop them here.")
        return self.tr("No book fits.")

    def _tell_count(self) -> None:
        self.told.emit(self.count.text() if self.list.rows.entries else self.nothing.text())

    def _wish(self) -> Wish:
        settings = self._desk.settings
        return Wish(
            text=self.field.text(),
            filter=Filter.read(settings.shelf_shown),
            order=order_of(settings.shelf_order),
        )

    def _words(self, entry: ShelfEntry) -> str:
        return entry_in_words(entry, self._rate())

    def _rate(self) -> float:
        return self._desk.settings.rate

    # What can be chosen

    def _offer_choices(self) -> None:
        settings = self._desk.settings
        states = [
            ("", self.tr("All books")),
            (State.UNREAD, self.tr("Not begun")),
            (State.READING, self.tr("Being read")),
            (State.FINISHED, self.tr("Finished")),
        ]
        orders = [
            (Order.OPENED, self.tr("Last read")),
            (Order.TITLE, self.tr("Title")),
            (Order.AUTHOR, self.tr("Author")),
            (Order.ADDED, self.tr("Last added")),
            (Order.READ, self.tr("Most read")),
            (Order.LEFT, self.tr("Shortest time left")),
        ]
        self.shown.offer(states, Filter.read(settings.shelf_shown).state)
        self.order.offer(orders, order_of(settings.shelf_order))
        self._offer_languages()

    def _offer_languages(self) -> None:
        """Those of the books there are, and the one that was chosen, even if no book has it."""
        chosen = Filter.read(self._desk.settings.shelf_shown).language
        languages = self._catalogue.languages
        if chosen and chosen not in languages:
            languages = [*languages, chosen]
        entries = [(each, language_name(each)) for each in languages]
        self.language.offer([("", self.tr("All")), *entries], chosen)
        self.language.setVisible(len(languages) > 1 or bool(chosen))

    def _choose(self, _word: str) -> None:
        chosen = Filter(state=self.shown.word, language=self.language.word)
        self.choices_made.emit({"shelf_shown": chosen.kept, "shelf_order": self.order.word})
        self._list(first=True)
        self._tell_count()

    # How it looks

    def _choice(self, told: str) -> MenuChoice:
        choice = MenuChoice(told, self)
        choice.chosen.connect(self._choose)
        return choice

    def _timer(self, milliseconds: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(act)
        return timer

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(label_for(self.field, self.tr("&Find a book"), self))
        top.addWidget(self.field, 1)
        choices = Flow()
        for each in (self.shown, self.language, self.order, self.count):
            choices.addWidget(each)
        rows = QGridLayout()
        rows.addWidget(self.list, 0, 0)
        rows.addWidget(self.nothing, 0, 0, Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addLayout(choices)
        column.addLayout(rows, 1)
