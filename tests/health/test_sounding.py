"""Whether something can be heard, and what would be heard better."""

from __future__ import annotations

import sys

import pytest

from reader import settings
from reader.errors import EngineFailed, NoAudioDevice
from reader.health import Aid, Finding, State, sounding
from reader.settings import Settings


@pytest.fixture(autouse=True)
def engines_well(monkeypatch: pytest.MonkeyPatch) -> None:
    """No engine is loaded to see whether it can speak; that takes seconds."""
    monkeypatch.setattr("reader.speech.voices.engine_problems", list)


def by_name(findings: list[Finding]) -> dict[str, Finding]:
    return {finding.name: finding for finding in findings}


def test_an_engine_that_cannot_speak_comes_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    error = EngineFailed("The voice", "Its file is damaged.", "Run: tingshu voices install x")
    monkeypatch.setattr("reader.speech.voices.engine_problems", lambda: [error])
    found = by_name(list(sounding.voices()))["engine"]
    assert found.state is State.MISSING
    assert found.detail == "The voice: Its file is damaged."
    assert found.mend == found.command == "tingshu voices install x"
    assert (found.aid, found.pack) == (Aid.PACK, "x")


def test_a_remedy_in_words_is_no_command(monkeypatch: pytest.MonkeyPatch) -> None:
    error = EngineFailed("", "It gave up.", "Choose another voice.")
    monkeypatch.setattr("reader.speech.voices.engine_problems", lambda: [error])
    found = by_name(list(sounding.voices()))["engine"]
    assert (found.command, found.advice) == ("", "Choose another voice.")
    assert (found.detail, found.aid) == ("It gave up.", Aid.NONE)


def test_a_language_without_a_natural_voice_names_the_pack_that_brings_one() -> None:
    found = by_name(list(sounding.voices()))["voice pack mandarin"]
    assert found.state is State.OPTIONAL
    assert found.command == "tingshu voices install mandarin"
    assert (found.aid, found.pack) == (Aid.PACK, "mandarin")


def test_no_voice_at_all_is_fatal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.speech.voices.installed_engines", list)
    found = by_name(list(sounding.voices()))["voices"]
    assert found.state is State.MISSING
    assert found.mend
    assert found.aid is Aid.VOICES


def test_no_portaudio_is_not_fatal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sounddevice", None)
    found = by_name(list(sounding.sound()))
    assert found["PortAudio"].state is State.OPTIONAL
    assert "libportaudio2" in found["PortAudio"].mend
    assert "sound device" not in found


@pytest.fixture
def portaudio(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is PortAudio, whether the machine has it or not."""
    monkeypatch.setattr(sounding, "import_problem", lambda _: "")


def test_a_chosen_device_that_is_gone_can_be_chosen_anew(
    monkeypatch: pytest.MonkeyPatch, portaudio: None
) -> None:
    monkeypatch.setattr("reader.playback.devices.output_devices", lambda: ["Loudspeakers, ALSA"])
    assert "chosen sound device" not in by_name(list(sounding.sound()))
    settings.save(Settings(output_device="Headphones, ALSA"))
    found = by_name(list(sounding.sound()))
    assert found["sound device"].detail == "Loudspeakers, ALSA"
    assert found["chosen sound device"].state is State.OPTIONAL
    assert found["chosen sound device"].aid is Aid.SOUND
    assert "Headphones, ALSA" in found["chosen sound device"].detail


def test_a_machine_without_any_device_is_not_fatal(
    monkeypatch: pytest.MonkeyPatch, portaudio: None
) -> None:
    monkeypatch.setattr("reader.playback.devices.output_devices", list)
    found = by_name(list(sounding.sound()))["sound device"]
    assert (found.state, found.mend) == (State.OPTIONAL, "")

    def fail() -> list[str]:
        raise NoAudioDevice("", "The sound system gives no answer.", "Start it.")

    monkeypatch.setattr("reader.playback.devices.output_devices", fail)
    found = by_name(list(sounding.sound()))["sound device"]
    assert (found.state, found.mend) == (State.OPTIONAL, "Start it.")
