"""What was changed of the settings comes back step by step, and what is sought is found."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from reader.settings import Settings
from reader.ui.settings_pages.choosing import Choosing
from reader.ui.settings_pages.finding import find, title_of
from reader.ui.settings_pages.table import pages


@pytest.fixture
def make(qapp):
    """Makes the settings to choose from, and keeps what is told of them."""
    owner = QObject()

    def make(**choices):
        choosing = Choosing(Settings(**choices), owner)
        choosing.told, choosing.shown = [], []
        choosing.changed.connect(choosing.told.append)
        choosing.replaced.connect(choosing.shown.append)
        return choosing

    yield make
    owner.deleteLater()


def test_several_changes_of_one_setting_in_a_row_are_one_to_take_back(make):
    choosing = make(zoom=100)
    for zoom in (110, 120, 130):
        choosing.choose("zoom", zoom, "Zoom")
    assert choosing.take_back() == "Zoom"
    assert choosing.settings.zoom == 100
    assert not choosing.possible


def test_what_is_again_as_it_was_needs_no_taking_back(make):
    choosing = make()
    choosing.choose("mark_word", False, "Mark")
    choosing.choose("mark_word", True, "Mark")
    assert not choosing.possible
    assert choosing.take_back() == ""


def test_changes_of_two_settings_in_turn_are_taken_back_each_for_itself(make):
    choosing = make(zoom=100, text_size=16)
    choosing.choose("zoom", 110, "Zoom")
    choosing.choose("text_size", 20, "Size")
    choosing.choose("zoom", 120, "Zoom")
    assert [choosing.take_back() for _ in range(4)] == ["Zoom", "Size", "Zoom", ""]
    assert (choosing.settings.zoom, choosing.settings.text_size) == (100, 16)


def test_the_same_value_again_is_no_change(make):
    choosing = make()
    choosing.choose("zoom", 100, "Zoom")
    assert (choosing.told, choosing.possible) == ([], False)


def test_a_change_after_a_reset_is_taken_back_apart_from_it(make):
    choosing = make(zoom=200)
    choosing.reset(["zoom"], "Looks")
    choosing.choose("zoom", 150, "Zoom")
    assert choosing.take_back() == "Zoom"
    assert choosing.settings.zoom == 100
    assert choosing.take_back() == "Looks"
    assert choosing.settings.zoom == 200


def test_resetting_what_is_usual_already_changes_nothing(make):
    choosing = make()
    choosing.reset(["zoom", "theme", "spoken.one"], "Looks")
    assert (choosing.told, choosing.shown, choosing.possible) == ([], [], False)


def test_what_a_control_tells_while_it_is_shown_another_value_is_no_change(make):
    choosing = make(zoom=200)
    choosing.replaced.connect(lambda _names: choosing.choose("zoom", 101, "Zoom"))
    choosing.reset(["zoom"], "Looks")
    assert choosing.settings.zoom == 100


def test_the_oldest_changes_are_forgotten_at_last(make):
    choosing = make()
    for number in range(150):
        name, value = (("zoom", 51 + number), ("text_size", 7 + number))[number % 2]
        choosing.choose(name, value, str(number))
    taken = 0
    while choosing.take_back():
        taken += 1
    assert taken == 100


def test_a_way_to_say_numbers_that_nobody_knows_counts_as_the_usual_one(make):
    assert make(spoken={"one": "nonsense"}).value("spoken.one") == "yao"


@pytest.mark.parametrize("sought", ["語言", "语言", "LANGUAGE", "ｌａｎｇｕａｇｅ"])
def test_case_width_and_script_do_not_matter_to_the_search(qapp, sought):
    assert "interface_language" in [each.setting.name for each in find(pages(), sought)]


@pytest.mark.parametrize("sought", ["", "   ", "\0", "(", "." * 10_000])
def test_what_is_no_word_finds_nothing(qapp, sought):
    assert find(pages(), sought) == []


def test_every_setting_is_found_by_its_own_name(qapp):
    for number, page in enumerate(pages()):
        for setting in page.settings:
            found = find(pages(), title_of(setting))
            assert (number, setting) in [(each.page, each.setting) for each in found]
