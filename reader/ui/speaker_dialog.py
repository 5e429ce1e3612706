"""A choice among those who speak: who says a line, or who somebody is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.ui.fitting import fit
from reader.ui.labels import label_for
from reader.ui.language import without_mnemonic
from reader.ui.lists import Roomy


class SpeakerDialog(QDialog):
    """A list of `entries`, each a text and what it stands for; Enter takes the current one.

    `question` is what is asked, with the mnemonic of the list. Letters find a name.
    """

    chosen = Signal(object)
    """What the entry stands for."""

    def __init__(
        self, title: str, question: str, entries: Sequence[tuple[str, object]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.list = QListWidget(self)
        self.list.setItemDelegate(Roomy(self.list))
        self.list.setAccessibleName(without_mnemonic(question))
        for text, stands_for in entries:
            item = QListWidgetItem(text, self.list)
            item.setData(Qt.ItemDataRole.UserRole, stands_for)
        self.list.setCurrentRow(0)
        self.list.itemDoubleClicked.connect(self._choose)
        label = label_for(self.list, question, self)
        label.setWordWrap(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self._choose)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(label)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        fit(self, 480, 420)
        self.list.setFocus()

    def _choose(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.accept()
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
