"""What is wrong with a script, as a list from which one goes there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyleOptionViewItem, QWidget

from reader.script.checking import Problem
from reader.ui.language import in_words as core_in_words
from reader.ui.lists import Roomy

_ROWS = 4
"""Rows that are seen at once at most."""


def in_words(problem: Problem) -> str:
    """Where the problem is, and what it is."""
    where = QCoreApplication.translate("ProblemList", "Line {line}, column {column}: {words}")
    return where.format(
        line=problem.line, column=problem.column, words=core_in_words(problem.words)
    )


class ProblemList(QListWidget):
    """Lists problems; Enter chooses one."""

    chosen = Signal(object)
    """The :class:`~reader.script.checking.Problem` to go to."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Problems"))
        self.setItemDelegate(Roomy(self))
        # When Enter is done with: it goes on to the dialog, which would press a button with it.
        self.itemActivated.connect(self._choose, Qt.ConnectionType.QueuedConnection)
        self.show_problems(())

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """List these instead; the current row stays where it is."""
        row = self.currentRow()
        self.clear()
        for problem in problems:
            item = QListWidgetItem(in_words(problem), self)
            item.setData(Qt.ItemDataRole.UserRole, problem)
        self.setCurrentRow(min(max(0, row), self.count() - 1))
        self._take_room()
        self.setAccessibleDescription("" if problems else self.tr("None is listed."))

    def _take_room(self) -> None:
        """As high as what is listed, and a row where nothing is: the script has the rest."""
        rows = min(max(1, self.count()), _ROWS)
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        row = self.itemDelegate().sizeHint(option, QModelIndex()).height()
        bar = self.horizontalScrollBar().sizeHint().height() if self.count() else 0
        self.setFixedHeight(rows * row + bar + 2 * self.frameWidth())

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
