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

from reader.export.unfinished import unfinished

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")

ROOT = Path(__file__).parents[2]

SENTENCES = 24

LOST = 8
"""Sentences at most that are spoken again after each death: four parts were on their way."""


def run(target: Path, kind: str, moment: str = "never", workers: int = 0) -> list[str]:
    """Go on with the export in a process; gives the texts that were spoken.

    Nothing is known of earlier runs but what lies beside the output and in the spool.
    """
    home = Path(os.environ["TINGSHU_HOME"])
    shutil.rmtree(home / "cache" / "speech", ignore_errors=True)
    log = target.parent / "log"
    log.write_text("")
    ended = subprocess.run(
        [sys.executable, "-m", "tests.export.exporting", target, kind, log, moment, str(workers)],
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


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, np.ndarray]:
    """The chapters of an export that nothing happened to."""
    folder = tmp_path_factory.mktemp("unbroken")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TINGSHU_HOME", str(folder / "home"))
        assert len(run(folder / "out", "wav")) == SENTENCES
    whole = visible(folder / "out")
    assert len(whole) == 4
    return whole


def test_chapters_are_the_same_to_the_sample(
    tmp_path: Path, unbroken: dict[str, np.ndarray]
) -> None:
    target = tmp_path / "out"
    texts = []
    for moment in ("spoken:16", "noted:2", "checked:4", "noted:5"):
        before = set(visible(target)) if target.exists() else set()
        spoken = run(target, "wav", moment)
        assert not any(f"part {int(name[:2]) - 1}." in text for name in before for text in spoken)
        assert is_equal(visible(target), unbroken), "what has its final name is whole"
        assert [job.target for job in unfinished()] == [target]
        texts += spoken
    assert len(visible(target)) == 4, "the last one was not yet noted down"
    assert run(target, "wav") == []
    assert len(set(texts)) == SENTENCES
    assert len(texts) <= SENTENCES + 4 * LOST
    assert is_equal(visible(target), unbroken)
    assert len(list(target.iterdir())) == 4, "there is nothing else"
    assert unfinished() == []


def test_an_audiobook_is_the_same_to_the_sample(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    target = tmp_path / "b" / "book.m4b"
    run(tmp_path / "a" / "book.m4b", "m4b")
    texts = []
    for moment in ("spoken:16", "checked:9"):
        texts += run(target, "m4b", moment)
        assert visible(target.parent) == {}
        assert [job.target for job in unfinished()] == [target]
    texts += run(target, "m4b")
    assert len(set(texts)) == SENTENCES
    assert len(texts) <= SENTENCES + 2 * LOST
    assert is_equal(visible(target.parent), visible(tmp_path / "a"))
    assert sorted(path.name for path in target.parent.iterdir()) == ["book.m4b", "log"]
    assert unfinished() == []


def test_many_hands_make_the_same_also_after_a_death(
    tmp_path: Path, unbroken: dict[str, np.ndarray]
) -> None:
    target = tmp_path / "out"
    run(target, "wav", "noted:3", workers=2)
    run(target, "wav", workers=2)
    assert len(visible(target)) == 4
    assert is_equal(visible(target), unbroken)
