"""Opening, moving, finding and marking by keys alone: every key pressed, every answer awaited."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QPlainTextEdit

from tests.accessibility.conformance.keyboard_reader import press, write

# Beginning and ending


def test_a_new_reader_begins_and_ends_by_keys_alone(make_scene):
    scene = make_scene()
    assert QApplication.focusWidget() is scene.window.welcome.buttons[0]
    assert QApplication.activeModalWidget() is None
    press("Ctrl+Q")
    scene.qtbot.waitUntil(lambda: not scene.window.isVisible())


# Moving


def test_sentences_paragraphs_and_chapters_are_stepped_through_both_ways(reader):
    for forward, backward, arrived in (
        ("Alt+Down", "Alt+Up", "The wheel stood still."),
        ("Ctrl+Down", "Ctrl+Up", "The wheel stood still."),
        ("Ctrl+PgDown", "Ctrl+PgUp", "The river"),
    ):
        press(forward)
        assert reader.scene.text == arrived
        assert reader.at_caret.startswith(arrived)
        press(backward)
        assert reader.scene.text == "The mill"


def test_characters_words_and_lines_are_stepped_through(reader):
    start = reader.chapter.text.index("The wheel")
    press("Down")
    assert reader.view.caret == start
    press("Right", "Right", "Left")
    assert reader.view.caret == start + 1
    press("Left", "Ctrl+Right", "Ctrl+Right")
    assert reader.at_caret.startswith("stood still.")
    press("Ctrl+Left")
    assert reader.at_caret.startswith("wheel stood")
    press("End")
    assert reader.at_caret == ""
    press("Up", "Home")
    assert reader.view.caret == 0


def test_the_contents_open_at_the_chapter_that_is_read(reader):
    press("Ctrl+PgDown", "Ctrl+T")
    contents = reader.window.chapters
    assert QApplication.focusWidget() is contents
    assert contents.currentItem().text(0) == "The river"


def test_entries_of_one_level_are_stepped_between(reader):
    press("Ctrl+T")
    contents = reader.window.chapters
    assert contents.currentItem().text(0) == "The mill"
    press("Left", "Down")
    assert contents.currentItem().text(0) == "Notes"
    press("Return")
    assert reader.scene.text == "Notes"
    assert reader.view.hasFocus()


def test_a_printed_page_is_gone_to(reader):
    press("Ctrl+G")
    reader.dialog()
    write("3")
    press("Return")
    reader.back_in_the_text()
    assert reader.at_caret == "Nobody measured it in June."


def test_where_one_is_is_said_and_shown_without_moving(reader):
    press("Ctrl+PgDown")
    reader.put_caret("Nobody")
    said = reader.hears("W")
    for part in ("Chapter 2 of 3", "The river", "percent", "Page 3"):
        assert part in said
    press("Ctrl+Shift+I")
    shown = reader.dialog().findChild(QPlainTextEdit).toPlainText()
    for part in ("Chapter 2 of 3", "The river", "percent", "Page 3"):
        assert part in shown
    press("Escape")
    reader.back_in_the_text()
    assert reader.at_caret.startswith("Nobody")


def test_after_jumps_one_goes_back_and_forward(reader):
    reader.put_caret("Rain fell")
    press("Ctrl+PgDown", "Ctrl+PgDown")
    assert reader.chapter.title == "Notes"
    press("Alt+Left")
    assert reader.chapter.title == "The river"
    press("Alt+Left")
    assert reader.at_caret.startswith("Rain fell")
    press("Alt+Right", "Alt+Right")
    assert reader.chapter.title == "Notes"


def test_elements_are_moved_to_by_letters(reader):
    for key, arrived in (
        ("H", "What he owned"),
        ("L", "A cat without a name"),
        ("I", "Two sacks"),
        ("1", "The river"),
        ("T", "Month"),
        ("P", "Nobody measured it in June."),
        ("G", "A willow over water"),
        ("]", "Notes"),
    ):
        said = reader.hears(key)
        assert reader.at_caret.startswith(arrived), key
        assert "No next" not in said
    for key, arrived in (
        ("[", "The river"),
        ("Shift+K", "crossed the ford"),
        ("Shift+N", "1"),
        ("Shift+1", "The mill"),
    ):
        reader.hears(key)
        assert reader.at_caret.startswith(arrived), key
    assert reader.hears("Shift+H").startswith("No previous heading")


def test_a_link_is_followed_with_enter_and_the_caret_is_there(reader):
    press("K")
    assert reader.at_caret.startswith("crossed the ford")
    press("Return")
    assert reader.at_caret.startswith("The ford lay by the willow.")
    press("Alt+Down")
    assert reader.scene.text == "The wheel could be heard from there."


def test_a_reference_to_a_note_is_told_as_such(reader):
    assert "note" in reader.hears("N")
    assert reader.at_caret.startswith("1 He had")


def test_a_note_is_reached_and_left_again(reader):
    reader.put_caret("1 He had")
    press("Return")
    assert reader.at_caret == "Millers slept by day."
    press("Backspace")
    assert reader.chapter.title == "The mill"
    assert reader.at_caret.startswith("1 He had")


def test_cells_are_told_with_their_headings(reader):
    press("T")
    assert reader.chapter.title == "The river"
    press("Y")
    said = reader.hears("X")
    for part in ("Depth", "two feet", "row 2 of 3", "column 2 of 2"):
        assert part in said
    assert "four feet" in reader.hears("Y")
    assert "Edge of the table" in reader.hears("Y")


def test_text_is_searched_and_every_place_is_told(reader):
    press("Ctrl+F")
    write("wheel")
    assert "The wheel stood still." in reader.hears("Return")
    assert "could be heard" in reader.hears("Return")
    press("Escape")
    assert reader.view.hasFocus()
    assert reader.at_caret.startswith("wheel")
    assert "The wheel stood still." in reader.hears("F3")
    press("Ctrl+F")
    write("windmill")
    assert "Not found" in reader.hears("Return")


def test_text_is_selected_and_copied(reader, clipboard):
    press("Down", "Shift+End", "Ctrl+C")
    assert clipboard.text() == "The wheel stood still. Rain fell on it."


# Bookmarks


def test_bookmarks_are_set_found_again_and_removed(reader):
    reader.put_caret("Rain fell")
    assert reader.hears("Ctrl+B") == "Bookmark set"
    press("Ctrl+PgDown")
    assert "Rain fell on it." in reader.hears("Shift+F2")
    assert reader.at_caret.startswith("Rain fell")
    identifier = reader.scene.book.identifier
    assert len(reader.scene.library.bookmarks(identifier)) == 1
    assert reader.hears("Ctrl+B") == "Bookmark removed"
    assert reader.scene.library.bookmarks(identifier) == []


def test_bookmarks_are_stepped_between(reader):
    for words in ("It was not much.", "Rain fell"):
        reader.put_caret(words)
        reader.hears("Ctrl+B")
    press("Ctrl+Home")
    assert "Rain fell on it." in reader.hears("B")
    assert "It was not much." in reader.hears("B")
    assert reader.hears("B") == "No next bookmark"
    press("Ctrl+Shift+M")
    listed = reader.dialog().list
    for row, words in enumerate(("Rain fell on it", "It was not much")):
        assert words in listed.model().index(row, 0).data()
    press("Home", "Return")
    reader.back_in_the_text()
    assert reader.at_caret.startswith("Rain fell")
