"""A message above the text that waits to be read and stops nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget


class NoticeBar(QWidget):
    """Hidden until :meth:`show_message`; has a button to voices and one to put it away."""

    voices_wanted = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self.setAutoFillBackground(True)
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self.voices = QPushButton(self.tr("Voices…"), self)
        self.voices.clicked.connect(self.voices_wanted)
        dismiss = QPushButton(self.tr("Dismiss"), self)
        dismiss.clicked.connect(self._dismiss)
        row = QHBoxLayout(self)
        row.addWidget(self._label, 1)
        row.addWidget(self.voices)
        row.addWidget(dismiss)
        self.hide()

    @property
    def message(self) -> str:
        """What the bar says."""
        return self._label.text()

    def show_message(self, message: str, *, of_voices: bool = False) -> None:
        """Say `message` until it is dismissed or another comes.

        The button to the voices is there only for what is about them.
        """
        self._label.setText(message)
        self.voices.setVisible(of_voices)
        self.show()

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()
