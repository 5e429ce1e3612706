"""The list of keys, made from the table of commands."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QVBoxLayout,
    QWidget,
)

from reader.ui.commands import COMMANDS, MENUS, keys_of
from reader.ui.lists import ColumnList


class KeysDialog(QDialog):
    """Every command that has a key, by menu; closes with Escape."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        headings = [self.tr("Command"), self.tr("Keys"), self.tr("Menu")]
        self.list = ColumnList(self.tr("Keys"), headings, self)
        self._fill()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.list)
        column.addWidget(buttons)
        self.resize(560, 620)
        self.list.setFocus()

    def _fill(self) -> None:
        for command in COMMANDS:
            keys = keys_of(command)
            if keys:
                menu = QCoreApplication.translate("Commands", MENUS[command.menu]).replace("&", "")
                self.list.add([command.title, keys, menu])
        self.list.settle()
