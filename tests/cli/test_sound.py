"""Speaking with tones for voices."""

from __future__ import annotations

import json
import wave
from pathlib import Path

import numpy as np
import pytest

from reader import settings
from reader.errors import EngineFailed, NoAudioDevice
from reader.speech.engine import SPEECH_RATE, Samples
from tests.cli.conftest import Run
from tests.fakes.engine import FakeEngine, length_of, texts_heard


def heard(path: Path, texts: list[str]) -> list[str]:
    with wave.open(str(path)) as file:
        assert file.getframerate() == SPEECH_RATE
        pcm = np.frombuffer(file.readframes(file.getnframes()), "<i2")
    return texts_heard((pcm / 32768).astype(np.float32), texts)


class RecordingOutput:
    """An output that takes a little at a time and hears what it has taken."""

    rate = SPEECH_RATE
    space = 1000

    def __init__(self) -> None:
        self.taken: list[Samples] = []
        self.started = self.closed = False

    def start(self) -> None:
        self.started = True

    def write(self, samples: Samples) -> int:
        self.taken.append(samples[:1000])
        return min(1000, len(samples))

    @property
    def played(self) -> int:
        return sum(map(len, self.taken))

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def output(monkeypatch: pytest.MonkeyPatch) -> RecordingOutput:
    recording = RecordingOutput()
    monkeypatch.setattr("reader.playback.devices.open_output", lambda *_: recording)
    monkeypatch.setattr("reader.background.CancelToken.wait", lambda token, _: token.cancelled)
    return recording


