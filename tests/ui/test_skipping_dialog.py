"""What is left out of a book is chosen by arrows, and holds for this book or all."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from reader.narration.skipping import LEVELS
from reader.ui.skipping_dialog import SkippingDialog
from tests.fakes.keyboard import Desktop


@pytest.fixture
def desktop(qtbot):
    return Desktop(qtbot)


@pytest.fixture
def open_dialog(desktop):
    """Opens the dialog; returns it and what it chooses."""

    def open_dialog(level="none", images=True):
        chosen = []
        dialog = SkippingDialog(level, images, desktop.window)
        dialog.chosen.connect(lambda *values: chosen.append(values))
        return desktop.open(dialog), chosen

    return open_dialog


def test_every_level_of_the_reading_can_be_chosen(open_dialog):
    dialog, _ = open_dialog()
    assert tuple(dialog.level.buttons) == LEVELS


@pytest.mark.parametrize(("downs", "level"), [*enumerate(LEVELS)])
def test_arrows_choose_and_enter_takes_it(desktop, open_dialog, downs, level):
    _, chosen = open_dialog()
    desktop.press(*["Down"] * downs, "Return")
    assert chosen == [(level, True, False)]
    desktop.wait_for_text()


def test_the_focus_begins_at_the_present_level(desktop, open_dialog):
    dialog, chosen = open_dialog("most", False)
    assert QApplication.focusWidget() is dialog.level.buttons["most"]
    desktop.press("Return")
    assert chosen == [("most", False, False)]


def test_pictures_and_new_books_are_chosen_apart(desktop, open_dialog):
    _, chosen = open_dialog()
    desktop.press("Tab", "Space", "Tab", "Space", "Return")
    assert chosen == [("none", False, True)]


def test_where_no_picture_is_read_anyway_tab_does_not_stop_at_them(desktop, open_dialog):
    dialog, _ = open_dialog("all")
    desktop.press("Tab")
    assert QApplication.focusWidget() is dialog.for_all
    desktop.press("Shift+Tab", "Up", "Tab")
    assert QApplication.focusWidget() is dialog.images


def test_escape_changes_nothing(desktop, open_dialog):
    _, chosen = open_dialog()
    desktop.press("Down", "Escape")
    desktop.wait_for_text()
    assert chosen == []
