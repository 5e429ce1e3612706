"""The find bar: Enter goes on, Shift+Enter back, Escape gives the text its focus again."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from reader.navigation.find import Query
from reader.ui.find_bar import FindBar
from tests.fakes.keyboard import Desktop


@pytest.fixture
def desktop(qtbot):
    """A window with the bar below its text."""
    desktop = Desktop(qtbot)
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(desktop.text)
    desktop.bar = FindBar()
    column.addWidget(desktop.bar)
    desktop.window.setCentralWidget(page)
    desktop.wanted = []
    desktop.bar.wanted.connect(
        lambda backwards: desktop.wanted.append((desktop.bar.query.text, backwards))
    )
    desktop.bar.closed.connect(desktop.text.setFocus)
    desktop.text.setFocus()
    return desktop


def test_the_bar_is_hidden_until_it_is_asked_for(desktop):
    assert not desktop.bar.isVisible()
    desktop.bar.begin()
    assert desktop.bar.isVisible()
    assert QApplication.focusWidget() is desktop.bar.field


def test_enter_looks_on_and_shift_enter_back_and_the_focus_stays(desktop):
    desktop.bar.begin()
    desktop.write("灯 lamp")
    desktop.press("Return", "Shift+Return", "Return")
    assert desktop.wanted == [("灯 lamp", False), ("灯 lamp", True), ("灯 lamp", False)]
    assert QApplication.focusWidget() is desktop.bar.field


def test_the_buttons_do_the_same_with_enter_on_them(desktop):
    desktop.bar.begin("lamp")
    desktop.press("Tab", "Return", "Tab", "Return")
    assert desktop.wanted == [("lamp", False), ("lamp", True)]


@pytest.mark.parametrize("written", ["", "  "])
def test_nothing_is_looked_for_where_nothing_is_written(desktop, written):
    desktop.bar.begin()
    desktop.write(written)
    desktop.press("Return")
    assert desktop.wanted == []


def test_escape_closes_from_everywhere_and_gives_the_focus_back(desktop):
    for tabs in range(8):
        desktop.bar.begin()
        desktop.press(*["Tab"] * tabs, "Escape")
        assert not desktop.bar.isVisible()
        assert QApplication.focusWidget() is desktop.text


def test_what_was_looked_for_last_is_there_to_be_written_over(desktop):
    desktop.bar.begin()
    desktop.write("lamp")
    desktop.press("Escape")
    desktop.bar.begin()
    assert desktop.bar.field.selectedText() == "lamp"
    desktop.write("quay")
    assert desktop.bar.text == "quay"


def test_a_message_is_shown_until_something_else_is_looked_for(desktop):
    desktop.bar.begin("lamp")
    desktop.bar.show_message("Not found")
    assert desktop.bar.news.text() == "Not found"
    desktop.press("Return")
    assert desktop.bar.news.text() == ""
    desktop.bar.show_message("Not found")
    desktop.write("s")
    assert desktop.bar.news.text() == ""


def test_everything_on_it_has_a_name(desktop):
    desktop.bar.begin()
    names = []
    for _ in range(8):
        element = QAccessible.queryAccessibleInterface(QApplication.focusWidget())
        names.append(element.text(QAccessible.Text.Name))
        desktop.press("Tab")
    assert names == [
        "Find",
        "Next hit",
        "Previous hit",
        "List hits…",
        "Match case",
        "Whole words",
        "Regular expression",
        "Close find",
    ]


def test_what_is_chosen_beside_the_words_goes_along_with_them(desktop):
    bar = desktop.bar
    bar.begin("l.mp")
    assert bar.query == Query("l.mp")
    for option in (bar.case, bar.whole_words, bar.regular):
        option.setFocus()
        desktop.press("Space")
    assert bar.query == Query("l.mp", case=True, whole_words=True, regular=True)


def test_blanks_are_nothing_but_to_a_regular_expression(desktop):
    desktop.bar.begin("  ")
    assert desktop.bar.query is None
    desktop.bar.regular.setChecked(True)
    assert desktop.bar.query == Query("  ", regular=True)


def test_another_choice_makes_what_was_told_of_the_last_one_go(desktop):
    desktop.bar.begin("lamp")
    desktop.bar.show_message("Not found")
    desktop.bar.case.setChecked(True)
    assert desktop.bar.news.text() == ""


def test_the_list_is_asked_for_with_its_button(desktop, qtbot):
    desktop.bar.begin("lamp")
    with qtbot.waitSignal(desktop.bar.listing_wanted):
        desktop.press("Tab", "Tab", "Tab", "Space")


def test_in_a_narrow_window_it_goes_on_in_further_rows_and_nothing_is_cut(desktop, qtbot):
    bar = desktop.bar
    bar.begin("lamp")
    heights = []
    for width in (1200, 360):
        desktop.window.resize(width, 500)
        qtbot.waitUntil(
            lambda width=width: (
                abs(bar.width() - width) < 40 and bar.height() == bar.sizeHint().height()
            )
        )
        heights.append(bar.height())
    assert heights[1] > heights[0]
    for each in (bar.field, bar.next, bar.list_hits, bar.regular, bar.close_button):
        place = each.mapTo(bar, each.rect().topLeft())
        assert bar.rect().contains(each.rect().translated(place)), each
        assert each.width() >= each.minimumSizeHint().width()


def test_where_there_is_no_height_for_all_rows_what_has_the_focus_is_seen(desktop, qtbot):
    bar = desktop.bar
    desktop.text.setMinimumHeight(150)
    bar.begin("lamp")
    desktop.window.resize(360, 230)
    qtbot.waitUntil(lambda: bar.width() < 400 and bar.height() < 100)
    for _ in range(8):
        focus = QApplication.focusWidget()
        assert not focus.visibleRegion().isEmpty(), focus
        desktop.press("Tab")
