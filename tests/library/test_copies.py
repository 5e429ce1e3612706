"""The library's copies: made every day, never in the way, and restored when it is damaged."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.background import CancelToken
from reader.errors import Cancelled, LibraryError
from reader.library import copies, migrations
from reader.library.alone import alone
from reader.library.daily import INTERVAL
from reader.library.store import Library, Place, library_file
from tests.library.test_library import book

DAY = 86_400.0
NOON = datetime(2026, 11, 28, 12, 30, tzinfo=UTC).timestamp()


class Clock:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(home: Path) -> Clock:
    return Clock()


def names(library: Path) -> set[str]:
    return {path.name for path in library.parent.iterdir()}


def read_book(clock: Clock, offset: int) -> None:
    """A day of use: a book is opened and its place moved."""
    library = Library(clock=clock)
    library.remember_book(book("a"), Path("a.epub"))
    library.save_place("a", Place(0, offset))
    library.close()


def copy_now(clock: Clock) -> None:
    """A copy, of a library that nobody has open afterwards."""
    library = Library(clock=clock)
    library.copy()
    library.close()


def damage(file: Path) -> bytes:
    """Break pages of the file; returns what it is then."""
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    file.write_bytes(content)
    return bytes(content)


def test_a_copy_is_made_on_every_day_of_use_and_the_last_few_are_kept(clock: Clock) -> None:
    read_book(clock, 1)
    assert copies.copies(library_file()) == []
    made = []
    for day in range(1, 6):
        clock.now = NOON + day * DAY
        read_book(clock, day)
        read_book(clock, day)
        made.append(clock.now)
    kept = copies.copies(library_file())
    assert [copy.made.timestamp() for copy in kept] == made[: -copies.KEPT - 1 : -1]
    assert {copy.version for copy in kept} == {len(migrations.STEPS)}
    assert not [name for name in names(library_file()) if name.endswith(".draft")]


def test_many_copies_on_one_day_do_not_push_out_those_of_the_days_before(clock: Clock) -> None:
    for day in range(1, 5):
        clock.now = NOON + day * DAY
        read_book(clock, day)
    library = Library(clock=clock)
    for _ in range(10):
        clock.now += 60
        library.copy()
    library.close()
    ages = [(clock.now - copy.made.timestamp()) for copy in copies.copies(library_file())]
    assert ages[: copies.KEPT] == [0, 60, 120]
    assert [round(age / DAY) for age in ages[copies.KEPT :]] == [1, 2]


def test_a_copy_is_a_whole_library_in_one_file(clock: Clock, tmp_path: Path) -> None:
    read_book(clock, 3)
    library = Library(clock=clock)
    library.save_place("a", Place(4, 4))  # still in the write-ahead log
    alone = tmp_path / "alone" / "library.sqlite"
    alone.parent.mkdir()
    shutil.copyfile(library.copy(), alone)
    library.close()
    copied = Library(alone)
    assert copied.place("a") == Place(4, 4)
    copied.close()


def test_a_library_that_stays_open_is_copied_every_day_too(clock: Clock) -> None:
    library = Library(clock=clock)
    library.remember_book(book("a"), Path("a.epub"))
    clock.now += INTERVAL - 1
    library.save_place("a", Place(0, 1))
    library._daily_copy.close()
    assert copies.copies(library_file()) == []
    clock.now += 2
    library.save_place("a", Place(0, 2))
    library.close()
    [copy] = copies.copies(library_file())
    assert copy.made.timestamp() == clock.now


def test_what_is_saved_while_a_copy_is_made_waits_for_nothing(clock: Clock) -> None:
    library = Library(clock=clock, patience=0.0)
    library.remember_book(book("a"), Path("a.epub"))

    class Saving(CancelToken):
        """Saves a place at each look at the token: between two parts of the copy."""

        looks = 0

        def check(self) -> None:
            Saving.looks += 1
            library.save_place("a", Place(0, self.looks))

    library.save_place("a", Place(0, 0))
    made = copies.make(library_file(), clock.now, Saving())
    assert library.place("a") == Place(0, Saving.looks)
    assert Saving.looks > 0
    library.close()
    with sqlite3.connect(made) as copied:
        assert copied.execute("SELECT place FROM places").fetchall() == [(0,)]
    copied.close()


def test_a_copy_that_is_cancelled_leaves_nothing(clock: Clock) -> None:
    library = Library(clock=clock)
    library.remember_book(book("a"), Path("a.epub"))
    before = names(library_file())
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        copies.make(library_file(), clock.now, token)
    assert names(library_file()) == before
    library.close()


def test_what_a_killed_program_left_of_a_copy_is_cleared(clock: Clock) -> None:
    read_book(clock, 1)
    left = library_file().with_name(".library.half.draft")
    left.write_bytes(b"half a copy")
    os.utime(left, (0, 0))
    Library(clock=clock).close()
    assert not left.exists()
    assert len(copies.copies(library_file())) == 1


@pytest.mark.skipif(os.name == "nt", reason="permissions work otherwise there")
def test_nobody_else_may_read_a_copy_or_what_is_restored_from_it(clock: Clock) -> None:
    read_book(clock, 1)
    library_file().chmod(0o640)
    library = Library(clock=clock)
    copied = library.copy()
    library.close()
    assert copied.stat().st_mode & 0o777 == 0o640
    damage(library_file())
    Library(clock=clock).close()
    assert library_file().stat().st_mode & 0o777 == 0o640


def test_a_copy_that_cannot_be_made_costs_nothing_but_the_copy(
    clock: Clock, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    read_book(clock, 1)

    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "replace", full)
    read_book(clock, 2)
    library = Library(clock=clock)
    with pytest.raises(LibraryError, match="disk is full"):
        library.copy()
    assert library.place("a") == Place(0, 2)
    library.close()
    assert "could not be copied" in caplog.text
    assert not [name for name in names(library_file()) if "copy" in name]


def test_a_damaged_library_is_restored_from_its_newest_sound_copy(clock: Clock) -> None:
    read_book(clock, 1)
    for day in (1, 2, 3):
        clock.now = NOON + day * DAY
        read_book(clock, 10 + day)  # copied beside that, just before or just after
    newest, second, _ = copies.copies(library_file())
    damage(newest.path)
    broken = damage(library_file())
    library = Library(clock=clock)
    assert library.place("a") in (Place(0, 11), Place(0, 12))
    assert library.notice is not None
    told = str(library.notice)
    assert f"copy of {second.made.astimezone():%Y-%m-%d %H:%M} was restored" in told
    assert "may be lost" in told
    assert "library.damaged-1.sqlite" in told
    library.save_place("a", Place(5, 5))
    library.close()
    assert library_file().with_name("library.damaged-1.sqlite").read_bytes() == broken
    again = Library(clock=clock)
    assert again.notice is None
    assert again.place("a") == Place(5, 5)
    again.close()


def test_where_restoring_fails_the_next_start_restores(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_book(clock, 1)
    copy_now(clock)
    broken = damage(library_file())

    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    for step in ("fsync", "replace"):
        with monkeypatch.context() as patched:
            patched.setattr(copies.os, step, full)
            with pytest.raises(LibraryError, match="disk is full"):
                Library(clock=clock)
        assert library_file().read_bytes() == broken
    library = Library(clock=clock)
    assert "was restored" in str(library.notice)
    assert [entry.identifier for entry in library.books()] == ["a"]
    library.close()


def test_the_log_of_a_damaged_library_never_lies_beside_its_copy(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_book(clock, 1)
    copy_now(clock)
    damage(library_file())
    log = library_file().with_name("library.sqlite-wal")
    log.write_bytes(b"of the damaged one")
    beside = []
    put = os.replace

    def look(source: Path, target: Path) -> None:
        beside.append(log.exists())
        put(source, target)

    monkeypatch.setattr(copies.os, "replace", look)
    Library(clock=clock).close()
    assert beside[0] is False


@pytest.mark.skipif(os.name == "nt", reason="there are no such locks")
def test_nobody_opens_the_library_while_another_may_be_restoring_it(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_book(clock, 1)
    copy_now(clock)
    broken = damage(library_file())
    monkeypatch.setattr("reader.library.alone._LONGEST_WAIT", 0.0)
    with alone(library_file()):
        with pytest.raises(LibraryError, match="Another program is holding the library"):
            Library(clock=clock)
        assert library_file().read_bytes() == broken
    library = Library(clock=clock)
    assert "was restored" in str(library.notice)
    library.close()


@pytest.mark.parametrize("size", [0, 1, 99])
def test_a_library_that_a_power_cut_left_empty_is_restored(clock: Clock, size: int) -> None:
    read_book(clock, 1)
    copy_now(clock)
    os.truncate(library_file(), size)
    library = Library(clock=clock)
    assert "was restored" in str(library.notice)
    assert library.place("a") == Place(0, 1)
    library.close()


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be renamed there")
def test_who_has_the_file_open_goes_on_in_the_one_that_another_restored(clock: Clock) -> None:
    read_book(clock, 1)
    window = Library(clock=clock)
    window.copy()
    damage(library_file())
    Library(clock=clock).close()
    with pytest.raises(LibraryError, match="another library in the place of the open one"):
        window.save_place("a", Place(0, 9))
    assert window.place("a") == Place(0, 1)
    window.save_place("a", Place(0, 9))
    window.close()
    again = Library(clock=clock)
    assert again.place("a") == Place(0, 9)
    again.close()


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be renamed there")
def test_who_has_the_file_open_when_it_is_taken_away_is_told(clock: Clock) -> None:
    read_book(clock, 1)
    window = Library(clock=clock)
    window.copy()
    library_file().rename(library_file().with_name("elsewhere.sqlite"))
    with pytest.raises(LibraryError, match="is gone, so a new one was begun"):
        window.save_place("a", Place(0, 9))
    window.remember_book(book("b"), Path("b.epub"))
    window.close()


def test_where_a_library_is_gone_that_is_said(clock: Clock) -> None:
    read_book(clock, 1)
    library = Library(clock=clock)
    assert library.notice is None
    copied = library.copy()
    library.close()
    library_file().unlink()
    begun = Library(clock=clock)
    assert begun.books() == []
    assert "is gone, so a new one was begun" in str(begun.notice)
    assert copied.name in str(begun.notice)
    begun.close()
    again = Library(clock=clock)
    assert again.notice is None
    again.close()


def test_without_a_sound_copy_a_new_library_is_begun_and_nothing_overwritten(clock: Clock) -> None:
    read_book(clock, 1)
    clock.now += DAY
    read_book(clock, 2)
    [copy] = copies.copies(library_file())
    broken_copy = damage(copy.path)
    for number in (1, 2):
        broken = damage(library_file())
        library = Library(clock=clock)
        assert library.notice is not None
        assert "a new one was begun" in str(library.notice)
        assert library.recent() == []
        library.close()
        aside = library_file().with_name(f"library.damaged-{number}.sqlite")
        assert aside.read_bytes() == broken
        read_book(clock, 3)
    assert copy.path.read_bytes() == broken_copy


def test_a_file_that_only_looks_like_a_copy_is_none(clock: Clock) -> None:
    read_book(clock, 1)
    folder = library_file().parent
    (folder / "library.copy-yesterday.sqlite").write_bytes(b"")
    (folder / "library.copy-20261128-123000-000000.sqlite").write_bytes(b"no library")
    damage(library_file())
    library = Library(clock=clock)
    assert library.recent() == []
    library.close()


def write_old(version: int) -> bytes:
    """A library of an earlier form with a book in it; returns its content."""
    connection = sqlite3.connect(library_file(), isolation_level=None)
    for step in migrations.STEPS[:version]:
        for statement in step:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.execute("INSERT INTO books VALUES ('a', 'T', '[]', 'en', x'2f61', 1, 2)")
    connection.close()
    return library_file().read_bytes()


def test_an_older_library_is_copied_before_it_is_brought_forward(clock: Clock) -> None:
    write_old(3)
    Library(clock=clock).close()
    [after, before] = sorted(copies.copies(library_file()), key=lambda copy: -copy.version)
    assert (before.version, after.version) == (3, len(migrations.STEPS))
    damage(after.path)
    damage(library_file())
    restored = Library(clock=clock)
    assert restored.notice is not None
    assert [entry.identifier for entry in restored.recent()] == ["a"]
    restored.close()


def test_steps_that_fail_leave_the_old_library_and_its_copy(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_book(clock, 7)
    broken = (*migrations.STEPS, ("CREATE TABLE more (x INTEGER)", "CREATE nonsense"))
    with monkeypatch.context() as patched:
        patched.setattr(migrations, "STEPS", broken)
        with pytest.raises(LibraryError):
            Library(clock=clock)
    assert len(copies.copies(library_file())) == 1
    library = Library(clock=clock)
    assert library.place("a") == Place(0, 7)
    library.close()


@pytest.fixture
def newer(clock: Clock) -> Iterator[sqlite3.Connection]:
    """A library of a newer version, still open in that version's program."""
    read_book(clock, 1)
    clock.now += DAY
    read_book(clock, 2)
    [copy] = copies.copies(library_file())
    for path in (library_file(), copy.path):
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute(f"PRAGMA user_version = {len(migrations.STEPS) + 1}")
        connection.execute("CREATE TABLE unheard_of (x)")
        if path == library_file():
            running = connection
        else:
            connection.close()
    yield running
    running.close()


