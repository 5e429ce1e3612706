"""A message above the text that waits to be read and stops nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QWidget

from reader.ui.flow import Flow

_ROOM = 46
"""The line heights in which the buttons stand beside the message; else they are below it."""


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
        self._dismissing = QPushButton(self.tr("Dismiss"), self)
        self._dismissing.clicked.connect(self._dismiss)
        buttons = Flow()
        buttons.setSpacing(8)
        buttons.addWidget(self.voices)
        buttons.addWidget(self._dismissing)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.addWidget(self._label, 1)
        self._box.addLayout(buttons)
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
        for button in (self.voices, self._dismissing):
            button.setAccessibleDescription(message)  # else nobody hears it who comes back to it
        self.voices.setVisible(of_voices)
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the buttons below the message where there is little room beside it."""
        super().resizeEvent(event)
        self._turn()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """The same where the letters are larger."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_box"):
            self._turn()

    def _turn(self) -> None:
        wide = self.width() >= _ROOM * self.fontMetrics().height()
        row, column = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        if self._box.direction() is not (row if wide else column):
            self._box.setDirection(row if wide else column)

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()
