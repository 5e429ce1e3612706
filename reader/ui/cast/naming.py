"""Asks what somebody is called."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QInputDialog, QWidget


def name_dialog(parent: QWidget, title: str, named: Callable[[str], object]) -> QInputDialog:
    """A dialog that calls `named` with what is written, unless that is nothing."""

    def take(written: str) -> None:
        name = " ".join(written.split())
        if name:
            named(name)

    dialog = QInputDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.setLabelText(QCoreApplication.translate("Cast", "Name"))
    dialog.textValueSelected.connect(take)
    return dialog
