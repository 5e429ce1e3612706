"""Which chapters are exported: all, one, or those that were picked by number or one by one."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.books.model import Book
from reader.errors import ExportError
from reader.export.chapters import parse_chapters
from reader.ui.export.chapter_list import ChapterList
from reader.ui.export.numbers import chapters_written
from reader.ui.flow import Flow
from reader.ui.labels import label_for

WHOLE, THIS, PICKED = "whole", "this", "picked"
"""The whole book, the chapter that is being read, and what is picked below."""


class ChapterChoice(QWidget):
    """Chapters of `book`; `current` is the one that is being read, if one is.

    The numbers and the list are two ways to pick the same chapters. What is beside the text is
    left out by a tick of its own, and can be picked all the same.
    """

    changed = Signal()
    """Other chapters are chosen."""
    told = Signal(str)
    """What a screen reader does not tell by itself: what has become of a row."""

    def __init__(self, book: Book, current: int | None, leave_out: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._count, self._current = len(book.chapters), current
        self._beside: frozenset[int] = frozenset()
        self._wrong: ExportError | None = None
        self.which = QComboBox(parent)
        """To be put before the rest of it."""
        self.which.setAccessibleName(self.tr("Chapters"))
        self.which.addItem(self.tr("The whole book"), WHOLE)
        if current is not None:
            self.which.addItem(self.tr("This chapter only"), THIS)
        self.which.addItem(self.tr("Chapters of your choice"), PICKED)
        self.leave_out = QCheckBox(self.tr("&Leave out notes, index, copyright and the like"), self)
        self.leave_out.setChecked(leave_out)
        self.picker = QWidget(self)
        self.numbers = QLineEdit(self.picker)
        self.numbers.setAccessibleName(self.tr("Chapter numbers"))
        self.numbers.setPlaceholderText(self.tr("For example 1-3,7"))
        self.numbers.setCursorPosition(0)
        self.list = ChapterList(book, self.picker)
        self.all = QPushButton(self.tr("Select &all"), self.picker, autoDefault=False)
        self.none = QPushButton(self.tr("Select &none"), self.picker, autoDefault=False)
        self._lay_out()
        self._pick(self._main)
        self._show_picker()
        self.which.currentIndexChanged.connect(self._turned)
        self.leave_out.toggled.connect(self._turn_beside)
        self.numbers.textEdited.connect(self._read_numbers)
        self.list.rows.ticked.connect(self._ticked)
        self.all.clicked.connect(lambda: self._pick_all(range(self._count)))
        self.none.clicked.connect(lambda: self._pick_all(()))

    @property
    def way(self) -> str:
        """How they are chosen: WHOLE, THIS or PICKED."""
        return str(self.which.currentData())

    @property
    def chosen(self) -> tuple[int, ...]:
        """The indices of the chosen chapters, rising."""
        if self.way == THIS and self._current is not None:
            return (self._current,)
        if self.way == PICKED:
            return tuple(sorted(self.list.rows.chosen))
        return tuple(sorted(self._main))

    @property
    def problem(self) -> ExportError | None:
        """What is wrong with the numbers that were written, if they count."""
        return self._wrong if self.way == PICKED else None

    def name_kinds(self, names: Mapping[int, str]) -> None:
        """These chapters are beside the text, and are called so."""
        before = self._main
        self._beside = frozenset(names)
        self.list.rows.name_kinds(names)
        if self.list.rows.chosen == before and self._wrong is None:
            self._pick(self._main)
        self.changed.emit()

    @property
    def _main(self) -> frozenset[int]:
        """What the whole book is; all of it, if everything is beside the text."""
        everything = frozenset(range(self._count))
        return (everything - self._beside or everything) if self._leaves_out else everything

    @property
    def _leaves_out(self) -> bool:
        return self.leave_out.isChecked()

    def _pick(self, chosen: Collection[int]) -> None:
        self._wrong = None
        self.list.rows.choose(chosen)
        self.numbers.setText(chapters_written(chosen))
        self.numbers.setCursorPosition(0)

    def _pick_all(self, chosen: Collection[int]) -> None:
        self._pick(chosen)
        self.changed.emit()

    def _turned(self) -> None:
        self._show_picker()
        self.changed.emit()

    def _turn_beside(self, leaves_out: bool) -> None:
        picked = self.list.rows.chosen
        self._pick(picked - self._beside if leaves_out else picked | self._beside)
        self.changed.emit()

    def _read_numbers(self, text: str) -> None:
        self._wrong = None
        try:
            chosen = parse_chapters(text, self._count) if text.strip() else []
        except ExportError as problem:
            self._wrong = problem
        else:
            self.list.rows.choose(chosen)
        self.changed.emit()

    def _ticked(self, row: int, on: bool) -> None:
        self._wrong = None
        self.numbers.setText(chapters_written(self.list.rows.chosen))
        self.told.emit(
            self.tr("Chapter {number} is chosen").format(number=row + 1)
            if on
            else self.tr("Chapter {number} is left out").format(number=row + 1)
        )
        self.changed.emit()

    def _show_picker(self) -> None:
        self.picker.setVisible(self.way == PICKED)
        self.leave_out.setVisible(self.way != THIS)

    def _lay_out(self) -> None:
        numbers = QFormLayout()
        numbers.addRow(label_for(self.numbers, self.tr("Chapter n&umbers")), self.numbers)
        buttons = Flow()
        buttons.setSpacing(8)
        buttons.addWidget(self.all)
        buttons.addWidget(self.none)
        picking = QVBoxLayout(self.picker)
        picking.setContentsMargins(0, 0, 0, 0)
        picking.addLayout(numbers)
        picking.addWidget(label_for(self.list, self.tr("C&hapters to export"), self.picker))
        picking.addWidget(self.list, 1)
        picking.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.leave_out)
        column.addWidget(self.picker, 1)
