"""The help takes the place of the open book, and gives it back."""

from __future__ import annotations

import pytest

from reader.books.registry import read_book
from reader.library.store import Library


@pytest.fixture
def scene(make_scene):
    """A window with its own book open; files that are there are really read."""
    scene = make_scene()
    scene.read_book = lambda path, **options: (
        read_book(path, **options) if path.is_file() else scene.book
    )
    return scene.open()


def press(scene, command):
    """Give `command`, and wait for the book that it opens."""
    with scene.qtbot.waitSignal(scene.desk.opened):
        scene.window.actions_by_name[command].trigger()


def test_the_help_is_a_book_in_the_window(scene):
    press(scene, "help")
    assert scene.session.book.title == "Using Tingshu"
    assert scene.window.windowTitle() == "Using Tingshu — Tingshu"
    assert scene.window.view.hasFocus()
    assert scene.window.view.toPlainText().startswith("First steps")


@pytest.mark.parametrize("command", ["help", "close_book"])
def test_closing_it_brings_the_book_back_at_its_place(scene, command):
    scene.window.actions_by_name["next_chapter"].trigger()
    scene.window.actions_by_name["next_sentence"].trigger()
    before = scene.text
    press(scene, "help")
    scene.window.actions_by_name["next_chapter"].trigger()
    press(scene, command)
    assert scene.session.book.title == scene.book.title
    assert scene.text == before


def test_it_comes_back_at_its_place_without_a_library_too(scene):
    scene.desk.library = None
    scene.window.actions_by_name["next_chapter"].trigger()
    scene.qtbot.waitUntil(lambda: scene.window.shown_chapter == 1)
    before = scene.text
    press(scene, "help")
    with scene.qtbot.waitSignal(scene.desk.place_wanted):
        scene.window.actions_by_name["help"].trigger()
    assert scene.text == before


def test_it_stands_on_no_shelf_and_is_not_the_last_book(scene):
    press(scene, "help")
    press(scene, "help")
    press(scene, "help")
    for known in (scene.library.books(), scene.library.recent()):
        assert [entry.title for entry in known] == [scene.book.title]


def test_its_place_is_kept_and_it_can_be_marked(scene):
    press(scene, "help")
    scene.window.actions_by_name["next_chapter"].trigger()
    place = scene.text
    scene.window.actions_by_name["bookmark"].trigger()
    press(scene, "help")
    press(scene, "help")
    assert scene.text == place
    assert len(scene.window.marks.all()) == 1
    assert scene.window.news.problem is None


def test_without_a_book_closing_it_shows_the_first_page(make_scene):
    scene = make_scene()
    scene.read_book = read_book
    press(scene, "help")
    with scene.qtbot.waitSignal(scene.desk.closed):
        scene.window.actions_by_name["close_book"].trigger()
    assert scene.desk.session is None
    assert scene.window.welcome.isVisible()


def test_after_another_book_the_one_below_the_help_is_forgotten(scene, tmp_path):
    press(scene, "help")
    other = tmp_path / "other.txt"
    other.write_text("Quite another book.\n", "utf-8")
    with scene.qtbot.waitSignal(scene.desk.opened):
        scene.desk.open(other)
    with scene.qtbot.waitSignal(scene.desk.closed):
        scene.window.actions_by_name["close_book"].trigger()
    assert scene.desk.session is None


def test_a_book_that_cannot_be_opened_again_does_not_keep_the_help_open(scene):
    press(scene, "help")
    scene.path.write_bytes(b"")
    with scene.qtbot.waitSignal(scene.desk.failed):
        scene.window.actions_by_name["close_book"].trigger()
    scene.window.news.problem.reject()
    with scene.qtbot.waitSignal(scene.desk.closed):
        scene.window.actions_by_name["close_book"].trigger()


def test_a_library_that_refuses_does_not_keep_the_help_from_being_read(scene, monkeypatch):
    from reader.errors import LibraryError

    def refuse(*_):
        raise LibraryError("library.sqlite", "It can only be read.")

    monkeypatch.setattr(Library, "take_off_shelf", refuse)
    press(scene, "help")
    assert scene.session.book.title == "Using Tingshu"
    assert scene.window.news.problem is None


def test_help_that_cannot_be_written_is_told(scene, monkeypatch):
    def fail(_keymap):
        raise OSError("the disk is full")

    monkeypatch.setattr("reader.ui.help.help_book.write_guide", fail)
    scene.window.actions_by_name["help"].trigger()
    scene.qtbot.waitUntil(lambda: scene.window.news.problem is not None)
    assert scene.session.book.title == scene.book.title
    scene.window.news.problem.reject()
