"""Bookmarks and choices of a book: kept, changed, taken away and put back."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.errors import LibraryError
from reader.library.store import Library, Place
from tests.library.test_library import book

HERE = Place(2, 140, "the lamp was ", "burning low. 灯", "Chapter three")


@pytest.fixture
def shelved(library: Library) -> Library:
    """A library with the books ``a`` and ``b``."""
    for name in "ab":
        library.remember_book(book(name), Path(f"{name}.epub"))
    return library


def test_a_bookmark_is_there_after_closing_with_all_that_finds_it_again(home: Path) -> None:
    first = Library(clock=lambda: 1_000_000.25)
    first.remember_book(book("a"), Path("a.epub"))
    made = first.add_bookmark("a", HERE, "the lamp")
    first.close()
    second = Library()
    [kept] = second.bookmarks("a")
    second.close()
    assert kept == made
    assert (kept.name, kept.book) == ("the lamp", "a")
    assert kept.created.timestamp() == 1_000_000.25
    place = kept.place
    assert (place.before, place.after, place.title) == (HERE.before, HERE.after, HERE.title)


def test_bookmarks_come_in_reading_order_and_only_those_of_the_book(shelved: Library) -> None:
    for place in (Place(3, 1), Place(0, 50), Place(0, 7)):
        shelved.add_bookmark("a", place)
    shelved.add_bookmark("b", Place(9, 9))
    assert [each.place for each in shelved.bookmarks("a")] == [
        Place(0, 7), Place(0, 50), Place(3, 1),
    ]  # fmt: skip
    assert shelved.bookmarks("stranger") == []


def test_a_bookmark_is_renamed_and_moved(shelved: Library) -> None:
    made, other = shelved.add_bookmark("a", HERE), shelved.add_bookmark("a", Place(3, 0), "end")
    shelved.rename_bookmark(made.number, "灯")
    shelved.move_bookmark(made.number, Place(1, 4, "x", "y", "z"))
    first, second = shelved.bookmarks("a")
    assert (first.name, first.place, first.place.after) == ("灯", Place(1, 4), "y")
    assert second == other


def test_a_removed_bookmark_can_be_put_back_as_it_was(shelved: Library) -> None:
    made = shelved.add_bookmark("a", HERE, "the lamp")
    removed = shelved.remove_bookmark(made.number)
    assert removed == made
    assert shelved.bookmarks("a") == []
    newer = shelved.add_bookmark("a", Place(5, 0))
    assert newer.number != made.number
    shelved.put_bookmark_back(made)
    shelved.put_bookmark_back(made)
    assert shelved.bookmarks("a") == [made, newer]


def test_a_note_keeps_its_passage_and_what_is_said_of_it(shelved: Library) -> None:
    note = shelved.add_bookmark(
        "a", HERE, "lamp", extent=12, quotation="burning low. 灯", note="Why?\n为什么"
    )
    [kept] = shelved.bookmarks("a")
    assert kept == note
    assert (kept.extent, kept.quotation, kept.note) == (12, "burning low. 灯", "Why?\n为什么")
    shelved.annotate_bookmark(note.number, "Because.")
    shelved.move_bookmark(note.number, Place(3, 0))
    [kept] = shelved.bookmarks("a")
    assert (kept.note, kept.name, kept.extent, kept.place) == ("Because.", "lamp", 12, Place(3, 0))
    shelved.move_bookmark(note.number, Place(3, 1), 9)
    removed = shelved.remove_bookmark(note.number)
    assert removed is not None
    assert removed.extent == 9
    shelved.put_bookmark_back(removed)
    assert shelved.bookmarks("a") == [removed]


def test_removing_what_is_gone_removes_nothing(shelved: Library) -> None:
    made = shelved.add_bookmark("a", HERE)
    assert shelved.remove_bookmark(made.number + 1) is None
    assert shelved.bookmarks("a") == [made]


def test_a_bookmark_in_an_unknown_book_is_refused(library: Library) -> None:
    with pytest.raises(LibraryError, match="not in the library"):
        library.add_bookmark("stranger", HERE)
    with pytest.raises(LibraryError, match="not in the library"):
        library.choose_for_book("stranger", "skip", "some")


def test_a_choice_is_kept_for_its_book_alone_and_can_be_taken_back(shelved: Library) -> None:
    shelved.choose_for_book("a", "skip", "some")
    shelved.choose_for_book("a", "skip", "most")
    assert shelved.book_choice("a", "skip") == "most"
    assert shelved.book_choice("a", "images") is None
    assert shelved.book_choice("b", "skip") is None
    shelved.choose_for_book("a", "skip", None)
    assert shelved.book_choice("a", "skip") is None


def test_forgetting_a_book_forgets_its_bookmarks_and_choices(shelved: Library) -> None:
    shelved.add_bookmark("a", HERE)
    shelved.choose_for_book("a", "skip", "some")
    kept = shelved.add_bookmark("b", HERE)
    shelved.forget_book("a")
    shelved.remember_book(book("a"), Path("a.epub"))
    assert shelved.bookmarks("a") == []
    assert shelved.book_choice("a", "skip") is None
    assert shelved.bookmarks("b") == [kept]
