"""How far a long job is, and the button that stops it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from reader.ui.desk import Desk
from reader.ui.fitting import widen

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
        widen(self, 420)
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


class OpeningProgress(QObject):
    """Shows in front of `window` how far the book that `desk` opens is read; with Cancel."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self.dialog: Progress | None = None
        desk.opening.connect(self._begin)
        desk.opening_progress.connect(self._show)
        desk.opening_ended.connect(self._end)

    def _begin(self, path: Path) -> None:
        self._end()
        self.dialog = Progress(
            self._window,
            self.tr("Opening"),
            self.tr("Reading {name}").format(name=path.name),
            self._desk.cancel_opening,
        )

    def _show(self, fraction: float) -> None:
        if self.dialog is not None:
            self.dialog.show_fraction(fraction)

    def _end(self, _success: bool = False) -> None:
        if self.dialog is not None:
            self.dialog.end()
            self.dialog = None
