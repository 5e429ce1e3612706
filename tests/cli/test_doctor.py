"""What ``tingshu doctor`` prints, and its exit status."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from reader.library.store import library_file
from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def engines_well(monkeypatch: pytest.MonkeyPatch) -> None:
    """No engine is loaded to see whether it can speak; that takes seconds."""
    monkeypatch.setattr("reader.speech.voices.engine_problems", list)


def test_it_reports_and_judges(tingshu: Run) -> None:
    outcome = tingshu("doctor", "--json")
    found = json.loads(outcome.out)
    assert all(set(each) == {"name", "state", "detail", "mend"} for each in found)
    names = {each["name"] for each in found}
    assert {"Python", "PortAudio", "window (Qt)", "voices", "disk", "library"} <= names
    missing = [each for each in found if each["state"] == "missing"]
    assert outcome.status == (1 if missing else 0)
    assert all(each["mend"] for each in missing)


def test_it_tells_of_what_bends_voices(tingshu: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyworld", None)
    (found,) = (
        each for each in json.loads(tingshu("doctor", "--json").out) if "styles" in each["name"]
    )
    assert found["state"] == "missing"
    assert found["mend"].endswith("pip install pyworld-prebuilt")


def test_it_names_the_command_for_a_missing_pack(tingshu: Run) -> None:
    assert "→ tingshu voices install mandarin" in tingshu("doctor").out


def test_something_essential_missing_is_1(tingshu: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml.etree", None)
    outcome = tingshu("doctor")
    assert outcome.status == 1
    assert "missing   HTML and XML:" in outcome.out
    assert "pip install lxml" in outcome.out
    assert "Something essential is missing." in outcome.out


def test_a_home_that_cannot_be_written_is_fatal_and_explained(tingshu: Run, home: Path) -> None:
    home.write_bytes(b"a file where a folder should be")
    outcome = tingshu("doctor")
    assert outcome.status == 1
    assert "cannot be written (Not a directory)" in outcome.out
    assert "TINGSHU_HOME" in outcome.out
    assert outcome.err == ""
    assert tingshu("voices").status == 0


def test_a_damaged_library_is_told_without_a_traceback(tingshu: Run) -> None:
    library_file().write_bytes(b"nonsense" * 1000)
    outcome = tingshu("doctor")
    assert outcome.status == 1
    assert "The library file is damaged." in outcome.out
    assert outcome.err == ""
