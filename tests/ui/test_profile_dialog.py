"""What a book keeps for itself is ticked, and holds when that is confirmed."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from reader.profiles import GROUPS
from reader.settings import load
from reader.ui.profile_dialog import ProfileDialog
from tests.fakes.keyboard import Desktop


@pytest.fixture
def desktop(qtbot):
    return Desktop(qtbot)


@pytest.fixture
def open_dialog(desktop):
    """Opens the dialog; returns it and what it chooses."""

    def open_dialog(*own):
        chosen = []
        dialog = ProfileDialog("The Lamp", own, desktop.window)
        dialog.chosen.connect(chosen.append)
        return desktop.open(dialog), chosen

    return open_dialog


def test_every_group_that_a_book_may_have_can_be_ticked(open_dialog):
    dialog, _ = open_dialog()
    assert {*dialog.boxes} == {*GROUPS}


def test_what_is_the_books_own_is_ticked_and_the_first_box_has_the_focus(open_dialog):
    dialog, _ = open_dialog("voices", "colours")
    ticked = {group for group, box in dialog.boxes.items() if box.isChecked()}
    assert ticked == {"voices", "colours"}
    assert QApplication.focusWidget() is dialog.boxes["rate"]
    texts = [each.text() for each in dialog.findChildren(QLabel)]
    assert any("“The Lamp” alone" in text for text in texts)


def test_space_ticks_and_enter_takes_it(desktop, open_dialog):
    _, chosen = open_dialog("voices")
    desktop.press("Space", "Tab", "Space", "Tab", "Tab", "Space", "Return")
    assert chosen == [{"rate", "colours"}]
    desktop.wait_for_text()


def test_escape_changes_nothing(desktop, open_dialog):
    _, chosen = open_dialog()
    desktop.press("Space", "Escape")
    desktop.wait_for_text()
    assert chosen == []


def test_enter_on_cancel_changes_nothing(desktop, open_dialog):
    _, chosen = open_dialog()
    desktop.press("Space", "Shift+Tab", "Return")
    desktop.wait_for_text()
    assert chosen == []


def test_it_holds_for_the_open_book(scene):
    choices = scene.window.choices
    dialog = ProfileDialog(scene.book.title, choices.own_groups, scene.window)
    dialog.chosen.connect(choices.choose_own_groups)
    dialog.open()
    dialog.boxes["rate"].click()
    dialog._choose()
    choices.choose(rate=2.0, volume=0.5)
    choices.save()
    assert choices.own_groups == {"rate"}
    assert (load().rate, load().volume) == (1.0, 0.5)
