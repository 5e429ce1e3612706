"""What a job has done is told by a small file, and nobody goes on with what is not theirs."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from reader.errors import ExportError
from reader.export.manifest import FinishedFile, FinishedSection, Manifest, read_manifest
from reader.export.options import ExportOptions
from tests.fakes.reading import make_book

BOOK = make_book(("One", "Text."))
OPTIONS = ExportOptions(format="mp3", chapters=(0, 2), captions=("vtt", "lrc"))
DONE = FinishedSection(
    number=3,
    digest="abc",
    files=(FinishedFile(name="03 三.mp3", size=5),),
    seconds=12.5,
    gain=-2.5,
    loudness=-18.1,
)
MANIFEST = Manifest(
    identifier=BOOK.identifier,
    title=BOOK.title,
    options=OPTIONS,
    source="/books/one.epub",
    extras={"voice": "af"},
    finished=(DONE, replace(DONE, number=4, files=(), gain=None, loudness=None)),
)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    MANIFEST.write(tmp_path / "m.json")
    assert read_manifest(tmp_path / "m.json") == MANIFEST
    assert [path.name for path in tmp_path.iterdir() if path.name != "home"] == ["m.json"]


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"{}", b'"version"', b'{"version": 99}', b"\xff\xfe"]
)
def test_what_is_no_manifest_is_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "m.json").write_bytes(content)
    assert read_manifest(tmp_path / "m.json") is None
    assert read_manifest(tmp_path / "missing.json") is None


@pytest.mark.parametrize("name", ["identifier", "options", "finished", "extras"])
def test_a_manifest_that_lacks_something_is_none(tmp_path: Path, name: str) -> None:
    MANIFEST.write(tmp_path / "m.json")
    document = json.loads((tmp_path / "m.json").read_bytes())
    del document[name]
    (tmp_path / "m.json").write_text(json.dumps(document))
    assert read_manifest(tmp_path / "m.json") is None


def test_a_section_that_is_done_again_replaces_the_one_before() -> None:
    again = replace(DONE, digest="def")
    assert MANIFEST.with_finished(again).finished == (MANIFEST.finished[1], again)


def test_files_are_intact_as_long_as_they_have_their_size(tmp_path: Path) -> None:
    file = tmp_path / "03 三.mp3"
    assert not DONE.is_intact(tmp_path)
    file.write_bytes(b"12345")
    assert DONE.is_intact(tmp_path)
    assert FinishedFile.of(file, tmp_path) == DONE.files[0]
    file.write_bytes(b"1234")
    assert not DONE.is_intact(tmp_path)
    assert replace(DONE, files=()).is_intact(tmp_path / "missing")


def test_the_same_book_and_choices_are_gone_on_with() -> None:
    MANIFEST.check(BOOK, OPTIONS, Path("out"))
    MANIFEST.check(replace(BOOK, title="Renamed"), OPTIONS, Path("out"))


def test_another_book_is_named() -> None:
    other = make_book(("One", "Text."), title="Other")
    with pytest.raises(ExportError, match="of another book, “A Book 书”"):
        MANIFEST.check(other, OPTIONS, Path("out"))
    with pytest.raises(ExportError, match="has changed"):
        MANIFEST.check(replace(BOOK, identifier="new"), OPTIONS, Path("out"))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"format": "opus"}, "the format mp3"),
        ({"chapters": None}, "other chapters"),
        ({"loudness": None}, "a loudness of -18.0 LUFS"),
        ({"captions": ()}, "captions as vtt, lrc"),
        ({"announce": True}, "no announcements"),
        ({"chapter_pause": 3.0}, "other silences"),
        ({"first_seconds": 10.0}, "the whole length"),
        ({"format": "opus", "captions": ()}, "the format mp3, captions as vtt, lrc"),
    ],
)
def test_what_was_chosen_otherwise_is_named(change: dict, words: str) -> None:
    with pytest.raises(ExportError, match="with other choices: ") as caught:
        MANIFEST.check(BOOK, replace(OPTIONS, **change), Path("out"))
    assert f": {words}." in caught.value.reason
    with pytest.raises(ExportError):
        replace(MANIFEST, options=replace(OPTIONS, **change)).check(BOOK, OPTIONS, Path("out"))
