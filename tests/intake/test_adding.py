"""Files become books on the shelf, each looked at once."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.background import CancelToken
from reader.books.model import Book
from reader.books.registry import read_book
from reader.errors import LibraryError
from reader.intake import adding
from reader.intake.adding import add
from reader.intake.outcome import Added, Progress
from reader.library.store import Library, Place
from tests.books.making import make_epub
from tests.intake.conftest import write


class FakeIndex:
    """Remembers which books it was given."""

    def __init__(self, refusal: LibraryError | None = None) -> None:
        self.books: list[str] = []
        self._refusal = refusal

    def has(self, identifier: str) -> bool:
        return identifier in self.books

    def add(self, book: Book, **options: object) -> None:
        if self._refusal is not None:
            raise self._refusal
        self.books.append(book.identifier)


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were read."""
    read: list[str] = []
    real: Callable[..., Book] = adding.read_book

    def note(path: Path, **options: object) -> Book:
        read.append(path.name)
        return real(path, **options)

    monkeypatch.setattr(adding, "read_book", note)
    return read


def added(library: Library, *paths: Path, **options: object) -> Added:
    return add(paths, library, cancel=CancelToken(), **options)  # type: ignore[arg-type]


def titles(library: Library) -> list[str]:
    return sorted(entry.title for entry in library.books())


def test_the_books_of_a_folder_are_on_the_shelf_unopened(library: Library, shelf: Path) -> None:
    write(shelf, "one.txt")
    write(shelf, "more/two.txt")
    result = added(library, shelf)
    assert (result.new, result.failed, result.complete) == (2, (), True)
    assert titles(library) == ["one", "two"]
    assert all(entry.opened is None for entry in library.books())
    assert sorted(result.books) == sorted(entry.identifier for entry in library.books())
    assert library.recent() == []
    assert library.folders() == [shelf]


def test_what_was_added_is_not_read_again(
    library: Library, shelf: Path, readings: list[str]
) -> None:
    write(shelf, "one.txt")
    added(library, shelf)
    result = added(library, shelf)
    assert (result.new, result.known, readings) == (0, 1, ["one.txt"])


def test_a_copy_is_counted_and_not_doubled(
    library: Library, shelf: Path, readings: list[str]
) -> None:
    one = write(shelf, "one.txt")
    shutil.copy(one, shelf / "uno.txt")
    result = added(library, shelf)
    assert (result.new, result.duplicates, readings) == (1, 1, ["one.txt"])
    assert [entry.path for entry in library.books()] == [one]
    assert added(library, shelf).duplicates == 1


def test_a_book_that_was_opened_before_is_known(library: Library, shelf: Path) -> None:
    one = write(shelf, "one.txt")
    library.remember_book(adding.read_book(one), one)
    assert added(library, one).known == 1
    assert library.known_file(one) is not None


def test_a_moved_file_takes_the_place_of_the_one_that_is_gone(
    library: Library, shelf: Path, readings: list[str]
) -> None:
    one = write(shelf, "one.txt")
    added(library, one)
    moved = one.rename(shelf / "renamed.txt")
    assert added(library, shelf).moved == 1
    assert [entry.path for entry in library.books()] == [moved]
    assert readings == ["one.txt"]


def test_a_changed_file_is_read_again(library: Library, shelf: Path, readings: list[str]) -> None:
    one = write(shelf, "one.txt")
    added(library, one)
    write(shelf, "one.txt", "This text is another one, and longer than the first.\n" * 3)
    assert added(library, one).new == 1
    assert readings == ["one.txt", "one.txt"]
    assert len(library.books()) == 1


def test_a_changed_file_of_the_same_size_and_content_is_only_looked_at(
    library: Library, shelf: Path, readings: list[str]
) -> None:
    one = write(shelf, "one.txt")
    added(library, one)
    os.utime(one, (1, 1))
    assert added(library, one).known == 1
    assert readings == ["one.txt"]


def test_what_was_taken_off_the_shelf_is_put_back(
    library: Library, shelf: Path, readings: list[str]
) -> None:
    one = write(shelf, "one.txt")
    (book,) = added(library, one).books
    library.take_off_shelf(book)
    assert added(library, one).books == (book,)
    assert titles(library) == ["one"]
    assert readings == ["one.txt"]


def test_a_forgotten_book_is_read_anew(library: Library, shelf: Path) -> None:
    one = write(shelf, "one.txt")
    (book,) = added(library, one).books
    library.forget_book(book)
    assert added(library, one).new == 1
    assert titles(library) == ["one"]


def test_what_cannot_be_read_is_told_and_stops_nothing(library: Library, shelf: Path) -> None:
    write(shelf, "empty.txt", " ")
    broken = shelf / "broken.epub"
    broken.write_bytes(b"PK\x03\x04 but no more")
    missing = shelf / "missing.txt"
    write(shelf, "sound.txt")
    result = added(library, shelf, missing)
    reasons = {path.name: reason for path, reason in result.failed}
    assert result.new == 1
    assert set(reasons) == {"empty.txt", "broken.epub", "missing.txt"}
    assert reasons["missing.txt"] == (
        "There is no such file. Check the name, or choose the file again."
    )


