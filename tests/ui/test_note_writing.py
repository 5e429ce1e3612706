"""Notes are written where one reads, changed there, met again, and never lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMessageBox
from shiboken6 import isValid

from reader.errors import LibraryError
from reader.navigation.place import Position
from reader.ui.notes.cues import NoteCue
from reader.ui.notes.note_dialog import NoteDialog
from tests.fakes.desk import paragraph
from tests.fakes.hands import Hands

LAMP = "The lamp was burning."


@pytest.fixture
def hands(scene):
    return Hands(scene)


def ask(scene, hands, *keys):
    """Press `keys` and wait for the dialog that asks for a note."""
    hands.press(*(keys or ("Ctrl+N",)))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NoteDialog)
    scene.qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.field)
    return dialog


def back(scene, window=None):
    """The window manager's part when a dialog over `window` has gone."""
    window = window or scene.window
    window.activateWindow()
    scene.qtbot.waitUntil(lambda: QApplication.activeWindow() is window)


def write(scene, hands, text):
    """Write a note here and keep it."""
    dialog = ask(scene, hands)
    hands.write(text)
    said = hands.answer("Ctrl+Return")
    back(scene)
    assert said == "Note kept"
    return dialog


def kept(scene):
    return scene.library.bookmarks(scene.book.identifier)


# Written


def test_a_note_is_to_the_sentence_where_nothing_is_selected(scene, hands):
    hands.put_caret("lamp")
    dialog = ask(scene, hands)
    assert dialog.passage.toPlainText() == LAMP
    hands.write("who lit it?")
    hands.press("Return")
    hands.write("the keeper")
    assert hands.answer("Ctrl+Return") == "Note kept"
    (note,) = kept(scene)
    assert (note.quotation, note.extent) == (LAMP, len(LAMP))
    assert note.note == "who lit it?\nthe keeper"
    assert (note.place.chapter, note.place.offset) == hands.where(LAMP)


def test_a_note_is_to_what_is_selected_without_the_blanks_around_it(scene, hands):
    start = hands.where(" lamp was ")[1]
    scene.window.view.select(start, start + len(" lamp was "))
    dialog = ask(scene, hands)
    assert dialog.passage.toPlainText() == "lamp was"
    hands.answer("Ctrl+Return")
    (note,) = kept(scene)
    assert (note.quotation, note.note) == ("lamp was", "")


def test_characters_beyond_the_basic_plane_are_quoted_as_they_stand(scene, hands):
    hands.put_caret("smile")
    write(scene, hands, "!")
    assert kept(scene)[0].quotation == "A smile 😀 appeared 𠮷 there."


def test_while_the_book_is_spoken_the_note_is_to_what_is_heard(scene, hands):
    start = hands.where("dark night")[1]
    scene.window.view.select(start, start + 4)
    hands.listen_to("It was late.")
    assert ask(scene, hands).passage.toPlainText() == "It was late."
    hands.press("Escape")


def test_who_selects_while_the_book_is_spoken_means_that(scene, hands):
    hands.listen_to("It was late.")
    hands.put_caret("burning")
    hands.press("Ctrl+Shift+Right")
    assert ask(scene, hands).passage.toPlainText() == "burning"
    hands.press("Escape")


def test_everything_in_the_dialog_has_a_name_and_tab_leaves_the_fields(scene, hands):
    ask(scene, hands)
    names = []
    for _ in range(4):
        element = QAccessible.queryAccessibleInterface(QApplication.focusWidget())
        names.append(element.text(QAccessible.Text.Name))
        hands.press("Tab")
    assert sorted(names) == ["Cancel", "Keep", "Note (Ctrl+Enter keeps it)", "Passage"]
    assert names[0] == "Note (Ctrl+Enter keeps it)"
    hands.press("Escape")


# Changed


def test_a_note_where_one_is_changes_it_and_all_can_be_taken_back(scene, hands):
    hands.put_caret("lamp")
    write(scene, hands, "first")
    hands.put_caret("burning")
    dialog = ask(scene, hands)
    assert (dialog.passage.toPlainText(), dialog.field.toPlainText()) == (LAMP, "first")
    hands.write("second")
    hands.answer("Ctrl+Return")
    back(scene)
    assert [each.note for each in kept(scene)] == ["second"]
    assert hands.answer("Ctrl+Z") == "Taken back: The lamp was burning"
    assert [each.note for each in kept(scene)] == ["first"]
    hands.answer("Ctrl+Z")
    assert kept(scene) == []


