"""What a killed process left is cleared; what is still being made is not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader import drafts

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no such locks there")

A_MINUTE_AGO = 60


def aged(path: Path) -> Path:
    then = path.stat().st_mtime - A_MINUTE_AGO
    os.utime(path, (then, then))
    return path


def a_file(path: Path) -> Path:
    path.write_bytes(b"half of it")
    return aged(path)


def a_folder(path: Path) -> Path:
    path.mkdir()
    (path / "new").mkdir()
    a_file(path / "new" / "model")
    return aged(path)


def test_what_nobody_holds_is_cleared(tmp_path: Path) -> None:
    a_file(tmp_path / "one.part")
    a_folder(tmp_path / "two.part")
    other = a_file(tmp_path / "book.wav")
    drafts.clear(tmp_path, "*.part")
    assert list(tmp_path.iterdir()) == [other]


@pytest.mark.parametrize("make", [a_file, a_folder])
def test_what_is_held_stays_until_it_is_let_go(tmp_path: Path, make: type) -> None:
    draft = make(tmp_path / "one.part")
    with drafts.held(draft):
        drafts.clear(tmp_path, "*.part")
        assert draft.exists()
    drafts.clear(tmp_path, "*.part")
    assert not draft.exists()


def test_a_draft_may_be_moved_to_its_place_while_it_is_held(tmp_path: Path) -> None:
    draft = a_file(tmp_path / "one.part")
    with drafts.held(draft):
        draft.rename(tmp_path / "one")
    assert (tmp_path / "one").read_bytes() == b"half of it"


def test_a_draft_just_made_may_not_be_held_yet(tmp_path: Path) -> None:
    draft = tmp_path / "one.part"
    draft.touch()
    drafts.clear(tmp_path, "*.part")
    assert draft.exists()


def test_a_missing_folder_has_no_drafts(tmp_path: Path) -> None:
    drafts.clear(tmp_path / "nowhere", "*.part")


HOLDER = """
import sys, pathlib
from reader import drafts
with drafts.held(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_killed_process_lets_go(tmp_path: Path) -> None:
    draft = a_file(tmp_path / "one.part")
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(draft)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        drafts.clear(tmp_path, "*.part")
        assert draft.exists()
        holder.kill()
        holder.wait()
        drafts.clear(tmp_path, "*.part")
        assert not draft.exists()
