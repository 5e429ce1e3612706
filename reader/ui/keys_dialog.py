"""The list of keys, made from the table of commands."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.ui.commands import COMMANDS, MENUS, keys_of


class KeysDialog(QDialog):
    """Every command that has a key, by menu; closes with Escape."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.list = QTreeWidget(self)
        self.list.setRootIsDecorated(False)
        self.list.setAlternatingRowColors(True)
        self.list.setAccessibleName(self.tr("Keys"))
        self.list.setHeaderLabels([self.tr("Command"), self.tr("Keys"), self.tr("Menu")])
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
                self.list.addTopLevelItem(QTreeWidgetItem([command.title, keys, menu]))
        for column in range(2):
            self.list.resizeColumnToContents(column)
        self.list.setCurrentIndex(self.list.model().index(0, 0))
