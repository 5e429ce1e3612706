"""The sleep timer is set from a list, a number or to the end of the chapter."""

from __future__ import annotations

import pytest

from reader.ui.sleep_dialog import CHAPTER, SleepDialog
from tests.fakes.keyboard import Desktop


@pytest.fixture
def desktop(qtbot):
    return Desktop(qtbot)


@pytest.fixture
def open_dialog(desktop):
    """Opens the dialog; returns it and what it chooses."""

    def open_dialog(remaining=None):
        chosen = []
        dialog = SleepDialog(remaining, desktop.window)
        dialog.chosen.connect(chosen.append)
        return desktop.open(dialog), chosen

    return open_dialog


@pytest.mark.parametrize(
    ("downs", "choice"), [(0, None), (1, 5.0), (4, 30.0), (7, 90.0), (8, CHAPTER), (9, 20.0)]
)
def test_enter_takes_what_the_arrows_have_reached(desktop, open_dialog, downs, choice):
    _, chosen = open_dialog()
    desktop.press(*["Down"] * downs, "Return")
    assert chosen == [choice]
    desktop.wait_for_text()


def test_a_number_of_minutes_that_is_written_is_the_one_meant(desktop, open_dialog):
    dialog, chosen = open_dialog()
    desktop.press("Down", "Alt+M")
    dialog.minutes.selectAll()
    desktop.write("25")
    desktop.press("Return")
    assert chosen == [25.0]
    desktop.wait_for_text()


def test_changing_the_time_after_writing_minutes_takes_the_time(desktop, open_dialog):
    _, chosen = open_dialog()
    desktop.press("Alt+M", "Up", "Alt+S", "Home", "Down", "Return")
    assert chosen == [5.0]


def test_escape_changes_nothing(desktop, open_dialog):
    _, chosen = open_dialog(300.0)
    desktop.press("Down", "Escape")
    desktop.wait_for_text()
    assert chosen == []


@pytest.mark.parametrize(
    ("remaining", "told", "row"),
    [
        (None, "The timer is off.", 0),
        (700.0, "Time left: 12 minutes", 9),
        (CHAPTER, "Reading stops at the end of the chapter.", 8),
    ],
)
def test_what_is_set_is_told_with_the_list(open_dialog, remaining, told, row):
    dialog, _ = open_dialog(remaining)
    assert dialog.news.text() == dialog.list.accessibleDescription() == told
    assert dialog.list.currentRow() == row
