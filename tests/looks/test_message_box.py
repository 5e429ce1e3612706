"""Messages and questions are seen whole, whatever is in them and however large the letters."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

import reader.ui
from reader.settings import Settings
from reader.ui.dialogs import ask
from reader.ui.eliding import elided
from reader.ui.looks.wardrobe import apply_looks
from reader.ui.message_box import MessageBox

UI = Path(reader.ui.__file__).parent


@pytest.fixture(params=[100, 400])
def zoom(request, application):
    apply_looks(application, Settings(zoom=request.param))
    return request.param


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def shown(box, qtbot):
    box.open()
    qtbot.waitExposed(box)
    QApplication.processEvents()
    return box


def inside(box):
    """The part of the screen that the buttons must lie in."""
    return QRect(0, 0, box.width(), box.height())


def test_no_button_is_cut(zoom, window, qtbot):
    box = MessageBox(window, QMessageBox.Icon.Question, "New note")
    box.setText("What was written is not kept yet. Shall it be kept?")
    for text in ("&Keep what was written", "&Discard", "Cancel"):
        box.addButton(text, QMessageBox.ButtonRole.ActionRole)
    shown(box, qtbot)
    for button in box.buttons():
        assert button.width() >= button.minimumSizeHint().width()
        place = QRect(button.mapTo(box, button.rect().topLeft()), button.size())
        assert inside(box).contains(place)


def test_a_text_longer_than_the_screen_is_high_is_scrolled(zoom, window, qtbot):
    box = ask(window, "Remove", "A very long text. " * 1000, "&Remove", lambda: None)
    shown(box, qtbot)
    assert box.height() <= box.screen().availableSize().height()
    for button in box.buttons():
        place = QRect(button.mapTo(box, button.rect().topLeft()), button.size())
        assert inside(box).contains(place)
    label = box.findChild(QWidget, "qt_msgbox_label")
    before = label.mapTo(box, label.rect().topLeft()).y()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
    assert label.mapTo(box, label.rect().topLeft()).y() < before
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageUp)
    assert label.mapTo(box, label.rect().topLeft()).y() == before


def test_every_message_is_made_in_one_way():
    elsewhere = {"message_box.py"}
    for path in UI.rglob("*.py"):
        if path.name not in elsewhere:
            assert not re.search(r"\bQMessageBox\(", path.read_text("utf-8")), path


def test_a_long_title_keeps_its_beginning_and_its_end():
    assert elided("Emma") == "Emma"
    assert elided("Emma\nA novel") == "Emma A novel"
    long = elided(f"The beginning {'of it ' * 1000}and the end")
    assert len(long) <= 80
    assert long.startswith("The beginning")
    assert long.endswith("and the end")
