"""Keys of commands typed in the text: obeyed after the screen reader has had them, not before.

Qt finds a shortcut before anybody else sees its key. Orca (43, heard) then never learns of
it: Insert+H goes to the next heading in place of Orca's own command, the number pad's Enter
follows a link in place of telling the place, and the caret, which the command moves, is taken
for the work of the key before, so that a stray letter or line is said. Keys that are obeyed
only when they are delivered go to the screen reader first.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from reader.ui.commands.key_names import is_modifier, keys_pressed

_READ_AFTER = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
}
"""Keys after which screen readers read at the caret, whatever modifiers go with them."""


class TextKeys(QObject):
    """Obeys the keys of `actions`, and of the actions of `text`, while `text` has the focus."""

    read_after = Signal(bool)
    """A key was pressed: whether a screen reader reads the line or the letter wherever the caret
    is put after it, be it by a command or by the voice that the caret follows."""

    def __init__(self, text: QWidget, actions: Iterable[QAction]) -> None:
        super().__init__(text)
        self._text = text
        self._actions = tuple(actions)
        text.installEventFilter(self)

    def eventFilter(self, _receiver: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keep a command's key from Qt's search for shortcuts; obey it when it is delivered."""
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        pressed = cast(QKeyEvent, event)
        if is_modifier(pressed):
            return False
        action = self._action(pressed)
        if event.type() == QEvent.Type.KeyPress:
            self.read_after.emit(pressed.key() in _READ_AFTER)
        if action is None:
            return False
        event.accept()
        held = pressed.isAutoRepeat() and not action.autoRepeat()
        if event.type() == QEvent.Type.KeyPress and not held:
            action.trigger()
        return True

    def _action(self, event: QKeyEvent) -> QAction | None:
        for name in keys_pressed(event):
            key = QKeySequence(name, QKeySequence.SequenceFormat.PortableText)
            for action in (*self._text.actions(), *self._actions):
                if action.isEnabled() and key in action.shortcuts():
                    return action
        return None
