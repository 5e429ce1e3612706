"""Speaking a document in SSML with tones for voices."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.narration.ssml.model import OWN, Choose, first_name
from tests.cli.conftest import Run
from tests.fakes.engine import FakeEngine, length_of


def test_a_document_is_spoken_and_its_marks_are_timed(
    tingshu: Run, engine: FakeEngine, tmp_path: Path
) -> None:
    document = (
        '<speak><s>First one.</s><break time="3s"/><mark name="here"/><s>Second.</s>'
        '<mark name="end"/></speak>'
    )
    outcome = tingshu("speak", "--ssml", document, "-o", tmp_path / "said.wav", "--json")
    assert outcome.status == 0
    assert engine.spoken == ["First one.", "Second."]
    found = json.loads(outcome.out)
    first, end = found["marks"]
    assert (first["name"], end["name"]) == ("here", "end")
    silence = 1000 * length_of("First one.") + 3000
    assert first["ms"] == pytest.approx(silence, abs=60)
    assert end["ms"] == pytest.approx(found["audio_ms"], abs=1)
    assert found["warnings"] == []


def test_a_document_comes_from_standard_input(
    tingshu: Run, engine: FakeEngine, tmp_path: Path
) -> None:
    outcome = tingshu(
        "speak", "--ssml", "-o", tmp_path / "said.wav", stdin=b"<speak>Only this.</speak>"
    )
    assert outcome.status == 0
    assert engine.spoken == ["Only this."]


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("<speak>\n<b>a</b></speak>", "Line 2, column 1: <b> is no element"),
        ("Hello", "Line 1, column 1: There is text outside"),
        (f'<speak xmlns:x="{OWN}"><x:style name="hapy">a</x:style></speak>', "happy"),
        ("<speak><break/></speak>", "nothing to say"),
        ("<speak>🙂</speak>", "Nothing in it can be spoken"),
    ],
)
def test_what_is_wrong_is_one_paragraph(
    tingshu: Run, engine: FakeEngine, tmp_path: Path, document: str, words: str
) -> None:
    outcome = tingshu("speak", "--ssml", document, "-o", tmp_path / "said.wav", "--json")
    assert (outcome.status, outcome.out) == (1, "")
    assert words in outcome.err
    assert outcome.err.count("\n") == 1
    assert engine.spoken == []
    assert not (tmp_path / "said.wav").exists()


def test_the_name_of_a_file_is_no_document(
    tingshu: Run, engine: FakeEngine, tmp_path: Path
) -> None:
    file = tmp_path / "a b.ssml"
    file.write_text("<speak>One.</speak>", "utf-8")
    outcome = tingshu("speak", "--ssml", file)
    assert outcome.status == 1
    assert f"tingshu speak --ssml - < '{file}'" in outcome.err
    assert engine.spoken == []
    for name in ("none.ssml", "a" * 5_000, "\0"):
        assert "no document" not in tingshu("speak", "--ssml", name).err


@pytest.mark.parametrize(
    ("language", "inner", "asked"),
    [(' xml:lang="fr"', "One two.", "fr"), ("", "你好，世界。", "zh")],
)
def test_voices_are_looked_for_in_the_language_of_the_text(
    tingshu: Run,
    engine: FakeEngine,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    inner: str,
    asked: str,
) -> None:
    looked_for: list[str] = []

    def chooser(_voices: object, language: str) -> Choose:
        looked_for.append(language)
        return first_name

    monkeypatch.setattr("reader.narration.ssml.chooser", chooser)
    document = f'<speak{language}><voice gender="male">{inner}</voice></speak>'
    tingshu("speak", "--ssml", document, "-o", tmp_path / "said.wav")
    assert looked_for == [asked]


def test_what_is_left_out_is_told(tingshu: Run, engine: FakeEngine, tmp_path: Path) -> None:
    document = '<speak><voice name="nobody">One.</voice></speak>'
    outcome = tingshu("speak", "--ssml", document, "-o", tmp_path / "said.wav", "--json")
    assert outcome.status == 0
    assert engine.spoken == ["One."]
    (warning,) = json.loads(outcome.out)["warnings"]
    assert "no voice for nobody" in warning
    assert warning in outcome.err


def test_without_ssml_a_tag_is_text_and_the_figures_are_as_before(
    tingshu: Run, engine: FakeEngine, tmp_path: Path
) -> None:
    outcome = tingshu("speak", "<s>One</s>.", "-o", tmp_path / "said.wav", "--json")
    assert engine.spoken != ["One."]
    assert not {"marks", "warnings"} & set(json.loads(outcome.out))
