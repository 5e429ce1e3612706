from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from reader.background import CancelToken
from reader.intake.moved import note_file
from reader.intake.outcome import Added
from reader.ui.actions.file import FileActions
from reader.ui.shelf import sources
from reader.ui.shelf.dropping import Dropping
from reader.ui.shelf.library_window import LibraryWindow
from tests.fakes.desk import small_book
from tests.fakes.shelf import FakeIndex, FakeIntake, hit, results


@pytest.fixture
def intake():
    """What books are added with; it reads none."""
    return FakeIntake(work=lambda *_: Added())


@pytest.fixture
def index():
    """What texts are searched with."""
    return FakeIndex()


@pytest.fixture(autouse=True)
def faked(monkeypatch, intake, index):
    """The window has all else from where it always has it."""
    real = sources.Sources()
    made = sources.Sources(
        intake=lambda desk: intake if desk.library is not None else real.intake(desk),
        index=lambda: index,
    )
    monkeypatch.setattr(sources, "Sources", lambda: made)


@pytest.fixture
def place(make_scene):
    """The window, no book open; the small book is on the shelf."""
    scene = make_scene()
    scene.path.write_text("a book", "utf-8")
    scene.library.add_book(small_book(), scene.path)
    return scene


def library_of(scene):
    scene.window.actions_by_name["library"].trigger()
    library = scene.window.findChild(LibraryWindow)
    scene.qtbot.waitUntil(lambda: bool(library.books.list.rows.entries))
    scene.qtbot.waitUntil(library.isActiveWindow)
    return library


