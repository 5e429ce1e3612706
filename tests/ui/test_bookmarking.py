"""Bookmarks stand by their words, and what cannot be kept is told, once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox

from reader.errors import LibraryError
from tests.fakes.desk import heading, paragraph, small_book
from tests.fakes.hands import Hands

LATE = "It was late."


@pytest.fixture
def hands(scene):
    return Hands(scene)


def with_first_chapter(*blocks):
    """The small book as another edition prints it: the same book, other words."""
    book = small_book()
    return replace(book, chapters=(replace(book.chapters[0], blocks=blocks), *book.chapters[1:]))


def refuse(scene, monkeypatch, *methods):
    """Have the library refuse what `methods` are to write."""

    def fail(*_, **__):
        raise LibraryError("The library", "The disk is full.", "Make room.")

    for name in methods:
        monkeypatch.setattr(scene.library, name, fail)


def without_library(scene):
    scene.desk.library = scene.window.marks._library = None


def problems(scene):
    return [each for each in scene.window.findChildren(QMessageBox) if each.isVisible()]


# Set, found, removed


def test_a_bookmark_is_set_and_removed_by_the_same_key(scene, hands):
    hands.press("Alt+Down")
    assert hands.answer("Ctrl+B") == "Bookmark set"
    hands.press("Right", "Right")  # anywhere in the sentence
    assert hands.answer("Ctrl+B") == "Bookmark removed"
    assert scene.library.bookmarks(scene.book.identifier) == []


def test_one_goes_from_bookmark_to_bookmark_and_is_told_where_there_is_none(scene, hands):
    hands.press("Alt+Down", "Ctrl+B", "Ctrl+PgDown", "Ctrl+B", "Alt+Home", "Ctrl+PgUp")
    assert hands.answer("B") == f"Bookmark: {LATE}"
    assert hands.answer("B") == "Bookmark: 信"
    assert hands.place() == (1, 0)
    assert hands.answer("B") == "No next bookmark"
    assert hands.answer("Shift+B") == f"Bookmark: {LATE}"
    assert hands.answer("Shift+B") == "No previous bookmark"


def test_a_bookmark_with_a_name_is_told_by_it(scene, hands):
    hands.press("Ctrl+PgDown", "Ctrl+Shift+B")
    scene.qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    hands.write("letter")
    hands.press("Return")
    scene.window.activateWindow()
    scene.qtbot.waitUntil(scene.window.isActiveWindow)
    hands.press("Ctrl+PgUp")
    assert hands.answer("F2") == "Bookmark: letter"


# What cannot be kept


def test_a_bookmark_that_cannot_be_kept_is_told_once(scene, hands, monkeypatch):
    refuse(scene, monkeypatch, "add_bookmark")
    hands.press("Ctrl+B")
    (box,) = problems(scene)
    assert "The disk is full." in box.text()
    assert not scene.window.notice.isVisible()
    assert hands.keep_silent()
    assert scene.window.marks.all() == []
    box.close()


def test_without_a_library_it_is_said_that_a_bookmark_cannot_be_kept(make_scene):
    scene = make_scene()
    without_library(scene)
    hands = Hands(scene.open())
    assert hands.answer("Ctrl+B") == "The bookmark cannot be kept"
    assert problems(scene) == []


def test_a_bookmark_that_cannot_be_removed_stays_and_it_is_told_once(scene, hands, monkeypatch):
    hands.answer("Ctrl+B")
    refuse(scene, monkeypatch, "remove_bookmark")
    hands.press("Ctrl+B")
    (box,) = problems(scene)
    assert hands.keep_silent()
    assert len(scene.window.marks.all()) == 1
    box.close()


def test_a_name_that_cannot_be_kept_is_told_over_the_list(scene, hands, monkeypatch):
    hands.press("Ctrl+B", "Ctrl+Shift+M")
    refuse(scene, monkeypatch, "rename_bookmark")
    hands.press("F2")
    hands.write("name")
    hands.press("Return")
    (box,) = problems(scene)
    assert "The disk is full." in box.text()
    assert [each.name for each in scene.window.marks.all()] == [""]
    box.close()


# A book that changed


def mark_sentence(scene, hands):
    """Set a bookmark at "It was late." and put the book away."""
    hands.press("Alt+Down")
    hands.answer("Ctrl+B")
    scene.desk.close_book()


def test_bookmarks_go_along_with_their_words_and_nothing_is_told(scene, hands):
    mark_sentence(scene, hands)
    hands.open_another(
        book=with_first_chapter(
            paragraph("A foreword of the publisher. It is quite long."),
            heading("The harbour"),
            paragraph("It was late. The lamp was burning. Nobody came."),
        )
    )
    assert not scene.window.notice.isVisible()
    assert hands.answer("Ctrl+Home", "B") == f"Bookmark: {LATE}"
    hands.await_thread("keep bookmarks")
    (kept,) = scene.library.bookmarks(scene.book.identifier)
    assert (kept.place.chapter, kept.place.offset) == hands.where(LATE)


def test_bookmarks_of_a_changed_book_are_told_once_and_not_at_every_opening(scene, hands):
    mark_sentence(scene, hands)
    changed = with_first_chapter(heading("Quite"), paragraph("Other words stand here by now."))
    hands.open_another(book=changed)
    assert scene.window.notice.isVisible()
    assert "could not be found again" in scene.window.notice.message
    assert len(scene.window.marks.all()) == 1
    scene.desk.close_book()
    hands.open_another(book=changed)
    assert not scene.window.notice.isVisible()
    assert len(scene.window.marks.all()) == 1


def test_a_bookmark_lost_by_a_further_change_is_told_again(scene, hands):
    mark_sentence(scene, hands)
    changed = with_first_chapter(heading("Quite"), paragraph("Other words stand here by now."))
    hands.open_another(book=changed)
    hands.press("Ctrl+PgDown")
    assert hands.answer("Ctrl+B") == "Bookmark set"
    scene.desk.close_book()
    chapters = (
        *changed.chapters[:1],
        replace(changed.chapters[1], blocks=(paragraph("没有了。"),)),
    )
    hands.open_another(book=replace(changed, chapters=chapters))
    assert scene.window.notice.isVisible()
    assert len(scene.window.marks.all()) == 2
