"""The page of the settings about characters: every choice holds at once."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QVBoxLayout

from reader.settings import Settings
from reader.ui.settings_pages.characters import CharactersPage
from tests.fakes.keyboard import Desktop


@pytest.fixture
def open_page(qtbot):
    """Opens the page in a dialog; returns it and all that it changes."""
    desktop = Desktop(qtbot)

    def open_page(**choices):
        dialog, changes = QDialog(desktop.window), []
        page = CharactersPage(Settings(**choices), dialog)
        page.changed.connect(changes.append)
        QVBoxLayout(dialog).addWidget(page)
        desktop.open(dialog)
        return page, changes

    return open_page


def test_it_shows_what_was_chosen_and_changes_nothing(open_page):
    page, changes = open_page(
        characters=False, confidence=0.85, uncertain="neighbour", feelings=False
    )
    assert not page.characters.isChecked()
    assert not page.feelings.isChecked()
    assert page.confidence.value() == 85
    assert page.uncertain.word == "neighbour"
    assert changes == []


def test_every_choice_holds_at_once(open_page):
    page, changes = open_page()
    page.characters.click()
    page.feelings.click()
    page.confidence.setFocus()
    page.confidence.stepUp()
    page.uncertain.buttons["neighbour"].click()
    assert changes == [
        {"characters": False},
        {"feelings": False},
        {"confidence": 0.75},
        {"uncertain": "neighbour"},
    ]


def test_a_number_that_was_written_but_not_left_counts_at_the_end(open_page):
    page, changes = open_page()
    page.confidence.setFocus()
    page.confidence.selectAll()
    QTest.keyClicks(page.confidence, "90")
    assert changes == []
    page.finish()
    assert changes == [{"confidence": 0.9}]


def test_the_usual_values_can_be_had_again(open_page):
    page, changes = open_page(characters=False, confidence=0.2, uncertain="neighbour")
    page.restore()
    assert {name: value for change in changes for name, value in change.items()} == {
        "characters": True,
        "confidence": 0.7,
        "uncertain": "narrator",
    }
