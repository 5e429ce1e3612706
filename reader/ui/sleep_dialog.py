"""When to stop reading aloud by itself."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reader.ui.fitting import fit
from reader.ui.labels import label_for
from reader.ui.lists import Roomy
from reader.ui.where_dialog import duration_in_words

CHAPTER = "chapter"
"""Stop at the end of the chapter."""

_MINUTES = (5, 10, 15, 30, 45, 60, 90)
_OWN = "own"
_LONGEST = 12 * 60


class SleepDialog(QDialog):
    """A list of times; of the reader's own number of minutes there is a field beside it."""

    chosen = Signal(object)
    """Minutes as a float, :data:`CHAPTER`, or None to read on."""

    def __init__(self, remaining: float | str | None, parent: QWidget) -> None:
        """`remaining` is what is set now: seconds left, :data:`CHAPTER` or None."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Sleep timer"))
        self.list = QListWidget(self)
        self.list.setItemDelegate(Roomy(self.list))
        self.list.setAccessibleName(self.tr("Stop reading"))
        self._add(self.tr("Off"), None)
        for minutes in _MINUTES:
            self._add(self.tr("After {minutes} minutes").format(minutes=minutes), float(minutes))
        self._add(self.tr("At the end of the chapter"), CHAPTER)
        self._add(self.tr("After minutes of your own"), _OWN)
        self.list.setCurrentRow(self._row_of(_now(remaining)))
        self.list.itemDoubleClicked.connect(self._choose)
        self.minutes = QSpinBox(self)
        self.minutes.setRange(1, _LONGEST)
        self.minutes.setValue(ceil(remaining / 60) if isinstance(remaining, float) else 20)
        self.minutes.setAccessibleName(self.tr("Minutes of your own"))
        self.minutes.valueChanged.connect(self._choose_own)
        self.news = QLabel(self._told(remaining), self)
        self._lay_out()
        self.list.setFocus()

    @property
    def choice(self) -> float | str | None:
        """What is chosen just now."""
        wanted: float | str | None = self.list.currentItem().data(Qt.ItemDataRole.UserRole)
        return float(self.minutes.value()) if wanted == _OWN else wanted

    def _add(self, text: str, stands_for: object) -> None:
        item = QListWidgetItem(text, self.list)
        item.setData(Qt.ItemDataRole.UserRole, stands_for)

    def _row_of(self, wanted: str | None) -> int:
        rows = range(self.list.count())
        return next(r for r in rows if self.list.item(r).data(Qt.ItemDataRole.UserRole) == wanted)

    def _told(self, remaining: float | str | None) -> str:
        if remaining is None:
            return self.tr("The timer is off.")
        if isinstance(remaining, str):
            return self.tr("Reading stops at the end of the chapter.")
        return self.tr("Time left: {time}").format(time=duration_in_words(remaining))

    def _choose_own(self) -> None:
        """Who changes the number of minutes means them."""
        self.list.setCurrentRow(self._row_of(_OWN))

    def _choose(self) -> None:
        self.minutes.interpretText()
        self.chosen.emit(self.choice)
        self.accept()

    def _lay_out(self) -> None:
        label = label_for(self.list, self.tr("&Stop reading"), self)
        self.list.setAccessibleDescription(self.news.text())
        form = QFormLayout()
        form.addRow(label_for(self.minutes, self.tr("&Minutes of your own")), self.minutes)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self._choose)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.news)
        column.addWidget(label)
        column.addWidget(self.list)
        column.addLayout(form)
        column.addWidget(buttons)
        fit(self, 400, 460)


def _now(remaining: float | str | None) -> str | None:
    """The entry that keeps the timer as it is."""
    return _OWN if isinstance(remaining, float) else remaining
