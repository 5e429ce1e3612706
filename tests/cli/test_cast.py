"""Who speaks in a book, listed and as JSON."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from reader.background import CancelToken
from reader.books.registry import read_book
from reader.dialogue import find, kept
from reader.dialogue.model import Dialogue
from reader.direction import Direction
from reader.library.store import Library
from reader.settings import Settings
from tests.cli.conftest import Run
from tests.fakes.attributor import FakeAttributor
from tests.fakes.engine import FakeEngine


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
    speakers = {"id", "name", "quotes", "aliases", "gender", "age", "voice"}
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


@pytest.fixture
def directed(novel: Path) -> Path:
    """The novel, as it was directed in the window: Anna is called Nan and does not say all."""
    book = read_book(novel)
    with closing(Library()) as library:
        library.remember_book(book, novel)
        direction = Direction(book, library, Settings())
        direction.set_dialogue(kept.dialogue_of(book))
        cast = direction.cast
        assert cast is not None
        (anna,) = cast.members
        cast.rename(anna.character.identifier, "Nan")
        late, night = [each for each in cast.dialogue.quotations if each.spoken][1:]
        cast.correct(late, cast.add("Bert"))
        cast.correct(night, None)
    return novel


def test_what_was_directed_is_listed(tingshu: Run, directed: Path, engine: FakeEngine) -> None:
    listed = tingshu("cast", directed).out
    assert "3 quotations, 2 speakers\n" in listed
    assert "1  Bert: fake-voice\n" in listed
    assert "Nan, 80%: “Come in,”" in listed
    assert "Bert, as you said: “It is late,”" in listed
    assert "the narrator, as you said: “Good night.”" in listed
    found = json.loads(tingshu("cast", directed, "--json").out)
    names = {each["id"]: each["name"] for each in found["speakers"]}
    assert [names.get(each["speaker"]) for each in found["quotes"]] == ["Nan", "Bert", None]
    assert [each["voice"] for each in found["speakers"]] == ["fake-voice"] * 2


def test_what_was_found_is_listed_when_that_is_asked_for(
    tingshu: Run, directed: Path, engine: FakeEngine
) -> None:
    assert "Anna, 80%: “Good night.”" in tingshu("cast", directed, "--as-found").out
    found = json.loads(tingshu("cast", directed, "--json", "--as-found").out)
    assert [(each["name"], each["voice"]) for each in found["speakers"]] == [("Anna", None)]


def test_the_cast_is_listed_without_any_voice(
    tingshu: Run, directed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.speech.voices.installed_engines", list)
    found = json.loads(tingshu("cast", directed, "--json").out)
    assert [(each["name"], each["voice"]) for each in found["speakers"]] == [
        ("Nan", None),
        ("Bert", None),
    ]


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
