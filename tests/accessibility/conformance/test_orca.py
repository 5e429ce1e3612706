"""The text under the real Orca: reviewed with the caret, and read on from it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile

import pytest

from tests.accessibility.conformance.rows import ROOT
from tests.accessibility.conformance.small_book import the_mill

pytestmark = [
    pytest.mark.desktop,
    pytest.mark.skipif(shutil.which("a11y-hear") is None, reason="needs a11y-hear"),
]

READ_ON = "KP_Add"
STOP = "Control_L"
WHOLE = [
    "The mill",
    "The wheel stood still.",
    "Rain fell on it.",
    "The miller slept.1 He had crossed the ford at night.",
    "What he owned",
    "A cat without a name",
    "Two sacks",
    "It was not much.",
]
"""The first chapter, as Orca divides it."""


@pytest.fixture(scope="module")
def hear(tmp_path_factory):
    """Opens the book, presses keys, and tells what Orca said after each."""
    folder = tmp_path_factory.mktemp("orca")
    the_mill(folder)

    def hear(*steps):
        window = [sys.executable, "-m", "tests.accessibility.window", str(folder / "mill.epub")]
        done = subprocess.run(
            ["a11y-hear", "--json", *steps, "--", *window],
            cwd=ROOT,
            env=os.environ
            | {"QT_QPA_PLATFORM": "xcb", "TINGSHU_HOME": tempfile.mkdtemp(dir=folder)},
            capture_output=True,
            text=True,
            timeout=150,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        transcript = json.loads(done.stdout)["transcript"]
        return [[said["text"] for said in step["said"]] for step in transcript]

    return hear


@pytest.fixture(scope="module")
def reviewed(hear):
    """What is said in the beginning, and after each of some keys."""
    return hear("Down", "Right", "ctrl+Left", "ctrl+Right", "ctrl+Right", "Up", READ_ON)


def test_the_text_is_said_with_its_name_and_the_line_of_the_caret(reviewed):
    assert any("Book text" in said and "text" in said for said in reviewed[0])
    assert reviewed[0][-1].startswith("The mill")


def test_lines_words_and_characters_are_said(reviewed):
    line, character, word, _, next_word, above = (" ".join(said) for said in reviewed[1:7])
    assert line.startswith("The wheel stood still.")
    assert character == "h"
    assert word == "The"
    assert next_word == "wheel"
    assert "The mill" in above


def test_the_screen_reader_reads_on_to_the_end_piece_by_piece(reviewed):
    assert reviewed[7] == WHOLE


def test_it_stops_and_goes_on_where_it_stopped(hear):
    _, begun, _, resumed, rest = hear(
        "--cps", "45", "--hurry", "2", READ_ON, STOP, READ_ON, "wait:4"
    )  # fmt: skip
    assert begun == WHOLE[: len(begun)]
    assert 0 < len(begun) < len(WHOLE)
    assert resumed[0] in WHOLE[len(begun) - 1 : len(begun) + 1]
    assert resumed + rest == WHOLE[WHOLE.index(resumed[0]) :]
