"""A job that is killed at any moment goes on as if nothing had been."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import av
import numpy as np
import pytest

from reader.export.output import Output
from reader.export.unfinished import unfinished

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")

ROOT = Path(__file__).parents[2]

LOST = 4
"""Sentences at most that are spoken again after each death: two parts were on their way."""


def run(target: Path, kind: str, moment: str = "never") -> list[str]:
    """Go on with the export in a process; gives the texts that were spoken.

    Nothing is known of earlier runs but what lies beside the output and in the spool.
    """
    home = Path(os.environ["TINGSHU_HOME"])
    shutil.rmtree(home / "cache" / "speech", ignore_errors=True)
    log = target.parent / "log"
    log.write_text("")
    ended = subprocess.run(
        [sys.executable, "-m", "tests.export.exporting", target, kind, log, moment],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == (0 if moment == "never" else -signal.SIGKILL), ended.stderr
    return log.read_text("utf-8").splitlines()


def samples(path: Path) -> np.ndarray:
    with av.open(str(path)) as file:
        return np.concatenate([frame.to_ndarray()[0] for frame in file.decode(audio=0)])


def visible(folder: Path) -> dict[str, np.ndarray]:
    return {
        path.name: samples(path)
        for path in folder.iterdir()
        if path.is_file() and not path.name.startswith(".") and path.name != "log"
    }


def is_equal(some: dict[str, np.ndarray], other: dict[str, np.ndarray]) -> bool:
    return some.keys() <= other.keys() and all(
        np.array_equal(some[name], other[name]) for name in some
    )


def test_chapters_are_the_same_to_the_sample(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    unbroken, target = tmp_path / "a" / "out", tmp_path / "b" / "out"
    everything = run(unbroken, "wav")
    assert len(everything) == 24
    whole = visible(unbroken)
    assert len(whole) == 4
    moments = ["spoken:3", "spoken:9", "noted:2", "replaced:3", "checked:4", "noted:3"]
    texts = []
    for moment in moments:
        before = set(visible(target)) if target.exists() else set()
        spoken = run(target, "wav", moment)
        assert not any(f"part {int(name[:2]) - 1}." in text for name in before for text in spoken)
        assert is_equal(visible(target), whole), "what has its final name is whole"
        assert [job.target for job in unfinished()] == [target]
        texts += spoken
    assert visible(target)
    texts += run(target, "wav")
    assert set(texts) == set(everything)
    assert len(texts) <= len(everything) + 6 * LOST
    assert is_equal(visible(target), whole)
    assert len(visible(target)) == 4
    assert not [path for path in target.iterdir() if path.name.startswith(".")]
    assert unfinished() == []


def test_an_audiobook_is_the_same_to_the_sample(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    unbroken, target = tmp_path / "a" / "book.m4b", tmp_path / "b" / "book.m4b"
    everything = run(unbroken, "m4b")
    texts = []
    for moment in ("spoken:7", "spoken:9", "checked:9"):
        texts += run(target, "m4b", moment)
        assert visible(target.parent) == {}
        assert [job.target for job in unfinished()] == [target]
    texts += run(target, "m4b")
    assert set(texts) == set(everything)
    assert len(texts) <= len(everything) + 3 * LOST
    assert is_equal(visible(target.parent), visible(unbroken.parent))
    assert [path.name for path in target.parent.iterdir() if path.name.startswith(".")] == []
    assert unfinished() == []


def test_killed_between_the_last_file_and_the_end_nothing_is_spoken_again(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    target = tmp_path / "a" / "out"
    run(target, "wav", "noted:5")
    assert len(visible(target)) == 4
    output = Output(path=target, is_folder=True)
    assert output.manifest.exists()
    spoken = run(target, "wav")
    assert spoken == []
    assert not output.manifest.exists()
