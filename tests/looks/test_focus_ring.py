"""Whatever the keys go to has a ring around it, in every theme."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSlider,
    QSpinBox,
    QTabBar,
    QToolButton,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)

from reader.settings import Settings
from reader.ui.looks.themes import THEMES
from reader.ui.looks.wardrobe import apply_looks
from reader.ui.reading_view import ReadingView

KINDS = {
    "button": lambda: QPushButton("Play"),
    "tool button": QToolButton,
    "field": QLineEdit,
    "number": QSpinBox,
    "box": lambda: QCheckBox("Mark the word"),
    "choice": lambda: QRadioButton("Never"),
    "list of choices": QComboBox,
    "slider": QSlider,
    "list": QListWidget,
    "tree": QTreeWidget,
    "text": QPlainTextEdit,
    "book": ReadingView,
    "tabs": QTabBar,
}


@pytest.fixture(params=THEMES)
def theme(request, application):
    apply_looks(application, Settings(theme=request.param))
    return THEMES[request.param]


def ringed(widget, theme):
    """How many pixels of `widget` have the colour of the ring."""
    image = widget.grab().toImage()
    colour = QColor(theme.focus)
    return sum(
        image.pixelColor(x, y) == colour
        for x in range(image.width())
        for y in range(0, image.height(), 2)
    )


@pytest.mark.parametrize("kind", KINDS)
def test_the_focus_is_seen(kind, theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    other, widget = QPushButton("Other"), KINDS[kind]()
    if isinstance(widget, QTabBar):
        widget.addTab("Books")
    widget.setMaximumSize(120, 60)
    column.addWidget(other)
    column.addWidget(widget)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    other.setFocus()
    assert ringed(widget, theme) == 0
    widget.setFocus()
    assert ringed(widget, theme) >= widget.width()
