"""Windows no larger than the screen: at three times the size of everything, few pixels are left."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME = QSize(4, 30)
"""Pixels that the desktop's frame and title bar take."""


def fit(window: QWidget, width: int, height: int) -> None:
    """Make `window` this large where the screen has room for it."""
    window.resize(QSize(width, height).boundedTo(_room(window)))


def widen(window: QWidget, width: int) -> None:
    """Have `window` no narrower than `width` where the screen has room for it."""
    window.setMinimumWidth(min(width, _room(window).width()))


def _room(window: QWidget) -> QSize:
    return window.screen().availableSize() - _FRAME
