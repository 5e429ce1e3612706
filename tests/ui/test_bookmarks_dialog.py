"""Bookmarks and notes are found, gone to, named, changed and deleted, by keys alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from reader.books.model import Book, Chapter
from reader.errors import LibraryError
from reader.library.store import Library
from reader.narration.timeline import Timeline
from reader.navigation.measure import Extent
from reader.navigation.place import Position
from reader.ui.bookmarks_dialog import BookmarksDialog
from reader.ui.marks import Marks
from reader.ui.notes.changes import MarkChanges
from reader.ui.undoing import undoing_of
from tests.fakes.desk import paragraph
from tests.fakes.keyboard import Desktop

BOOK = Book(
    title="The Lamp",
    identifier="lamp",
    language="en",
    chapters=(
        Chapter(title="One", blocks=(paragraph("Nobody came.  The lamp was out" + "." * 70),)),
        Chapter(title="Two", blocks=(paragraph("她打开了信。" + "x" * 94),)),
    ),
)


class Opened:
    """The dialog over what `fill` marks in the book, and what it has told the outside."""

    def __init__(self, desktop, library, fill):
        self.desktop, self.library = desktop, library
        self.marks = Marks(library, desktop.window)
        self.problems = []
        self.marks.failed.connect(self.problems.append)
        self.marks.show_book(BOOK, Timeline(BOOK))
        self.changes = MarkChanges(self.marks, undoing_of(desktop.window))
        fill(self)
        self.changes.undoing.forget()
        self.dialog = BookmarksDialog(self.marks, self.changes, Extent(BOOK), desktop.window)
        self.chosen, self.told = [], []
        self.dialog.chosen.connect(self.chosen.append)
        self.dialog.told.connect(self.told.append)
        desktop.open(self.dialog)

    def set(self, chapter, offset, name="", *, extent=0, note=""):
        return self.marks.add(BOOK, Position(chapter, offset), name, extent=extent, note=note)

    @property
    def rows(self):
        model = self.dialog.list.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    @property
    def kept(self):
        return self.library.bookmarks("lamp")

    def refuse(self, monkeypatch, method):
        def fail(*_, **__):
            raise LibraryError("The library", "The disk is full.", "Make room.")

        monkeypatch.setattr(self.library, method, fail)


def three(opened):
    opened.set(0, 14)
    opened.set(1, 0, "灯")
    opened.set(1, 100, "the end")


def with_notes(opened):
    three(opened)
    opened.set(0, 0, extent=12, note="Why did\nnobody come?")


@pytest.fixture
def desktop(qtbot):
    return Desktop(qtbot)


@pytest.fixture
def library(tmp_path):
    library = Library(tmp_path / "library.sqlite")
    library.remember_book(BOOK, Path("lamp.epub"))
    yield library
    library.close()


@pytest.fixture
def open_over(desktop, library):
    return lambda fill: Opened(desktop, library, fill)


@pytest.fixture
def opened(open_over):
    return open_over(three)


def enter(opened, qtbot, text, dialog, *keys):
    """Write `text` into the `dialog` that has come up, and press `keys`."""
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is dialog)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    opened.desktop.write(text)
    opened.desktop.press(*keys)
    if not dialog.isVisible():
        opened.dialog.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is opened.dialog)


def rename(opened, qtbot, name):
    opened.desktop.press("F2")
    enter(opened, qtbot, name, opened.dialog.naming, "Return")


# What is listed


def test_each_is_listed_with_name_or_words_chapter_and_place(opened):
    assert opened.rows == [
        "The lamp was out, One, 7 percent",
        "灯, Two, 50 percent",
        "the end, Two, 100 percent",
    ]


def test_a_note_is_listed_with_what_it_quotes_and_says(open_over):
    opened = open_over(with_notes)
    assert opened.rows[0] == "Nobody came; note: Why did nobody come?; One, 0 percent"
    assert opened.dialog.whole.toPlainText() == "“Nobody came.”\nWhy did\nnobody come?"


def test_letters_find_one(opened, desktop):
    desktop.write("the e")
    assert opened.dialog.current.name == "the end"


@pytest.mark.parametrize("written", ["NOBODY", "why come", "one nobody"])
def test_the_filter_looks_through_names_quotations_notes_and_chapters(open_over, desktop, written):
    opened = open_over(with_notes)
    opened.dialog.filter.setFocus()
    desktop.write(written)
    assert [row.split(";")[0] for row in opened.rows] == ["Nobody came"]
    assert opened.told[-1] == "1 listed"
    desktop.press("Down")
    assert QApplication.focusWidget() is opened.dialog.list


def test_both_forms_of_hanzi_are_the_same_to_the_filter(opened, desktop):
    opened.dialog.filter.setFocus()
    desktop.write("燈")
    assert opened.rows == ["灯, Two, 50 percent"]


def test_a_filter_that_lets_nothing_through_says_so(opened, desktop):
    opened.dialog.filter.setFocus()
    desktop.write("zebra")
    assert opened.rows == []
    assert opened.told[-1] == "0 listed"
    assert opened.dialog.news.text() == "None is listed."
    desktop.press("Return")
    assert opened.chosen == []


def test_a_book_without_bookmarks_says_so(open_over, desktop):
    opened = open_over(lambda _: None)
    told = "This book has no bookmarks and no notes."
    assert opened.dialog.list.accessibleDescription() == told
    assert opened.dialog.news.text() == told
    desktop.press("Return", "Del", "F2", "Ctrl+N", "Ctrl+Z")
    assert opened.chosen == []
    desktop.press("Escape")
    desktop.wait_for_text()


def test_a_place_without_words_is_listed_all_the_same(open_over):
    opened = open_over(lambda opened: opened.set(1, 100))
    assert opened.rows == ["Without text, Two, 100 percent"]


# What is done


def test_enter_goes_there_and_gives_the_focus_back(opened, desktop):
    desktop.press("Down", "Return")
    assert [each.name for each in opened.chosen] == ["灯"]
    desktop.wait_for_text()


def test_f2_gives_another_name(opened, qtbot):
    rename(opened, qtbot, "at   the lamp")
    assert opened.rows[0] == "at the lamp, One, 7 percent"
    assert [each.name for each in opened.kept] == ["at the lamp", "灯", "the end"]
    assert opened.dialog.current.name == "at the lamp"


def test_a_name_of_blanks_is_none_and_the_words_stand_for_it(opened, desktop, qtbot):
    desktop.press("Down")
    rename(opened, qtbot, "  ")
    assert opened.rows[1].startswith("她打开了信。xxx")
    assert opened.kept[1].name == ""


def test_a_note_is_written_to_a_bookmark_and_changed(opened, desktop, qtbot):
    desktop.press("Ctrl+N")
    enter(opened, qtbot, "dark", opened.dialog.writing, "Return")
    enter(opened, qtbot, "indeed", opened.dialog.writing, "Ctrl+Return")
    assert opened.kept[0].note == "dark\nindeed"
    assert opened.rows[0] == "The lamp was out; note: dark indeed; One, 7 percent"


def test_delete_takes_away_and_undo_puts_back_in_turn(opened, desktop):
    before = opened.kept
    desktop.press("Down", "Del", "Del")
    assert opened.rows == ["The lamp was out, One, 7 percent"]
    desktop.press("Ctrl+Z")
    assert opened.dialog.current.name == "the end"
    desktop.press("Ctrl+Z", "Ctrl+Z")
    assert opened.dialog.current.name == "灯"
    assert opened.kept == before
    assert opened.told == [
        "Deleted: 灯",
        "Deleted: the end",
        "Taken back: the end",
        "Taken back: 灯",
    ]


def test_every_change_is_taken_back_in_turn(open_over, desktop, qtbot):
    opened = open_over(with_notes)
    before = opened.kept
    rename(opened, qtbot, "first")
    desktop.press("Ctrl+N")
    enter(opened, qtbot, "another", opened.dialog.writing, "Ctrl+Return")
    opened.dialog.list.setFocus()
    desktop.press("Del")
    assert len(opened.kept) == 3
    desktop.press("Ctrl+Z")
    assert (opened.kept[0].name, opened.kept[0].note) == ("first", "another")
    desktop.press("Ctrl+Z", "Ctrl+Z")
    assert opened.kept == before


def test_the_focus_is_never_lost_when_the_last_one_goes(open_over, desktop):
    opened = open_over(lambda opened: opened.set(0, 0))
    opened.dialog.remove.setFocus()
    desktop.press("Space")
    assert opened.rows == []
    assert QApplication.focusWidget() is opened.dialog.list
    assert not opened.dialog.go.isEnabled()
    desktop.press("Ctrl+Z")
    assert opened.dialog.go.isEnabled()


# What cannot be kept


def test_what_cannot_be_deleted_stays_listed(opened, desktop, monkeypatch):
    opened.refuse(monkeypatch, "remove_bookmark")
    desktop.press("Del")
    assert len(opened.rows) == 3
    assert opened.told == []
    assert [error.reason for error in opened.problems] == ["The disk is full."]
    assert not opened.dialog.undo.isEnabled()


def test_a_name_that_cannot_be_kept_is_not_shown(opened, qtbot, monkeypatch):
    opened.refuse(monkeypatch, "rename_bookmark")
    rename(opened, qtbot, "another")
    assert opened.rows[0] == "The lamp was out, One, 7 percent"
    assert len(opened.problems) == 1


def test_a_note_that_cannot_be_kept_stays_in_its_dialog(opened, desktop, qtbot, monkeypatch):
    desktop.press("Ctrl+N")
    opened.refuse(monkeypatch, "annotate_bookmark")
    enter(opened, qtbot, "dark", opened.dialog.writing, "Ctrl+Return")
    assert opened.dialog.writing.isVisible()
    assert opened.dialog.writing.field.toPlainText() == "dark"
    monkeypatch.undo()
    desktop.press("Ctrl+Return")
    assert opened.kept[0].note == "dark"


def test_what_cannot_be_put_back_can_be_tried_again(opened, desktop, monkeypatch):
    before = opened.kept
    desktop.press("Del")
    opened.refuse(monkeypatch, "put_bookmark_back")
    desktop.press("Ctrl+Z")
    assert opened.told == ["Deleted: The lamp was out"]
    monkeypatch.undo()
    desktop.press("Ctrl+Z")
    assert opened.kept == before
