"""Bookmarks are gone to, named, deleted and put back, by keys alone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from reader.books.model import Block, BlockKind, Book, Chapter, Run
from reader.library.bookmarks import Bookmark
from reader.library.places import Place
from reader.ui.bookmarks_dialog import BookmarksDialog
from tests.fakes.keyboard import Desktop


def chapter(title):
    return Chapter(
        title=title, blocks=(Block(kind=BlockKind.PARAGRAPH, runs=(Run(text="x" * 100),)),)
    )


BOOK = Book(title="The Lamp", identifier="lamp", chapters=(chapter("One"), chapter("Two")))


def mark(number, chapter, offset, *, name="", after="It was late.  The lamp"):
    return Bookmark(
        number=number,
        book="lamp",
        place=Place(chapter, offset, "before", after, BOOK.chapters[chapter].title),
        name=name,
        created=datetime(2026, 1, 1, tzinfo=UTC),
    )


MARKS = [mark(1, 0, 50), mark(2, 1, 0, name="灯"), mark(3, 1, 100, name="the end")]


class Opened:
    """The dialog over `marks`, and what it has told the outside."""

    def __init__(self, desktop, marks):
        self.desktop = desktop
        self.dialog = BookmarksDialog(marks, BOOK, desktop.window)
        self.news = []
        for name in ("chosen", "renamed", "removed", "restored"):
            signal = getattr(self.dialog, name)
            signal.connect(lambda *values, name=name: self.news.append((name, *values)))
        self.told = []
        self.dialog.told.connect(self.told.append)
        desktop.open(self.dialog)

    @property
    def rows(self):
        return [self.dialog.list.item(row).text() for row in range(self.dialog.list.count())]


@pytest.fixture
def desktop(qtbot):
    return Desktop(qtbot)


@pytest.fixture
def opened(desktop):
    return Opened(desktop, MARKS)


def test_each_is_listed_with_name_or_words_chapter_and_place(opened):
    assert opened.rows == [
        "It was late. The lamp, One, 25 percent",
        "灯, Two, 50 percent",
        "the end, Two, 100 percent",
    ]


def test_enter_goes_to_the_bookmark_and_gives_the_focus_back(opened, desktop):
    desktop.press("Down", "Return")
    assert opened.news == [("chosen", MARKS[1])]
    desktop.wait_for_text()


def test_letters_find_a_bookmark(opened, desktop):
    desktop.write("the")
    assert opened.dialog.current == MARKS[2]


def rename(opened, qtbot, name):
    opened.desktop.press("F2")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is opened.dialog.naming)
    opened.dialog.naming.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is opened.dialog.naming)
    opened.desktop.write(name)
    opened.desktop.press("Return")


def test_f2_gives_another_name(opened, qtbot):
    rename(opened, qtbot, "at   the lamp")
    assert opened.news == [("renamed", MARKS[0], "at the lamp")]
    assert opened.rows[0] == "at the lamp, One, 25 percent"
    assert opened.dialog.current.name == "at the lamp"


def test_a_name_of_blanks_is_none_and_the_words_stand_for_it(opened, desktop, qtbot):
    desktop.press("Down")
    rename(opened, qtbot, "  ")
    assert opened.news == [("renamed", MARKS[1], "")]
    assert opened.rows[1] == "It was late. The lamp, Two, 50 percent"


def test_delete_takes_away_and_undo_puts_back_in_turn(opened, desktop):
    desktop.press("Down", "Del", "Del")
    assert opened.rows == ["It was late. The lamp, One, 25 percent"]
    desktop.press("Ctrl+Z")
    assert opened.dialog.current == MARKS[2]
    desktop.press("Ctrl+Z", "Ctrl+Z")
    assert [row.split(",")[0] for row in opened.rows] == ["It was late. The lamp", "灯", "the end"]
    assert opened.dialog.current == MARKS[1]
    assert opened.news == [
        ("removed", MARKS[1]),
        ("removed", MARKS[2]),
        ("restored", MARKS[2]),
        ("restored", MARKS[1]),
    ]
    assert opened.told == [
        "Deleted: 灯",
        "Deleted: the end",
        "Put back: the end",
        "Put back: 灯",
    ]


def test_a_renamed_bookmark_is_deleted_and_put_back_with_its_new_name(opened, desktop, qtbot):
    rename(opened, qtbot, "new")
    opened.dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is opened.dialog)
    opened.dialog.list.setFocus()
    desktop.press("Del", "Ctrl+Z")
    [removed, restored] = opened.news[1:]
    assert removed[1] == restored[1] == opened.dialog.current
    assert restored[1].name == "new"


def test_the_focus_is_never_lost_when_the_last_one_goes(desktop):
    opened = Opened(desktop, MARKS[:1])
    opened.dialog.remove.setFocus()
    desktop.press("Space")
    assert opened.rows == []
    assert QApplication.focusWidget() is opened.dialog.list
    assert not opened.dialog.go.isEnabled()
    desktop.press("Return", "F2", "Del")
    assert [name for name, *_ in opened.news] == ["removed"]
    desktop.press("Ctrl+Z")
    assert opened.dialog.go.isEnabled()


def test_a_book_without_bookmarks_says_so(desktop):
    opened = Opened(desktop, [])
    told = "This book has no bookmarks."
    assert opened.dialog.list.accessibleDescription() == told
    assert told in [label.text() for label in opened.dialog.findChildren(QLabel)]
    desktop.press("Return", "Del", "Ctrl+Z")
    assert opened.news == []
    desktop.press("Escape")
    desktop.wait_for_text()


def test_a_place_beyond_a_book_that_has_changed_is_listed_at_its_end(desktop):
    opened = Opened(desktop, [mark(1, 1, 0, after="")])
    far = Opened(
        desktop,
        [Bookmark(number=9, book="lamp", place=Place(7, 5000), name="", created=MARKS[0].created)],
    )
    assert opened.rows == ["Without text, Two, 50 percent"]
    assert far.rows == ["Without text, 100 percent"]
