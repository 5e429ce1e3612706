"""Everything of one kind in the book as a list to choose from: headings, links, tables …"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import cast

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.background import CancelToken, Task
from reader.navigation.elements import Element, ElementKind, Elements
from reader.navigation.place import Position
from reader.ui.dialogs import show_error
from reader.ui.element_words import row_in_words
from reader.ui.fitting import fit
from reader.ui.labels import label_for
from reader.ui.language import clauses
from reader.ui.lists import Roomy
from reader.ui.tasks import Courier

translate = QCoreApplication.translate


LIMIT = 5000
"""How many elements are listed at most: those nearest to the place, half on either side."""

_TYPING = 250
"""Milliseconds after a letter in the filter before the list is made again."""

QT_TRANSLATE_NOOP = cast(Callable[[str, str], str], QtCore.QT_TRANSLATE_NOOP)

_KINDS: Mapping[ElementKind, str] = {
    ElementKind.HEADING: QT_TRANSLATE_NOOP("ElementsDialog", "Headings"),
    ElementKind.LINK: QT_TRANSLATE_NOOP("ElementsDialog", "Links"),
    ElementKind.NOTE: QT_TRANSLATE_NOOP("ElementsDialog", "References to notes"),
    ElementKind.TABLE: QT_TRANSLATE_NOOP("ElementsDialog", "Tables"),
    ElementKind.LIST: QT_TRANSLATE_NOOP("ElementsDialog", "Lists"),
    ElementKind.IMAGE: QT_TRANSLATE_NOOP("ElementsDialog", "Pictures"),
    ElementKind.QUOTATION: QT_TRANSLATE_NOOP("ElementsDialog", "Quotations"),
    ElementKind.CODE: QT_TRANSLATE_NOOP("ElementsDialog", "Code"),
    ElementKind.PAGE: QT_TRANSLATE_NOOP("ElementsDialog", "Pages"),
}


@dataclass(frozen=True, kw_only=True)
class _Listing:
    """The elements to show; how many there are in all; which one the place is at or behind."""

    elements: tuple[Element, ...]
    count: int
    current: int


class ElementsDialog(QDialog):
    """Kinds on the left, elements on the right; letters find one, a filter shortens the list.

    The lists are made on a thread: a long book is looked through for seconds.
    """

    chosen = Signal(object)
    """The :class:`~reader.navigation.place.Position` to go to."""
    told = Signal(str)
    """What a screen reader should be told: how many elements there are."""

    def __init__(
        self,
        elements: Elements,
        position: Position,
        parent: QWidget,
        *,
        kind: ElementKind = ElementKind.HEADING,
        limit: int = LIMIT,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Elements"))
        self._elements = elements
        self._position = position
        self._limit = limit
        self._courier = Courier(self)
        self._task: Task[_Listing] | None = None
        self.kinds = self._list(self.tr("Show"))
        for each, text in _KINDS.items():
            item = QListWidgetItem(translate("ElementsDialog", text), self.kinds)
            item.setData(Qt.ItemDataRole.UserRole, each)
        self.filter = QLineEdit(self)
        self.filter.setCursorPosition(0)  # else Orca is silent when the empty field is reached
        self.filter.setAccessibleName(self.tr("Filter"))
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING)
        self._typing.timeout.connect(self.look)
        self.filter.textEdited.connect(self._wait_for_more)
        self.list = self._list(self.tr("Elements"))
        self.list.itemDoubleClicked.connect(self._go)
        self._heading = QLabel(self)
        self.news = QLabel(self)
        self.news.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self.kinds.setCurrentRow(list(_KINDS).index(kind))
        self.kinds.currentRowChanged.connect(self.look)
        self.finished.connect(self._cancel)
        self.list.setFocus()
        self.look()

    @property
    def kind(self) -> ElementKind:
        """What is listed."""
        return list(_KINDS)[self.kinds.currentRow()]

    def look(self) -> None:
        """Make the list again, of the chosen kind and what the filter lets through."""
        self._typing.stop()
        self._cancel()
        self.list.clear()
        self.list.setAccessibleName(translate("ElementsDialog", _KINDS[self.kind]))
        self._heading.setText(translate("ElementsDialog", _KINDS[self.kind]))
        self.news.setText(self.tr("Looking…"))
        self._task = self._courier.run(
            partial(
                _look,
                self._elements,
                self.kind,
                self._position,
                self.filter.text().strip().casefold(),
                self._limit,
            ),
            name="list elements",
            done=partial(self._fill, self.kind, self.filter.text()),
            failed=self._failed,
        )

    def _wait_for_more(self) -> None:
        self._typing.start()

    def _fill(self, kind: ElementKind, written: str, listing: _Listing) -> None:
        if (kind, written) != (self.kind, self.filter.text()):
            return  # another list is on its way
        with QSignalBlocker(self.list):
            self.list.addItems([row_in_words(each) for each in listing.elements])
            for row, each in enumerate(listing.elements):
                self.list.item(row).setData(Qt.ItemDataRole.UserRole, each.start)
        self.list.setCurrentRow(listing.current)
        message = self.tr("{kind}: {count}").format(
            kind=translate("ElementsDialog", _KINDS[kind]), count=listing.count
        )
        if listing.count > len(listing.elements):
            more = self.tr("the nearest {listed} are listed")
            message = clauses((message, more.format(listed=len(listing.elements))))
        self.news.setText(message)
        complete = 0 < listing.count == len(listing.elements)
        if not (complete and self.focusWidget() is self.list):  # then the list itself says as much
            self.told.emit(message)

    def _failed(self, error: BaseException) -> None:
        self.news.clear()
        show_error(self, error)

    def _go(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
            self.accept()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _list(self, name: str) -> QListWidget:
        made = QListWidget(self)
        made.setAccessibleName(name)
        made.setItemDelegate(Roomy(made))
        made.setUniformItemSizes(True)
        return made

    def _lay_out(self) -> None:
        grid = QGridLayout()
        for column, label, field in (
            (0, label_for(self.kinds, self.tr("&Show"), self), self.kinds),
            (1, self._heading, self.list),
        ):
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
        self._heading.setBuddy(self.list)
        label = label_for(self.filter, self.tr("&Filter"), self)
        grid.addWidget(label, 2, 0, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.filter, 2, 1)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(0, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        go = buttons.addButton(self.tr("&Go"), QDialogButtonBox.ButtonRole.AcceptRole)
        go.setDefault(True)
        buttons.accepted.connect(self._go)
        buttons.rejected.connect(self.reject)
        column_of_all = QVBoxLayout(self)
        column_of_all.addLayout(grid, 1)
        column_of_all.addWidget(self.news)
        column_of_all.addWidget(buttons)
        self.setTabOrder(self.kinds, self.list)
        self.setTabOrder(self.list, self.filter)
        fit(self, 720, 560)


def _look(
    elements: Elements,
    kind: ElementKind,
    position: Position,
    wanted: str,
    limit: int,
    cancel: CancelToken,
) -> _Listing:
    """The elements nearest to `position` whose text holds `wanted`."""
    before: deque[Element] = deque(maxlen=limit)
    after: list[Element] = []
    count = 0
    for element in elements.all(kind, cancel):
        cancel.check()
        if wanted not in element.text.casefold():
            continue
        count += 1
        if element.start <= position:
            before.append(element)
        elif len(after) < limit:
            after.append(element)
    ahead = after[: max(limit // 2, limit - len(before))]
    behind = list(before)[-(limit - len(ahead)) :]
    return _Listing(elements=(*behind, *ahead), count=count, current=max(0, len(behind) - 1))