def test_a_passage_inside_another_has_a_note_of_its_own(scene, hands):
    hands.put_caret("lamp")
    write(scene, hands, "outer")
    hands.press("Ctrl+Shift+Right")
    write(scene, hands, "inner")
    assert [each.quotation for each in kept(scene)] == [LAMP, "lamp"]
    assert scene.window.marks.ranges(0) == [
        (place, place + len(words)) for words in (LAMP, "lamp") for place in [hands.where(words)[1]]
    ]


def test_setting_and_removing_bookmarks_is_taken_back_and_leaves_notes_alone(scene, hands):
    hands.put_caret("lamp")
    write(scene, hands, "a note")
    assert hands.answer("Ctrl+B") == "Bookmark set"
    assert hands.answer("Ctrl+B") == "Bookmark removed"
    assert [each.note for each in kept(scene)] == ["a note"]
    hands.answer("Ctrl+Z")
    assert len(kept(scene)) == 2
    hands.answer("Ctrl+Z")
    assert [each.note for each in kept(scene)] == ["a note"]


# Met again


def test_one_goes_to_a_note_like_to_a_bookmark_and_hears_what_it_says(scene, hands):
    hands.put_caret("lamp")
    write(scene, hands, "who lit  it?")
    hands.press("Ctrl+Home")
    assert hands.answer("F2") == "Note: who lit it?"
    assert hands.place() == hands.where(LAMP)


def test_coming_into_a_passage_by_key_is_told_once_each_time(scene, hands):
    hands.put_caret("burning")
    hands.press("Ctrl+Shift+Right")
    write(scene, hands, "since when?")
    hands.put_caret("was burning")
    assert hands.answer("Right", "Right", "Right", "Right") == "Note"
    hands.said.clear()
    hands.press("Right", "Right")
    assert hands.keep_silent()
    hands.press("Left", "Left", "Left")
    assert hands.answer("Right") == "Note"


def test_a_command_that_comes_into_a_passage_tells_it_with_its_sentence(scene, hands):
    hands.put_caret("lamp")
    write(scene, hands, "who?")
    hands.put_caret("Nobody")
    write(scene, hands, "")
    cue = scene.window.findChild(NoteCue)
    lamp, nobody = (Position(*hands.where(words)) for words in ("lamp was", "Nobody"))
    assert cue.told("It was late.", Position(0, 0)) == "It was late."
    assert cue.told(LAMP, lamp) == "The lamp was burning. There is a note."
    assert cue.told(LAMP, lamp) == LAMP
    assert cue.told("Nobody came.", nobody) == "Nobody came. This is marked."


def test_stepping_into_a_passage_tells_its_note_with_the_sentence(scene, hands):
    hands.put_caret("lamp")
    write(scene, hands, "who?")
    hands.press("Ctrl+Home")
    assert hands.answer("Alt+Down", "Alt+Down") == "The lamp was burning. There is a note."
    assert hands.answer("Alt+Down") == "Nobody came."
    assert hands.answer("Alt+Up") == "The lamp was burning. There is a note."


def test_where_one_is_tells_the_note_else_the_bookmark(scene, hands):
    hands.put_caret("lamp")
    assert "Bookmark" not in hands.answer("W")
    hands.answer("Ctrl+B")
    assert " left. Bookmark: lamp was burning. Nobody" in hands.answer("W")
    write(scene, hands, "who lit it?")
    assert hands.answer("W").endswith(" left. Note: who lit it?")
    hands.press("Ctrl+Shift+I")
    dialog = QApplication.activeModalWidget()
    assert "\nNote: who lit it?\n" in dialog.text.toPlainText()
    dialog.close()


def test_nothing_is_said_of_it_while_the_book_is_spoken(scene, hands):
    hands.put_caret("lamp")
    write(scene, hands, "who?")
    hands.press("Ctrl+Home")
    hands.listen_to("It was late.")
    hands.put_caret("lamp")
    assert hands.keep_silent()


# Never lost


def answer(scene, dialog, answer):
    """Press the button `answer` of the question whether to keep what is written."""
    scene.qtbot.waitUntil(lambda: dialog.question is not None and dialog.question.isVisible())
    (button,) = [each for each in dialog.question.buttons() if each.text() == answer]
    button.click()


