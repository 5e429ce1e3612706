"""What can be done with a script as a whole: a row of buttons, with their keys."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget


class ScriptButtons(QWidget):
    """The buttons below a script; their keys work in the whole window."""

    hear_wanted = Signal()
    keep_wanted = Signal()
    reset_wanted = Signal()
    import_wanted = Signal()
    export_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.hear = self._button(self.tr("&Hear from here"), self.hear_wanted, "F5")
        self.keep = self._button(self.tr("&Keep"), self.keep_wanted, "Ctrl+S")
        self.reset = self._button(self.tr("&Reset…"), self.reset_wanted)
        self.take = self._button(self.tr("&Import…"), self.import_wanted)
        self.export = self._button(self.tr("&Export…"), self.export_wanted)
        self.close_button = self._button(self.tr("&Close"), self.close_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.hear, self.keep, self.reset, self.take, self.export):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.close_button)

    def _button(self, text: str, wanted: SignalInstance, key: str = "") -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(wanted)
        if key:
            sequence = QKeySequence(key)
            QShortcut(sequence, self.window()).activated.connect(button.click)
            button.setToolTip(sequence.toString(QKeySequence.SequenceFormat.NativeText))
        return button
