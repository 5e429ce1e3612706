"""A library that may not be written is read all the same, and says so."""

from __future__ import annotations

import os
import sqlite3
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from reader.errors import LibraryError
from reader.library import migrations
from reader.library.store import Library, Place
from tests.library.test_library import book

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="permissions work otherwise there")

FULL = SimpleNamespace(total=1_000_000, used=1_000_000, free=0)

NOBODY = 65534
"""A user whom permissions bind; root, as whom tests may run, they do not."""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder where whoever permissions bind can look."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


@contextmanager
def bound_by_permissions() -> Iterator[None]:
    """Root is another user meanwhile."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@contextmanager
def only_read(folder: Path) -> Iterator[None]:
    """Nothing in the folder may be written, nor anything made there."""
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (*folder.iterdir(), folder)}
    for path in modes:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        with bound_by_permissions():
            yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


def noted(file: Path) -> Library:
    library = Library(file)
    library.remember_book(book("a"), Path("a.epub"))
    library.save_place("a", Place(3, 33), 0.5)
    library.add_bookmark("a", Place(1, 1), "here")
    return library


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_what_is_in_a_folder_that_may_only_be_read_is_shown(folder: Path) -> None:
    file = folder / "library.sqlite"
    noted(file).close()
    before = content(folder)
    with only_read(folder), closing(Library(file)) as library:
        assert library.read_only
        assert "can only be read" in str(library.notice)
        assert library.place("a") == Place(3, 33)
        assert [entry.read for entry in library.books()] == [0.5]
        assert [mark.name for mark in library.bookmarks("a")] == ["here"]
    assert content(folder) == before


def test_every_change_is_refused_in_the_same_words(folder: Path) -> None:
    file = folder / "library.sqlite"
    noted(file).close()
    with only_read(folder), closing(Library(file)) as library:
        for change in (
            lambda: library.save_place("a", Place(0, 0)),
            lambda: library.remember_book(book("a"), Path("a.epub")),
            lambda: library.add_bookmark("a", Place(0, 0)),
            library.copy,
        ):
            with pytest.raises(LibraryError, match="cannot be opened for writing"):
                change()
        assert library.place("a") == Place(3, 33)


def test_a_file_alone_may_be_protected(folder: Path) -> None:
    file = folder / "library.sqlite"
    noted(file).close()
    file.chmod(0o444)
    with bound_by_permissions(), closing(Library(file)) as library:
        assert library.read_only
        assert library.place("a") == Place(3, 33)
    assert set(content(folder)) <= {"library.sqlite", ".library.lock"}


def test_what_still_stands_in_the_log_is_shown_too(folder: Path) -> None:
    """As after a crash, on a medium that was then made read-only."""
    running = noted(folder / "running.sqlite")
    for ending in ("", "-wal"):
        (folder / f"library.sqlite{ending}").write_bytes(
            (folder / f"running.sqlite{ending}").read_bytes()
        )
    running.close()
    with only_read(folder), closing(Library(folder / "library.sqlite")) as library:
        assert library.place("a") == Place(3, 33)


def test_one_of_an_earlier_form_is_shown_without_being_changed(folder: Path) -> None:
    file = folder / "library.sqlite"
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for statement in migrations.STEPS[0]:
            connection.execute(statement)
        connection.execute("PRAGMA user_version = 1")
        connection.execute("INSERT INTO books VALUES ('a', 'T', '[]', 'en', x'2f61', 1, 2)")
        connection.execute("INSERT INTO places VALUES ('a', 2, 140, 3.5)")
    before = content(folder)
    with only_read(folder), closing(Library(file)) as library:
        assert library.place("a") == Place(2, 140)
        assert [entry.identifier for entry in library.books()] == ["a"]
    assert content(folder) == before


def test_where_no_library_can_be_begun_that_is_said(folder: Path) -> None:
    with only_read(folder), pytest.raises(LibraryError, match="permissions"):
        Library(folder / "library.sqlite")
    with only_read(folder), pytest.raises(LibraryError, match="permissions"):
        Library(folder / "deeper" / "library.sqlite")


def test_a_damaged_one_that_may_only_be_read_is_left_alone(folder: Path) -> None:
    file = folder / "library.sqlite"
    file.write_bytes(b"this is no database" * 100)
    before = content(folder)
    with only_read(folder), pytest.raises(LibraryError, match="damaged"):
        Library(file)
    assert content(folder) == before


@pytest.mark.parametrize("code", [sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_SHMSIZE])
def test_where_the_disk_is_full_all_is_shown(
    folder: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """Not even a temporary folder is needed, which may lie on that disk."""
    file = folder / "library.sqlite"
    noted(file).close()

    def full(*_: object) -> None:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = code
        raise error

    monkeypatch.setattr("reader.library.opening._begin_log", full)
    monkeypatch.setattr("reader.library.refusals.shutil.disk_usage", lambda _: FULL)
    monkeypatch.setattr(tempfile, "TemporaryDirectory", None)
    with closing(Library(file)) as library:
        assert library.read_only
        assert "The disk is full: places and notes are shown" in str(library.notice)
        assert library.place("a") == Place(3, 33)
        with pytest.raises(LibraryError):
            library.save_place("a", Place(0, 0))


def test_where_the_disk_is_not_full_what_cannot_be_written_is_an_error(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = folder / "library.sqlite"
    noted(file).close()

    def broken(*_: object) -> None:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
        raise error

    monkeypatch.setattr("reader.library.opening._begin_log", broken)
    with pytest.raises(LibraryError, match="disk I/O error"):
        Library(file)
