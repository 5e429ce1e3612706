"""An export that cannot fit is refused, and one that goes on leaves some room."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

import pytest

from reader.errors import DiskFull, ExportError
from reader.export.options import ExportOptions, Format
from reader.export.output import Output
from reader.export.space import MARGIN, RATES, SPOOL_RATE, Space, seconds_of

WAV = ExportOptions(format="wav")


class Disks:
    """Free room by folder; what is not named has plenty."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, usage: object) -> None:
        self.free: dict[Path, int] = {}
        self.patch = monkeypatch
        monkeypatch.setattr(
            shutil,
            "disk_usage",
            lambda path: usage._replace(free=self.free.get(Path(path), 10**12)),
        )


@pytest.fixture
def output(tmp_path: Path) -> Output:
    return Output(path=tmp_path / "out" / "book.wav", is_folder=False)


@pytest.fixture
def disks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Disks:
    return Disks(monkeypatch, shutil.disk_usage(tmp_path))


def test_text_is_never_thought_longer_than_it_is() -> None:
    assert seconds_of(3000, "en-GB", WAV) == 100
    assert seconds_of(3000, "zh-Hans", WAV) == 375
    assert seconds_of(3000, "zh_CN", WAV) == 375
    assert seconds_of(3000, "", ExportOptions(format="wav", first_seconds=20.0)) == 20


def test_output_and_what_waits_for_it_share_a_disk(
    tmp_path: Path, output: Output, disks: Disks
) -> None:
    space = Space(output, "wav")
    sound = 1000 * SPOOL_RATE
    needed = 2 * sound + MARGIN
    disks.free[tmp_path] = needed
    space.require(1000)
    disks.free[tmp_path] = needed - 1
    with pytest.raises(DiskFull, match="needs at least 128 MB, but only 128 MB are free"):
        space.require(1000)
    space.require(1000, finished=10)


@pytest.mark.parametrize(
    ("name", "kind", "copies"),
    [
        ("book.m4b", "m4b", 2),
        ("book.mp3", "mp3", 2),
        ("book.opus", "opus", 2),
        ("book.flac", "flac", 2),
        ("book.epub", "epub", 1),
        ("chapters", "mp3", 1),
    ],
)
def test_sound_that_is_moved_behind_its_chapters_needs_room_twice(
    tmp_path: Path, disks: Disks, name: str, kind: Format, copies: int
) -> None:
    space = Space(Output(path=tmp_path / name, is_folder=name == "chapters"), kind)
    needed = round(1000 * RATES[kind]) * copies + 1000 * SPOOL_RATE + MARGIN
    disks.free[tmp_path] = needed
    space.require(1000)
    disks.free[tmp_path] = needed - 1
    with pytest.raises(DiskFull):
        space.require(1000)


def test_without_a_cache_the_disk_of_the_output_takes_what_waits(
    tmp_path: Path, output: Output, disks: Disks, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plain").write_text("a file")
    monkeypatch.setenv("TINGSHU_HOME", str(tmp_path / "plain"))
    output.folder.mkdir()
    needed = 2 * 1000 * SPOOL_RATE + MARGIN
    disks.free[output.folder] = needed
    Space(output, "wav").require(1000)
    disks.free[output.folder] = needed - 1
    with pytest.raises(DiskFull):
        Space(output, "wav").require(1000)


def test_what_waits_already_needs_no_room_again(
    tmp_path: Path, output: Output, disks: Disks
) -> None:
    output.spool.mkdir(parents=True)
    (output.spool / "part").write_bytes(bytes(SPOOL_RATE))
    disks.free = dict.fromkeys([tmp_path, output.spool], 2 * SPOOL_RATE + MARGIN)
    Space(output, "wav").require(1)
    disks.free = dict.fromkeys([tmp_path, output.spool], SPOOL_RATE + MARGIN)
    Space(output, "wav").require(1)
    (output.spool / "part").unlink()
    with pytest.raises(DiskFull):
        Space(output, "wav").require(1)


def test_some_room_stays_free_while_it_goes_on(output: Output, disks: Disks) -> None:
    output.folder.mkdir()
    space = Space(output, "m4b")
    space.check()
    for folder in (output.folder, output.spool):
        disks.free = {folder: MARGIN - 1}
        with pytest.raises(DiskFull, match="almost full") as caught:
            space.check()
        assert caught.value.subject == str(folder)
        assert "Free some space" in caught.value.remedy


def test_a_disk_that_is_gone_is_named(output: Output, disks: Disks) -> None:
    def gone(_: Path) -> None:
        raise FileNotFoundError(errno.ENOENT, "No such file or directory")

    disks.patch.setattr(shutil, "disk_usage", gone)
    with pytest.raises(ExportError, match="not there any more") as caught:
        Space(output, "m4b").check()
    assert caught.value.subject == str(output.folder)
