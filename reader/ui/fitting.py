"""Windows no larger than the screen: at three times the size of everything, few pixels are left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

_FRAME = QSize(4, 30)
"""Pixels that the desktop's frame and title bar take."""

_SPACING, _MARGINS = 8, 40
"""Pixels between two widgets, and those beside all of them."""


def fit(window: QWidget, width: int, height: int) -> None:
    """Make `window` this large where the screen has room for it."""
    window.resize(QSize(width, height).boundedTo(_room(window)))


def widen(window: QWidget, width: int) -> None:
    """Have `window`, which is laid out, no narrower than `width` and what is in it needs, where
    the screen has room for that. Qt alone would cut it at two thirds of the screen.
    """
    layout = window.layout()
    needed = layout.totalMinimumSize().width() if layout is not None else 0
    window.setMinimumWidth(min(max(width, needed), _room(window).width()))


def in_rows(window: QWidget, rows: Sequence[Sequence[QWidget]]) -> list[Sequence[QWidget]]:
    """`rows` of widgets of one width as they are or, where `window` has no room for so many
    beside one another, in rows that it has room for.
    """
    every = [widget for row in rows for widget in row]
    widest = max(widget.sizeHint().width() for widget in every) + _SPACING
    most = max(1, (_room(window).width() - _MARGINS) // widest)
    if most >= max(map(len, rows)):
        return [*rows]
    return [every[first : first + most] for first in range(0, len(every), most)]


class Scrolled(QScrollArea):
    """A `content` as wide as it needs, of which only a part may be seen at once.

    What has the focus is always seen; there is nothing to stop at but what is inside.
    """

    def __init__(self, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(content)
        bar = self.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(content.minimumSizeHint().width() + bar)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Bring what has the focus now into view; also where an arrow key has moved it."""
        content = self.widget()
        if now is not None and content is not None and content.isAncestorOf(now):
            self.ensureWidgetVisible(now)


def _room(window: QWidget) -> QSize:
    return window.screen().availableSize() - _FRAME
