"""Exports that were begun and have not ended are found again, until somebody forgets them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from reader import paths
from reader.export import unfinished as module
from reader.export.manifest import Manifest
from reader.export.options import ExportOptions
from reader.export.output import Output
from reader.export.unfinished import begun, ended, forget, unfinished

MANIFEST = Manifest(
    identifier="id",
    title="A Book 书",
    options=ExportOptions(format="mp3", chapters=(1,)),
    source="/books/one.epub",
    extras={"voice": "af", "one_voice": True},
)


@pytest.fixture
def output(tmp_path: Path) -> Output:
    (tmp_path / "out").mkdir()
    return Output(path=tmp_path / "out", is_folder=True)


def start(output: Output, fraction: float = 0.25) -> None:
    MANIFEST.write(output.manifest)
    begun(output, fraction)
    output.spool.mkdir(parents=True)
    (output.spool / "a.part").write_bytes(b"sound")


def notes() -> list[Path]:
    return list((paths.data_folder() / "exports").iterdir())


def test_there_are_none_at_first() -> None:
    assert unfinished() == []


def test_a_job_that_stopped_is_found_with_all_that_it_needs(output: Output) -> None:
    start(output)
    [job] = unfinished()
    assert (job.target, job.output) == (output.path, output)
    assert (job.title, job.options) == (MANIFEST.title, MANIFEST.options)
    assert (job.source, job.extras) == (Path("/books/one.epub"), MANIFEST.extras)
    assert job.fraction == 0.25
    begun(output, 0.5)
    assert [job.fraction for job in unfinished()] == [0.5]


def test_the_latest_comes_first(output: Output, tmp_path: Path) -> None:
    start(output)
    other = Output(path=tmp_path / "book.m4b", is_folder=False)
    start(other)
    assert [job.target for job in unfinished()] == [other.path, output.path]


def test_a_job_that_somebody_works_at_is_not_unfinished(output: Output) -> None:
    start(output)
    with output.held():
        assert output.is_busy
        assert unfinished() == []
    assert not output.is_busy
    assert len(unfinished()) == 1


def test_a_lock_that_a_killed_process_left_keeps_nobody_out(output: Output) -> None:
    start(output)
    (output.path / ".tingshu-export.lock").touch()
    assert not output.is_busy
    assert len(unfinished()) == 1


def test_a_job_that_ended_is_not_there_any_more(output: Output) -> None:
    start(output)
    ended(output)
    assert unfinished() == []
    assert notes() == []
    assert not output.spool.exists()
    ended(output)


def test_a_job_without_its_manifest_is_cleared_away(output: Output) -> None:
    start(output)
    output.manifest.unlink()
    assert unfinished() == []
    assert notes() == []
    assert not output.spool.exists()


def test_a_job_on_a_disk_that_is_away_waits_for_it(
    output: Output, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start(output)
    output.path.rename(tmp_path / "away")
    assert unfinished() == []
    (tmp_path / "away").rename(output.path)
    assert len(unfinished()) == 1
    output.path.rename(tmp_path / "away")
    monkeypatch.setattr(module, "_PATIENCE", timedelta(0))
    assert unfinished() == []
    assert notes() == []
    assert not output.spool.exists()


def test_notes_that_say_nothing_are_cleared_away(output: Output) -> None:
    start(output)
    [note] = notes()
    for content in (b"", b"[]", json.dumps({"path": "x"}).encode()):
        (note.parent / "other.json").write_bytes(content)
        assert len(unfinished()) == 1
        assert notes() == [note]


def test_forgetting_leaves_whole_files_only(
    output: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.drafts._NEWBORN", 0.0)
    start(output)
    (output.path / "01 One.mp3").write_bytes(b"whole")
    (output.path / ".tingshu-0123456789ab.part").write_bytes(b"half")
    [job] = unfinished()
    forget(job)
    assert unfinished() == []
    assert [path.name for path in output.path.iterdir()] == ["01 One.mp3"]
    assert not output.spool.exists()
    forget(job)


def test_a_full_disk_does_not_end_a_job_because_of_its_note(
    output: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "draft", full)
    begun(output, 0.5)
    assert unfinished() == []


def test_what_was_begun_by_an_older_version_is_not_gone_on_with(output: Output) -> None:
    start(output)
    document = json.loads(output.manifest.read_bytes())
    output.manifest.write_text(json.dumps({**document, "version": 0}))
    assert unfinished() == []


def test_long_names_leave_room_for_the_files_beside_them(tmp_path: Path) -> None:
    output = Output(path=tmp_path / ("书" * 80 + ".m4b"), is_folder=False)
    MANIFEST.write(output.manifest)
    with output.held():
        assert output.is_busy
    short = replace(output, path=tmp_path / "book.m4b")
    assert short.manifest.name == ".book.m4b.tingshu-export.json"
