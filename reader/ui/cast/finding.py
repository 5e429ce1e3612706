"""Tells in a dialog how far the speakers of the book are found, or why they are not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from reader.ui.desk import Desk
from reader.ui.language import error_in_words


class Finding(QWidget):
    """Hides as soon as the cast is there; has it looked for if nobody did."""

    told = Signal(str)
    """What a screen reader should be told: that it is looked for, or why it failed."""
    found = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.state = QLabel(self)
        self.state.setWordWrap(True)
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 100)
        self.bar.setAccessibleName(self.tr("Looking who speaks"))
        self.again = QPushButton(self.tr("L&ook again"), self)
        self.again.setAutoDefault(False)
        self.again.clicked.connect(self.look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.state, self.bar, self.again):
            column.addWidget(widget)
        finder = desk.cast_finder
        finder.progress.connect(self.show_progress)
        finder.found.connect(self._found)
        finder.failed.connect(self._failed)

    def look(self) -> None:
        """Look who speaks, unless that is known."""
        self._desk.cast_finder.find()
        looking = self._desk.cast_finder.running
        self.setVisible(looking)
        self.bar.setVisible(looking)
        self.again.hide()
        if looking:
            self._tell(self.tr("Looking who speaks in the book. The list fills when it is known."))

    def show_progress(self, fraction: float) -> None:
        """Show how much of the book is looked through, 0 to 1."""
        self.bar.setValue(round(fraction * 100))

    def _found(self) -> None:
        self.hide()
        self.found.emit()

    def _failed(self, error: BaseException) -> None:
        self.bar.hide()
        self.again.show()
        said = self.tr("Who speaks could not be found, so the narrator reads everything. {reason}")
        self._tell(said.format(reason=error_in_words(error)))

    def _tell(self, message: str) -> None:
        self.state.setText(message)
        self.told.emit(message)
