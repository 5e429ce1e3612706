"""A file that was replaced, or a library of an earlier version, loses no place or bookmark."""

from __future__ import annotations

import sqlite3
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from reader.books.model import Block, BlockKind, Book, Chapter, Run
from reader.lexicon.entry import Entry
from reader.library import migrations
from reader.library.store import Library, Place, library_file
from reader.navigation.anchors import Anchor, anchor_of, resolve
from reader.navigation.place import Position
from tests.library.test_library import book

HERE = Place(2, 140, "the lamp was ", "burning low.", "Chapter three")
FILE = Path("shelf/novel.epub")


def edition(identifier: str, **changes: object) -> Book:
    return replace(book("novel"), identifier=identifier, **changes)  # type: ignore[arg-type]


@pytest.fixture
def noted(library: Library) -> Library:
    """A library with a place, a bookmark and a choice in the first edition."""
    library.remember_book(edition("first"), FILE)
    library.save_place("first", HERE)
    last = Place(4, 9, "so ", "it ends", "Last")
    library.add_bookmark("first", last, "the end", extent=7, quotation="it ends", note="At last")
    library.choose_for_book("first", "skip", "some")
    library.keep_pronunciations([Entry(word="Cleo", say="Clee-oh", book="first")])
    return library


def test_what_was_noted_passes_to_the_changed_file(noted: Library) -> None:
    earlier = noted.remember_book(edition("second"), FILE)
    assert earlier is not None
    assert earlier.identifier == "first"
    place = noted.place("second")
    assert place == HERE
    assert (place.before, place.after, place.title) == (HERE.before, HERE.after, HERE.title)
    [mark] = noted.bookmarks("second")
    assert (mark.name, mark.place, mark.place.after) == ("the end", Place(4, 9), "it ends")
    assert (mark.extent, mark.quotation, mark.note) == (7, "it ends", "At last")
    assert noted.book_choice("second", "skip") == "some"
    [entry] = noted.pronunciations("second")
    assert (entry.word, entry.say, entry.book) == ("Cleo", "Clee-oh", "second")


def test_the_earlier_edition_keeps_its_own(noted: Library) -> None:
    before = noted.bookmarks("first")
    noted.remember_book(edition("second"), FILE)
    [copied] = noted.bookmarks("second")
    noted.remove_bookmark(copied.number)
    noted.save_place("second", Place(0, 0))
    assert noted.bookmarks("first") == before
    assert noted.place("first") == HERE


def test_opening_a_changed_file_again_takes_nothing_over_twice(noted: Library) -> None:
    noted.remember_book(edition("second"), FILE)
    noted.save_place("second", Place(3, 3))
    assert noted.remember_book(edition("second"), FILE) is None
    assert noted.place("second") == Place(3, 3)
    assert len(noted.bookmarks("second")) == 1


def test_the_newest_of_several_editions_is_the_one_that_passes_on(noted: Library) -> None:
    noted.remember_book(edition("second"), FILE)
    noted.save_place("second", Place(3, 3))
    earlier = noted.remember_book(edition("third"), FILE)
    assert earlier is not None
    assert earlier.identifier == "second"
    assert noted.place("third") == Place(3, 3)


@pytest.mark.parametrize(
    "changes", [{"title": "The same, second edition"}, {"authors": ("A. W. Writer",)}]
)
def test_a_mended_title_or_name_of_the_author_is_still_the_same_book(
    noted: Library, changes: dict[str, object]
) -> None:
    assert noted.remember_book(edition("second", **changes), FILE) is not None
    assert noted.place("second") == HERE


@pytest.mark.parametrize("authors", [("Somebody Else",), ()])
def test_another_book_in_the_same_file_begins_at_its_beginning(
    noted: Library, authors: tuple[str, ...]
) -> None:
    noted.remember_book(edition("unsigned", title="Unsigned", authors=()), FILE)
    other = edition("second", title="Quite another", authors=authors)
    assert noted.remember_book(other, FILE) is None
    assert noted.place("second") is None
    assert noted.bookmarks("second") == []