def test_new_texts_are_indexed_from_the_same_reading(
    library: Library, shelf: Path, readings: list[str]
) -> None:
    write(shelf, "one.txt")
    index = FakeIndex()
    result = added(library, shelf, index=index)
    assert index.books == list(result.books)
    assert readings == ["one.txt"]


def test_an_index_that_refuses_keeps_no_book_off_the_shelf(
    library: Library, shelf: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write(shelf, "one.txt")
    write(shelf, "two.txt")
    index = FakeIndex(LibraryError("index", "The disk is full.", "Free some space."))
    assert added(library, shelf, index=index).new == 2
    assert [record.message for record in caplog.records] == [
        "index: The disk is full. Free some space."
    ]


def test_progress_counts_the_files(library: Library, shelf: Path) -> None:
    write(shelf, "one.txt")
    write(shelf, "two.txt")
    told: list[Progress] = []
    added(library, shelf, progress=told.append)
    assert told[0] == Progress(done=0, total=0, name=str(shelf))
    assert [each.name for each in told if each.total and not each.share] == [
        "one.txt", "two.txt", "",
    ]  # fmt: skip
    fractions = [each.fraction for each in told]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0


def test_cancelling_keeps_what_is_added(library: Library, shelf: Path) -> None:
    for name in ("one.txt", "two.txt", "three.txt"):
        write(shelf, name)
    token = CancelToken()

    def stop(progress: Progress) -> None:
        if progress.done == 1:
            token.cancel()

    result = add([shelf], library, progress=stop, cancel=token)
    assert (result.new, result.complete) == (1, False)
    assert len(library.books()) == 1


def test_a_library_that_refuses_stops_the_work(library: Library, shelf: Path) -> None:
    write(shelf, "one.txt")
    library.close()
    with pytest.raises(LibraryError):
        added(library, shelf)


def test_the_cover_of_a_new_book_is_kept(library: Library, shelf: Path) -> None:
    from reader.intake.covers import cover_file

    picture = b"\x89PNG not really"
    make_epub(
        shelf / "book.epub",
        {"a.xhtml": "<p>Some words.</p>"},
        manifest='<item id="c" href="c.png" media-type="image/png" properties="cover-image"/>',
        extra={"OEBPS/c.png": picture},
    )
    (book,) = added(library, shelf).books
    kept = cover_file(book)
    assert kept is not None
    assert kept.read_bytes() == picture


def test_a_book_is_not_put_back_where_another_lies_now(library: Library, shelf: Path) -> None:
    first = write(shelf, "x.txt", "This is Alpha. It is short.\n")
    added(library, first)
    write(shelf, "x.txt", "Beta is quite another book, and longer.\n")
    added(library, first)
    added(library, second := write(shelf, "y.txt", "This is Alpha. It is short.\n"))
    assert sorted(entry.path for entry in library.books()) == [first, second]
    alpha = read_book(second).identifier
    assert {entry.identifier: entry.path for entry in library.books()}[alpha] == second


def test_what_was_taken_off_is_put_back_where_its_copy_lies(library: Library, shelf: Path) -> None:
    first = write(shelf, "x.txt", "The same.\n")
    second = write(shelf, "y.txt", "The same.\n")
    added(library, first)
    added(library, second)
    [entry] = library.books()
    library.take_off_shelf(entry.identifier)
    first.unlink()
    assert added(library, second).new == 1
    assert [entry.path for entry in library.books()] == [second]


@pytest.mark.parametrize("undone", [True, False])
def test_what_is_noted_of_an_earlier_edition_that_is_back_is_its_own(
    library: Library, shelf: Path, undone: bool
) -> None:
    file = write(shelf, "x.txt", "The old edition.\n")
    added(library, file)
    [old] = library.books()
    library.add_bookmark(old.identifier, Place(0, 1))
    write(shelf, "x.txt", "The new edition, a little longer.\n")
    added(library, file)
    [new] = library.books()
    assert library.noted_books() == [new.identifier]
    write(shelf, "x.txt", "The old edition.\n")
    if undone:
        library.put_back_on_shelf(old.identifier)
    else:
        added(library, file)
    library.add_bookmark(old.identifier, Place(0, 4), "later")
    assert [entry.identifier for entry in library.books()] == [old.identifier]
    assert old.identifier in library.noted_books()


def test_what_the_system_refuses_to_look_at_stops_nothing(library: Library, shelf: Path) -> None:
    refused = shelf / ("n" * 300) / "one.txt"
    told = added(library, refused, write(shelf, "other.txt"))
    assert (told.new, [path for path, _ in told.failed]) == (1, [refused])
