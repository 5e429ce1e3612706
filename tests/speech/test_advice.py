"""What is said about a voice that is not there is true and names what mends it."""

from __future__ import annotations

import pytest

from reader.errors import EngineFailed, SpeechError, VoiceMissing
from reader.speech import advice, packs
from tests.fakes.engine import FakeEngine
from tests.fakes.package_index import FakeIndex
from tests.fakes.voice_packs import WHEEL

LACK = EngineFailed("The fake engine", "It needs paddle.", "Run: pip install paddlepaddle")


def test_recommends_the_first_pack_that_can_run_here(
    index: FakeIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = advice.pack_for("zh-TW")
    assert found is not None
    assert found.name == "one"
    assert advice.pack_for("en") is None
    monkeypatch.setattr(advice, "engine_lack", {"fake": LACK}.get)
    assert advice.pack_for("zh") is None
    assert "tingshu doctor" in advice.missing_voice("zh").remedy


def test_recommends_no_pack_that_is_there(index: FakeIndex) -> None:
    packs.install("one")

    found = advice.pack_for("zh")

    assert found is not None
    assert found.name == "two"


def test_tells_why_a_voice_is_absent(index: FakeIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    unknown = advice.absent_voice("nobody", ["a", "b"])
    assert str(unknown) == "nobody: There is no voice of this name. The voices are: a, b."
    assert isinstance(unknown, SpeechError)
    assert str(advice.absent_voice("one-voice+male")).startswith("one-voice+male: This voice is")
    assert str(advice.absent_voice("one-voice")) == (
        "one-voice: This voice is not installed. Run: tingshu voices install one"
    )
    (packs.install("one") / "voice-1.whl.onnx").write_bytes(WHEEL)
    damaged = advice.absent_voice("one-voice")
    assert isinstance(damaged, VoiceMissing)
    assert damaged.reason == "The file voice-1.whl.onnx is damaged."
    assert damaged.remedy == "Run: tingshu voices install one"
    [voice] = FakeEngine().voices()
    assert advice.instead_advice(damaged, voice) == (
        "one-voice: The file voice-1.whl.onnx is damaged. Fake reads instead. "
        "Run: tingshu voices install one"
    )
    monkeypatch.setattr(advice, "engine_lack", {"fake": LACK}.get)
    assert str(advice.absent_voice("one-voice")) == (
        "one-voice: This voice cannot speak. It needs paddle. Run: pip install paddlepaddle"
    )


def test_tells_who_reads_instead(index: FakeIndex) -> None:
    [voice] = FakeEngine().voices()

    assert advice.other_voice_advice("one-voice", voice) == (
        "one-voice: This voice is not installed. Fake reads instead. "
        "Run: tingshu voices install one"
    )
