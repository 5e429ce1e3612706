from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from reader.errors import LibraryError, SearchError
from reader.intake.outcome import Added, Progress
from reader.library.store import Library
from reader.messages import message
from reader.ui.shelf.dropping import Dropping
from tests.fakes.shelf import LENGTH, ShelfScene, Torn, hit, results

Key = Qt.Key


@pytest.fixture
def make(qtbot, tmp_path):
    """Makes windows over libraries of their own, and puts them away again."""
    made = []

    def make_scene(library=None, **choices):
        library = library or Library(tmp_path / "library.sqlite")
        made.append(ShelfScene(qtbot, tmp_path, library, **choices))
        return made[-1]

    yield make_scene
    for each in made:
        each.close()


@pytest.fixture
def scene(make):
    """Three books: one begun, one finished, one Chinese."""
    scene = make()
    scene.put("emma", "Emma", "Jane Austen", read=0.25)
    scene.put("walden", "Walden", "H. D. Thoreau", finished=True)
    scene.put("heroes", "三国演义", "罗贯中", language="zh")
    return scene


def press(scene, key, modifier=Qt.KeyboardModifier.NoModifier):
    scene.qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def choose(choice, text):
    next(each for each in choice.menu().actions() if each.text() == text).trigger()


def press_button(box, text):
    next(each for each in box.findChildren(QPushButton) if text in each.text()).click()


# The list


def test_the_book_read_last_is_current_and_has_the_focus(scene):
    scene.begin()
    assert scene.listed[0] == "Emma"
    assert scene.books.current.identifier == "emma"
    assert QApplication.focusWidget() is scene.books.list
    assert scene.books.count.text() == "3 books"


def test_a_row_is_heard_title_first(scene):
    scene.begin()
    index = scene.books.list.currentIndex()
    words = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert words.startswith("Emma, Jane Austen, 25 percent read, about 45 minutes left")


def test_enter_opens_the_book(scene):
    scene.begin()
    press(scene, Key.Key_Return)
    scene.qtbot.waitUntil(lambda: bool(scene.opened))
    assert scene.opened == [(scene.folder / "emma.txt", None)]


def test_the_window_goes_when_a_book_is_open(scene):
    scene.begin()
    scene.desk.opened.emit()
    assert not scene.window.isVisible()


def test_typing_finds_books_and_tells_how_many(scene):
    scene.begin()
    scene.qtbot.keyClicks(scene.books.field, "thoreau")
    scene.qtbot.waitUntil(lambda: scene.listed == ["Walden"])
    assert scene.books.count.text() == "1 of 3 books"
    scene.wait_told("1 of 3 books")


def test_enter_in_the_field_goes_to_what_it_finds_before_it_is_told(scene):
    scene.begin()
    scene.books.field.setFocus()
    scene.qtbot.keyClicks(scene.books.field, "walden")
    press(scene, Key.Key_Return)
    assert QApplication.focusWidget() is scene.books.list
    assert scene.books.current.identifier == "walden"
    assert not scene.opened


def test_nothing_found_is_told_and_the_focus_stays(scene):
    scene.begin()
    scene.books.field.setFocus()
    scene.qtbot.keyClicks(scene.books.field, "xyzzy")
    press(scene, Key.Key_Down)
    assert QApplication.focusWidget() is scene.books.field
    assert scene.told[-1] == "No book fits."
    assert scene.books.current is None
    assert not scene.window.buttons.open.isEnabled()


def test_an_empty_library_says_what_to_do(make):
    scene = make().begin()
    assert scene.books.nothing.isVisible()
    assert "Add files or a folder" in scene.books.nothing.text()
    assert "Add files or a folder" in scene.books.list.accessibleDescription()
    assert scene.window.focusWidget() is scene.books.field


def test_without_a_library_the_window_is_empty_and_says_why(make):
    scene = make()
    scene.desk.library = None
    scene.begin()
    assert scene.listed == []
    assert "could not be opened" in scene.books.nothing.text()


