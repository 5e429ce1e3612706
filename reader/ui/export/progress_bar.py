"""How far an export is, for the eye alone."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionProgressBar, QWidget


class SilentBar(QWidget):
    """Looks like a progress bar.

    Screen readers say each percent of Qt's own, for hours; here it is told when it is asked for.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._percent = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def percent(self) -> int:
        """What it shows."""
        return self._percent

    def show_percent(self, percent: int) -> None:
        """Show that so much is done."""
        if percent != self._percent:
            self._percent = percent
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as a line of letters with some room."""
        height = self.fontMetrics().height()
        return QSize(12 * height, round(1.4 * height))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Some of it is enough."""
        return QSize(4 * self.fontMetrics().height(), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw it in the style of the program."""
        option = QStyleOptionProgressBar()
        option.initFrom(self)
        option.maximum = 100
        option.progress = self._percent
        option.text = f"{self._percent}%"
        option.textVisible = True
        option.textAlignment = Qt.AlignmentFlag.AlignCenter
        option.state |= QStyle.StateFlag.State_Horizontal
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_ProgressBar, option, painter, self)
        # Some styles draw nothing where nothing is done: black on black with high contrast.
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