def test_escape_asks_first_where_something_is_written(scene, hands):
    dialog = ask(scene, hands)
    hands.write("half a thought")
    hands.press("Escape")
    answer(scene, dialog, "Cancel")
    back(scene, dialog)
    hands.press("Escape")
    answer(scene, dialog, "&Discard")
    assert kept(scene) == []
    back(scene)
    dialog = ask(scene, hands)
    hands.write("a thought")
    hands.press("Escape")
    answer(scene, dialog, "&Keep")
    assert [each.note for each in kept(scene)] == ["a thought"]


def test_escape_asks_nothing_where_nothing_is_written(scene, hands):
    dialog = ask(scene, hands)
    hands.press("Escape")
    assert not isValid(dialog)
    assert kept(scene) == []


@pytest.mark.parametrize("leave", ["another book", "no book"])
def test_what_is_written_is_kept_when_the_book_goes(scene, hands, leave):
    before, dialog = scene.book, ask(scene, hands)
    hands.write("a thought")
    if leave == "another book":
        hands.open_another()
    else:
        scene.desk.close_book()
    hands.put_away()
    assert not isValid(dialog)
    assert [each.note for each in scene.library.bookmarks(before.identifier)] == ["a thought"]
    assert list(scene.window.marks.all()) == []


def test_what_is_written_is_kept_when_the_program_ends(scene, hands):
    dialog = ask(scene, hands)
    hands.write("a thought")
    scene.window.close()
    hands.put_away()
    assert not isValid(dialog)
    assert [each.note for each in kept(scene)] == ["a thought"]


def test_a_note_of_the_book_before_is_not_taken_back_in_the_next(scene, hands):
    before = scene.book
    ask(scene, hands)
    hands.write("half a thought")
    hands.open_another()
    back(scene)
    assert hands.answer("Ctrl+Z") == "Nothing to take back"
    assert [each.note for each in scene.library.bookmarks(before.identifier)] == ["half a thought"]


def test_a_note_that_cannot_be_kept_stays_in_its_dialog(scene, hands, monkeypatch):
    def full(*_, **__):
        raise LibraryError("The library", "The disk is full.", "Make room.")

    dialog = ask(scene, hands)
    hands.write("a thought")
    monkeypatch.setattr(scene.library, "add_bookmark", full)
    hands.press("Ctrl+Return")
    (box,) = [each for each in scene.window.findChildren(QMessageBox) if each.isVisible()]
    assert "The disk is full." in box.text()
    assert dialog.isVisible()
    assert dialog.field.toPlainText() == "a thought"
    assert hands.keep_silent()
    box.close()
    monkeypatch.undo()
    back(scene, dialog)
    assert hands.answer("Ctrl+Return") == "Note kept"


def test_without_a_library_it_is_said_that_a_note_cannot_be_kept(make_scene):
    scene = make_scene()
    scene.desk.library = scene.window.marks._library = None
    hands = Hands(scene.open())
    assert hands.answer("Ctrl+N") == "The note cannot be kept"
    assert QApplication.activeModalWidget() is None


# Another edition


def another_edition(scene, *texts):
    """The same book with a first chapter of these paragraphs."""
    first, *others = scene.book.chapters
    blocks = tuple(map(paragraph, texts))
    return replace(scene.book, chapters=(replace(first, blocks=blocks), *others))


def test_however_many_notes_there_are_all_go_along_with_their_words(scene, hands):
    text = scene.book.chapters[0].text
    for offset in range(60):
        scene.window.marks.add(scene.book, Position(0, offset), extent=30, note=str(offset))
    scene.desk.close_book()
    hands.open_another(book=another_edition(scene, "A foreword.", *text.split("\n")))
    hands.await_thread("keep bookmarks")
    shift = len("A foreword.\n")
    assert [each.note for each in kept(scene)] == [str(offset) for offset in range(60)]
    assert [each.place.offset - shift for each in kept(scene)] == list(range(60))
    assert not any(scene.window.marks.is_uncertain(each) for each in scene.window.marks.all())


def test_a_note_whose_words_are_gone_is_listed_as_uncertain_and_kept(scene, hands):
    hands.put_caret("lamp")
    write(scene, hands, "who?")
    scene.desk.close_book()
    hands.open_another(book=another_edition(scene, "All of this is new by now, every word."))
    assert scene.window.notice.isVisible()
    hands.press("Ctrl+Shift+M")
    dialog = QApplication.activeModalWidget()
    row = dialog.list.model().index(0, 0).data()
    assert row.startswith("The lamp was burning; note: who?; ")
    assert row.endswith(", place uncertain")
    assert "The book has changed" in dialog.whole.toPlainText()
    dialog.close()
    assert [each.quotation for each in kept(scene)] == [LAMP]
