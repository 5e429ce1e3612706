"""Notes go into files and come out of those of another machine; all that happens is told."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from reader.lexicon.entry import Entry
from reader.library.arriving import Arrived
from reader.library.store import Library
from reader.library.traveling import export_notes
from reader.navigation.place import Position
from reader.script.line import ScriptLine
from reader.ui.lexicon.keeper import LexiconKeeper
from reader.ui.notes.arrival import arrived_in_words
from reader.ui.notes.standing import place_of
from tests.fakes.hands import Hands


@pytest.fixture
def hands(scene):
    return Hands(scene)


@pytest.fixture
def choose(monkeypatch):
    """Has the next file dialog give a path, or nothing; notes what it proposed."""

    def chosen(path):
        proposed = []

        def give(_parent, _title, name="", _kinds=""):
            proposed.append(name)
            return str(path or ""), ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", give)
        monkeypatch.setattr(QFileDialog, "getOpenFileName", give)
        return proposed

    return chosen


@pytest.fixture
def elsewhere(scene, tmp_path):
    """A file of another machine, on which the book was read on and a note was written."""

    def write(book=None):
        book = book or scene.book
        later = time.time() + 3600  # than anything that this machine does in the test
        with_notes = Library(tmp_path / "elsewhere.sqlite", clock=lambda: later)
        with_notes.remember_book(book, tmp_path / "there.epub")
        place = place_of(book, Position(2, 7))
        with_notes.add_bookmark(book.identifier, place, "far", note="from there")
        with_notes.save_place(book.identifier, place)
        with_notes.keep_pronunciations([Entry(word="lamp", say="light", book=book.identifier)])
        with_notes.change_script(book.identifier, gone=(), kept=[scripted(book)])
        export_notes(with_notes, tmp_path / "notes.json")
        with_notes.close()
        return tmp_path / "notes.json"

    return write


def scripted(book):
    """The first sentence, written anew."""
    place = book.chapters[0].text.index("It was late.")
    return ScriptLine(chapter=0, place=place, original="It was late.", ssml="Late.", title="")


def add_note(scene, text="who lit it?"):
    start = scene.book.chapters[0].text.index("The lamp")
    return scene.window.marks.add(scene.book, Position(0, start), extent=21, note=text)


def box(scene, kind=QMessageBox):
    scene.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
    return QApplication.activeModalWidget()


def press(shown, text):
    (button,) = [each for each in shown.buttons() if each.text() == text]
    button.click()


# Out


def test_what_is_marked_is_written_to_be_read(scene, hands, choose, tmp_path):
    add_note(scene)
    proposed = choose(tmp_path / "notes.md")
    assert hands.answer("Ctrl+S") == "Written to notes.md: 1 bookmark or note"
    assert proposed == ["The Lamp on the Quay.md"]
    written = (tmp_path / "notes.md").read_text("utf-8")
    assert "> The lamp was burning." in written
    assert "who lit it?" in written


def test_a_title_that_no_file_can_have_is_made_one(make_scene, choose):
    from tests.fakes.desk import small_book

    scene = make_scene(replace(small_book(), title='Who? Where/when: a "riddle".')).open()
    add_note(scene)
    proposed = choose(None)
    Hands(scene).press("Ctrl+S")
    assert proposed == ["Who Where when a riddle.md"]


def test_where_nothing_is_marked_nothing_is_written(hands, choose):
    proposed = choose(None)
    assert hands.answer("Ctrl+S") == "This book has no bookmarks and no notes."
    assert proposed == []


def test_a_file_that_cannot_be_written_is_told(scene, hands, choose, tmp_path):
    add_note(scene)
    choose(tmp_path / "nowhere" / "notes.md")
    hands.press("Ctrl+S")
    shown = box(scene)
    assert "cannot be written" in shown.text()
    assert not (tmp_path / "nowhere").exists()
    shown.close()


def test_all_notes_are_written_for_another_machine(scene, hands, choose, tmp_path):
    add_note(scene)
    choose(tmp_path / "out.json")
    said = hands.answer("Ctrl+F2")
    assert said == "Written to out.json. Books: 1. Bookmarks and notes: 1."
    assert "who lit it?" in (tmp_path / "out.json").read_text("utf-8")


# In


def test_notes_of_another_machine_are_taken_in_and_counted(scene, hands, choose, elsewhere):
    add_note(scene)
    choose(elsewhere())
    hands.press("Ctrl+Shift+F2")
    shown = box(scene)
    assert shown.text() == "New bookmarks and notes: 1\nBooks read on elsewhere: 1"
    notes = [each.note for each in scene.window.marks.all()]
    assert notes == ["who lit it?", "from there"]
    press(shown, "&Stay here")
    assert hands.place() == (0, 0)


def test_pronunciations_and_script_of_the_other_machine_count_at_once(
    scene, hands, choose, elsewhere
):
    choose(elsewhere())
    hands.press("Ctrl+Shift+F2")
    box(scene).close()
    hands.await_thread("read directions")
    text, direction = scene.book.chapters[0].text, scene.session.direction
    assert [each.delivery.said for each in direction.lexicon.cues(0, 0, len(text))] == ["light"]
    assert list(direction.script.lines(0).values()) == ["Late."]
    words = scene.window.findChild(LexiconKeeper)
    assert [each.word for each in words.entries] == ["lamp"]


def test_one_may_read_on_where_the_other_machine_did(scene, hands, choose, elsewhere):
    choose(elsewhere())
    hands.press("Ctrl+Shift+F2")
    shown = box(scene)
    assert "Chapter 3 of 3: A note, " in shown.informativeText()
    press(shown, "&Go there")
    assert hands.place() == (2, 7)
    assert scene.text == "These are the last words."


def test_a_second_time_nothing_is_new(scene, hands, choose, elsewhere):
    choose(elsewhere())
    hands.press("Ctrl+Shift+F2")
    press(box(scene), "&Stay here")
    scene.window.activateWindow()
    scene.qtbot.waitUntil(scene.window.isActiveWindow)
    hands.press("Ctrl+Shift+F2")
    shown = box(scene)
    assert shown.text().startswith("New bookmarks and notes: 0\nHere already: 1")
    assert len(scene.window.marks.all()) == 1
    shown.close()


def test_notes_to_another_book_leave_this_one_alone(scene, hands, choose, elsewhere):
    choose(elsewhere(replace(scene.book, identifier="another", title="Another")))
    hands.press("Ctrl+Shift+F2")
    shown = box(scene)
    assert "Books that are not here: 1. Their notes are kept for them." in shown.text()
    assert shown.informativeText() == ""
    assert list(scene.window.marks.all()) == []
    shown.close()


def test_notes_are_taken_in_where_no_book_is_open(make_scene, choose, elsewhere, tmp_path):
    scene = make_scene()
    choose(elsewhere())
    Hands(scene).press("Ctrl+Shift+F2")
    shown = box(scene)
    assert shown.text().startswith("New bookmarks and notes: 1")
    shown.close()


@pytest.mark.parametrize("content", ["", "no JSON", "[1]", '{"format": "other"}'])
def test_a_file_that_is_something_else_is_refused(scene, hands, choose, tmp_path, content):
    (tmp_path / "notes.json").write_text(content)
    choose(tmp_path / "notes.json")
    hands.press("Ctrl+Shift+F2")
    shown = box(scene)
    assert "is no file with notes of Tingshu" in shown.text()
    shown.close()


@pytest.mark.parametrize("key", ["Ctrl+F2", "Ctrl+Shift+F2"])
def test_without_a_library_no_file_is_asked_for(make_scene, choose, key):
    scene = make_scene()
    scene.desk.library = None
    proposed = choose(None)
    hands = Hands(scene)
    assert hands.answer(key) in (
        "Nothing is kept, so nothing can be written",
        "Notes cannot be kept",
    )
    assert proposed == []


def test_only_what_there_is_is_counted():
    assert arrived_in_words(Arrived()) == "New bookmarks and notes: 0"
    assert arrived_in_words(Arrived(books=2, notes_new=3, left_out=1)) == (
        "New bookmarks and notes: 3\nNot understood and left out: 1"
    )
