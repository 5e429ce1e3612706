"""A chapter's script at the terminal: printed, written, read in, reset."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.dialogue import find
from tests.cli.conftest import Run
from tests.fakes.attributor import FakeAttributor
from tests.fakes.engine import FakeEngine


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: FakeEngine) -> None:
    """Folders of the test's own; one who says everything; an engine that hums."""
    del engine
    monkeypatch.setenv("TINGSHU_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(find, "ATTRIBUTORS", {"en": FakeAttributor})


@pytest.fixture
def novel(tmp_path: Path) -> Path:
    path = tmp_path / "novel.txt"
    path.write_text(
        "Chapter I\n\nThe rain had stopped. “Come in,” said Anna. The lamp was burning.\n\n"
        "Chapter II\n\nNobody came. It was late.\n",
        "utf-8",
    )
    return path


def test_the_script_is_printed(tingshu: Run, novel: Path) -> None:
    outcome = tingshu("script", novel, "--chapter", 1)
    assert outcome.status == 0
    assert outcome.out.startswith('<speak version="1.1"')
    assert "<s>The rain had stopped.</s>" in outcome.out
    assert '<x:said who="' in outcome.out
    assert "Nobody came." not in outcome.out


def test_an_edited_script_is_kept_and_reset(tingshu: Run, novel: Path, tmp_path: Path) -> None:
    file = tmp_path / "two.ssml"
    assert tingshu("script", novel, "--chapter", 2, "-o", file).status == 0
    found = file.read_text("utf-8")
    file.write_text(found.replace("It was late.", "It was <emphasis>early</emphasis>."), "utf-8")
    outcome = tingshu("script", novel, "--chapter", 2, "--import", file)
    assert outcome.status == 0
    assert outcome.out == "1 sentence of chapter 2 is said otherwise.\n"
    assert "<emphasis>early</emphasis>" in tingshu("script", novel, "--chapter", 2).out
    assert tingshu("script", novel, "--chapter", 1).out.count("early") == 0
    outcome = tingshu("script", novel, "--chapter", 2, "--reset")
    assert outcome.out == "No sentence of chapter 2 is said otherwise.\n"
    assert tingshu("script", novel, "--chapter", 2).out == found


def test_what_is_wrong_with_a_script_is_told_and_nothing_is_kept(
    tingshu: Run, novel: Path, tmp_path: Path
) -> None:
    file = tmp_path / "one.ssml"
    file.write_text("<speak>\n<s>One</speak>\n", "utf-8")
    outcome = tingshu("script", novel, "--chapter", 1, "--import", file)
    assert outcome.status == 1
    assert "Line 2, column 7" in outcome.err
    assert "</s>" in outcome.err
    assert "<s>The rain had stopped.</s>" in tingshu("script", novel, "--chapter", 1).out


def test_what_is_only_left_out_is_told(tingshu: Run, novel: Path, tmp_path: Path) -> None:
    file = tmp_path / "one.ssml"
    file.write_text(
        '<speak xmlns:x="urn:tingshu:ssml">\n<s><x:said who="Zoe">One.</x:said></s></speak>',
        "utf-8",
    )
    outcome = tingshu("script", novel, "--chapter", 2, "--import", file)
    assert outcome.status == 0
    assert "Line 2, column 1" in outcome.err
    assert "Zoe" in outcome.err


def test_the_script_of_another_chapter_is_refused(
    tingshu: Run, novel: Path, tmp_path: Path
) -> None:
    file = tmp_path / "one.ssml"
    assert tingshu("script", novel, "--chapter", 1, "-o", file).status == 0
    before = tingshu("script", novel, "--chapter", 2).out
    outcome = tingshu("script", novel, "--chapter", 2, "--import", file)
    assert outcome.status == 1
    assert "None of its sentences is in chapter 2." in outcome.err
    assert tingshu("script", novel, "--chapter", 2).out == before


def test_a_chapter_that_is_not_there_is_told(tingshu: Run, novel: Path) -> None:
    for number in (0, 3, -1):
        outcome = tingshu("script", novel, "--chapter", number)
        assert outcome.status == 1
        assert "from 1 to 2" in outcome.err


def test_a_file_that_is_not_there_is_told(tingshu: Run, novel: Path, tmp_path: Path) -> None:
    outcome = tingshu("script", novel, "--chapter", 1, "--import", tmp_path / "none.ssml")
    assert outcome.status == 1
    assert "cannot be read" in outcome.err
