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
        self.list.setAccessibleName(self.tr("Keys"))
        self.list.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self._fill()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.list)
        column.addWidget(buttons)
        self.resize(560, 620)
        self.list.setFocus()

    def _fill(self) -> None:
        for name, title in MENUS.items():
            rows = [command for command in COMMANDS if command.menu == name and keys_of(command)]
            heading = QTreeWidgetItem(
                [QCoreApplication.translate("Commands", title).replace("&", "")]
            )
            font = heading.font(0)
            font.setBold(True)
            heading.setFont(0, font)
            heading.addChildren([QTreeWidgetItem([row.title, keys_of(row)]) for row in rows])
            self.list.addTopLevelItem(heading)
        self.list.expandAll()
        self.list.resizeColumnToContents(0)
        self.list.setCurrentIndex(self.list.model().index(0, 0))
