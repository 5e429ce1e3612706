"""What beside the running text is left out when this book is read aloud."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from reader.ui.groups import RadioChoice


class SkippingDialog(QDialog):
    """Four levels, each told with what it leaves out; pictures apart."""

    chosen = Signal(str, bool, bool)
    """The level; whether pictures are described; whether this holds for new books too."""

    def __init__(self, level: str, images: bool, parent: QWidget) -> None:
        """`level` and `images` are those of :class:`~reader.narration.skipping.Skipping`."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What is left out"))
        self.level = RadioChoice(
            self.tr("In this book, leave out"),
            [
                ("none", self.tr("&Nothing: read all there is")),
                ("some", self.tr("&Some: notes")),
                ("most", self.tr("&Most: notes, tables and code")),
                ("all", self.tr("&All but the text: pictures and lists of links as well")),
            ],
            level,
            self,
        )
        self.images = QCheckBox(self.tr("Read &descriptions of pictures"), self)
        self.images.setChecked(images)
        self.level.chosen.connect(self._show_images)
        self._show_images()
        self.for_all = QCheckBox(self.tr("Do so in new &books too"), self)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self._choose)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self.level, self.images, self.for_all, buttons):
            column.addWidget(widget)
        self.level.focus_chosen()

    def _show_images(self) -> None:
        """At the highest level no picture is described, whatever the box says."""
        self.images.setEnabled(self.level.word != "all")

    def _choose(self) -> None:
        self.chosen.emit(self.level.word, self.images.isChecked(), self.for_all.isChecked())
        self.accept()
