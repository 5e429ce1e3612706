from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from reader.errors import LibraryError
from reader.library.shelf import ShelfEntry
from reader.ui.welcome import Welcome

DAY = datetime(2026, 11, 1, tzinfo=UTC)


def entry(title, **changes):
    known = {
        "identifier": title,
        "title": title,
        "authors": ("A. Writer",),
        "language": "en",
        "path": Path(f"{title}.epub"),
        "added": DAY,
        "opened": DAY,
        "characters": 54_000,
    }
    return ShelfEntry(**{**known, **changes})


@pytest.fixture
def welcome(qtbot):
    """Makes the page, shown in a window of its own, with these books read last."""

    def make(*entries, recent=None, action="&Library…"):
        action = QAction(action)
        page = Welcome([action], "F5", recent=recent or (lambda: entries))
        page.pressed = []
        action.triggered.connect(lambda: page.pressed.append("library"))
        page.action = action
        qtbot.addWidget(page)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.begin("")
        return page

    return make


def test_the_book_read_last_is_one_key_away(welcome, qtbot):
    books = [entry("Emma", read=0.345), entry("Walden", finished=True)]
    page = welcome(*books)
    wanted = []
    page.book_wanted.connect(wanted.append)
    assert QApplication.focusWidget() is page.buttons[0]
    qtbot.keyClick(page.buttons[0], Qt.Key.Key_Return)
    assert wanted == [books[0]]


def test_books_are_shown_with_how_far_they_are_read_and_told_whole(welcome):
    page = welcome(entry("Emma", read=0.345), entry("Tom & Jerry"))
    assert page.recent[0].text() == "Emma · 34 percent read"
    assert page.recent[0].accessibleName() == (
        "Emma, A. Writer, 34 percent read, about 40 minutes left"
    )
    assert page.recent[1].text().startswith("Tom && Jerry")


def test_tab_goes_through_books_before_what_else_can_be_done(welcome, qtbot):
    page = welcome(entry("Emma"), entry("Walden"))
    stops = []
    for _ in page.buttons:
        stops.append(QApplication.focusWidget())
        qtbot.keyClick(stops[-1], Qt.Key.Key_Tab)
    assert stops == page.buttons


def test_the_books_are_asked_for_whenever_the_page_is_shown(welcome):
    books = [entry("Emma")]
    page = welcome(recent=lambda: books)
    books.insert(0, entry("Walden"))
    page.begin("")
    assert [button.text() for button in page.recent] == [
        "Walden · 0 percent read",
        "Emma · 0 percent read",
    ]
    books.clear()
    page.begin("")
    assert page.buttons[0].text() == "Library…"
    page.buttons[0].click()
    assert page.pressed == ["library"]


def test_a_library_that_refuses_leaves_the_rest_to_do(welcome):
    def refuse():
        raise LibraryError("library.sqlite", "It is damaged.", "")

    page = welcome(recent=refuse)
    assert page.recent == []
    assert QApplication.focusWidget() is page.buttons[0]


def test_a_long_title_does_not_widen_the_window(welcome):
    short, long = welcome(entry("Emma")), welcome(entry("A" * 5000))
    assert long.sizeHint().width() == short.sizeHint().width()
    assert long.recent[0].text().endswith("percent read")


def test_large_letters_keep_the_buttons_on_the_screen(welcome):
    page = welcome(entry("Emma"))
    font = page.font()
    font.setPointSize(72)
    page.setFont(font)
    assert page.recent[0].width() <= page.screen().availableSize().width()


def test_a_title_of_several_lines_is_one_line_on_its_button(welcome):
    page = welcome(entry("Emma\nA novel"))
    assert page.recent[0].text().startswith("Emma A novel")


def test_buttons_show_no_letters_that_are_no_keys(welcome):
    page = welcome(action="书库(&L)…")
    assert page.buttons[0].text() == "书库…"


def test_news_of_a_book_is_shown(welcome):
    page = welcome()
    page.begin("“Emma” is no longer there.")
    assert page.news.isVisible()
    page.begin("")
    assert not page.news.isVisible()
