"""Letters that are typed into menus, kept from the keys of the text.

Qt looks for a shortcut before it gives a key to an open menu, and the text has the focus all
the while. A menu that claims the key beforehand has it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QChildEvent, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QMenu, QWidget


class OpenMenus(QObject):
    """Has `menus`, and the menus that open over `text`, claim keys without Ctrl, Alt or Meta."""

    def __init__(self, text: QWidget, menus: Iterable[QWidget]) -> None:
        super().__init__(text)
        # A text that scrolls makes its menu on the widget inside it.
        self._text = text.viewport() if isinstance(text, QAbstractScrollArea) else text
        for each in (self._text, *menus):
            each.installEventFilter(self)

    def eventFilter(self, receiver: QObject, event: QEvent) -> bool:  # noqa: N802
        """Claim a key for a menu; find the menus of the text as they are made."""
        if receiver is self._text:
            if event.type() == QEvent.Type.ChildPolished:
                child = cast(QChildEvent, event).child()
                if isinstance(child, QMenu):
                    child.installEventFilter(self)
            return False
        if event.type() != QEvent.Type.ShortcutOverride:
            return False
        if cast(QKeyEvent, event).modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        event.accept()
        return True
