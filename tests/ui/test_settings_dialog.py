"""Every choice holds as soon as it is made, by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from reader.settings import CHOICES, Settings
from reader.ui.groups import RadioChoice
from reader.ui.settings_dialog import SettingsDialog
from tests.fakes.keyboard import Desktop


@pytest.fixture
def desktop(qtbot):
    return Desktop(qtbot)


@pytest.fixture
def open_dialog(desktop):
    """Opens the dialog; returns it and all that it changes."""

    def open_dialog(**choices):
        changes = []
        dialog = SettingsDialog(Settings(**choices), desktop.window)
        dialog.changed.connect(changes.append)
        return desktop.open(dialog), changes

    return open_dialog


def test_a_box_that_is_ticked_holds_at_once(desktop, open_dialog):
    _, changes = open_dialog()
    desktop.press("Tab", "Space", "Tab", "Tab", "Space")
    assert changes == [{"caret_follows": True}, {"mark_sentence": False}]


def test_opening_and_leaving_changes_nothing(desktop, open_dialog):
    _, changes = open_dialog(pause_sentence=0.123, announce_by="event", study="paragraph")
    desktop.press("Down", "Down", "Tab", "Escape")
    desktop.wait_for_text()
    assert changes == []


def test_a_pause_goes_by_tenths_down_to_none(desktop, open_dialog):
    _, changes = open_dialog(pause_sentence=0.15)
    desktop.press("Down", "Tab", "Down", "Down", "Down")
    assert changes == [{"pause_sentence": pytest.approx(0.05)}, {"pause_sentence": 0.0}]


@pytest.mark.parametrize("leave", ["Tab", "Escape"])
def test_a_pause_that_is_written_holds_however_the_field_is_left(desktop, open_dialog, leave):
    dialog, changes = open_dialog()
    desktop.press("Down", "Tab")
    dialog.controls["pause_sentence"].selectAll()
    desktop.write("1.5")
    desktop.press(leave)
    assert changes == [{"pause_sentence": 1.5}]


def test_radio_buttons_choose_by_arrows(desktop, open_dialog):
    dialog, changes = open_dialog()
    desktop.press(*["Tab"] * 5)
    assert QApplication.focusWidget() is dialog.controls["study"].buttons["off"]
    desktop.press("Down", "Down")
    assert changes == [{"study": "sentence"}, {"study": "paragraph"}]


def test_enter_on_a_page_goes_into_it(desktop, open_dialog):
    dialog, changes = open_dialog()
    desktop.press("Down", "Return")
    assert dialog.controls["pause_sentence"].hasFocus()
    assert changes == []
    desktop.press("Up", "Return")
    desktop.wait_for_text()
    assert changes == [{"pause_sentence": 0.5}]


def test_enter_presses_the_button_that_has_the_focus(desktop, open_dialog):
    dialog, changes = open_dialog(mark_word=False)
    desktop.press("Shift+Tab", "Shift+Tab", "Return")
    assert changes == [{"mark_word": True}]
    assert dialog.isVisible()
    desktop.press("Tab", "Return")
    desktop.wait_for_text()


def test_tab_stops_only_at_what_the_page_shows_and_comes_round(desktop, open_dialog):
    dialog, _ = open_dialog()
    for row in range(dialog.pages.count()):
        dialog.pages.setFocus()
        desktop.press("Home", *["Down"] * row)
        shown = {name for name, control in dialog.controls.items() if control.isVisible()}
        met = set()
        for _ in range(20):
            desktop.press("Tab")
            focus = QApplication.focusWidget()
            if focus is dialog.pages:
                break
            met |= {n for n, c in dialog.controls.items() if c is focus or c.isAncestorOf(focus)}
        assert focus is dialog.pages
        assert met == shown
    assert set().union(dialog.controls) <= {*Settings.__dataclass_fields__}


def test_the_usual_values_come_back_and_that_is_told(desktop, open_dialog, qtbot):
    dialog, changes = open_dialog(mark_word=False, pause_heading=3.0, announce_by="event")
    told = []
    dialog.told.connect(told.append)
    desktop.press("Alt+U")
    qtbot.waitUntil(lambda: told == ["The usual values hold again."])
    assert sorted(name for change in changes for name in change) == [
        "announce_by", "mark_word", "pause_heading",
    ]  # fmt: skip
    usual = Settings()
    assert {"pause_heading": usual.pause_heading} in changes
    assert {"announce_by": usual.announce_by} in changes
    assert dialog.isVisible()


def test_the_words_offered_are_those_that_the_settings_know(open_dialog):
    dialog, _ = open_dialog()
    for name, control in dialog.controls.items():
        if isinstance(control, RadioChoice):
            assert sorted(control.buttons) == sorted(CHOICES[name])


def test_a_group_is_named_and_its_buttons_only_by_themselves(open_dialog):
    dialog, _ = open_dialog()
    study = dialog.controls["study"]
    group = QAccessible.queryAccessibleInterface(study)
    assert group.text(QAccessible.Text.Name) == "Stop to study"
    button = QAccessible.queryAccessibleInterface(study.buttons["off"])
    assert button.text(QAccessible.Text.Name) == "Never"
    assert QAccessible.RelationFlag.Label not in [kind for _, kind in button.relations()]


def open_emphasis(dialog, desktop):
    """Go into the page of emphasis, whose first field then has the focus."""
    row = [dialog.pages.item(row).text() for row in range(dialog.pages.count())].index("Emphasis")
    desktop.press(*["Down"] * row, "Return")
    assert dialog.emphasis.strengths["stress_markup"].hasFocus()


def test_emphasis_goes_by_tenths_from_none_to_twice_as_much(desktop, open_dialog):
    dialog, changes = open_dialog(stress_markup=0.15, stress_headings=1.95)
    open_emphasis(dialog, desktop)
    desktop.press("Down", "Down", "Down", "Tab", "Up", "Up")
    assert changes == [{"stress_markup": 0.05}, {"stress_markup": 0.0}, {"stress_headings": 2.0}]


def test_every_strength_has_its_own_field_that_shows_it(open_dialog):
    chosen = {"stress_markup": 0.5, "stress_headings": 1.1, "stress_terms": 0.0}
    dialog, _ = open_dialog(**chosen)
    shown = {name: field.value() for name, field in dialog.emphasis.strengths.items()}
    assert shown == {
        "stress_markup": 50,
        "stress_headings": 110,
        "stress_terms": 0,
        "stress_words": 100,
    }


@pytest.mark.parametrize("leave", ["Tab", "Escape"])
def test_a_strength_that_is_written_holds_however_the_field_is_left(desktop, open_dialog, leave):
    dialog, changes = open_dialog()
    open_emphasis(dialog, desktop)
    dialog.emphasis.strengths["stress_markup"].selectAll()
    desktop.write("150")
    desktop.press(leave)
    assert changes == [{"stress_markup": 1.5}]


def test_the_usual_values_of_the_other_pages_come_back_too(desktop, open_dialog, qtbot):
    _, changes = open_dialog(stress_words=0.5, characters=False)
    desktop.press("Alt+U")
    qtbot.waitUntil(lambda: len(changes) == 2)
    assert {"stress_words": 1.0} in changes
    assert {"characters": True} in changes
