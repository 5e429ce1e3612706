"""Which settings the open book has values of its own of."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QVBoxLayout, QWidget

from reader.ui.enter_key import PressingDialog
from reader.ui.fitting import widen
from reader.ui.labels import telling_label


class ProfileDialog(PressingDialog):
    """A box for each group of :data:`reader.profiles.GROUPS`; those of `own` are ticked."""

    chosen = Signal(object)
    """The groups, a frozenset, that are to be the book's own from now on."""

    def __init__(self, title: str, own: Collection[str], parent: QWidget) -> None:
        """`title` is that of the book."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("This book's own settings"))
        told = telling_label(self)
        told.setText(
            self.tr(
                "What is ticked here is kept for “{title}” alone. It begins as it is now; what you "
                "change of it while this book is open holds in this book only. What is not ticked "
                "is as in all books."
            ).format(title=title)
        )
        self.boxes = {
            "rate": QCheckBox(self.tr("&Reading rate"), self),
            "voices": QCheckBox(self.tr("&Voices"), self),
            "page": QCheckBox(self.tr("&Text: font, size, lines, spacing, ruler and pinyin"), self),
            "colours": QCheckBox(self.tr("Colours and &zoom"), self),
        }
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self._choose)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(told)
        for group, box in self.boxes.items():
            box.setChecked(group in own)
            column.addWidget(box)
        column.addWidget(buttons)
        widen(self, 480)
        next(iter(self.boxes.values())).setFocus()

    def _choose(self) -> None:
        ticked = (group for group, box in self.boxes.items() if box.isChecked())
        self.chosen.emit(frozenset(ticked))
        self.accept()
