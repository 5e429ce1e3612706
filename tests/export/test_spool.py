from __future__ import annotations

import os
import time
from pathlib import Path

import numpy as np
import pytest

from reader.export.sections import PartSound, TimedSentence
from reader.export.spool import Spool, clear_abandoned
from reader.messages import Message, message
from reader.speech.engine import TimedWord

SOUND = PartSound(
    samples=np.arange(-3000, 3001, dtype=np.int16),
    sentences=(
        TimedSentence(
            start=5,
            end=9,
            begin=10,
            finish=4000,
            words=(TimedWord(begin=0.1, finish=1 / 3, start=5, end=8),),
            speaker="李四",
            changes=((5, None), (7, "Ann")),
        ),
        TimedSentence(start=10, end=12, begin=4500, finish=6000),
    ),
    power=np.array([0.1, 1 / 3]),
    skipped={"☃": 2},
    notices=(message("{voice} is {what}.", voice="Ann", what=message("slow")), "Plain."),
)
EMPTY = PartSound(samples=np.zeros(0, np.int16), sentences=(), power=np.zeros(0))


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    with Spool(tmp_path / "exports" / "job") as spool:
        return spool


def names(spool: Spool) -> list[str]:
    return sorted(file.name for file in spool.folder.iterdir())


def test_a_part_comes_back_as_it_was(spool: Spool) -> None:
    assert spool.facts("a") is None
    assert spool.samples("a") is None
    spool.put("a", SOUND)
    assert np.array_equal(spool.samples("a"), SOUND.samples)
    facts = spool.facts("a")
    assert facts.frames == 6001
    assert facts.sentences == SOUND.sentences
    assert np.array_equal(facts.power, SOUND.power)
    assert facts.skipped == SOUND.skipped
    assert facts.notices == ("Ann is slow.", "Plain.")


def test_notices_can_still_be_translated(spool: Spool) -> None:
    spool.put("a", SOUND)
    notice = spool.facts("a").notices[0]
    assert isinstance(notice, Message)
    assert notice.template == "{voice} is {what}."
    assert notice.values["what"].template == "slow"


def test_an_empty_part_is_a_part(spool: Spool) -> None:
    spool.put("a", EMPTY)
    assert spool.facts("a").frames == 0
    assert len(spool.samples("a")) == 0


@pytest.mark.parametrize("place", [0, 4, 12, 200, -200, -1])
def test_a_damaged_part_is_forgotten(spool: Spool, place: int) -> None:
    spool.put("a", SOUND)
    (file,) = spool.folder.iterdir()
    content = bytearray(file.read_bytes())
    content[place] ^= 0x11
    file.write_bytes(content)
    assert spool.facts("a") is None
    assert names(spool) == []


@pytest.mark.parametrize("length", [0, 5, 100, 10_000])
def test_a_part_that_was_cut_off_is_forgotten(spool: Spool, length: int) -> None:
    spool.put("a", SOUND)
    (file,) = spool.folder.iterdir()
    file.write_bytes(file.read_bytes()[:length])
    assert spool.samples("a") is None
    assert names(spool) == []


def test_a_part_appears_whole_or_not_at_all(spool: Spool, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space"):
        spool.put("a", SOUND)
    assert list(spool.folder.iterdir()) == []


def test_what_is_not_needed_goes(spool: Spool) -> None:
    for name in "ab":
        spool.put(name, SOUND)
    spool.discard("a")
    spool.discard("never there")
    assert names(spool) == ["b.part"]


def test_a_spool_is_found_again(tmp_path: Path) -> None:
    with Spool(tmp_path / "job") as first:
        first.put("a", SOUND)
    with Spool(tmp_path / "job") as second:
        assert second.facts("a") is not None


def aged(folder: Path, days: float) -> None:
    then = time.time() - days * 24 * 3600
    os.utime(folder, (then, then))


@pytest.mark.skipif(os.name == "nt", reason="there are no such locks there")
def test_abandoned_spools_are_cleared_after_two_weeks(tmp_path: Path) -> None:
    for name in ("old", "recent", "[odd]", "used"):
        with Spool(tmp_path / name) as spool:
            spool.put("a", SOUND)
    aged(tmp_path / "old", 15)
    aged(tmp_path / "[odd]", 15)
    aged(tmp_path / "recent", 13)
    with Spool(tmp_path / "used"):
        aged(tmp_path / "used", 15)
        clear_abandoned(tmp_path)
        assert sorted(each.name for each in tmp_path.iterdir() if each.name != "home") == [
            "recent",
            "used",
        ]
    clear_abandoned(tmp_path / "no such folder")


def test_going_on_with_a_job_makes_its_spool_recent(tmp_path: Path) -> None:
    with Spool(tmp_path / "job"):
        pass
    aged(tmp_path / "job", 15)
    with Spool(tmp_path / "job"):
        pass
    clear_abandoned(tmp_path)
    assert (tmp_path / "job").exists()
