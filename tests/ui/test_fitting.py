"""Windows have room for what is in them, and are no larger than the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget

from reader.settings import Settings
from reader.ui import fitting
from reader.ui.fitting import Scrolled, follow, in_rows, widen
from reader.ui.settings_dialog import SettingsDialog


@pytest.fixture
def dialog(qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    QVBoxLayout(dialog)
    return dialog


def needing(dialog, width):
    """A dialog with something in it that is so wide."""
    content = QWidget(dialog)
    content.setMinimumWidth(width)
    dialog.layout().addWidget(content)
    return dialog


@pytest.mark.parametrize(("needed", "width"), [(100, 300), (600, 600), (5000, 700)])
def test_a_dialog_is_as_wide_as_what_is_in_it_where_the_screen_is(
    dialog, needed, width, monkeypatch
):
    monkeypatch.setattr(fitting, "_room", lambda _window: QSize(700, 500))
    needing(dialog, needed)
    dialog.layout().setContentsMargins(0, 0, 0, 0)
    widen(dialog, 300)
    dialog.show()
    assert dialog.width() == width


def test_buttons_stand_in_rows_that_the_screen_has_room_for(dialog, monkeypatch):
    one, two, three, four = (QPushButton("w" * 20, dialog) for _ in range(4))
    rows = [(one, two, three), (four,)]
    wide = one.sizeHint().width()
    monkeypatch.setattr(fitting, "_room", lambda _window: QSize(wide * 4, 500))
    assert in_rows(dialog, rows) == rows
    monkeypatch.setattr(fitting, "_room", lambda _window: QSize(wide * 2 + 80, 500))
    assert in_rows(dialog, rows) == [[one, two], [three, four]]
    monkeypatch.setattr(fitting, "_room", lambda _window: QSize(10, 10))
    assert in_rows(dialog, rows) == [[one], [two], [three], [four]]


def test_what_has_the_focus_is_seen_however_low_the_dialog_is(dialog, qtbot):
    content = QWidget(dialog)
    fields = [QLineEdit(content) for _ in range(12)]
    column = QVBoxLayout(content)
    for field in fields:
        column.addWidget(field)
    dialog.layout().addWidget(Scrolled(content, dialog))
    dialog.resize(300, 100)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    for field in (fields[-1], fields[0], fields[6]):
        field.setFocus()
        assert field.visibleRegion().boundingRect().height() == field.height()
    assert QApplication.focusWidget() is fields[6]


def test_the_pages_of_the_settings_can_be_read_in_large_letters(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    font = parent.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    parent.setFont(font)
    dialog = SettingsDialog(Settings(), parent)
    dialog.show()
    for row in range(dialog.pages.count()):
        dialog.pages.setCurrentRow(row)
        assert dialog.pages.viewport().width() >= dialog.pages.sizeHintForColumn(0)


def test_what_looks_after_a_window_does_nothing_once_its_python_half_is_gone(qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    follow(dialog)
    (follower,) = [each for each in dialog.children() if type(each).__name__ == "_Follower"]
    follower.__dict__.clear()  # as the collection of garbage leaves it
    assert follower.eventFilter(dialog, QEvent(QEvent.Type.LayoutRequest)) is False
