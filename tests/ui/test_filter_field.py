"""A field that narrows a list down leads to what it found, and stays a field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from reader.ui.filter_field import FilterField


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.field, window.list = FilterField("Find a word", window), QListWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(window.field)
    column.addWidget(window.list)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.field.setFocus()
    return window


def test_down_goes_to_what_was_found(window, qtbot):
    window.field.lead_to(window.list)
    qtbot.keyClick(window.field, Qt.Key.Key_Down)
    assert window.list.hasFocus()


def test_all_other_keys_are_the_fields(window, qtbot):
    window.field.lead_to(window.list)
    qtbot.keyClicks(window.field, "abc")
    qtbot.keyClick(window.field, Qt.Key.Key_Backspace)
    assert window.field.hasFocus()
    assert window.field.text() == "ab"


def test_without_a_list_down_goes_nowhere(window, qtbot):
    qtbot.keyClick(window.field, Qt.Key.Key_Down)
    assert window.field.hasFocus()
