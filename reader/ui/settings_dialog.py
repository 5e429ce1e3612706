"""The listener's choices, found by page or by name; each holds as soon as it is made."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.profiles import GROUPS
from reader.settings import Settings
from reader.ui.dialogs import ask
from reader.ui.enter_key import PressingDialog
from reader.ui.filter_field import FilterField
from reader.ui.fitting import fit
from reader.ui.flow import Flow
from reader.ui.labels import label_for
from reader.ui.settings_pages.choosing import Choosing
from reader.ui.settings_pages.controls import Control
from reader.ui.settings_pages.finding import Found, find, title_of
from reader.ui.settings_pages.page_view import PageView
from reader.ui.settings_pages.table import pages
from reader.ui.short_list import ShortList

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SettingsDialog(PressingDialog):
    """A list of few short pages and, by Tab, what is on the current one; above, a search.

    No tabs: Orca is silent where a page of them changes, and their mnemonics leave the focus.
    `own` are the groups of :data:`reader.profiles.GROUPS` that the open book has values of its
    own of; what is said about them is for this book.
    """

    changed = Signal(object)
    """What was just chosen: a dict of names and values of :class:`~reader.settings.Settings`."""
    all_reset = Signal(object)
    """Everything has its usual value, in all books: a dict like that of ``changed``."""
    told = Signal(str)
    """What a screen reader should be told: how much was found, what was taken back."""

    def __init__(self, settings: Settings, parent: QWidget, *, own: Collection[str] = ()) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Settings"))
        self.question: QMessageBox | None = None
        self._choosing = Choosing(settings, self)
        self._table = pages()
        self.filter = FilterField(self.tr("Find a setting"), self)
        self.pages = ShortList(self.tr("Pages"), self)
        self.pages.addItems([page.title for page in self._table])
        self.found = ShortList(self.tr("Found settings"), self)
        self.count = QLabel(self)
        notes = dict.fromkeys(
            (name for group in own for name in GROUPS[group]), self.tr("Only for this book.")
        )
        self.views = [PageView(page, self._choosing, notes, self) for page in self._table]
        self.controls: dict[str, Control] = {}
        for view in self.views:
            self.controls.update(view.controls)
        self.reset_page = self._button(self.tr("&Reset this page"), self._reset_page)
        self.take_back = self._button(self.tr("&Undo"), self._take_back)
        self.reset_all = self._button(self.tr("Reset ever&ything…"), self._ask_to_reset)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(
            self._take_back
        )
        self._lay_out()
        self._connect()
        self.pages.setCurrentRow(0)
        self.pages.setFocus()

    def leave(self) -> None:
        """Close, for the book has gone whose values are shown: they count for no other."""
        self._choosing.blockSignals(True)
        self.reject()

    def done(self, result: int) -> None:
        """Close; a number that was written but not yet left counts too."""
        self._finish()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter goes into a page, or to what was found; Escape first ends a search."""
        enters = event.key() in _ENTER
        if enters and self.pages.hasFocus():
            self.views[self.pages.currentRow()].focus_first()
        elif enters and (self.filter.hasFocus() or self.found.hasFocus()):
            self._go_to_found()
        elif event.key() == Qt.Key.Key_Escape and self.filter.text():
            self.filter.clear()
            self.filter.setFocus()
        else:
            super().keyPressEvent(event)

    # Finding

    def _search(self) -> None:
        """List what fits, in place of the pages."""
        sought = bool(self.filter.text().strip())
        found = find(self._table, self.filter.text())
        self.found.clear()
        for each in found:
            row = self.tr("{page}: {setting}").format(
                page=self._table[each.page].title, setting=title_of(each.setting)
            )
            self.found.addItem(row)
            self.found.item(self.found.count() - 1).setData(Qt.ItemDataRole.UserRole, each)
        self.found.setCurrentRow(0)
        self._show_found(sought)
        if sought:
            self._tell_count(len(found))

    def _show_found(self, sought: bool) -> None:
        self.pages.setVisible(not sought)
        self._pages_label.setVisible(not sought)
        self.found.setVisible(sought)
        self.count.setVisible(sought)
        self.reset_page.setEnabled(not sought)
        self.filter.lead_to(self.found if sought else self.pages)
        self._show_page()

    def _tell_count(self, count: int) -> None:
        if count == 0:
            words = self.tr("Nothing found")
        elif count == 1:
            words = self.tr("1 setting found")
        else:
            words = self.tr("{count} settings found").format(count=count)
        self.count.setText(words)
        self.told.emit(words)

    def _go_to_found(self) -> None:
        item = self.found.currentItem()
        found = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if isinstance(found, Found):
            self.filter.clear()
            self.pages.setCurrentRow(found.page)
            self.views[found.page].focus_on(found.setting.name)

    # Taking back

    def _reset_page(self) -> None:
        page = self._table[self.pages.currentRow()]
        self._reset([setting.name for setting in page.settings], page.title)

    def _ask_to_reset(self) -> None:
        self.question = ask(
            self,
            self.tr("Reset everything"),
            self.tr("Give all settings on all pages their usual values?"),
            self.tr("&Reset them"),
            self._reset_all,
        )

    def _reset_all(self) -> None:
        self._reset([*self.controls], self.tr("All settings"))
        self.all_reset.emit(self._choosing.usual(self.controls))

    def _reset(self, names: Collection[str], title: str) -> None:
        self._finish()
        self._choosing.reset(names, title)
        self.told.emit(self.tr("The usual values hold again."))

    def _take_back(self) -> None:
        self._finish()
        title = self._choosing.take_back()
        if title:
            self.told.emit(self.tr("Taken back: {title}").format(title=title))
        else:
            self.told.emit(self.tr("Nothing to take back"))

    def _finish(self) -> None:
        for view in self.views:
            view.finish()

    def _changed(self, choices: object) -> None:
        self.changed.emit(choices)
        focused = self.take_back.hasFocus()
        self.take_back.setEnabled(self._choosing.possible)
        if focused and not self.take_back.isEnabled():
            (self.found if self.found.isVisible() else self.pages).setFocus()

    def _replaced(self, names: frozenset[str]) -> None:
        for view in self.views:
            view.show_values(names)

    def _show_page(self) -> None:
        """By hand: a stacked widget would be one more thing to say ("layered pane")."""
        sought = bool(self.filter.text().strip())
        for number, view in enumerate(self.views):
            view.setVisible(not sought and number == self.pages.currentRow())

    # How it looks

    def _button(self, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(label_for(self.filter, self.tr("&Find a setting"), self))
        top.addWidget(self.filter, 1)
        self._pages_label = label_for(self.pages, self.tr("Pa&ges"), self)
        left = QVBoxLayout()
        for widget in (self._pages_label, self.pages, self.count, self.found):
            left.addWidget(widget)
        middle = QHBoxLayout()
        middle.addLayout(left, 1)
        for view in self.views:
            middle.addWidget(view, 3)
        row = Flow()
        for button in (self.reset_page, self.take_back, self.reset_all):
            row.addWidget(button)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addLayout(middle, 1)
        column.addLayout(row)
        column.addWidget(buttons)
        fit(self, 820, 600)

    def _connect(self) -> None:
        self.take_back.setEnabled(False)
        self.filter.textChanged.connect(self._search)
        self.pages.currentRowChanged.connect(self._show_page)
        self._choosing.changed.connect(self._changed)
        self._choosing.replaced.connect(self._replaced)
        self._show_found(False)
