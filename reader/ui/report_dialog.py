"""What came of a long job, line by line, to be read at leisure."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from reader.ui.fitting import fit
from reader.ui.labels import label_for
from reader.ui.review_text import ReviewText


class ReportDialog(QDialog):
    """A text called `title`; Enter or Escape closes it."""

    def __init__(self, title: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.text = ReviewText(self.tr("Report"), self, text)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        column = QVBoxLayout(self)
        column.addWidget(label_for(self.text, self.tr("&Report"), self))
        column.addWidget(self.text)
        column.addWidget(buttons)
        fit(self, 620, 420)
        self.text.setFocus()
