"""Keys of a dialog that do what a button does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def on_key(key: str, window: QWidget, act: Callable[[], object]) -> QShortcut:
    """Have `key` do `act` wherever the focus is in `window`; once, however long it is held."""
    shortcut = QShortcut(QKeySequence(key), window)
    shortcut.setAutoRepeat(False)
    shortcut.activated.connect(act)
    return shortcut
