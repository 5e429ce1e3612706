"""Which runtime the Mandarin voice runs in, and what it has besides where Paddle is."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from reader import paths, settings
from reader.__main__ import main
from reader.background import CancelToken
from reader.errors import EngineFailed, VoicePackError
from reader.speech import packs
from reader.speech.engines.mandarin import completion, paddle_export, runtimes
from reader.speech.engines.mandarin.networks import HOP, Drawing, Networks, Prediction
from reader.speech.engines.paddle import programs
from tests.fakes.mandarin_pack import write_pack


class Speaking:
    """Networks that speak, or not, and are closed."""

    def __init__(self, loudness: float = 0.1, error: Exception | None = None) -> None:
        self.loudness, self.error = loudness, error
        self.closed = False

    name = "fake"

    def predict(self, sentences):
        count = len(sentences[0])
        return [Prediction(np.zeros((count, 2)), np.full(count, 5.0), *np.zeros((2, count)))]

    def mels(self, drawings: list[Drawing]):
        if self.error is not None:
            raise self.error
        return [np.zeros((len(drawing.owner), 4)) for drawing in drawings]

    def samples(self, mels):
        return [np.full(len(mel) * HOP, self.loudness, np.float32) for mel in mels]

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def pack() -> Path:
    return write_pack(packs.folder("mandarin"))


@pytest.fixture
def paddle(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Paddle 9 is installed; call it to give a pack its programs."""
    for module in (programs, paddle_export):
        monkeypatch.setattr(module, "installed_version", lambda: "9")

    def export(folder: Path) -> None:
        (folder / runtimes.PROGRAMS).mkdir()
        note = json.dumps({"version": "9", "size": 8})
        (folder / runtimes.PROGRAMS / "paddle.json").write_text(note)

    return export


