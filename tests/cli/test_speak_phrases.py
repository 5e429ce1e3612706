"""Speaking a table of phrases with tones for voices."""

from __future__ import annotations

import json
import wave
from pathlib import Path

import pytest

from reader.background import CancelToken
from reader.errors import NoAudioDevice
from reader.lexicon.entry import Entry
from reader.speech.engine import SPEECH_RATE
from tests.cli.conftest import Run
from tests.fakes.engine import FakeEngine

TABLE = "template,id,name\nPump {id} is hot.,North,north\n,South,\n,North,again\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "alarms.csv"
    path.write_text(TABLE, "utf-8-sig")
    return path


def seconds(path: Path) -> float:
    with wave.open(str(path)) as file:
        assert file.getframerate() == SPEECH_RATE
        return file.getnframes() / SPEECH_RATE


def test_every_phrase_becomes_a_file_and_equal_ones_are_spoken_once(
    tingshu: Run, engine: FakeEngine, table: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "new" / "sounds"
    outcome = tingshu("speak", "--phrases", table, "-o", folder, "--json")
    assert outcome.status == 0
    assert engine.spoken == ["Pump North is hot.", "Pump South is hot."]
    found = json.loads(outcome.out)
    assert [Path(each["file"]).name for each in found["phrases"]] == [
        "north.wav",
        "002.wav",
        "again.wav",
    ]
    assert [each["line"] for each in found["phrases"]] == [2, 3, 4]
    for each in found["phrases"]:
        assert each["ms"] == pytest.approx(1000 * seconds(Path(each["file"])), abs=1)
    assert (folder / "north.wav").read_bytes() == (folder / "again.wav").read_bytes()
    assert sorted(path.name for path in folder.iterdir()) == ["002.wav", "again.wav", "north.wav"]
    assert "100%" in outcome.err


def test_without_json_the_files_are_listed(
    tingshu: Run, engine: FakeEngine, table: Path, tmp_path: Path
) -> None:
    outcome = tingshu("speak", "--phrases", table, "-o", tmp_path / "sounds")
    assert outcome.out.splitlines() == [
        str(tmp_path / "sounds" / name) for name in ("north.wav", "002.wav", "again.wav")
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("template,id\nPump {nr},7\n", "alarms.csv: Line 2: There is no column for the slot {nr}"),
        ("template,name\nPump,../pump\n", "alarms.csv: Line 2: The name “../pump”"),
        ("template,voice\nPump,\nPump,nobody\n", "alarms.csv: Line 3: The voice nobody"),
    ],
)
def test_nothing_is_spoken_where_anything_is_wrong(
    tingshu: Run, engine: FakeEngine, table: Path, tmp_path: Path, text: str, words: str
) -> None:
    table.write_text(f"{text}", "utf-8")
    folder = tmp_path / "sounds"
    outcome = tingshu("speak", "--phrases", table, "-o", folder)
    assert (outcome.status, outcome.out) == (1, "")
    assert words in outcome.err
    assert outcome.err.count("\n") == 1
    assert engine.spoken == []
    assert not folder.exists()


def test_a_folder_that_cannot_be_is_an_error(tingshu: Run, engine: FakeEngine, table: Path) -> None:
    outcome = tingshu("speak", "--phrases", table, "-o", table)
    assert outcome.status == 1
    assert "cannot be written" in outcome.err


def test_cancelling_keeps_the_files_that_are_whole(
    tingshu: Run,
    engine: FakeEngine,
    table: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    checked = CancelToken.check

    def check(token: CancelToken) -> None:
        if len(engine.spoken) == 2:
            token.cancel()
        checked(token)

    monkeypatch.setattr(CancelToken, "check", check)
    folder = tmp_path / "sounds"
    outcome = tingshu("speak", "--phrases", table, "-o", folder)
    assert outcome.status == 130
    assert [path.name for path in folder.iterdir()] == ["north.wav"]


def test_without_a_device_phrases_are_only_measured(
    tingshu: Run, engine: FakeEngine, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise NoAudioDevice("Sound", "There is no device.", "Connect one.")

    monkeypatch.setattr("reader.playback.devices.open_output", refuse)
    outcome = tingshu("speak", "--phrases", table, "--json")
    found = json.loads(outcome.out)
    assert found["played"] is False
    assert [each["file"] for each in found["phrases"]] == [None] * 3
    assert all(each["ms"] > 0 for each in found["phrases"])
    assert tingshu("speak", "--phrases", table).status == 1


def test_phrases_are_no_ssml_and_no_text(tingshu: Run, engine: FakeEngine, table: Path) -> None:
    assert "Leave out --ssml" in tingshu("speak", "--ssml", "--phrases", table).err
    assert tingshu("speak", "Hello", "--phrases", table).status == 2


def test_the_help_tells_the_format(tingshu: Run) -> None:
    outcome = tingshu("speak", "--help")
    for word in ("template", "{id}", "{{", "FOLDER/name.wav", "voice"):
        assert word in outcome.out


def test_the_lexicon_is_opened_once_for_all_phrases(
    tingshu: Run,
    engine: FakeEngine,
    table: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from reader.library.store import Library

    asked: list[str | None] = []
    usual = Library.pronunciations

    def counted(library: Library, book: str | None) -> list[Entry]:
        asked.append(book)
        return usual(library, book)

    tingshu("lexicon", "add", "North", "Nohrth")
    monkeypatch.setattr(Library, "pronunciations", counted)
    assert tingshu("speak", "--phrases", table, "-o", tmp_path / "sounds").status == 0
    assert engine.spoken == ["Pump Nohrth is hot.", "Pump South is hot."]
    assert asked == [None]


def test_a_table_from_standard_input_is_called_so(tingshu: Run, engine: FakeEngine) -> None:
    outcome = tingshu("speak", "--phrases", "-", stdin=b"template,voice\nPump,nobody\n")
    assert outcome.status == 1
    assert outcome.err.startswith("tingshu: Standard input: Line 2: The voice nobody")
