"""Where am I: in one breath, and as lines to be read at leisure."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from reader.navigation.whereabouts import Whereabouts
from reader.ui.where_dialog import WhereDialog, duration_in_words, whereabouts_in_words
from tests.fakes.keyboard import Desktop


def place(**changes):
    values = {
        "chapter_number": 3,
        "chapters": 20,
        "chapter_title": "The letter",
        "headings": ("Part one", "The letter"),
        "fraction": 0.4512,
        "page": "xii",
        "last_page": "312",
        "line": 7,
        "lines": 120,
        "seconds_left_in_chapter": 700.0,
        "seconds_left": 4800.0,
    }
    return Whereabouts(**{**values, **changes})


def test_the_place_is_said_in_one_breath():
    assert whereabouts_in_words(place()) == (
        "Chapter 3 of 20, The letter. 45 percent. Page xii. 1 hour 20 minutes left."
    )


def test_what_is_not_known_is_not_said():
    bare = place(chapter_title="", page=None, last_page=None, seconds_left=None)
    assert whereabouts_in_words(bare) == "Chapter 3 of 20. 45 percent."


def test_a_title_that_ends_with_a_sign_of_its_own_gets_no_second_one():
    assert "Who is there? 45 percent" in whereabouts_in_words(place(chapter_title="Who is there?"))


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "Less than a minute"),
        (-5, "Less than a minute"),
        (29, "Less than a minute"),
        (45, "1 minute"),
        (119, "2 minutes"),
        (3599, "1 hour"),
        (3660, "1 hour 1 minute"),
        (36_000 + 120, "10 hours 2 minutes"),
    ],
)
def test_durations_are_said_in_hours_and_minutes(seconds, words):
    assert duration_in_words(seconds) == words


@pytest.fixture
def desktop(qtbot):
    return Desktop(qtbot)


def test_every_line_can_be_read_with_the_arrows_and_escape_goes_back(desktop):
    dialog = WhereDialog(place(), desktop.window, title="The Lamp", rate=1.5, voice="Amy")
    desktop.open(dialog)
    text = QApplication.focusWidget()
    assert text is dialog.text
    lines = []
    for _ in range(text.document().blockCount()):
        lines.append(text.textCursor().block().text())
        desktop.press("Down")
    assert lines == [
        "Book: The Lamp",
        "Chapter 3 of 20, The letter",
        "Headings: Part one › The letter",
        "45.1 percent of the book",
        "Page xii; the last is 312",
        "Paragraph 7 of 120 in the chapter",
        "Left in the chapter: 12 minutes",
        "Left in the book: 1 hour 20 minutes",
        "Rate: 1.5",
        "Voice: Amy",
    ]
    desktop.press("Escape")
    desktop.wait_for_text()


def test_the_text_cannot_be_changed_and_lets_tab_out(desktop):
    dialog = WhereDialog(place(), desktop.window)
    desktop.open(dialog)
    before = dialog.text.toPlainText()
    desktop.write("x")
    desktop.press("Tab")
    assert dialog.text.toPlainText() == before
    assert not dialog.text.hasFocus()
    desktop.press("Return")
    desktop.wait_for_text()


def test_lines_of_what_is_not_known_are_left_out(desktop):
    dialog = WhereDialog(
        place(headings=(), page=None, seconds_left_in_chapter=None, seconds_left=None),
        desktop.window,
    )
    desktop.open(dialog)
    assert dialog.text.toPlainText().split("\n") == [
        "Chapter 3 of 20, The letter",
        "45.1 percent of the book",
        "Paragraph 7 of 120 in the chapter",
    ]