def test_a_library_that_refuses_is_shown_and_nothing_breaks(make, tmp_path):
    scene = make(Torn(tmp_path / "library.sqlite"))
    with scene.qtbot.waitSignal(scene.window.keeper.failed):
        scene.window.begin()
    scene.qtbot.waitUntil(lambda: scene.window.problem is not None)
    assert "damaged" in scene.window.problem.text()
    scene.window.problem.close()


def test_a_letter_jumps_to_the_next_title_with_it(scene):
    scene.begin()
    press(scene, Key.Key_W)
    assert scene.books.current.title == "Walden"


def test_a_letter_finds_a_chinese_title_by_its_pinyin(scene):
    scene.begin()
    press(scene, Key.Key_S)
    assert scene.books.current.title == "三国演义"


def test_the_same_letter_goes_on_to_the_next(make):
    scene = make()
    for title in ("Sun", "Sea", "Emma"):
        scene.put(title, title)
    scene.begin()
    choose(scene.books.order, "Title")
    assert scene.listed == ["Emma", "Sea", "Sun"]
    press(scene, Key.Key_S)
    press(scene, Key.Key_S)
    assert scene.books.current.title == "Sun"


def test_letters_typed_together_are_a_beginning(make):
    scene = make()
    for title in ("Sea", "Storm", "Sun"):
        scene.put(title, title)
    scene.begin()
    choose(scene.books.order, "Title")
    scene.qtbot.keyClicks(scene.books.list, "su")
    assert scene.books.current.title == "Sun"


def test_titles_of_all_scripts_are_listed_and_painted(make):
    scene = make()
    for title in ("", "ألف ليلة", "דער נס", "𠮷野家 😀", "A" * 5000, "&<b>x</b>\nline"):
        scene.put(str(len(title)), title)
    scene.begin()
    assert len(scene.listed) == 6
    assert not scene.window.grab().isNull()


def test_in_a_narrow_window_a_row_is_higher_and_seen_whole(scene):
    scene.put("long", "The Adventures of 😀 and What Came of Them " * 9, "A. Writer")
    scene.begin()
    shelf = scene.books.list
    wide = shelf.sizeHintForRow(0)
    font = scene.window.font()
    font.setPointSize(3 * font.pointSize())
    scene.window.setFont(font)
    scene.window.resize(scene.window.minimumSizeHint())
    scene.qtbot.waitUntil(lambda: shelf.minimumHeight() >= shelf.sizeHintForRow(0) > 3 * wide)
    scene.qtbot.waitUntil(lambda: shelf.viewport().height() >= shelf.sizeHintForRow(0))
    assert not scene.window.grab().isNull()


def test_everything_is_mirrored_where_that_is_read_first(scene):
    scene.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    scene.begin()
    buttons = scene.window.buttons
    assert buttons.open.x() > buttons.finished.x() > buttons.remove.x()
    assert not scene.window.grab().isNull()


# Sorting and filtering


def test_filters_and_order_are_kept_and_told(scene):
    scene.begin()
    choose(scene.books.shown, "Finished")
    assert scene.listed == ["Walden"]
    assert scene.told[-1] == "1 of 3 books"
    assert scene.books.shown.text().endswith("Finished")
    choose(scene.books.order, "Title")
    assert scene.chosen[-1] == {"shelf_shown": "finished", "shelf_order": "title"}


def test_choices_begin_at_what_is_chosen(make):
    scene = make(shelf_shown="reading").begin()
    menu = scene.books.shown.menu()
    menu.aboutToShow.emit()
    scene.qtbot.waitUntil(lambda: menu.activeAction() is not None)
    assert menu.activeAction().text() == "Being read"


def test_the_window_begins_as_it_was_left(make):
    scene = make(shelf_shown="all/zh", shelf_order="author")
    scene.put("emma", "Emma")
    scene.put("heroes", "三国演义", language="zh-Hant")
    scene.begin()
    assert scene.listed == ["三国演义"]
    assert scene.books.language.word == "zh"
    assert scene.told == ["1 of 2 books"]


