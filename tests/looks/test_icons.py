"""The symbols are drawn in the colours of the theme, large enough for every size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QPushButton

from reader.settings import Settings
from reader.ui.icons import application_icon, icon, themed_icon, wear
from reader.ui.looks.shapes import SHAPES, SIDE
from reader.ui.looks.themes import CONTRAST_DARK, SEPIA
from reader.ui.looks.wardrobe import apply_looks


def colours(drawn, mode=QIcon.Mode.Normal, side=64):
    """The full colours in a symbol."""
    image = drawn.pixmap(QSize(side, side), mode).toImage()
    pixels = (image.pixelColor(x, y) for x in range(0, side, 2) for y in range(0, side, 2))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("name", SHAPES)
def test_every_symbol_is_seen_and_stays_in_its_square(name, application):
    assert colours(icon(name, QColor("#123456"), QColor("#abcdef"))) == {"#123456"}
    bounds = SHAPES[name]().boundingRect()
    assert bounds.left() >= 0
    assert bounds.top() >= 0
    assert max(bounds.right(), bounds.bottom()) <= SIDE


def test_a_symbol_that_cannot_be_used_is_fainter(application):
    drawn = icon("play", QColor("#000000"), QColor("#888888"))
    assert colours(drawn, QIcon.Mode.Disabled) == {"#888888"}


def test_symbols_are_not_blurred_where_everything_is_large(application):
    assert themed_icon("search").pixmap(QSize(150, 150)).width() == 150
    assert application_icon().pixmap(QSize(150, 150)).width() == 150


def test_a_button_wears_its_symbol_in_every_theme_and_size(application, qtbot):
    button = QPushButton("Find")
    qtbot.addWidget(button)
    button.show()
    apply_looks(application, Settings(theme="sepia"))
    wear(button, "search")
    assert colours(button.icon()) == {SEPIA.text}
    side = button.iconSize().width()
    apply_looks(application, Settings(theme="contrast_dark", zoom=300))
    assert colours(button.icon()) == {CONTRAST_DARK.text}
    assert button.iconSize().width() > 2 * side


def test_a_button_that_has_gone_is_not_drawn_any_more(application, qtbot):
    button = QPushButton("Find")
    wear(button, "search")
    with qtbot.waitSignal(button.destroyed):
        button.deleteLater()
    apply_looks(application, Settings(theme="dark"))
