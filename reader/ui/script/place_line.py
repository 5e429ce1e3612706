"""The line below a script that tells where the caret is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from reader.script.review import Place


class PlaceLine(QLabel):
    """Line and column, and how many problems there are."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def show_place(self, place: Place, problems: int) -> None:
        """Tell the `place` of the caret and the number of `problems`."""
        line, column = place
        where = self.tr("Line {line}, column {column}.").format(line=line, column=column)
        count = self.tr("Problems: {count}").format(count=problems)
        self.setText(f"{where} {count if problems else self.tr('No problems')}")
