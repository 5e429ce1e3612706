"""A list of few words: as wide as they are, and no lower than a few of them."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QWidget

from reader.ui.lists import Roomy


class ShortList(QListWidget):
    """Rows of text called `name`, of which `rows` are seen at least, whatever their letters."""

    def __init__(self, name: str, parent: QWidget, *, rows: int = 3) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setItemDelegate(Roomy(self))
        self.setAccessibleName(name)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the current row in sight."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for the widest row, beside what scrolls them."""
        around = 2 * self.frameWidth()
        width = max(0, self.sizeHintForColumn(0)) + self.verticalScrollBar().sizeHint().width()
        height = self._rows * max(self.fontMetrics().height(), self.sizeHintForRow(0))
        return QSize(width + around, height + around)

    def sizeHint(self) -> QSize:  # noqa: N802
        """No less than the least."""
        return super().sizeHint().expandedTo(self.minimumSizeHint())
