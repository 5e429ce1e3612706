"""A talking book takes the place only of nothing or of an older one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.errors import ExportError
from reader.export.daisy.folder import FolderDraft
from tests.export.daisy.files import DaisyFiles
from tests.export.daisy.making import make
from tests.export.daisy.rules import complaints
from tests.fakes.reading import make_book

OLD = make_book(("One", "Old words."), ("Two", "More old words."), title="Old")
NEW = make_book(("One", "New words."), title="New")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_parents_are_made_and_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert complaints(make(tmp_path / "empty", NEW)) == []
    assert complaints(make(tmp_path / "far" / "away" / "book", NEW)) == []


@pytest.mark.parametrize("name", ["holiday.jpg", "ncc.html"])
def test_a_folder_with_other_things_is_refused(tmp_path: Path, name: str) -> None:
    target = tmp_path / "book"
    target.mkdir()
    (target / name).write_text("mine", "utf-8")
    with pytest.raises(ExportError, match="something else in this folder"):
        make(target, NEW)
    assert names(tmp_path) == ["book"]
    assert (target / name).read_text("utf-8") == "mine"


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "book").write_text("mine", "utf-8")
    with pytest.raises(ExportError, match="this is a file"):
        make(tmp_path / "book", NEW)


def test_an_older_book_is_replaced_whole(tmp_path: Path) -> None:
    target = make(tmp_path / "book", OLD)
    make(target, NEW)
    assert complaints(target) == []
    assert DaisyFiles(target).meta("ncc.html", "dc:title") == "New"
    assert names(tmp_path) == ["book"]


def test_an_older_book_stays_if_the_new_one_fails(tmp_path: Path) -> None:
    target = make(tmp_path / "book", OLD)
    with pytest.raises(ExportError):
        make(target, make_book(("Empty", "")))
    assert complaints(target) == []
    assert DaisyFiles(target).meta("ncc.html", "dc:title") == "Old"
    assert names(tmp_path) == ["book"]


def test_what_a_reader_has_put_beside_the_book_stays(tmp_path: Path) -> None:
    target = make(tmp_path / "book", OLD)
    (target / "notes.txt").write_text("mine", "utf-8")
    make(target, NEW)
    assert (target / "notes.txt").read_text("utf-8") == "mine"
    assert DaisyFiles(target).meta("ncc.html", "dc:title") == "New"


def test_the_state_of_the_job_may_lie_in_the_folder_and_stays(tmp_path: Path) -> None:
    target = tmp_path / "book"
    target.mkdir()
    (target / ".tingshu-export.json").write_text("{}", "utf-8")
    make(target, NEW)
    assert (target / ".tingshu-export.json").exists()
    assert (target / "ncc.html").exists()


def test_what_appeared_there_meanwhile_is_not_touched(tmp_path: Path) -> None:
    draft = FolderDraft(tmp_path / "book")
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "letter.txt").write_text("mine", "utf-8")
    with pytest.raises(ExportError, match="something else"):
        draft.finish()
    draft.abandon()
    assert names(tmp_path) == ["book"]
    assert names(tmp_path / "book") == ["letter.txt"]


def test_a_move_that_fails_gives_the_older_book_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = make(tmp_path / "book", OLD)
    (target / "notes.txt").write_text("mine", "utf-8")
    draft = FolderDraft(target)
    replace = os.replace

    def refuse(source: Path, destination: Path) -> None:
        if Path(source) == draft.path:
            raise PermissionError(13, "Permission denied")
        replace(source, destination)

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(ExportError, match="Nothing may be written"):
        draft.finish()
    draft.abandon()
    assert names(tmp_path) == ["book"]
    assert (target / "notes.txt").read_text("utf-8") == "mine"
    (target / "notes.txt").unlink()
    assert complaints(target) == []


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(ExportError):
        make(tmp_path / "file" / "book", NEW)


def test_what_a_killed_export_has_left_is_cleared(tmp_path: Path) -> None:
    left = tmp_path / ".tingshu-0123456789ab.part"
    left.mkdir()
    (left / "a0001.mp3").write_bytes(b"half")
    os.utime(left, (0, 0))
    make(tmp_path / "book", NEW)
    assert names(tmp_path) == ["book"]


def test_a_link_to_a_folder_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "disk")
    make(tmp_path / "link", NEW)
    assert (tmp_path / "link").is_symlink()
    assert complaints(tmp_path / "disk") == []
