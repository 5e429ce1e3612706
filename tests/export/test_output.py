"""Where an export goes, and that nobody else goes there meanwhile."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from reader import paths
from reader.errors import ExportError
from reader.export.options import ExportOptions
from reader.export.output import Output, output_of
from tests.fakes.reading import make_book

BOOK = make_book(("One", "Text."), title='What? A "Book" / 书.')


def place(target: Path, kind: str) -> Output:
    return output_of(target, ExportOptions(format=kind), BOOK)


@pytest.mark.parametrize("kind", ["m4b", "epub"])
def test_a_book_in_one_file_is_named_for_its_title_in_a_folder(tmp_path: Path, kind: str) -> None:
    into = place(tmp_path, kind)
    assert (into.path, into.is_folder) == (tmp_path / f"What A Book 书.{kind}", False)
    assert place(tmp_path / "any.name", kind).path == tmp_path / "any.name"


@pytest.mark.parametrize("kind", ["mp3", "opus", "flac", "wav"])
def test_other_sound_is_one_file_if_it_is_named_like_one(tmp_path: Path, kind: str) -> None:
    one = place(tmp_path / f"book.{kind.upper()}", kind)
    assert not one.is_folder
    assert one.folder == tmp_path
    many = place(tmp_path / "book", kind)
    assert many.is_folder
    assert many.folder == tmp_path / "book"
    (tmp_path / f"folder.{kind}").mkdir()
    assert place(tmp_path / f"folder.{kind}", kind).is_folder


def test_a_daisy_book_is_a_folder_that_appears_at_once(tmp_path: Path) -> None:
    output = place(tmp_path / "new" / "book.daisy", "daisy")
    assert output.is_folder
    assert not output.fills_up
    with output.held():
        assert output.folder == tmp_path / "new"
        assert output.folder.is_dir()
        assert not output.path.exists()
    assert not output.folder.exists()


def test_one_place_is_the_same_however_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    monkeypatch.chdir(tmp_path)
    named = [Path("a.m4b"), tmp_path / "a.m4b", tmp_path / "link" / ".." / tmp_path.name / "a.m4b"]
    assert len({place(each, "m4b").key for each in named}) == 1
    assert place(tmp_path / "b.m4b", "m4b").key != place(tmp_path / "a.m4b", "m4b").key


@pytest.mark.parametrize("name", ["book.m4b", "folder"])
def test_only_one_export_may_hold_a_place(tmp_path: Path, name: str) -> None:
    output = place(tmp_path / name, "m4b" if name.endswith("m4b") else "mp3")
    with output.held():
        with pytest.raises(ExportError, match="Another export is writing this") as caught:
            output.held().__enter__()
        assert str(output.path) in str(caught.value)
        with replace(output, path=tmp_path / "elsewhere.m4b", is_folder=False).held():
            pass
    with output.held():
        pass
    assert [path.name for path in tmp_path.iterdir() if path.name != "home"] == []


def test_a_folder_stays_if_something_came_into_it(tmp_path: Path) -> None:
    output = place(tmp_path / "new" / "folder", "mp3")
    with output.held():
        (output.folder / "01 One.mp3").write_bytes(b"sound")
    assert [path.name for path in output.folder.iterdir()] == ["01 One.mp3"]


def test_what_cannot_be_written_is_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("a file")
    with pytest.raises(ExportError, match="makes a folder of files"):
        place(tmp_path / "plain", "mp3").held().__enter__()
    with pytest.raises(ExportError, match="there can be nothing in it"):
        place(tmp_path / "plain" / "folder", "mp3").held().__enter__()
    with pytest.raises(ExportError, match="no such folder"):
        place(tmp_path / "missing" / "book.m4b", "m4b").held().__enter__()
    for name, kind in [("long" * 70, "mp3"), ("long" * 70 + ".m4b", "m4b")]:
        with pytest.raises(ExportError, match="does not take this name"):
            place(tmp_path / name, kind).held().__enter__()


def test_links_that_lead_nowhere_are_no_output(tmp_path: Path) -> None:
    (tmp_path / "loop.m4b").symlink_to(tmp_path / "loop.m4b")
    with pytest.raises(ExportError):
        place(tmp_path / "loop.m4b" / "book.m4b", "m4b").held().__enter__()


@pytest.mark.skipif(os.name == "nt", reason="there are no such devices there")
def test_a_device_is_no_output() -> None:
    with pytest.raises(ExportError, match="not an ordinary file"):
        place(Path("/dev/null"), "m4b").held().__enter__()


@pytest.mark.parametrize(("name", "kind"), [("book.m4b", "m4b"), ("folder", "mp3"), ("d", "daisy")])
def test_without_a_cache_what_is_spoken_waits_hidden_beside_the_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, kind: str
) -> None:
    output = place(tmp_path / name, kind)
    assert output.spool.parent == paths.cache_folder() / "exports"
    (tmp_path / "plain").write_text("a file")
    monkeypatch.setenv("TINGSHU_HOME", str(tmp_path / "plain"))
    assert output.spool.parent == output.folder
    assert output.spool.name.startswith(".")
    output.spool.mkdir(parents=True)
    (output.spool / "part").write_bytes(b"sound")
    monkeypatch.setenv("TINGSHU_HOME", str(tmp_path / "home"))
    output.remove_spool()
    assert not list(output.folder.rglob("part")), "the cache is there again, and nothing stays"
