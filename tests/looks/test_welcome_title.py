"""The first thing that is seen of the program is its name, and large."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from reader.settings import Settings
from reader.ui.looks.wardrobe import apply_looks
from reader.ui.welcome import Welcome


def test_the_title_is_three_times_as_large_as_the_rest(application, qtbot):
    apply_looks(application, Settings())
    page = Welcome([QAction("Library…")], "F5")
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(page)
    page.begin("")
    window.show()
    qtbot.waitExposed(window)
    assert page._title.fontInfo().pointSizeF() == pytest.approx(3 * page.font().pointSizeF())