def test_a_language_of_which_no_book_is_left_can_be_given_up(make):
    scene = make(shelf_shown="all/fr")
    scene.put("emma", "Emma")
    scene.begin()
    assert scene.listed == []
    choose(scene.books.language, "All")
    assert scene.listed == ["Emma"]


# What is done with a book


def test_delete_removes_and_undo_brings_back(scene):
    scene.begin()
    press(scene, Key.Key_Delete)
    scene.wait_told("its notes are kept")
    assert "Emma" not in scene.listed
    assert QApplication.focusWidget() is scene.books.list
    press(scene, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    scene.wait_told("Taken back: Emma")
    assert "Emma" in scene.listed
    assert scene.books.current.identifier == "emma"
    assert scene.library.place("emma") is not None


def test_undo_with_nothing_done_says_so(scene):
    scene.begin()
    press(scene, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert scene.told[-1] == "Nothing to take back"


def test_a_book_is_marked_finished_and_not(scene):
    scene.begin()
    button = scene.window.buttons.finished
    assert button.text() == "Mark as fi&nished"
    button.click()
    scene.wait_told("Finished")
    assert scene.books.current.finished
    assert button.text() == "Mark as &not finished"
    button.click()
    scene.wait_told("Not finished")
    assert not scene.books.current.finished


def test_removing_with_notes_asks_first(scene):
    scene.begin()
    scene.window.buttons.forget.click()
    question = scene.window.changes.question
    assert "cannot be taken back" in question.text()
    question.reject()
    assert scene.library.place("emma") is not None
    scene.window.buttons.forget.click()
    press_button(scene.window.changes.question, "Remove")
    scene.wait_told("Removed with its notes: Emma")
    assert scene.library.place("emma") is None


def test_a_long_title_leaves_the_question_short(make):
    scene = make()
    scene.put("long", "A long title " * 400)
    scene.begin()
    scene.window.buttons.forget.click()
    question = scene.window.changes.question
    assert len(question.text()) < 250
    question.reject()


def test_a_change_that_the_library_refuses_is_shown(scene, monkeypatch):
    def refuse(_identifier):
        raise LibraryError("library.sqlite", "The disk is full.", "Free some space.")

    scene.begin()
    monkeypatch.setattr(scene.library, "take_off_shelf", refuse)
    scene.window.buttons.remove.click()
    scene.qtbot.waitUntil(lambda: scene.window.problem is not None)
    assert "disk is full" in scene.window.problem.text()
    assert "Emma" in scene.listed
    assert not scene.window.changes.possible
    scene.window.problem.close()


def test_what_could_not_be_taken_back_can_be_when_there_is_room_again(scene, monkeypatch):
    def refuse(_identifier):
        raise LibraryError("library.sqlite", "The disk is full.", "Free some space.")

    scene.begin()
    scene.window.buttons.remove.click()
    scene.wait_told("its notes are kept")
    monkeypatch.setattr(scene.library, "put_back_on_shelf", refuse)
    scene.window.buttons.undo.click()
    scene.qtbot.waitUntil(lambda: scene.window.problem is not None)
    scene.window.problem.close()
    monkeypatch.undo()
    assert scene.window.buttons.undo.isEnabled()
    scene.window.buttons.undo.click()
    scene.wait_told("Taken back: Emma")
    assert "Emma" in scene.listed


def test_a_key_pressed_twice_does_what_it_does_once(scene):
    scene.begin()
    press(scene, Key.Key_Delete)
    press(scene, Key.Key_Delete)
    scene.wait_told("its notes are kept")
    scene.window.buttons.undo.click()
    scene.wait_told("Taken back: Emma")
    assert len(scene.listed) == 3
    assert not scene.window.changes.possible


def test_a_key_that_is_held_acts_once(scene):
    keys = {each.key().toString(): each for each in scene.window.findChildren(QShortcut)}
    assert not keys["Del"].autoRepeat()
    assert not keys["Ctrl+Z"].autoRepeat()


# Files that are gone


def test_a_file_that_was_moved_is_found_and_opened(scene):
    scene.begin()
    (scene.folder / "emma.txt").unlink()
    scene.where["emma"] = scene.folder / "elsewhere" / "emma.txt"
    press(scene, Key.Key_Return)
    scene.qtbot.waitUntil(lambda: bool(scene.opened))
    assert scene.opened == [(scene.where["emma"], None)]
    assert scene.told[-1] == f"Found in {scene.folder / 'elsewhere'}"


def test_a_file_that_is_found_nowhere_is_asked_for(scene, monkeypatch):
    scene.begin()
    (scene.folder / "emma.txt").unlink()
    press(scene, Key.Key_Return)
    scene.qtbot.waitUntil(lambda: scene.window.seeker.question is not None)
    question = scene.window.seeker.question
    assert "Emma" in question.text()
    found = str(scene.folder / "walden.txt")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (found, ""))
    press_button(question, "Find it")
    assert scene.opened == [(Path(found), None)]


def test_the_search_for_a_file_can_be_left_off(scene):
    scene.begin()
    (scene.folder / "emma.txt").unlink()
    begun = threading.Event()

    def slow(_library, _entry, cancel):
        begun.set()
        cancel.wait(10)
        cancel.check()

    scene.window.seeker._find = slow
    press(scene, Key.Key_Return)
    scene.qtbot.waitUntil(begun.is_set)
    scene.window.seeker.progress.reject()
    scene.qtbot.waitUntil(lambda: scene.window.seeker.progress is None)
    assert scene.window.seeker.question is None
    assert not scene.opened


# Adding


def drop(window, *urls):
    """What Qt makes of it when `urls` are let go above `window`; whether that is taken."""
    data = QMimeData()
    data.setUrls([*urls])
    place = QPointF(5, 5)
    hand = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    above = QDragMoveEvent(place.toPoint(), *hand)
    above.ignore()
    let_go = QDropEvent(place, *hand)
    taker = window.findChild(Dropping)
    assert taker.eventFilter(window, above)
    assert taker.eventFilter(window, let_go)
    return above.isAccepted()


def test_what_came_of_adding_is_told_with_the_reasons_at_hand(scene):
    reason = message("The file is torn.")
    scene.intake.work = lambda _progress, _cancel: Added(
        new=12, known=2, duplicates=1, failed=((Path("torn.epub"), reason),) * 2
    )
    scene.begin()
    scene.window.adding.add([Path("books")])
    scene.wait_told("12 books added, 3 were there already, 2 could not be read.")
    assert scene.window.adding.details.isVisible()
    scene.window.adding.details.click()
    report = scene.window.adding.report
    assert "torn.epub" in report.text.toPlainText()
    assert "The file is torn." in report.text.toPlainText()
    report.close()


def test_adding_shows_how_far_it_is_and_can_be_stopped(scene):
    shown = threading.Event()

    def work(progress, cancel):
        progress(Progress(done=2, total=12, name="lamp.epub", share=0.5))
        shown.set()
        cancel.wait(10)
        return Added(new=2, complete=False)

    scene.intake.work = work
    scene.begin()
    adding = scene.window.adding
    adding.add([Path("books")])
    scene.qtbot.waitUntil(lambda: adding.words.text() == "Adding lamp.epub (3 of 12)")
    assert adding.bar.value() == 208
    adding.cancel.setFocus()
    press(scene, Key.Key_Return)
    scene.wait_told("Stopped: 2 books added.")
    assert not adding.bar.isVisible()
    assert QApplication.focusWidget() is not None


def test_files_that_come_meanwhile_are_added_after(scene):
    go_on = threading.Event()

    def work(_progress, _cancel):
        go_on.wait(10)
        return Added(new=1)

    scene.intake.work = work
    scene.begin()
    scene.window.adding.add([Path("one")])
    scene.window.adding.add([Path("two")])
    go_on.set()
    scene.qtbot.waitUntil(lambda: scene.intake.asked == [[Path("one")], [Path("two")]])
    scene.qtbot.waitUntil(lambda: not scene.window.adding.running)


def test_an_error_that_stops_the_adding_is_shown(scene):
    def work(_progress, _cancel):
        raise LibraryError("library.sqlite", "The disk is full.", "Free some space.")

    scene.intake.work = work
    scene.begin()
    scene.window.adding.add([Path("books")])
    scene.qtbot.waitUntil(lambda: scene.window.problem is not None)
    assert not scene.window.adding.isVisible()
    scene.window.problem.close()


def test_new_books_are_listed(scene):
    def work(_progress, _cancel):
        scene.put("kim", "Kim")
        return Added(new=1, books=("kim",))

    scene.intake.work = work
    scene.begin()
    assert drop(scene.window, QUrl.fromLocalFile(str(scene.folder)))
    scene.qtbot.waitUntil(lambda: "Kim" in scene.listed)
    assert scene.intake.asked == [[scene.folder]]


def test_only_files_of_this_computer_are_taken(scene):
    scene.begin()
    assert not drop(scene.window, QUrl("https://example.org/book.epub"))
    assert not scene.window.adding.running


@pytest.mark.parametrize("method", ["getOpenFileNames", "getExistingDirectory"])
def test_files_and_folders_are_asked_for(scene, monkeypatch, method):
    answer = (["/a.epub"], "") if method == "getOpenFileNames" else "/a.epub"
    monkeypatch.setattr(QFileDialog, method, lambda *_, **__: answer)
    scene.begin()
    buttons = scene.window.buttons
    (buttons.add_files if method == "getOpenFileNames" else buttons.add_folder).click()
    scene.qtbot.waitUntil(lambda: scene.intake.asked == [[Path("/a.epub")]])
    scene.qtbot.waitUntil(lambda: not scene.window.adding.running)


# In the texts


@pytest.fixture
def texts(scene):
    """The second page, ready for a search."""
    scene.begin()
    press(scene, Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    return scene


def search(scene, text):
    scene.texts.field.setFocus()
    scene.texts.field.clear()
    scene.qtbot.keyClicks(scene.texts.field, text)
    press(scene, Key.Key_Return)


def test_the_other_page_takes_the_focus(texts):
    assert QApplication.focusWidget() is texts.texts.field
    assert not texts.window.buttons.isVisible()
    press(texts, Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is texts.books.list


def test_either_page_is_chosen_by_its_button(texts):
    books, passages = texts.window.choice.buttons
    assert (books.isChecked(), passages.isChecked()) == (False, True)
    books.click()
    assert QApplication.focusWidget() is texts.books.list
    assert texts.window.choice.current == 0
    books.setFocus()
    press(texts, Key.Key_Right)
    assert texts.window.choice.current == 1
    assert QApplication.focusWidget() is passages


def test_enter_searches_tells_and_goes_to_what_was_found(texts):
    texts.index.answers["lamp"] = results(hit("emma", 10), hit("emma", 50), hit("walden", 7))
    search(texts, "lamp")
    texts.wait_told("3 passages in 2 books")
    assert QApplication.focusWidget() is texts.texts.list
    row = texts.texts.list.currentIndex()
    told = row.data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "the lamp on the quay, One, Emma"
    assert texts.texts.list.rows.heading_of(0) == "Emma (2)"
    assert texts.texts.list.rows.heading_of(1) == ""
    assert not texts.window.grab().isNull()


def test_a_passage_is_opened_at_its_place(texts):
    lamp = hit("heroes", LENGTH - 9)
    texts.index.answers["lamp"] = results(lamp)
    search(texts, "lamp")
    texts.qtbot.waitUntil(lambda: QApplication.focusWidget() is texts.texts.list)
    press(texts, Key.Key_Return)
    texts.qtbot.waitUntil(lambda: bool(texts.opened))
    assert texts.opened == [(texts.folder / "heroes.txt", lamp)]


def test_what_is_typed_is_searched_for_after_a_moment(texts):
    texts.index.answers["lamp"] = results(hit("emma", 10))
    texts.qtbot.keyClicks(texts.texts.field, "lamp")
    texts.wait_told("1 passage")
    assert QApplication.focusWidget() is texts.texts.field
    assert texts.index.asked == ["lamp"]


def test_words_around_a_match_are_seen_whole(texts):
    latin = hit("emma", 10, before="word " * 8, after=" word" * 8)
    chinese = hit("heroes", 10, "曹操", before="却说" * 20, after="引军" * 20)
    heights = []
    for name, found in (("latin", latin), ("chinese", chinese)):
        texts.index.answers[name] = results(found)
        texts.told.clear()
        search(texts, name)
        texts.wait_told("1 passage")
        heights.append(texts.texts.list.sizeHintForRow(0))
    assert heights[1] > heights[0]


def test_nothing_found_is_told(texts):
    search(texts, "xyzzy")
    texts.wait_told("Nothing found")
    assert QApplication.focusWidget() is texts.texts.field
    assert texts.told.count("Nothing found") == 1


def test_more_than_can_be_counted_is_told_so(texts):
    texts.index.answers["the"] = results(hit("emma", 1), hit("walden", 2), complete=False)
    search(texts, "the")
    texts.wait_told("More than 2 passages in 2 books")


def test_a_search_gives_way_to_the_next(texts):
    begun, given_up = threading.Event(), threading.Event()

    def slow(cancel):
        begun.set()
        if cancel.wait(10):
            given_up.set()
        cancel.check()

    texts.index.answers.update(slow=slow, lamp=results(hit("emma", 10)))
    search(texts, "slow")
    texts.qtbot.waitUntil(begun.is_set)
    search(texts, "lamp")
    texts.wait_told("1 passage")
    assert given_up.is_set()


def test_an_index_that_refuses_is_shown(texts):
    texts.index.answers["lamp"] = SearchError("search.sqlite", "It cannot be searched.", "")
    search(texts, "lamp")
    texts.qtbot.waitUntil(lambda: texts.window.problem is not None)
    assert "cannot be searched" in texts.window.problem.text()
    texts.window.problem.close()


def test_a_passage_of_a_book_that_is_gone_is_told(texts):
    texts.index.answers["lamp"] = results(hit("gone", 1))
    search(texts, "lamp")
    texts.qtbot.waitUntil(lambda: QApplication.focusWidget() is texts.texts.list)
    press(texts, Key.Key_Return)
    assert texts.told[-1] == "This book is no longer on the shelf."


def test_it_is_shown_how_many_books_are_prepared(scene):
    scene.index.prepared = frozenset({"emma", "of another library"})
    scene.intake.hold = threading.Event()
    scene.begin()
    press(scene, Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    scene.qtbot.waitUntil(lambda: "the rest follows" in scene.texts.prepared.state.text())
    assert scene.texts.prepared.state.text().startswith("1 of 3 books are prepared")
    scene.texts.prepared.pause.click()
    scene.qtbot.waitUntil(lambda: "paused" in scene.texts.prepared.state.text())
    assert scene.chosen[-1] == {"index": False}
    assert not scene.indexing.running
    scene.texts.prepared.pause.click()
    scene.qtbot.waitUntil(lambda: "the rest follows" in scene.texts.prepared.state.text())
    scene.index.prepared = frozenset({"emma", "walden", "heroes"})
    scene.intake.hold.set()
    scene.qtbot.waitUntil(lambda: scene.texts.prepared.state.text() == "All books are prepared.")
    assert not scene.texts.prepared.pause.isVisible()


def test_books_are_not_prepared_when_that_is_off(make):
    scene = make(index=False)
    scene.put("emma", "Emma")
    scene.begin()
    press(scene, Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    scene.qtbot.waitUntil(lambda: "paused" in scene.texts.prepared.state.text())
    assert scene.intake.indexed == 0


def test_why_books_are_not_prepared_is_shown_where_it_matters(scene):
    scene.intake.refusal = SearchError("search.sqlite", "The disk is full.", "Free some space.")
    scene.begin()
    press(scene, Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    scene.qtbot.waitUntil(lambda: "The disk is full." in scene.texts.prepared.state.text())
    assert "0 of 3 books are prepared." in scene.texts.prepared.state.text()
    assert scene.window.problem is None