def drop(window, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.findChild(Dropping, options=Qt.FindChildOption.FindDirectChildrenOnly).eventFilter(
        window, event
    )


def test_a_book_of_the_shelf_is_opened_and_the_library_goes(place):
    library = library_of(place)
    with place.qtbot.waitSignal(place.desk.opened):
        place.qtbot.keyClick(library.books.list, Qt.Key.Key_Return)
    assert not library.isVisible()
    assert place.window.view.toPlainText() == place.book.chapters[0].text


def test_the_library_is_one_window_that_is_shown_again(place):
    first = library_of(place)
    place.qtbot.keyClick(first.books.list, Qt.Key.Key_Escape)
    assert not first.isVisible()
    assert library_of(place) is first


def test_a_book_that_is_open_already_is_gone_back_to(place):
    place.open()
    library = library_of(place)
    place.qtbot.keyClick(library.books.list, Qt.Key.Key_Return)
    place.qtbot.waitUntil(lambda: not library.isVisible())


def go_to_first(place, words):
    """Search for `words` in the texts, and press Enter on what is found first."""
    library = library_of(place)
    library.choice.turn_to(1)
    library.texts.field.setText(words)
    place.qtbot.keyClick(library.texts.field, Qt.Key.Key_Return)
    place.qtbot.waitUntil(lambda: QApplication.focusWidget() is library.texts.list)
    place.qtbot.keyClick(library.texts.list, Qt.Key.Key_Return)


def test_a_passage_is_gone_to_in_its_book(place, index):
    text = place.book.chapters[1].text
    start = text.index("一句话")
    index.answers["一句话"] = results(hit("a small book", start, "一句话", chapter=1))
    library = library_of(place)
    library.choice.turn_to(1)
    library.texts.field.setText("一句话")
    place.qtbot.keyClick(library.texts.field, Qt.Key.Key_Return)
    place.qtbot.waitUntil(lambda: QApplication.focusWidget() is library.texts.list)
    with place.qtbot.waitSignal(place.desk.opened):
        place.qtbot.keyClick(library.texts.list, Qt.Key.Key_Return)
    place.qtbot.waitUntil(lambda: place.window.shown_chapter == 1)
    assert place.window.view.caret == start
    assert not library.isVisible()


@pytest.mark.parametrize("is_open", [True, False])
@pytest.mark.parametrize("chapter", [1, 25])
def test_a_passage_of_another_edition_is_gone_to_by_its_words(place, index, is_open, chapter):
    text = place.book.chapters[0].text
    start = text.index("lamp was")
    found = hit("a small book", 9_000, "lamp", chapter=chapter, before="late. The ", after=" was ")
    index.answers["lamp"] = results(found)
    if is_open:
        place.open()
    go_to_first(place, "lamp")
    place.qtbot.waitUntil(lambda: place.session is not None)
    place.qtbot.waitUntil(lambda: place.window.view.caret == start)
    assert place.window.shown_chapter == 0
    assert not place.window.notice.isVisible()


def test_a_passage_that_is_gone_from_the_book_is_told_to_be(place, index):
    gone = hit("a small book", 9_000, "zanzibar", chapter=25)
    index.answers["zanzibar"] = results(gone)
    go_to_first(place, "zanzibar")
    place.qtbot.waitUntil(place.window.notice.isVisible)
    assert "no longer in it" in place.window.notice.message
    assert place.window.shown_chapter == 2


def test_the_open_book_is_closed_when_it_is_removed_with_its_notes(place):
    place.open()
    place.window.actions_by_name["bookmark"].trigger()
    library = library_of(place)
    library.buttons.forget.click()
    question = library.changes.question
    assert "is the open book" in question.text()
    next(each for each in question.buttons() if each.text() == "&Remove").click()
    place.qtbot.waitUntil(lambda: not library.books.list.rows.entries)
    assert place.session is None
    assert not place.window.marks.all()
    assert place.window.welcome.isVisible()
    assert place.window.news.problem is None
    assert place.library.place("a small book") is None
    assert place.library.bookmarks("a small book") == []


def test_another_book_is_removed_with_its_notes_beside_the_open_one(place):
    other = replace(small_book(), identifier="other", title="Another")
    place.library.add_book(other, place.path.with_name("other.epub"))
    place.open()
    library = library_of(place)
    library.books.list.select("other")
    library.buttons.forget.click()
    question = library.changes.question
    assert "is the open book" not in question.text()
    next(each for each in question.buttons() if each.text() == "&Remove").click()
    place.qtbot.waitUntil(lambda: len(library.books.list.rows.entries) == 1)
    assert place.session.book.identifier == "a small book"


def test_a_file_dropped_on_the_window_is_read(place):
    with place.qtbot.waitSignal(place.desk.opened):
        drop(place.window, place.path)


def test_files_and_folders_dropped_on_the_window_come_to_the_shelf(place, intake):
    drop(place.window, place.path.parent)
    library = place.window.findChild(LibraryWindow)
    assert library.isVisible()
    place.qtbot.waitUntil(lambda: intake.asked == [[place.path.parent]])
    drop(place.window, place.path, place.path.parent / "other.epub")
    place.qtbot.waitUntil(lambda: len(intake.asked) == 2)
    place.qtbot.waitUntil(lambda: not library.adding.running)


def test_what_is_chosen_in_the_library_is_kept(place):
    library = library_of(place)
    library.books.order.menu().actions()[1].trigger()
    assert place.desk.settings.shelf_order == "title"


def test_a_book_read_before_is_found_where_it_was_moved(place):
    place.library.remember_book(small_book(), place.path)
    content = place.path.read_bytes()
    moved = place.path.parent / "elsewhere" / place.path.name
    moved.parent.mkdir()
    entry = place.library.recent(1)[0]
    note_file(place.library, place.path, entry.identifier, CancelToken())
    place.path.unlink()
    moved.write_bytes(content)
    place.library.add_folder(moved.parent)
    with place.qtbot.waitSignal(place.desk.opened):
        place.window.findChild(FileActions).open_entry(entry)
    assert place.session.path == moved


def test_without_a_library_no_books_can_be_added(make_scene, tmp_path):
    scene = make_scene()
    scene.desk.library = None
    scene.window.findChild(FileActions)._dropped([tmp_path])
    library = scene.window.findChild(LibraryWindow)
    scene.qtbot.waitUntil(lambda: library.problem is not None)
    assert "no books can be kept" in library.problem.text()
    library.problem.close()
