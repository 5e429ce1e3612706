"""How far a long job is, and the button that stops it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

PATIENCE = 1000
"""Milliseconds a job may take before it shows how far it is."""


class Progress(QDialog):
    """Appears when the job takes longer than a second; `cancel` is called by its button.

    Closing it any other way (Escape) cancels too.
    """

    def __init__(
        self,
        parent: QWidget,
        title: str,
        text: str,
        cancel: Callable[[], None],
        *,
        patience: int = PATIENCE,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(420)
        self._cancel = cancel
        self.label = QLabel(text, self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 100)
        self.bar.setAccessibleName(title)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self.label, self.bar, buttons):
            column.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.show)
        self._timer.start(patience)

    def show_fraction(self, fraction: float, text: str = "") -> None:
        """Show how much is done (0 to 1), and of what."""
        self.bar.setValue(round(fraction * 100))
        if text:
            self.label.setText(text)

    def reject(self) -> None:
        """Cancel the job; the dialog goes when the job has ended."""
        self.label.setText(self.tr("Stopping…"))
        self._cancel()

    def end(self) -> None:
        """Go away: the job has ended."""
        self._timer.stop()
        self.accept()
        self.deleteLater()
