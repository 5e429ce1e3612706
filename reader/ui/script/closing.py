"""What is asked before a script is closed of which something is not kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from reader.ui.message_box import MessageBox

translate = QCoreApplication.translate


def ask_to_keep(
    parent: QWidget, *, keep: Callable[[], object], discard: Callable[[], object]
) -> QMessageBox:
    """Ask whether changes shall be kept; nothing is done where that is left open."""
    box = MessageBox(parent, QMessageBox.Icon.Question, translate("ScriptDialog", "Script"))
    box.setText(
        translate("ScriptDialog", "The script has been changed. Shall the changes be kept?")
    )
    keeping = box.addButton(translate("ScriptDialog", "&Keep"), QMessageBox.ButtonRole.AcceptRole)
    keeping.clicked.connect(keep)
    discarding = box.addButton(
        translate("ScriptDialog", "&Discard"), QMessageBox.ButtonRole.DestructiveRole
    )
    discarding.clicked.connect(discard)
    box.setDefaultButton(keeping)
    box.setEscapeButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.open()
    return box