@pytest.fixture
def no_device(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise NoAudioDevice("Sound", "There is no device.", "Connect one.")

    monkeypatch.setattr("reader.playback.devices.open_output", refuse)


def test_speak_into_a_file(tingshu: Run, engine: FakeEngine, tmp_path: Path) -> None:
    target = tmp_path / "said.wav"
    outcome = tingshu("speak", "First sentence. Second one.", "-o", target)
    assert outcome.status == 0
    assert outcome.out == ""
    assert str(target) in outcome.err
    texts = ["First sentence.", "Second one."]
    assert heard(target, texts) == texts
    assert engine.warm
    assert engine.closed


def test_speak_measures(tingshu: Run, engine: FakeEngine, tmp_path: Path) -> None:
    target = tmp_path / "said.wav"
    outcome = tingshu("speak", "-", "-o", target, "--json", stdin=b"One. Two.\nThree.")
    found = json.loads(outcome.out)
    assert found["voice"] == "fake-voice"
    assert 0 < found["first_audio_ms"] <= found["synthesis_ms"]
    with wave.open(str(target)) as file:
        length = file.getnframes() / SPEECH_RATE
    assert found["audio_ms"] == pytest.approx(length * 1000, abs=1)
    assert found["played"] is False
    assert found["skipped"] == 0
    assert engine.spoken == ["One.", "Two.", "Three."]


def test_speak_counts_what_no_voice_can_say(
    tingshu: Run, engine: FakeEngine, tmp_path: Path
) -> None:
    engine.mute_on = "w☂"
    outcome = tingshu("speak", "One. Two ☂.", "-o", tmp_path / "said.wav", "--json")
    assert json.loads(outcome.out)["skipped"] == 2
    assert outcome.err.count("no voice can say") == 1


def test_what_loads_before_the_clock_starts_is_not_spoken(
    tingshu: Run, engine: FakeEngine, tmp_path: Path
) -> None:
    tingshu("speak", "Only this.", "-o", tmp_path / "said.wav")
    assert engine.spoken == ["Only this."]


def test_no_pause_follows_the_last_word(tingshu: Run, engine: FakeEngine, tmp_path: Path) -> None:
    target = tmp_path / "said.wav"
    outcome = tingshu("speak", "First one. Second.\n\n", "-o", target, "--json")
    with wave.open(str(target)) as file:
        pcm = np.frombuffer(file.readframes(file.getnframes()), "<i2")
    loud = np.flatnonzero(np.abs(pcm) > 100)
    assert len(pcm) - loud[-1] < 0.01 * SPEECH_RATE
    alone = length_of("First one.") + length_of("Second.")
    assert json.loads(outcome.out)["audio_ms"] > 1000 * alone + 100, "the pause between stays"


@pytest.mark.parametrize("text", ["🙂", "… !!!\n\n——"])
def test_text_without_a_word_is_an_error(
    tingshu: Run, engine: FakeEngine, tmp_path: Path, text: str
) -> None:
    outcome = tingshu("speak", text, "-o", tmp_path / "said.wav", "--json")
    assert (outcome.status, outcome.out) == (1, "")
    assert "Nothing in it can be spoken." in outcome.err
    assert not (tmp_path / "said.wav").exists()


def test_a_voice_that_cannot_be_loaded_is_replaced_and_told(
    tingshu: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class Unloadable(FakeEngine):
        def warm_up(self, voice: object) -> None:
            raise EngineFailed(self.name, "Its file is damaged.")

    engines = [Unloadable("best", fail=lambda _: True), FakeEngine("other", quality=1)]
    monkeypatch.setattr("reader.speech.voices.installed_engines", lambda: engines)
    outcome = tingshu("speak", "One. Two.", "-o", tmp_path / "said.wav")
    assert outcome.status == 0
    assert engines[1].spoken == ["One.", "Two."]
    assert outcome.err.count("Other reads instead.") == 1


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="every folder can be made here")
def test_speaking_and_exporting_need_no_home(
    tingshu: Run,
    engine: FakeEngine,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    story: Path,
) -> None:
    monkeypatch.setenv("TINGSHU_HOME", "/proc/nowhere")
    assert tingshu("speak", "Hello.", "-o", tmp_path / "said.wav").status == 0
    outcome = tingshu("export", story, "-o", tmp_path / "book.wav")
    assert outcome.status == 0
    assert outcome.err.count("Speech is no longer kept on disk") == 1
    assert "Errno" not in outcome.err
    assert {path.name for path in tmp_path.iterdir()} - {"home"} == {
        "book.wav",
        "said.wav",
        "story.txt",
    }


def test_speak_aloud(tingshu: Run, engine: FakeEngine, output: RecordingOutput) -> None:
    outcome = tingshu("speak", "Loud and clear. Twice.", "--json")
    assert outcome.status == 0
    assert json.loads(outcome.out)["played"] is True
    texts = ["Loud and clear.", "Twice."]
    assert texts_heard(np.concatenate(output.taken), texts) == texts
    assert output.started
    assert output.closed


def test_speak_without_a_device_says_how_to_write_a_file(
    tingshu: Run, engine: FakeEngine, no_device: None
) -> None:
    outcome = tingshu("speak", "Hello.")
    assert outcome.status == 1
    assert "There is no device. Connect one." in outcome.err
    assert "-o OUT.wav" in outcome.err
    assert engine.spoken == []


def test_measuring_needs_no_device(tingshu: Run, engine: FakeEngine, no_device: None) -> None:
    outcome = tingshu("speak", "Hello.", "--json")
    assert outcome.status == 0
    found = json.loads(outcome.out)
    assert found["audio_ms"] > 100
    assert found["played"] is False
    assert "There is no device." in outcome.err


@pytest.mark.parametrize("text", ["", "  \n "])
def test_nothing_to_say(tingshu: Run, engine: FakeEngine, text: str) -> None:
    outcome = tingshu("speak", text)
    assert outcome.status == 1
    assert "nothing to say" in outcome.err


def test_an_unknown_voice_lists_the_names(tingshu: Run, engine: FakeEngine, tmp_path: Path) -> None:
    outcome = tingshu("speak", "Hi.", "--voice", "nobody", "-o", tmp_path / "x.wav")
    assert outcome.status == 1
    assert "nobody: There is no voice of this name. The voices are: fake-voice." in outcome.err
    assert not (tmp_path / "x.wav").exists()


def test_a_voice_that_is_not_installed_says_how_to(
    tingshu: Run, engine: FakeEngine, tmp_path: Path
) -> None:
    outcome = tingshu("speak", "Hi.", "--voice", "mandarin-databaker", "-o", tmp_path / "x.wav")
    assert outcome.status == 1
    assert "tingshu voices install mandarin" in outcome.err


def test_the_voice_asked_for_speaks(
    tingshu: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    best, other = FakeEngine("best"), FakeEngine("other", ("en",), quality=1)
    monkeypatch.setattr("reader.speech.voices.installed_engines", lambda: [best, other])
    outcome = tingshu(
        "speak", "Hi 你好.", "--voice", "other-voice", "-o", tmp_path / "x.wav", "--json"
    )
    assert outcome.status == 0
    assert "".join(other.spoken).strip(" .") == "Hi"
    assert "你好" in "".join(best.spoken)


def test_the_listeners_own_choice_counts(
    tingshu: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    best, other = FakeEngine("best"), FakeEngine("other", ("en",), quality=1)
    monkeypatch.setattr("reader.speech.voices.installed_engines", lambda: [best, other])
    settings.save(settings.Settings(voices={"en": "other-voice"}))
    outcome = tingshu("speak", "Hello.", "-o", tmp_path / "x.wav", "--json")
    assert json.loads(outcome.out)["voice"] == "other-voice"


def test_a_voice_for_another_language_is_mentioned(
    tingshu: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    engines = [FakeEngine("all"), FakeEngine("dutch", ("nl",))]
    monkeypatch.setattr("reader.speech.voices.installed_engines", lambda: engines)
    outcome = tingshu("speak", "你好。", "--voice", "dutch-voice", "-o", tmp_path / "x.wav")
    assert outcome.status == 0
    assert "does not speak the language" in outcome.err


@pytest.mark.voices
def test_a_real_voice_speaks(tingshu: Run, tmp_path: Path) -> None:
    target = tmp_path / "said.wav"
    text = "The lamp was lit at half past four."
    outcome = tingshu("speak", text, "-o", target, "--voice", "english-heart", "--json")
    found = json.loads(outcome.out)
    assert found["voice"] == "english-heart"
    assert 1500 < found["audio_ms"] < 6000
    with wave.open(str(target)) as file:
        pcm = np.frombuffer(file.readframes(file.getnframes()), "<i2")
    assert np.sqrt(np.mean((pcm / 32768) ** 2)) > 0.02
