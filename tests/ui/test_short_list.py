"""A short list has room for its words, however large their letters are or become."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.ui.short_list import ShortList


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.list = ShortList("Pages", window, rows=4)
    window.list.addItems(["One", "The longest of all of them"] * 8)
    column = QVBoxLayout(window)
    column.addWidget(window.list)
    window.show()
    return window


@pytest.mark.parametrize("times", [1, 3])
def test_no_word_is_cut_and_some_rows_are_seen(window, qtbot, times):
    font = window.font()
    font.setPointSizeF(font.pointSizeF() * times)
    window.setFont(font)
    window.layout().activate()
    window.resize(1, 1)

    def fits() -> bool:
        seen = window.list.viewport().size()
        wide = seen.width() >= window.list.sizeHintForColumn(0)
        return wide and seen.height() >= 4 * window.list.sizeHintForRow(0)

    qtbot.waitUntil(fits)


def test_an_empty_one_keeps_its_height(qtbot):
    empty = ShortList("Found", None, rows=4)
    qtbot.addWidget(empty)
    assert empty.minimumSizeHint().height() >= 4 * empty.fontMetrics().height()
