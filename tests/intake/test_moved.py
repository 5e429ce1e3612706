"""A book whose file was moved is found again, by its content."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.background import CancelToken
from reader.books.registry import read_book
from reader.errors import Cancelled
from reader.intake.adding import add
from reader.intake.moved import find_moved, note_file
from reader.library.store import Library, ShelfEntry
from tests.intake.conftest import write


@pytest.fixture
def book(library: Library, shelf: Path) -> ShelfEntry:
    """A book that was opened from its folder, and noted."""
    path = write(shelf, "novels/book.txt")
    library.remember_book(read_book(path), path)
    note_file(library, path, library.books()[0].identifier, CancelToken())
    return library.books()[0]


def moved(book: ShelfEntry, target: Path) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    return book.path.rename(target)


def test_a_renamed_file_is_found_in_its_folder(library: Library, book: ShelfEntry) -> None:
    other = write(book.path.parent, "another.txt")
    now = moved(book, book.path.with_name("renamed.txt"))
    assert find_moved(library, book, CancelToken()) == now
    assert library.books()[0].path == now
    assert other.exists()


def test_a_file_is_found_in_a_folder_beside_its_own(library: Library, book: ShelfEntry) -> None:
    now = moved(book, book.path.parents[1] / "read" / "2026" / "book.txt")
    assert find_moved(library, book, CancelToken()) == now


def test_a_file_is_found_where_its_folder_was_renamed(library: Library, book: ShelfEntry) -> None:
    book.path.parent.rename(book.path.parent.with_name("stories"))
    found = find_moved(library, book, CancelToken())
    assert found is not None
    assert found.parts[-2:] == ("stories", "book.txt")


def test_a_file_is_found_in_a_folder_that_was_added(
    library: Library, book: ShelfEntry, tmp_path_factory: pytest.TempPathFactory
) -> None:
    far = tmp_path_factory.mktemp("far")
    add([far], library, cancel=CancelToken())
    now = moved(book, far / "deep" / "renamed.txt")
    assert find_moved(library, book, CancelToken()) == now


def test_a_book_that_was_never_noted_is_found_by_its_name(library: Library, shelf: Path) -> None:
    path = write(shelf, "novels/book.txt")
    library.remember_book(read_book(path), path)
    entry = library.books()[0]
    now = moved(entry, shelf / "elsewhere" / "book.txt")
    assert find_moved(library, entry, CancelToken()) == now


def test_a_file_of_the_same_name_and_size_but_other_content_is_another(
    library: Library, book: ShelfEntry
) -> None:
    text = book.path.read_text("utf-8")
    book.path.unlink()
    write(book.path.parents[1], "copies/book.txt", text.replace("short", "SHORT"))
    told: list[int] = []
    assert find_moved(library, book, CancelToken(), progress=told.append) is None
    assert told == sorted(told)
    assert told


def test_a_file_is_looked_for_where_its_folder_cannot_be_asked_for(
    library: Library, book: ShelfEntry
) -> None:
    library.move_book(book.identifier, book.path.parent / ("n" * 300) / "lost" / "book.txt")
    [lost] = library.books()
    assert find_moved(library, lost, CancelToken()) == book.path


def test_looking_for_a_file_can_be_cancelled(library: Library, book: ShelfEntry) -> None:
    moved(book, book.path.with_name("renamed.txt"))
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        find_moved(library, book, token)


def test_a_file_that_is_gone_is_not_noted(library: Library, shelf: Path) -> None:
    note_file(library, shelf / "gone.txt", "book", CancelToken())
    assert library.known_file(shelf / "gone.txt") is None


def test_a_noted_file_is_known_when_its_folder_is_added(library: Library, book: ShelfEntry) -> None:
    assert add([book.path.parent], library, cancel=CancelToken()).known == 1
