"""The library remembers books and places, from any thread, and never loses a file."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from reader.background import Task
from reader.books.model import Block, BlockKind, Book, Chapter, Run
from reader.errors import LibraryError
from reader.library import migrations
from reader.library.store import Library, Place, library_file


def book(name: str) -> Book:
    """A book of no text to speak of, other than every book of another name."""
    block = Block(kind=BlockKind.PARAGRAPH, runs=(Run(text="Once."),))
    return Book(
        title=f"Title of {name} 书",
        chapters=(Chapter(title="One", blocks=(block,)),),
        identifier=name,
        authors=("A. Writer", "李四"),
        language="en",
    )


def test_a_new_library_is_empty(library: Library) -> None:
    assert library.recent(10) == []
    assert library.place("nothing") is None
    assert library.notice is None


def test_a_book_is_remembered_with_all_that_the_shelf_shows(library: Library) -> None:
    library.remember_book(book("a"), Path("shelf/a.epub"))
    [entry] = library.recent(10)
    assert entry.identifier == "a"
    assert entry.title == "Title of a 书"
    assert entry.authors == ("A. Writer", "李四")
    assert entry.language == "en"
    assert entry.path == Path("shelf/a.epub").absolute()
    assert entry.added == entry.opened
    assert entry.opened is not None
    assert 1_000_000 <= entry.opened.timestamp() < 1_000_010


def test_opening_again_moves_a_book_to_the_front_and_follows_the_file(library: Library) -> None:
    for name in "abc":
        library.remember_book(book(name), Path(f"{name}.epub"))
    library.remember_book(book("a"), Path("moved/a.epub"))
    entries = library.recent(2)
    assert [entry.identifier for entry in entries] == ["a", "c"]
    assert entries[0].path == Path("moved/a.epub").absolute()
    assert entries[0].opened is not None
    assert entries[0].opened > entries[0].added


def test_a_place_is_there_after_closing_and_opening(home: Path) -> None:
    first = Library()
    first.remember_book(book("a"), Path("a.epub"))
    first.save_place("a", Place(1, 20))
    first.save_place("a", Place(3, 4567))
    first.close()
    second = Library()
    assert second.place("a") == Place(3, 4567)
    second.close()


def test_remembering_a_book_again_keeps_its_place(library: Library) -> None:
    library.remember_book(book("a"), Path("a.epub"))
    library.save_place("a", Place(2, 5))
    library.remember_book(book("a"), Path("a.epub"))
    assert library.place("a") == Place(2, 5)


def test_forgetting_a_book_forgets_its_place(library: Library) -> None:
    library.remember_book(book("a"), Path("a.epub"))
    library.save_place("a", Place(2, 5))
    library.forget_book("a")
    assert library.recent(5) == []
    assert library.place("a") is None


def test_a_place_in_an_unknown_book_is_refused(library: Library) -> None:
    with pytest.raises(LibraryError, match="not in the library"):
        library.save_place("stranger", Place(0, 0))
    assert library.place("stranger") is None


@pytest.mark.skipif(os.name == "nt", reason="Windows file names are always Unicode")
def test_a_file_name_that_is_not_unicode_is_kept(library: Library) -> None:
    path = Path(os.fsdecode(b"/books/\xff\xfe.epub"))
    library.remember_book(book("a"), path)
    assert library.recent(1)[0].path == path


def test_a_title_that_cannot_be_written_is_a_library_error(library: Library) -> None:
    with pytest.raises(LibraryError, match="cannot be read or written"):
        library.remember_book(replace(book("a"), title="a\udcff"), Path("a.epub"))
    library.remember_book(book("a"), Path("a.epub"))
    assert len(library.recent()) == 1


def test_a_place_is_on_the_disk_when_the_call_returns(home: Path) -> None:
    """A process that dies the hard way right after saving has lost nothing."""
    program = """
