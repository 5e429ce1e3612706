"""Asking for a key: the next one that is pressed is the answer."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from reader.ui.commands.key_names import is_modifier, keys_pressed
from reader.ui.fitting import widen
from reader.ui.labels import label_for

_LEAVING = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
"""Keys that nobody is kept from: they go on to the next control and leave the dialog."""


class KeyField(QLineEdit):
    """Takes any key but Tab and Escape as the one that is wanted; shows none itself."""

    pressed = Signal(tuple)
    """What the key that was pressed may be called, the best name first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def event(self, event: QEvent) -> bool:
        """Take keys before menus, shortcuts and the field itself do."""
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return super().event(event)
        key = cast(QKeyEvent, event)
        if key.key() in _LEAVING:
            return super().event(event)
        event.accept()
        names = keys_pressed(key)
        if event.type() == QEvent.Type.KeyPress and names and not is_modifier(key):
            self.pressed.emit(names)
        return True


class KeyCapture(QDialog):
    """Waits for the key that the command called `title` is to have."""

    captured = Signal(tuple)
    """What the key may be called; the dialog stays open until :meth:`accept`."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Key for {title}").format(title=title))
        self.field = KeyField(self)
        label = label_for(self.field, self.tr("&Press the new key"), self)
        self.field.setAccessibleName(self.tr("Press the new key"))
        self.field.setAccessibleDescription(self.tr("Escape leaves everything as it is"))
        self.field.pressed.connect(self.captured)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(label)
        column.addWidget(self.field)
        column.addWidget(buttons)
        widen(self, 360)
        self.field.setFocus()
