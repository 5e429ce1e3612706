from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap

from reader.library.shelf import ShelfEntry
from reader.ui.shelf.covers import Covers
from reader.ui.shelf.listing import BookList

DAY = datetime(2026, 11, 1, tzinfo=UTC)


def entry(title):
    return ShelfEntry(
        identifier=title,
        title=title,
        authors=(),
        language="en",
        path=Path("a.epub"),
        added=DAY,
        opened=None,
    )


@pytest.fixture
def shelf(qtbot):
    """A list, shown, whose words count how often they are made."""

    def words(each):
        made.words_made += 1
        return each.title

    made = BookList("Books", words, None)
    made.words_made = 0
    qtbot.addWidget(made)
    made.show()
    return made


def test_of_two_thousand_books_only_those_looked_at_are_put_into_words(shelf):
    shelf.show_entries([entry(f"Book {number}") for number in range(2000)])
    assert shelf.words_made == 0
    row = shelf.rows.index(1999, 0)
    assert row.data(Qt.ItemDataRole.AccessibleTextRole) == "Book 1999"
    assert shelf.words_made == 1


def test_a_removed_book_leaves_its_place_to_the_next(shelf):
    books = [entry(title) for title in "abcd"]
    shelf.show_entries(books)
    shelf.select("b")
    resets = []
    shelf.rows.modelReset.connect(lambda: resets.append(True))
    shelf.show_entries([*books[:1], *books[2:]])
    assert shelf.current.title == "c"
    assert not resets
    shelf.select("d")
    shelf.show_entries([*books[:1], books[2]])
    assert shelf.current.title == "c"


def test_the_current_book_stays_where_the_list_is_sorted_anew(shelf):
    books = [entry(title) for title in "abcd"]
    shelf.show_entries(books)
    shelf.select("d")
    shelf.show_entries(books[::-1])
    assert shelf.current.title == "d"


def test_what_has_changed_of_the_same_books_is_shown(shelf):
    shelf.show_entries([entry("a")])
    changed = []
    shelf.rows.dataChanged.connect(lambda *_: changed.append(True))
    shelf.show_entries([entry("a")])
    assert changed


def test_an_empty_list_has_no_current_book(shelf):
    shelf.show_entries([entry("a")])
    shelf.show_entries([])
    assert shelf.current is None
    shelf.keyboardSearch("a")
    assert shelf.current is None


# Covers


@pytest.fixture
def covers(shelf, tmp_path):
    """Covers in files of a folder, by identifier."""
    return Covers(lambda identifier: tmp_path / identifier, shelf)


def test_a_cover_is_read_beside_the_window_and_scaled(covers, qtbot, tmp_path):
    picture = QImage(300, 400, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    picture.save(str(tmp_path / "emma"), "PNG")
    assert covers.picture("emma", QSize(60, 80)) is None
    with qtbot.waitSignal(covers.loaded):
        pass
    found = covers.picture("emma", QSize(60, 80))
    assert isinstance(found, QPixmap)
    assert found.size() == QSize(60, 80)


def test_a_file_that_is_no_picture_leaves_the_letter(covers, qtbot, tmp_path):
    (tmp_path / "torn").write_bytes(b"\x89PNG nonsense")
    picture = QImage(30, 40, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    picture.save(str(tmp_path / "emma"), "PNG")
    covers.picture("emma", QSize(60, 80))
    covers.picture("torn", QSize(60, 80))
    covers.picture("missing", QSize(60, 80))
    with qtbot.waitSignal(covers.loaded):
        pass
    qtbot.waitUntil(lambda: covers.picture("emma", QSize(60, 80)) is not None)
    assert covers.picture("torn", QSize(60, 80)) is None
    assert covers.picture("missing", QSize(60, 80)) is None


def test_only_so_many_covers_are_kept(covers, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr("reader.ui.shelf.covers._KEPT", 3)
    picture = QImage(30, 40, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    for number in range(6):
        picture.save(str(tmp_path / str(number)), "PNG")
        with qtbot.waitSignal(covers.loaded):
            covers.picture(str(number), QSize(60, 80))
    assert len(covers._pictures) == 3


def test_letters_typed_where_nothing_is_listed_go_nowhere(shelf, qtbot):
    shelf.show_entries([])
    qtbot.keyClicks(shelf, "ab")
    assert shelf.current is None
