"""A file appears under its name when it is whole, and what the system refuses is said in words."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from reader.errors import DiskFull, ExportError
from reader.export.draft import check_file, draft, explained


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != "home")


def test_a_draft_becomes_the_file_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "book.txt"
    target.write_text("older")
    with draft(target) as path:
        path.write_text("newer")
        assert path.parent == tmp_path
        assert target.read_text() == "older"
    assert target.read_text() == "newer"
    assert names(tmp_path) == ["book.txt"]


def test_a_draft_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "book.txt"
    target.write_text("older")

    def interrupted() -> None:
        with draft(target) as path:
            path.write_text("newer")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert target.read_text() == "older"
    assert names(tmp_path) == ["book.txt"]


def test_a_file_is_on_the_disk_before_it_gets_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events: list[str] = []
    fsync, replace = os.fsync, os.replace
    monkeypatch.setattr(os, "fsync", lambda handle: (events.append("settled"), fsync(handle)))
    monkeypatch.setattr(
        os, "replace", lambda source, target: (events.append("named"), replace(source, target))
    )
    with draft(tmp_path / "book.txt") as path:
        path.write_text("text")
    assert events[:2] == ["settled", "named"]


def test_a_disk_that_fills_up_at_the_last_moment_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull), draft(tmp_path / "book.txt") as path:
        path.write_text("text")
    assert names(tmp_path) == []


def test_a_file_system_that_cannot_settle_files_is_good_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(_: int) -> None:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))

    monkeypatch.setattr(os, "fsync", unknown)
    with draft(tmp_path / "book.txt") as path:
        path.write_text("text")
    assert names(tmp_path) == ["book.txt"]


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EFBIG, "does not take files this large"),
        (errno.ENAMETOOLONG, "does not take this name"),
        (errno.EILSEQ, "does not take this name"),
        (errno.ENOENT, "not there any more"),
        (errno.ENOTDIR, "not there any more"),
        (errno.EACCES, "Nothing may be written here"),
        (errno.EROFS, "Nothing may be written here"),
        (errno.EIO, "cannot be written"),
    ],
)
def test_what_the_system_says_is_told_with_what_to_do(number: int, reason: str) -> None:
    error = explained(OSError(number, os.strerror(number)), Path("/books/one.m4b"))
    assert isinstance(error, DiskFull) == (number == errno.ENOSPC)
    assert str(error).startswith("/books/one.m4b: ")
    assert reason in error.reason
    assert error.remedy


def test_only_files_can_be_files(tmp_path: Path) -> None:
    check_file(tmp_path / "new.m4b")
    with pytest.raises(ExportError, match="not an ordinary file"):
        check_file(tmp_path)
    with pytest.raises(ExportError, match="no such folder"):
        check_file(tmp_path / "missing" / "book.m4b")


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX limits on file sizes")
def test_a_file_that_the_system_lets_not_grow_is_told_and_gone(tmp_path: Path) -> None:
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, before[1]))
    try:
        with pytest.raises(ExportError, match="files this large"), draft(tmp_path / "a") as path:
            path.write_bytes(bytes(20_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert names(tmp_path) == []
