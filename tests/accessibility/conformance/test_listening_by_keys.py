"""Having the book read, and choosing what is read and marked, by keys alone."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QRadioButton

from tests.accessibility.conformance.keyboard_reader import press


def test_the_reading_goes_on_into_the_next_chapter(reader):
    reader.put_caret("It was not much.")
    press("Ctrl+Return")
    reader.scene.listen_until(lambda: reader.scene.text == "It rose in spring.")
    assert reader.chapter.title == "The river"
    assert reader.view.highlighted == "It rose in spring."


def test_a_selection_is_read_and_nothing_else(reader):
    reader.put_caret("wheel")
    press("Ctrl+Shift+Right", "Ctrl+Shift+Right")
    place = reader.scene.session.passage
    press("Shift+F5")
    sound = reader.scene.sound
    reader.scene.qtbot.waitUntil(lambda: len(sound.outputs) == 2)
    reader.scene.listen_until(lambda: sound.outputs[-1].closed)
    texts = ["wheel stood", "The wheel stood still.", "Rain fell on it."]
    assert reader.heard(texts, output=-1) == ["wheel stood"]
    assert reader.scene.session.passage == place


def test_a_table_is_left_while_it_is_read(reader):
    press("Ctrl+PgDown", "T", "Ctrl+Return")
    reader.scene.listen_until(lambda: "two feet" in reader.scene.text)
    press(",")
    reader.scene.listen_until(lambda: reader.scene.text == "Nobody measured it in June.")
    assert reader.heard(["Month: May; Depth: four feet"]) == []


def test_marks_of_sentence_and_word_are_turned_off(reader):
    press("Alt+Down")
    assert reader.view.extraSelections()
    for name in ("mark_sentence", "mark_word"):
        action = reader.window.findChild(QAction, name)
        assert action.isCheckable()
        assert action.isChecked()
        action.trigger()
        assert not action.isChecked()
    press("Alt+Down")
    assert reader.scene.text == "Rain fell on it."
    assert reader.view.extraSelections() == []


def test_what_is_left_out_is_chosen_for_the_book(reader):
    press("Ctrl+Shift+R")
    reader.dialog()
    assert isinstance(QApplication.focusWidget(), QRadioButton)
    press("Down", "Return")
    reader.back_in_the_text()
    assert reader.scene.library.book_choice(reader.scene.book.identifier, "skip") == "some"
    assert reader.scene.desk.settings.skip == "none"
    press("Ctrl+PgDown", "Ctrl+PgDown", "Alt+Down")
    assert reader.scene.text == "That is all."