@pytest.fixture
def no_paddle(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (programs, paddle_export):
        monkeypatch.setattr(module, "installed_version", lambda: "")


def remember(**speeds: object) -> None:
    file = paths.cache_folder() / "speed" / "mandarin.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(speeds))


def openers(monkeypatch: pytest.MonkeyPatch, **networks: Networks) -> None:
    monkeypatch.setattr(
        runtimes,
        "_OPENERS",
        {name: lambda folder, precision, each=each: each for name, each in networks.items()},
    )


def test_without_a_probe_auto_is_onnxruntime(pack: Path, paddle) -> None:
    paddle(pack)

    assert runtimes.available(pack) == ["onnx", "paddle"]
    assert runtimes.fastest(pack) == "onnx"
    assert runtimes.open_networks(pack, "auto").name == "onnx"


def test_auto_is_what_was_found_faster_as_long_as_it_can_run(pack: Path, paddle) -> None:
    paddle(pack)
    remember(onnx=0.2, paddle=0.1)
    assert runtimes.fastest(pack) == "paddle"

    (pack / runtimes.PROGRAMS / "paddle.json").unlink()

    assert runtimes.fastest(pack) == "onnx"
    assert runtimes.open_networks(pack, "auto").name == "onnx"


@pytest.mark.usefixtures("no_paddle")
def test_auto_speaks_when_paddle_is_gone(pack: Path) -> None:
    remember(onnx=0.2, paddle=0.1)

    assert runtimes.open_networks(pack, "auto").name == "onnx"


@pytest.mark.parametrize("content", ["", "[]", '{"onnx": "quick"}', '{"other": 1}'])
def test_a_damaged_memory_of_speeds_counts_as_none(pack: Path, content: str) -> None:
    remember()
    (paths.cache_folder() / "speed" / "mandarin.json").write_text(content)

    assert runtimes.speeds() == {}
    assert runtimes.fastest(pack) == "onnx"


@pytest.mark.usefixtures("no_paddle")
def test_paddle_chosen_where_there_is_none_is_said_so(pack: Path) -> None:
    with pytest.raises(EngineFailed, match=r"not installed.*tingshu\[paddle\].*runtime auto"):
        runtimes.open_networks(pack, "paddle")


@pytest.mark.usefixtures("paddle")
def test_paddle_chosen_without_programs_is_said_so(pack: Path) -> None:
    with pytest.raises(EngineFailed, match="tingshu voices update mandarin"):
        runtimes.open_networks(pack, "paddle")


def test_the_probe_remembers_every_runtime_that_speaks(
    pack: Path, paddle, monkeypatch: pytest.MonkeyPatch
) -> None:
    paddle(pack)
    monkeypatch.setattr(runtimes, "_PROBE_SECONDS", 0)
    spoken = Speaking(), Speaking()
    openers(monkeypatch, onnx=spoken[0], paddle=spoken[1])

    found = runtimes.probe(pack)

    assert found.keys() == {"onnx", "paddle"}
    assert runtimes.speeds() == pytest.approx(found)
    assert all(networks.closed for networks in spoken)


@pytest.mark.parametrize(
    "broken", [Speaking(loudness=0.0), Speaking(loudness=float("nan")), Speaking(error=OSError())]
)
def test_a_runtime_that_does_not_speak_is_never_the_fastest(
    pack: Path, paddle, monkeypatch: pytest.MonkeyPatch, broken: Speaking
) -> None:
    paddle(pack)
    monkeypatch.setattr(runtimes, "_PROBE_SECONDS", 0)
    openers(monkeypatch, onnx=Speaking(), paddle=broken)

    assert runtimes.probe(pack).keys() == {"onnx"}
    assert runtimes.fastest(pack) == "onnx"
    assert broken.closed


def test_a_pack_lacks_programs_only_where_paddle_is(pack: Path, paddle) -> None:
    assert completion.is_lacking(pack)
    paddle(pack)
    assert not completion.is_lacking(pack)


@pytest.mark.usefixtures("no_paddle")
def test_without_paddle_a_pack_lacks_nothing(pack: Path) -> None:
    assert not completion.is_lacking(pack)


def test_completing_hands_all_weights_over(
    pack: Path, paddle, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = {}

    def export(models, folder: Path, progress, cancel) -> None:
        given.update(models)
        assert folder == pack / runtimes.PROGRAMS

    monkeypatch.setattr(completion, "export", export)
    monkeypatch.setattr(runtimes, "_PROBE_SECONDS", 0)
    told: list[float] = []

    completion.complete(pack, told.append, CancelToken())

    assert list(given) == ["encoder", "decoder", "vocoder"]
    assert {"postnet.0.gain", "postnet.4.shift", "f0.enter.weight"} <= given["decoder"].keys()
    assert told[-1] == 1.0


@pytest.mark.parametrize("damage", [lambda file: file.unlink(), lambda file: file.write_bytes(b"")])
def test_weights_that_cannot_be_read_are_said_so(pack: Path, damage) -> None:
    damage(pack / "decoder.weights")

    with pytest.raises(VoicePackError, match=r"cannot be read.*voices install mandarin"):
        completion.complete(pack, lambda share: None, CancelToken())


def test_the_command_tells_and_chooses(pack: Path, paddle, capsys) -> None:
    paddle(pack)
    remember(onnx=0.04, paddle=0.1)

    assert main(["voices", "runtime"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert main(["voices", "runtime", "paddle"]) == 0

    assert told == [
        "chosen: auto (onnx)",
        "onnxruntime: 25 times as fast as speech",
        "Paddle: 10 times as fast as speech",
    ]
    assert capsys.readouterr().out.startswith("chosen: paddle\n")
    assert settings.load().runtime == "paddle"


@pytest.mark.usefixtures("no_paddle", "pack")
def test_the_command_refuses_what_cannot_run(capsys) -> None:
    assert main(["voices", "runtime", "paddle"]) == 1

    assert "not installed" in capsys.readouterr().err
    assert settings.load().runtime == "auto"


def test_the_command_needs_the_voice(capsys) -> None:
    assert main(["voices", "runtime", "onnx", "--probe"]) == 1

    assert "tingshu voices install mandarin" in capsys.readouterr().err
    assert settings.load().runtime == "auto"