def content(folder: Path) -> dict[str, bytes]:
    """What lies in the folder, without the memory that running programs share."""
    files = (path for path in folder.iterdir() if path.is_file() and path.suffix != ".sqlite-shm")
    return {path.name: path.read_bytes() for path in files}


@pytest.mark.parametrize("running", [True, False])
def test_a_library_of_a_newer_version_is_left_alone(
    newer: sqlite3.Connection, clock: Clock, running: bool
) -> None:
    if not running:
        newer.close()
    clock.now += 10 * DAY
    before = content(library_file().parent)
    with pytest.raises(LibraryError, match="newer version"):
        Library(clock=clock)
    assert content(library_file().parent) == before


def test_copies_of_a_newer_version_are_neither_restored_nor_cleared(
    newer: sqlite3.Connection, clock: Clock
) -> None:
    newer.close()
    library_file().unlink()
    [copy] = copies.copies(library_file())
    kept = copy.path.read_bytes()
    for day in range(2, 8):
        clock.now = NOON + day * DAY
        read_book(clock, day)
    assert copy.path.read_bytes() == kept
    assert len(copies.copies(library_file())) == 1 + copies.KEPT


def test_a_full_disk_is_said_and_costs_only_what_did_not_fit(clock: Clock) -> None:
    library = Library(clock=clock)
    library.remember_book(book("a"), Path("a.epub"))
    library.save_place("a", Place(1, 1))
    pages = library._connection.execute("PRAGMA page_count").fetchone()[0]
    library._connection.execute(f"PRAGMA max_page_count = {pages}")
    small = library.add_bookmark("a", Place(0, 1), "fits")
    with pytest.raises(LibraryError, match="disk is full"):
        library.add_bookmark("a", Place(0, 2), note="x" * 100_000)
    library.save_place("a", Place(2, 2))  # needs no more room
    library.close()
    again = Library(clock=clock)
    assert again.bookmarks("a") == [small]
    assert again.place("a") == Place(2, 2)
    again.close()
