"""What the real Orca says to announcements; its version is whichever is installed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

import pytest

from reader import paths

pytestmark = [
    pytest.mark.desktop,
    pytest.mark.skipif(shutil.which("a11y-hear") is None, reason="needs a11y-hear"),
]

KEYS = ("F2", "F2", "F3", "F4", "wait:5", "space", "space")


@pytest.fixture(scope="module")
def heard():
    """The keys with what Orca said after each, in small letters and without full stops."""
    program = [sys.executable, "-m", "tests.accessibility.announcing"]
    done = subprocess.run(
        ["a11y-hear", "--json", *KEYS, "--", *program],
        cwd=paths.resources_folder().parent,
        env=os.environ | {"QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    transcript = json.loads(done.stdout)["transcript"]
    return [
        (step["step"], [said["text"].rstrip(".").lower() for said in step["said"]])
        for step in transcript[1:]
    ]


def test_every_announcement_is_said_once_and_by_itself(heard):
    assert heard[:4] == [
        ("F2", ["bookmark added"]),
        ("F2", ["bookmark added"]),
        ("F3", ["no next heading"]),
        ("F4", ["rate 1.3"]),
    ]


def test_nothing_is_said_when_a_message_goes(heard):
    assert heard[4] == ("wait:5", [])


def test_the_window_announces_while_a_dialog_is_open(heard):
    assert heard[5][1][0].startswith("voices")
    assert heard[6] == ("space", ["pack one is installed"])
