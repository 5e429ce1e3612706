"""The digits of keyboards that type them with Shift, as the French ones do.

There the first key of the row types "&", and "1" with Shift: Qt would never find the command
of "1" without Shift, nor that of Shift+1 at all. Readers of such keyboards are used to the
place of the key, as screen readers have it.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from reader.ui.commands.key_names import digit_of

_PLAIN = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class DigitRow(QObject):
    """Finds the actions of `text` for its digits by the place of the key."""

    def __init__(self, text: QWidget) -> None:
        super().__init__(text)
        self._text = text

    def eventFilter(self, _receiver: QObject, event: QEvent) -> bool:  # noqa: N802
        """Take a key of the row for its digit, unless Qt would or the sign has a meaning."""
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        action = self._action(cast(QKeyEvent, event))
        if action is None:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            action.trigger()
        return True

    def _action(self, event: QKeyEvent) -> QAction | None:
        digit = digit_of(event)
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        typed_with_shift = bool(digit) and shift == (event.key() == ord(digit))
        if not typed_with_shift or event.modifiers() not in _PLAIN:
            return None
        if not shift and self._find(QKeySequence(event.key())) is not None:
            return None
        return self._find(QKeySequence(f"Shift+{digit}" if shift else digit))

    def _find(self, key: QKeySequence) -> QAction | None:
        return next((each for each in self._text.actions() if key in each.shortcuts()), None)
