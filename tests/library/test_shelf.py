"""The shelf: books that are there without being opened, taken off, put back, and moved."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from reader.library import migrations
from reader.library.store import KnownFile, Library, Place, library_file
from tests.library.test_library import book

HERE = Place(0, 2, "On", "ce.", "One")


def on_shelf(library: Library) -> list[str]:
    return [entry.identifier for entry in library.books()]


def test_an_added_book_is_on_the_shelf_and_was_never_opened(library: Library) -> None:
    library.add_book(book("a"), Path("a.epub"))
    [entry] = library.books()
    assert (entry.identifier, entry.opened, entry.characters) == ("a", None, len("Once."))
    assert (entry.read, entry.finished) == (0.0, False)
    assert entry.path == Path("a.epub").absolute()
    assert library.recent() == []
    assert library.place("a") is None


def test_an_added_book_that_is_opened_was_added_when_it_was(library: Library) -> None:
    library.add_book(book("a"), Path("a.epub"))
    [before] = library.books()
    library.remember_book(book("a"), Path("a.epub"))
    [after] = library.recent()
    assert after.added == before.added
    assert after.opened is not None
    assert after.opened > after.added


def test_the_books_opened_last_come_first_then_those_added_last(library: Library) -> None:
    for name in "abcd":
        library.add_book(book(name), Path(f"{name}.epub"))
    library.remember_book(book("b"), Path("b.epub"))
    assert on_shelf(library) == ["b", "d", "c", "a"]


def test_adding_what_is_there_changes_nothing_while_its_file_is(
    library: Library, tmp_path: Path
) -> None:
    old = tmp_path / "old.epub"
    old.touch()
    library.remember_book(book("a"), old)
    library.save_place("a", HERE, 0.5)
    before = library.books()
    library.add_book(book("a"), tmp_path / "copy.epub")
    assert library.books() == before
    old.unlink()
    library.add_book(book("a"), tmp_path / "copy.epub")
    [entry] = library.books()
    assert entry.path == tmp_path / "copy.epub"
    assert entry.opened == before[0].opened
    assert entry.read == 0.5


def test_how_much_is_read_is_kept_with_the_place(library: Library) -> None:
    library.remember_book(book("a"), Path("a.epub"))
    library.save_place("a", HERE, 0.25)
    library.save_place("a", Place(1, 1))
    assert library.books()[0].read == 0.25
    library.save_place("a", HERE, 7.0)
    assert library.books()[0].read == 1.0


def test_a_book_is_finished_until_that_is_taken_back(library: Library) -> None:
    library.remember_book(book("a"), Path("a.epub"))
    library.set_finished("a", True)
    assert library.books()[0].finished
    library.remember_book(book("a"), Path("a.epub"))
    assert library.books()[0].finished
    library.set_finished("a", False)
    assert not library.books()[0].finished


def test_a_book_taken_off_the_shelf_keeps_its_notes_and_can_be_put_back(library: Library) -> None:
    library.remember_book(book("a"), Path("a.epub"))
    library.save_place("a", HERE, 0.5)
    mark = library.add_bookmark("a", HERE, "here")
    before = library.books()
    library.take_off_shelf("a")
    assert (library.books(), library.recent()) == ([], [])
    assert library.place("a") == HERE
    assert library.bookmarks("a") == [mark]
    known = library.known_book("a")
    assert known == before[0]
    library.put_back_on_shelf("a")
    assert library.books() == library.recent() == before


@pytest.mark.parametrize("opened", [True, False])
def test_a_book_taken_off_is_back_when_it_is_opened_or_added(
    library: Library, tmp_path: Path, opened: bool
) -> None:
    file = tmp_path / "a.epub"
    file.touch()
    library.remember_book(book("a"), file)
    library.take_off_shelf("a")
    (library.remember_book if opened else library.add_book)(book("a"), file)
    assert on_shelf(library) == ["a"]


def test_a_stranger_can_neither_be_taken_off_nor_known(library: Library) -> None:
    library.take_off_shelf("stranger")
    library.put_back_on_shelf("stranger")
    library.set_finished("stranger", True)
    library.move_book("stranger", Path("x"))
    library.forget_book("stranger")
    assert library.books() == []
    assert library.known_book("stranger") is None


def test_a_moved_book_is_where_it_was_moved_and_what_lay_there_is_gone(library: Library) -> None:
    library.remember_book(book("a"), Path("a.epub"))
    library.remember_book(replace(book("b"), title="Other", authors=()), Path("b.epub"))
    library.move_book("a", Path("b.epub"))
    [entry] = library.books()
    assert (entry.identifier, entry.path) == ("a", Path("b.epub").absolute())
    assert library.known_book("b") is not None


def test_a_changed_edition_that_is_only_added_takes_over_too(library: Library) -> None:
    library.remember_book(book("a"), Path("a.epub"))
    library.save_place("a", HERE, 0.5)
    library.set_finished("a", True)
    [before] = library.books()
    library.add_book(replace(book("second"), title=before.title), Path("a.epub"))
    [entry] = library.books()
    assert (entry.identifier, entry.read, entry.finished) == ("second", 0.5, True)
    assert entry.opened == before.opened
    assert library.place("second") == HERE


def test_an_edition_whose_file_is_gone_leaves_the_shelf_to_the_next(
    library: Library, tmp_path: Path
) -> None:
    library.remember_book(book("a"), tmp_path / "gone.epub")
    library.save_place("a", HERE)
    second = replace(book("second"), title=book("a").title)
    assert library.remember_book(second, tmp_path / "new.epub") is not None
    assert on_shelf(library) == ["second"]
    library.forget_book("second")
    assert library.books() == []
    assert library.known_book("a") is None
    third = replace(second, identifier="third")
    assert library.remember_book(third, tmp_path / "newer.epub") is None


def test_an_edition_passes_its_notes_on_once(library: Library, tmp_path: Path) -> None:
    """What the second edition has become since is not undone by what the first knows."""
    title = book("a").title
    library.remember_book(book("a"), tmp_path / "gone.epub")
    library.save_place("a", HERE)
    second = tmp_path / "second.epub"
    second.touch()
    library.remember_book(replace(book("second"), title=title), second)
    third = replace(book("third"), title=title)
    assert library.remember_book(third, tmp_path / "third.epub") is None
    assert library.place("third") is None


def test_files_and_folders_are_known_again(library: Library) -> None:
    file = KnownFile(path=Path("/b/灯.epub"), size=12, modified=3.25, digest="d1", book="a")
    copy = replace(file, path=Path("/b/copy.epub"))
    broken = KnownFile(path=Path("/b/x.epub"), size=0, modified=1.0, digest="d2")
    for each in (file, copy, broken):
        library.remember_file(each)
    assert library.known_file(Path("/b/灯.epub")) == file
    assert library.known_file(Path("/b/none.epub")) is None
    assert library.files_of("d1") == library.files_of_book("a") == [copy, file]
    library.remember_file(replace(copy, digest="d3", book="b"))
    assert library.files_of("d1") == [file]
    library.add_folder(Path("/b"))
    library.add_folder(Path("/a"))
    library.add_folder(Path("/b"))
    assert library.folders() == [Path("/b"), Path("/a")]
    library.remove_folder(Path("/b"))
    assert library.folders() == [Path("/a")]


def test_the_files_of_a_forgotten_book_are_looked_at_anew(library: Library) -> None:
    library.remember_book(book("a"), Path("/b/a.epub"))
    library.remember_file(
        KnownFile(path=Path("/b/a.epub"), size=1, modified=1.0, digest="d", book="a")
    )
    library.take_off_shelf("a")
    assert library.files_of_book("a")
    library.forget_book("a")
    assert library.files_of_book("a") == []


def test_of_editions_in_one_file_only_the_newest_stays_when_a_library_is_brought_forward(
    home: Path,
) -> None:
    connection = sqlite3.connect(library_file(), isolation_level=None)
    for step in migrations.STEPS[:3]:
        for statement in step:
            connection.execute(statement)
    connection.execute("PRAGMA user_version = 3")
    for name, path, opened in (("a", b"/x", 1), ("b", b"/x", 3), ("c", b"/x", 2), ("d", b"/y", 2)):
        connection.execute(
            "INSERT INTO books VALUES (?, 'T', '[]', 'en', ?, 1, ?)", (name, path, opened)
        )
    connection.close()
    library = Library()
    assert on_shelf(library) == ["b", "d"]
    assert library.known_book("a") is not None
    library.close()