import os
from pathlib import Path
from reader.library.store import Library, Place
from tests.library.test_library import book
library = Library()
library.remember_book(book("a"), Path("a.epub"))
library.save_place("a", Place(7, 77))
os._exit(9)
"""
    root = Path(__file__).parents[2]
    ended = subprocess.run([sys.executable, "-c", program], cwd=root, check=False)
    assert ended.returncode == 9
    library = Library()
    assert library.place("a") == Place(7, 77)
    library.close()


def test_every_commit_is_synced_and_readers_are_not_blocked(library: Library) -> None:
    connection = library._connection
    assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_many_threads_share_one_library(library: Library) -> None:
    for name in "abcd":
        library.remember_book(book(name), Path(f"{name}.epub"))
    failures: list[Exception] = []

    def read_on(name: str) -> None:
        try:
            for offset in range(25):
                library.save_place(name, Place(0, offset))
                assert library.place(name) == Place(0, offset)
                library.recent(3)
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=read_on, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert [library.place(name) for name in "abcd"] == [Place(0, 24)] * 4


def test_two_programs_share_one_file(home: Path) -> None:
    one, other = Library(), Library()
    one.remember_book(book("a"), Path("a.epub"))
    other.save_place("a", Place(1, 1))
    assert one.place("a") == Place(1, 1)
    one.close()
    other.close()


@pytest.fixture
def begun(home: Path) -> Iterator[sqlite3.Connection]:
    """Another program that is just beginning the library."""
    with closing(sqlite3.connect(library_file(), isolation_level=None)) as other:
        other.execute("CREATE TABLE begun (word TEXT)")
        other.execute("BEGIN IMMEDIATE")
        yield other


def test_a_library_that_another_program_begins_is_waited_for(begun: sqlite3.Connection) -> None:
    opening = Task(lambda _token: Library(patience=10), name="open library")
    assert not opening.join(0.1)
    begun.execute("ROLLBACK")
    library = opening.result(10)
    assert library.recent() == []
    library.close()


@pytest.mark.usefixtures("begun")
def test_a_library_that_another_program_goes_on_beginning_says_so() -> None:
    with pytest.raises(LibraryError, match="Another program"):
        Library(patience=0.05)


@pytest.mark.parametrize(
    "content", [b"this is no database" * 100, b"SQLite format 3\0" + b"x" * 900]
)
def test_a_file_that_is_no_library_is_set_aside(home: Path, content: bytes) -> None:
    file = library_file()
    file.write_bytes(content)
    library = Library()
    assert library.notice is not None
    assert "library.damaged-1.sqlite" in str(library.notice)
    assert file.with_name("library.damaged-1.sqlite").read_bytes() == content
    library.remember_book(book("a"), Path("a.epub"))
    assert len(library.recent(5)) == 1
    library.close()


def test_a_library_held_by_another_program_says_so(home: Path) -> None:
    library = Library(patience=0.01)
    library.remember_book(book("a"), Path("a.epub"))
    library.save_place("a", Place(1, 1))
    holder = sqlite3.connect(library_file(), isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(LibraryError, match="Another program"):
        library.save_place("a", Place(0, 0))
    holder.execute("ROLLBACK")
    holder.close()
    assert library.place("a") == Place(1, 1)
    library.save_place("a", Place(2, 2))
    assert library.place("a") == Place(2, 2)
    library.close()


def test_a_folder_where_the_library_should_be(home: Path) -> None:
    library_file().mkdir()
    with pytest.raises(LibraryError, match="permissions"):
        Library()


def test_a_closed_library_raises_a_library_error(home: Path) -> None:
    library = Library()
    library.close()
    library.close()
    with pytest.raises(LibraryError):
        library.recent(1)


def test_steps_that_fail_leave_the_file_as_it_was(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library()
    library.remember_book(book("a"), Path("a.epub"))
    library.close()
    broken = (*migrations.STEPS, ("CREATE TABLE more (x INTEGER)", "CREATE nonsense"))
    monkeypatch.setattr(migrations, "STEPS", broken)
    with pytest.raises(LibraryError):
        Library()
    monkeypatch.undo()
    monkeypatch.setenv("TINGSHU_HOME", str(home))
    library = Library()
    assert [entry.identifier for entry in library.recent(5)] == ["a"]
    tables = library._connection.execute("SELECT name FROM sqlite_schema WHERE name = 'more'")
    assert tables.fetchall() == []
    library.close()


def test_an_older_file_is_brought_forward(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library()
    library.remember_book(book("a"), Path("a.epub"))
    library.close()
    newer = (*migrations.STEPS, ("ALTER TABLE books ADD COLUMN colour TEXT",))
    monkeypatch.setattr(migrations, "STEPS", newer)
    library = Library()
    columns = [row[1] for row in library._connection.execute("PRAGMA table_info(books)")]
    assert "colour" in columns
    assert [entry.identifier for entry in library.recent(5)] == ["a"]
    library.close()
