"""A chapter's script is written, checked, heard and kept with keys alone."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from reader import paths
from reader.errors import LibraryError
from reader.script.checking import Problem
from reader.script.files import Draft
from reader.ui.script import checker
from reader.ui.script.reading import checked
from reader.ui.script_dialog import ScriptDialog
from tests.fakes.hands import Hands


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("TINGSHU_HOME", str(tmp_path / "home"))


@pytest.fixture
def hands(scene):
    return Hands(scene)


@pytest.fixture
def open_script(hands):
    """Opens the script of the chapter that is shown."""

    def open_script() -> ScriptDialog:
        qtbot = hands.scene.qtbot
        qtbot.waitUntil(lambda: not hands.scene.desk.cast_finder.running)
        hands.press("Ctrl+Shift+X")
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ScriptDialog))
        dialog = QApplication.activeModalWidget()
        dialog.activateWindow()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.text)
        return dialog

    return open_script


def change(hands, dialog, before, after):
    """Replace `before` by `after` as somebody who selects and types."""
    written = dialog.text.written
    assert written.count(before) == 1
    dialog.text.replace_all(written.replace(before, after))
    reviewed(hands, dialog)


def reviewed(hands, dialog):
    """Wait until what is written was checked."""
    with hands.scene.qtbot.waitSignal(dialog._checker.reviewed):
        pass


def keep(hands, dialog):
    assert "Kept" in hands.answer("Ctrl+S")
    assert not dialog.is_changed


def closed(hands):
    """Wait until the dialog is gone, and the text of the book has the focus back."""
    qtbot, window = hands.scene.qtbot, hands.scene.window
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    hands.put_away()
    window.activateWindow()  # the window manager's part
    qtbot.waitUntil(window.isActiveWindow)
    window.focus_text()


def answer(hands, dialog, role):
    """Press a button of the question that is asked."""
    hands.scene.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is dialog.question)
    box = dialog.question
    next(each for each in box.buttons() if box.buttonRole(each) == role).click()


def said(hands, number):
    """The sentence of the first chapter as it is said now."""
    session = hands.scene.session
    passages = list(session.timeline.passages(0))
    return " ".join(session.narrator.utterance(passages[number]).text.split())


def test_the_script_is_shown_with_the_caret_at_the_sentence_one_reads(hands, open_script):
    hands.put_caret("lamp was burning")
    dialog = open_script()
    assert dialog.text.line == "<s>The lamp was burning.</s>"
    assert dialog.book.highlighted == "The lamp was burning."
    assert "<s>A <emphasis>very</emphasis> dark night.</s>" in dialog.text.written
    assert dialog.windowTitle() == "Script of The harbour"


def test_what_is_written_is_checked_and_the_problem_can_be_gone_to(hands, open_script):
    dialog = open_script()
    change(hands, dialog, "<s>Nobody came.</s>", "<s>Nobody <b>came.</b></s>")
    assert dialog.problems.count() == 1
    problem = dialog.problems.item(0).text()
    assert problem.startswith("Line 8, column ")
    assert hands.next_said() == problem
    assert hands.answer("F8") == problem
    assert dialog.text.place[0] == 8
    change(hands, dialog, "<b>came.</b>", "came.")
    assert dialog.problems.count() == 0
    assert hands.next_said() == "No problems"
    assert hands.answer("Shift+F8") == "No problems"


def test_the_list_of_problems_takes_no_more_room_than_it_needs(open_script):
    problems = open_script().problems
    problem = Problem(line=1, column=1, words="Odd.", serious=True)
    heights = []
    for count in (0, 1, 3, 4, 40):
        problems.show_problems([problem] * count)
        heights.append(problems.height())
    none, one, three, four, many = heights
    assert none < one < three < four == many


def test_enter_in_the_list_goes_to_the_problem(hands, open_script):
    dialog = open_script()
    change(hands, dialog, "<s>Nobody came.</s>", "<s>Nobody came.</x></s>")
    dialog.problems.setFocus()
    hands.press("Return")
    hands.scene.qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.text)
    assert dialog.text.place[0] == 8
    assert dialog.isVisible()


def test_a_script_with_a_fault_is_not_kept(hands, open_script):
    dialog = open_script()
    change(hands, dialog, "<s>Nobody came.</s>", "<s>Nobody came.")
    assert hands.answer("Ctrl+S").startswith("Not kept. Line ")
    assert dialog.is_changed
    assert hands.scene.library.script(hands.scene.book.identifier) == []


def test_what_is_wrong_is_told_also_right_after_it_was_written(hands, open_script):
    dialog = open_script()
    written = dialog.text.written.replace("<s>Nobody came.</s>", "<s>Nobody came.")
    dialog.text.replace_all(written)
    dialog._checker._timer.stop()  # it has not been checked yet
    assert hands.answer("Ctrl+S").startswith("Not kept. Line 9, column 3: ")
    assert dialog.text.place == (9, 3)


def test_what_is_kept_is_read_from_now_on_and_can_be_taken_back(hands, open_script):
    dialog = open_script()
    change(hands, dialog, "It was late.", "It was <emphasis>early</emphasis>.")
    keep(hands, dialog)
    assert said(hands, 1) == "It was early."
    hands.press("Escape")
    closed(hands)
    assert "the script of The harbour" in hands.answer("Ctrl+Z")
    hands.scene.qtbot.waitUntil(lambda: said(hands, 1) == "It was late.")
    assert hands.scene.library.script(hands.scene.book.identifier) == []


def test_what_was_kept_stands_in_the_script_when_it_is_opened_again(hands, open_script):
    dialog = open_script()
    change(hands, dialog, "It was late.", "It was early.")
    keep(hands, dialog)
    hands.press("Escape")
    closed(hands)
    dialog = open_script()
    assert "It was early." in dialog.text.written
    assert not dialog.is_changed


def test_reset_asks_and_is_undone_and_kept(hands, open_script):
    dialog = open_script()
    change(hands, dialog, "It was late.", "It was early.")
    keep(hands, dialog)
    dialog.reset()
    answer(hands, dialog, QMessageBox.ButtonRole.DestructiveRole)
    assert "It was late." in dialog.text.written
    dialog.text.undo()
    assert "It was early." in dialog.text.written
    dialog.text.redo()
    keep(hands, dialog)
    assert hands.scene.library.script(hands.scene.book.identifier) == []
    assert said(hands, 1) == "It was late."


def test_reset_that_is_not_wanted_leaves_what_is_written(hands, open_script):
    dialog = open_script()
    change(hands, dialog, "It was late.", "It was early.")
    dialog.reset()
    answer(hands, dialog, QMessageBox.ButtonRole.RejectRole)
    assert "It was early." in dialog.text.written


def test_closing_asks_for_what_is_not_kept(hands, open_script):
    dialog = open_script()
    change(hands, dialog, "It was late.", "It was early.")
    hands.press("Escape")
    answer(hands, dialog, QMessageBox.ButtonRole.RejectRole)
    assert dialog.isVisible()
    dialog.reject()
    answer(hands, dialog, QMessageBox.ButtonRole.AcceptRole)
    hands.scene.qtbot.waitUntil(lambda: said(hands, 1) == "It was early.")
    closed(hands)
    assert Draft(hands.scene.book.identifier, 0).text() is None


def test_what_is_discarded_is_gone(hands, open_script):
    dialog = open_script()
    change(hands, dialog, "It was late.", "It was early.")
    dialog.reject()
    answer(hands, dialog, QMessageBox.ButtonRole.DestructiveRole)
    closed(hands)
    assert "It was late." in open_script().text.written


def test_what_was_not_kept_outlives_a_crash(hands, open_script):
    dialog = open_script()
    change(hands, dialog, "It was late.", "It was early.")
    assert "It was early." in Draft(hands.scene.book.identifier, 0).text()
    dialog.leave()
    closed(hands)
    dialog = open_script()
    assert "here again" in hands.next_said()
    assert "It was early." in dialog.text.written
    assert dialog.is_changed
    dialog.text.undo()
    assert not dialog.is_changed


def test_the_book_that_goes_takes_the_script_along_and_leaves_a_draft(hands, open_script):
    dialog = open_script()
    change(hands, dialog, "It was late.", "It was early.")
    identifier = hands.scene.book.identifier
    hands.open_another()
    closed(hands)
    assert "It was early." in Draft(identifier, 0).text()


def test_what_is_written_when_the_program_ends_is_left_as_a_draft(hands, open_script):
    dialog = open_script()
    dialog.text.replace_all(dialog.text.written.replace("It was late.", "It was early."))
    hands.scene.window.close()
    hands.put_away()
    assert "It was early." in Draft(hands.scene.book.identifier, 0).text()


def test_it_is_heard_from_the_sentence_at_the_caret_on(hands, open_script):
    dialog = open_script()
    line = dialog.text.written.splitlines().index("    <s>Nobody came.</s>") + 1
    dialog.text.go_to((line, 8))
    engine = hands.scene.sound.engine
    before = len(engine.spoken)
    hands.press("F5")
    hands.scene.listen_until(lambda: len(engine.spoken) > before)
    assert engine.spoken[before].strip().startswith("Nobody came.")
    hands.press("F5")
    hands.scene.qtbot.waitUntil(lambda: not hands.scene.desk.listening.running)


def test_what_cannot_be_heard_says_why(hands, open_script):
    dialog = open_script()
    change(hands, dialog, "<s>Nobody came.</s>", "<s>Nobody came.")
    hands.press("F5")
    hands.scene.qtbot.waitUntil(lambda: dialog._hearing.problem is not None)
    assert "is not closed" in dialog._hearing.problem.text()
    dialog._hearing.problem.close()


def test_export_and_import(hands, open_script, tmp_path, monkeypatch):
    file = tmp_path / "harbour.ssml"
    asked = []

    def name(_parent, _title, proposed, _kinds):
        asked.append(proposed)
        return str(file), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", name)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", name)
    dialog = open_script()
    dialog.buttons.export.click()
    assert hands.next_said() == "Written to harbour.ssml"
    assert asked == ["The harbour.ssml"]
    assert file.read_text("utf-8") == dialog.text.written
    file.write_text(dialog.text.written.replace("It was late.", "It was early."), "utf-8")
    dialog.buttons.take.click()
    assert "Imported" in hands.next_said()
    assert "It was early." in dialog.text.written
    dialog.text.undo()
    assert not dialog.is_changed


def test_a_file_that_cannot_be_read_is_told(hands, open_script, tmp_path):
    dialog = open_script()
    dialog.files.import_file(tmp_path / "nowhere.ssml")
    hands.scene.qtbot.waitUntil(lambda: dialog.files.problem is not None)
    assert "cannot be read" in dialog.files.problem.text()
    dialog.files.problem.close()
    assert not dialog.is_changed


def test_a_library_that_refuses_leaves_what_is_written(hands, open_script, monkeypatch):
    dialog = open_script()

    def refuse(*_, **__):
        raise LibraryError("library", "The disk is full.", "Free some space.")

    monkeypatch.setattr(hands.scene.library, "change_script", refuse)
    change(hands, dialog, "It was late.", "It was early.")
    hands.press("Ctrl+S")
    hands.scene.qtbot.waitUntil(lambda: dialog.problem is not None)
    assert "The disk is full." in dialog.problem.text()
    dialog.problem.close()
    assert dialog.is_changed
    assert said(hands, 1) == "It was late."


def test_a_library_that_refuses_to_take_back_can_be_asked_again(hands, open_script, monkeypatch):
    dialog = open_script()
    change(hands, dialog, "It was late.", "It was early.")
    keep(hands, dialog)
    hands.press("Escape")
    closed(hands)

    def refuse(*_, **__):
        raise LibraryError("library", "The disk is full.", "Free some space.")

    with monkeypatch.context() as full:
        full.setattr(hands.scene.library, "change_script", refuse)
        hands.press("Ctrl+Z")
        hands.scene.qtbot.waitUntil(lambda: hands.scene.window.news.problem is not None)
    assert "The disk is full." in hands.scene.window.news.problem.text()
    assert said(hands, 1) == "It was early."
    hands.scene.window.news.problem.close()
    closed(hands)
    assert "the script of The harbour" in hands.answer("Ctrl+Z")
    assert said(hands, 1) == "It was late."


def test_where_the_caret_is_can_be_asked_for(hands, open_script):
    dialog = open_script()
    dialog.text.go_to((6, 9))
    assert hands.answer("Ctrl+Shift+I") == "Line 6, column 9. No problems"
    assert dialog.status.text() == "Line 6, column 9. No problems"


def test_lines_and_columns_are_those_of_characters(hands, open_script):
    dialog = open_script()
    line = next(
        number
        for number, each in enumerate(dialog.text.written.splitlines(), start=1)
        if "😀 appeared" in each
    )
    written = dialog.text.written.splitlines()[line - 1]
    column = written.index("there") + 1
    dialog.text.go_to((line, column))
    assert dialog.text.place == (line, column)
    dialog.text.insertPlainText("<b>")
    reviewed(hands, dialog)
    problem = dialog._review.checked.problems[0]
    assert problem.line == line
    assert dialog.text.written.splitlines()[line - 1][column - 1 :].startswith("<b>there")
    hands.press("F8")
    assert dialog.text.place == (line, problem.column)


def test_the_book_beside_follows_the_caret_past_characters_of_two_units(hands, open_script):
    dialog = open_script()
    line = dialog.text.written.splitlines().index("    <s>Then the 😀 light went out.</s>") + 1
    dialog.text.go_to((line, 9))
    hands.scene.qtbot.waitUntil(lambda: dialog.book.highlighted == "Then the 😀 light went out.")
    (mark,) = dialog.book.extraSelections()
    assert mark.cursor.selectedText() == "Then the 😀 light went out."


def test_what_is_written_is_taken_exactly(hands, open_script):
    dialog = open_script()
    exact = "<speak>\n<s>One\u00a0two\u2028three  four 😀</s>\n</speak>"
    dialog.text.replace_all(exact)
    assert dialog.text.written == exact
    dialog.text.begin(exact)
    assert dialog.text.written == exact


def test_tab_goes_through_everything_and_out_of_the_text(hands, open_script):
    dialog = open_script()
    written = dialog.text.written
    stops = []
    for _ in range(12):
        hands.press("Tab")
        stops.append(QApplication.focusWidget())
    assert {dialog.book, dialog.problems, dialog.buttons.hear, dialog.text} <= set(stops)
    assert dialog.text.written == written


def test_every_part_has_a_name(hands, open_script):
    dialog = open_script()
    for widget, name in (
        (dialog.text, "Script"),
        (dialog.book, "The book"),
        (dialog.problems, "Problems"),
    ):
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name) == name


def test_a_book_that_has_lost_sentences_of_its_script_says_so(hands, open_script):
    dialog = open_script()
    change(hands, dialog, "It was late.", "It was early.")
    keep(hands, dialog)
    hands.press("Escape")
    closed(hands)
    book = hands.scene.book
    line = hands.scene.library.script(book.identifier)[0]
    lost = replace(line, place=line.place + 1, original="Long gone words of nobody.", after="")
    hands.scene.library.change_script(book.identifier, gone=[line], kept=[lost])
    hands.scene.open()
    hands.put_away()
    hands.scene.qtbot.waitUntil(hands.scene.window.notice.isVisible)
    assert "not found again: 1" in hands.next_said()


def test_without_a_book_there_is_no_script(make_scene):
    hands = Hands(make_scene())
    assert hands.answer("Ctrl+Shift+X") == "No book is open"


def test_drafts_lie_in_the_data_folder(hands, open_script):
    dialog = open_script()
    change(hands, dialog, "It was late.", "It was early.")
    assert len(list((paths.data_folder() / "drafts").iterdir())) == 1
    keep(hands, dialog)
    hands.scene.qtbot.waitUntil(
        lambda: not list((paths.data_folder() / "drafts").iterdir()), timeout=5000
    )


def test_one_writes_on_while_it_is_checked_and_what_was_written_last_counts(
    hands, open_script, monkeypatch
):
    dialog = open_script()
    begun, may_end, documents = threading.Event(), threading.Event(), []

    def check(document, direction):
        documents.append(document)
        begun.set()
        may_end.wait()
        return checked(document, direction)

    monkeypatch.setattr(checker, "checked", check)
    dialog.text.replace_all("<speak><s>It was <b>late.</s></speak>")
    hands.scene.qtbot.waitUntil(begun.is_set)
    dialog.text.replace_all("<speak><s>It was </s></speak>")
    dialog.text.go_to((1, 18))
    hands.write("late.")
    written = "<speak><s>It was late.</s></speak>"
    assert dialog.text.written == written
    may_end.set()
    hands.scene.qtbot.waitUntil(lambda: documents[-1] == written)
    hands.await_thread("check script")
    assert dialog.problems.count() == 0
