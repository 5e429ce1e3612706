"""Who speaks in a book, listed and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.background import CancelToken
from reader.dialogue import find, kept
from reader.dialogue.model import Dialogue
from tests.cli.conftest import Run
from tests.fakes.attributor import FakeAttributor


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache folder of the test's own; one who says everything."""
    monkeypatch.setenv("TINGSHU_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(find, "ATTRIBUTORS", {"en": FakeAttributor})


@pytest.fixture
def novel(tmp_path: Path) -> Path:
    """A short dialogue in two chapters."""
    path = tmp_path / "novel.txt"
    path.write_text(
        "Chapter I\n\nThe rain had stopped. “Come in,” said Anna. The so-called “war” was over."
        "\n\nChapter II\n\n“It is late,” said Bert. He whispered, “Good night.”\n",
        "utf-8",
    )
    return path


def test_the_cast_as_json(tingshu: Run, novel: Path) -> None:
    outcome = tingshu("cast", novel, "--json")
    assert outcome.status == 0
    found = json.loads(outcome.out)
    assert list(found) == ["speakers", "quotes"]
    speakers = {"id", "name", "quotes", "aliases", "gender", "age"}
    assert [set(each) for each in found["speakers"]] == [speakers] * len(found["speakers"])
    quotes = {"chapter", "start", "end", "text", "speaker", "confidence", "evidence", "style"}
    assert [set(each) for each in found["quotes"]] == [quotes] * 3
    assert [each["text"] for each in found["quotes"]] == [
        "“Come in,”",
        "“It is late,”",
        "“Good night.”",
    ]
    first, second, _ = found["quotes"]
    assert second["chapter"] == first["chapter"] + 1
    assert second["end"] - second["start"] == len(second["text"])
    names = {each["id"]: each["name"] for each in found["speakers"]}
    assert names[first["speaker"]] == "Anna"
    assert found["speakers"][0]["quotes"] == 3
    assert 0 < first["confidence"] <= 1


def test_the_places_are_those_of_the_text(tingshu: Run, novel: Path) -> None:
    found = json.loads(tingshu("cast", novel, "--json").out)
    for quote in found["quotes"]:
        text = tingshu("text", novel, "--chapter", quote["chapter"] + 1).out
        assert text[quote["start"] : quote["end"]] == quote["text"]


def test_the_cast_as_a_list(tingshu: Run, novel: Path) -> None:
    outcome = tingshu("cast", novel)
    assert outcome.status == 0
    assert "3 quotations, 1 speaker\n" in outcome.out
    assert "Anna (Anna Bell)" in outcome.out
    assert "Anna, 80%: “Good night.”" in outcome.out
    assert "war" not in outcome.out


def test_progress_goes_to_the_person(tingshu: Run, novel: Path) -> None:
    outcome = tingshu("cast", novel, "--json")
    assert "finding who speaks" in outcome.err
    json.loads(outcome.out)


def test_a_story_without_speech_has_no_cast(tingshu: Run, story: Path) -> None:
    assert json.loads(tingshu("cast", story, "--json").out) == {"speakers": [], "quotes": []}
    assert "0 quotations, 0 speakers" in tingshu("cast", story).out


def test_a_book_that_is_missing_is_one_clear_paragraph(tingshu: Run, tmp_path: Path) -> None:
    outcome = tingshu("cast", tmp_path / "none.epub")
    assert outcome.status == 1
    assert outcome.out == ""
    assert "none.epub" in outcome.err


def test_the_search_ends_when_it_is_interrupted(
    tingshu: Run, novel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, cancel: CancelToken, **__: object) -> Dialogue:
        cancel.cancel()
        cancel.check()
        return Dialogue()

    monkeypatch.setattr(kept, "dialogue_of", interrupted)
    outcome = tingshu("cast", novel)
    assert outcome.status == 130
    assert outcome.out == ""
