"""The bookmarks and notes of a book: find one, go there, name it, write to it, delete it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.library.bookmarks import Bookmark
from reader.navigation.folding import fold
from reader.navigation.measure import Extent
from reader.ui.enter_key import PressingDialog
from reader.ui.fitting import fit
from reader.ui.labels import label_for
from reader.ui.marks import Marks
from reader.ui.notes.changes import MarkChanges
from reader.ui.notes.in_words import (
    row_in_lines,
    row_in_words,
    searchable,
    title_of,
    whole_in_words,
)
from reader.ui.notes.listing import MarkList
from reader.ui.notes.note_dialog import NoteDialog
from reader.ui.notes.two_lines import Lines
from reader.ui.review_text import ReviewText
from reader.ui.shortcuts import on_key

_WHOLE_LINES = 4
"""Lines in which all of the current one is shown; the rest can be scrolled to."""


class BookmarksDialog(PressingDialog):
    """The list of `marks`; what is done here is done at once, through `changes`.

    What was done last, here or in the window, can be taken back. `extent` measures the book.
    """

    chosen = Signal(object)
    """The :class:`~reader.library.bookmarks.Bookmark` to go to."""
    told = Signal(str)
    """What a screen reader should be told: what was done."""

    def __init__(self, marks: Marks, changes: MarkChanges, extent: Extent, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Bookmarks and notes"))
        self._marks, self._changes, self._extent = marks, changes, extent
        self._known: Sequence[Bookmark] = ()
        self.naming: QInputDialog | None = None
        self.writing: NoteDialog | None = None
        self.filter = self._filter_field()
        # Not a list of columns: Orca is silent when a row is put back into one.
        self.list = MarkList(self.tr("Bookmarks and notes"), self._told_of, self._lines_of, self)
        self.list.doubleClicked.connect(self._go)
        self.whole = ReviewText(self.tr("Details"), self)
        self.rename = self._button(self.tr("&Rename…"), self._ask_name, "F2")
        self.edit = self._button(self.tr("&Edit note…"), self._write, "Ctrl+N")
        self.remove = self._button(self.tr("De&lete"), self._remove, "Del")
        self.undo = self._button(self.tr("&Undo"), self._undo, "Ctrl+Z")
        self.news = QLabel(self)
        self._lay_out()
        marks.changed.connect(self._fill)
        self._fill()
        self.list.selectionModel().currentChanged.connect(self._show_actions)
        self.list.setFocus()

    def eventFilter(self, receiver: QObject, event: QEvent) -> bool:  # noqa: N802
        """Let Down go from the filter to what it found."""
        down = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
        if receiver is self.filter and down and event.type() == QEvent.Type.KeyPress:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(receiver, event)

    @property
    def current(self) -> Bookmark | None:
        """The bookmark that the buttons act on."""
        return self.list.current

    # What is listed

    def _fill(self) -> None:
        """List what fits the filter; what was just changed becomes the current one."""
        marks = self._marks.all()
        wanted = self._new_or_current(marks)
        self._known = marks
        sought = fold(self.filter.text()).split()
        if sought:
            marks = [each for each in marks if _fits(each, sought)]
        self.list.show_marks(marks, wanted)
        self._tell_if_none(marks)
        self._show_actions()

    def _new_or_current(self, marks: Sequence[Bookmark]) -> int | None:
        """The number of the first that is not as it was, else of the current one."""
        chosen = self.current
        if self._known and marks is not self._known:
            known = set(self._known)
            chosen = next((each for each in marks if each not in known), chosen)
        return chosen.number if chosen is not None else None

    def _tell_if_none(self, listed: Sequence[Bookmark]) -> None:
        none = ""
        if not self._marks.all():
            none = self.tr("This book has no bookmarks and no notes.")
        elif not listed:
            none = self.tr("None is listed.")
        self.news.setText(none)
        self.news.setVisible(bool(none))
        self.list.setAccessibleDescription(none)

    def _filtered(self) -> None:
        self._fill()
        count = len(self.list.listed)
        self.told.emit(
            self.tr("1 listed") if count == 1 else self.tr("{count} listed").format(count=count)
        )

    def _told_of(self, bookmark: Bookmark) -> str:
        certain = not self._marks.is_uncertain(bookmark)
        return row_in_words(bookmark, self._percent(bookmark), certain=certain)

    def _lines_of(self, bookmark: Bookmark) -> Lines:
        certain = not self._marks.is_uncertain(bookmark)
        return row_in_lines(bookmark, self._percent(bookmark), certain=certain)

    def _percent(self, bookmark: Bookmark) -> int:
        return round(self._extent.fraction(self._marks.position(bookmark)) * 100)

    def _show_actions(self) -> None:
        """Offer what can be done; the focus stays on something."""
        current, focused = self.current, self.focusWidget()
        whole = ""
        if current is not None:
            whole = whole_in_words(current, certain=not self._marks.is_uncertain(current))
        self.whole.setPlainText(whole)
        for button in (self.go, self.rename, self.edit, self.remove):
            button.setEnabled(current is not None)
        self.undo.setEnabled(self._changes.undoing.possible)
        if focused is not None and not focused.isEnabled():
            self.list.setFocus()

    # What is done

    def _go(self) -> None:
        if self.current is not None:
            self.chosen.emit(self.current)
            self.accept()

    def _ask_name(self) -> None:
        bookmark = self.current
        if bookmark is None:
            return
        asking = QInputDialog(self)
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.setWindowTitle(self.tr("Rename"))
        asking.setLabelText(self.tr("Name"))
        asking.setTextValue(bookmark.name)
        asking.textValueSelected.connect(
            lambda name: self._changes.rename(bookmark, " ".join(name.split()))
        )
        self.naming = asking
        asking.open()

    def _write(self) -> None:
        bookmark = self.current
        if bookmark is None:
            return
        self.writing = NoteDialog(
            bookmark.quotation or bookmark.place.after,
            bookmark.note,
            lambda note: self._changes.annotate(bookmark, note),
            self,
        )
        self.finished.connect(self.writing.give_up)
        self.writing.open()

    def _remove(self) -> None:
        bookmark = self.current
        if bookmark is not None and self._changes.remove(bookmark):
            self.told.emit(self.tr("Deleted: {title}").format(title=title_of(bookmark)))

    def _undo(self) -> None:
        self._changes.undoing.undo(self._taken_back)

    def _taken_back(self, title: str) -> None:
        self._show_actions()
        self.told.emit(self.tr("Taken back: {title}").format(title=title))

    # How it looks

    def _filter_field(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setCursorPosition(0)  # else Orca is silent when the empty field is reached
        field.setAccessibleName(self.tr("Filter"))
        field.textEdited.connect(self._filtered)
        field.installEventFilter(self)
        return field

    def _button(self, text: str, act: Callable[[], None], key: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)  # Enter is for Go, wherever the focus is but on a button
        button.clicked.connect(act)
        on_key(key, self, act)
        return button

    def _lay_out(self) -> None:
        line = self.whole.fontMetrics().lineSpacing()
        self.whole.setFixedHeight(_WHOLE_LINES * line + 2 * self.whole.frameWidth() + line // 2)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.go = buttons.addButton(self.tr("&Go"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        buttons.accepted.connect(self._go)
        buttons.rejected.connect(self.reject)
        actions = QHBoxLayout()
        for button in (self.rename, self.edit, self.remove, self.undo):
            actions.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(label_for(self.list, self.tr("&Bookmarks and notes"), self))
        column.addWidget(self.list, 1)
        column.addWidget(self.news)
        column.addWidget(label_for(self.filter, self.tr("&Filter"), self))
        column.addWidget(self.filter)
        column.addWidget(label_for(self.whole, self.tr("De&tails"), self))
        column.addWidget(self.whole)
        column.addLayout(actions)
        column.addWidget(buttons)
        for before, after in ((self.list, self.filter), (self.filter, self.whole)):
            self.setTabOrder(before, after)
        fit(self, 680, 560)


def _fits(bookmark: Bookmark, sought: Sequence[str]) -> bool:
    """Whether all the words that are `sought` are met in `bookmark`."""
    text = searchable(bookmark)
    return all(word in text for word in sought)
