"""The list of what was found: the worst first, told apart by shape and by words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reader.health import Finding, State
from reader.ui.help.in_words import finding_in_words
from reader.ui.icons import icon
from reader.ui.looks.present import current_theme

_Index = QModelIndex | QPersistentModelIndex

_SHAPES: Mapping[State, str] = {
    State.OK: "done",
    State.OPTIONAL: "information",
    State.MISSING: "warning",
}

_WORST_FIRST = (State.MISSING, State.OPTIONAL, State.OK)

_GAP = 0.6
"""The space between two rows, in line heights."""

_BESIDE = 2
"""The margins beside the symbol and the text, in line heights, at most."""

_ICON = 1.3
"""The side of a symbol, in line heights."""


class FindingList(QListWidget):
    """A row for each finding, in as many lines as it needs; one of them is the current one."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(_Spaced(self))
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.findings: Sequence[Finding] = ()

    @property
    def current(self) -> Finding | None:
        """The finding of the current row."""
        row = self.currentRow()
        return self.findings[row] if 0 <= row < len(self.findings) else None

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show `findings`, the first of which becomes the current one."""
        self.findings = sorted(findings, key=lambda each: _WORST_FIRST.index(each.state))
        self._fit_symbols()
        with QSignalBlocker(self):
            self.clear()
            for each in self.findings:
                self.addItem(QListWidgetItem(_symbol(each.state), finding_in_words(each)))
        self.setCurrentRow(0)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Have the symbols grow with the letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_symbols()

    def _fit_symbols(self) -> None:
        side = round(_ICON * self.fontMetrics().height())
        self.setIconSize(QSize(side, side))


class _Spaced(QStyledItemDelegate):
    def __init__(self, view: FindingList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        """As wide as the list, and as high as the lines that its text takes there."""
        line = option.fontMetrics.height()
        width = self._view.viewport().width()
        room = QRect(0, 0, max(line, width - self._view.iconSize().width() - _BESIDE * line), 0)
        text = str(index.data())
        needed = option.fontMetrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()
        return QSize(width, max(needed, self._view.iconSize().height()) + round(_GAP * line))


def _symbol(state: State) -> QIcon:
    """Its shape tells the state, in the colours of the letters beside it."""
    theme, shape = current_theme(), _SHAPES[state]
    made = icon(shape, QColor(theme.text), QColor(theme.disabled))
    chosen = icon(shape, QColor(theme.on_selection), QColor(theme.disabled))
    for size in made.availableSizes():
        made.addPixmap(chosen.pixmap(size), QIcon.Mode.Selected)
    return made