def test_a_changed_book_under_another_name_is_found_once_its_old_file_is_gone(
    library: Library, tmp_path: Path
) -> None:
    old, new = tmp_path / "old.epub", tmp_path / "new.epub"
    old.touch()
    new.touch()
    library.remember_book(edition("first"), old)
    library.save_place("first", HERE)
    assert library.remember_book(edition("second"), new) is None  # two volumes of one title
    old.unlink()
    assert library.remember_book(edition("third"), tmp_path / "newer.epub") is not None
    assert library.place("third") == HERE


def test_a_title_without_an_author_is_no_reason_to_take_anything_over(library: Library) -> None:
    library.remember_book(edition("first", authors=()), FILE)
    library.save_place("first", HERE)
    assert library.remember_book(edition("second", authors=()), Path("elsewhere.txt")) is None
    assert library.place("second") is None


def test_the_shelf_shows_a_file_once_and_forgets_all_its_editions(noted: Library) -> None:
    noted.remember_book(edition("second"), FILE)
    noted.remember_book(book("other"), Path("other.epub"))
    assert [entry.identifier for entry in noted.recent()] == ["other", "second"]
    noted.remember_book(edition("first"), FILE)  # the old file came back
    assert [entry.identifier for entry in noted.recent()] == ["first", "other"]
    noted.forget_book("first")
    assert [entry.identifier for entry in noted.recent()] == ["other"]
    assert noted.remember_book(edition("third"), FILE) is None


def test_another_book_that_once_lay_in_the_file_is_not_forgotten(noted: Library) -> None:
    noted.remember_book(edition("unsigned", title="Unsigned", authors=()), FILE)
    noted.remember_book(edition("other", title="Other", authors=()), FILE)
    noted.forget_book("other")
    assert noted.place("first") == HERE
    assert len(noted.bookmarks("first")) == 1
    assert noted.recent() == []  # what lay there before cannot be opened


def text_of(*chapters: str) -> tuple[Chapter, ...]:
    return tuple(
        Chapter(
            title=f"Chapter {number}",
            blocks=(Block(kind=BlockKind.PARAGRAPH, runs=(Run(text=text),)),),
        )
        for number, text in enumerate(chapters, 1)
    )


def test_what_was_taken_over_finds_its_words_where_they_stand_now(library: Library) -> None:
    """What the library keeps is what :mod:`reader.navigation.anchors` needs."""
    told = "It was late, and the lamp was burning low. Nobody came 😀 down to the quay."
    first = edition("first", chapters=text_of("Once there was a harbour.", told))
    preface = "A preface of some length stands here now. "
    second = edition("second", chapters=text_of(preface, "Once there was.", preface + told))
    marked = told.index("Nobody")
    library.remember_book(first, FILE)
    noted = anchor_of(first, Position(1, marked))
    library.add_bookmark("first", Place(**asdict(noted)))
    library.remember_book(second, FILE)
    [mark] = library.bookmarks("second")
    position, exact = resolve(second, Anchor(**asdict(mark.place)))
    assert (position, exact) == (Position(2, len(preface) + marked), True)
    library.move_bookmark(mark.number, Place(**asdict(anchor_of(second, position))))
    [moved] = library.bookmarks("second")
    assert resolve(second, Anchor(**asdict(moved.place))) == (position, True)


def write_first_version() -> None:
    """A library file as the first version wrote it, with a book and a place in it."""
    connection = sqlite3.connect(library_file(), isolation_level=None)
    for statement in migrations.STEPS[0]:
        connection.execute(statement)
    connection.execute("PRAGMA user_version = 1")
    connection.execute(
        "INSERT INTO books VALUES ('first', 'Title of novel 书', '[\"A. Writer\"]', 'en', ?, 1, 2)",
        (bytes(FILE.absolute()),),
    )
    connection.execute("INSERT INTO places VALUES ('first', 2, 140, 3.5)")
    connection.close()


def test_a_library_of_the_first_version_keeps_its_books_and_places(home: Path) -> None:
    home.mkdir(exist_ok=True)
    write_first_version()
    library = Library()
    assert library.notice is None
    assert [entry.identifier for entry in library.recent()] == ["first"]
    place = library.place("first")
    assert place == Place(2, 140)
    assert (place.before, place.after, place.title) == ("", "", "")
    library.add_bookmark("first", HERE)
    assert library.remember_book(edition("second"), FILE) is not None
    assert library.place("second") == Place(2, 140)
    assert len(library.bookmarks("second")) == 1
    library.close()
