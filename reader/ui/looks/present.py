"""The looks that hold at present, for whatever is painted by hand."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.ui.looks.theme import Theme
from reader.ui.looks.themes import LIGHT


class Looks(QObject):
    """What was chosen last; :attr:`changed` is emitted when it has been applied."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = LIGHT
        self.zoom = 1.0


LOOKS = Looks()
"""The one state: colours and sizes belong to the application, not to a window."""


def current_theme() -> Theme:
    """The theme whose colours hold now."""
    return LOOKS.theme


def zoomed(size: float) -> float:
    """`size` (points or pixels, meant for a zoom of 100 %) at the present zoom."""
    return size * LOOKS.zoom
