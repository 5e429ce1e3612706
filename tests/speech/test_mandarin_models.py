"""The networks do what their protocol says, at a thousandth of their size."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from reader.errors import EngineFailed
from reader.speech.engines.mandarin.graph_writer import GraphWriter
from reader.speech.engines.mandarin.networks import HOP, Drawing, Positions
from reader.speech.engines.mandarin.onnx_networks import FLOAT, INT8, OnnxNetworks, opened, save
from reader.speech.engines.mandarin.recipe import models
from reader.speech.engines.mandarin.rounding import rounded
from reader.speech.engines.mandarin.tensors import Tensor
from reader.speech.engines.mandarin.vocoder_graph import synthesis_filters
from tests.fakes import mandarin_pack
from tests.fakes.mandarin_pack import BANDS, FRAMES_A_PHONE, write_pack


@pytest.fixture(scope="module")
def networks(tmp_path_factory: pytest.TempPathFactory) -> OnnxNetworks:
    return OnnxNetworks(write_pack(tmp_path_factory.mktemp("pack")))


def random_mel(frames: int) -> np.ndarray:
    return np.random.default_rng(3).normal(size=(frames, BANDS)).astype(np.float32)


def test_lengths_are_free(networks: OnnxNetworks) -> None:
    for count in (1, 3, 700):
        phones = np.arange(count, dtype=np.int64) % 219
        plan = networks.predict([phones])[0]
        frames = np.arange(count, dtype=np.int64) % 4 + 1

        mel = networks.mels([Drawing(plan.hidden, plan.f0, plan.energy, frames)])[0]

        assert plan.frames.shape == plan.f0.shape == plan.energy.shape == (count,)
        np.testing.assert_allclose(plan.frames, FRAMES_A_PHONE, rtol=1e-5)
        assert mel.shape == (frames.sum(), BANDS)
        assert np.isfinite(mel).all()


def test_sentences_said_at_once_are_as_if_alone(networks: OnnxNetworks) -> None:
    sentences = [np.array([1, 20, 40], np.int64), np.array([1, 9, 8, 7, 6, 5], np.int64)]
    together = networks.predict(sentences)

    for phones, plan in zip(sentences, together, strict=True):
        np.testing.assert_array_equal(networks.predict([phones])[0].hidden, plan.hidden)


def test_pitch_and_energy_change_the_sound(networks: OnnxNetworks) -> None:
    plan = networks.predict([np.array([1, 20, 40, 60], np.int64)])[0]
    frames = np.full(4, 5)

    def mel(f0: float, energy: float) -> np.ndarray:
        drawing = Drawing(plan.hidden, plan.f0 + f0, plan.energy + energy, frames)
        return networks.mels([drawing])[0]

    assert np.abs(mel(1, 0) - mel(0, 0)).max() > 1e-3
    assert np.abs(mel(0, 1) - mel(0, 0)).max() > 1e-3


def test_positions_are_sines_and_cosines() -> None:
    table = Positions(4)(3)

    assert table.dtype == np.float32
    np.testing.assert_allclose(table[0], [np.sin(1), np.cos(1), np.sin(0.01), np.cos(0.01)])
    np.testing.assert_allclose(table[2, :2], [np.sin(3), np.cos(3)], rtol=1e-6)
    assert Positions(4)(2000).shape == (2000, 4)


@pytest.mark.parametrize("frames", [1, 9, 10, 57])
def test_the_vocoder_gives_300_samples_a_frame(networks: OnnxNetworks, frames: int) -> None:
    samples = networks.samples([random_mel(frames)])[0]

    assert samples.shape == (frames * HOP,)
    assert samples.dtype == np.float32
    assert np.isfinite(samples).all()


def test_the_filters_pass_each_band_alone() -> None:
    filters = synthesis_filters()
    frequencies = np.abs(np.fft.rfft(filters, 1024))
    middles = [64 + 128 * band for band in range(4)]

    for band, middle in enumerate(middles):
        assert frequencies[band, middle] == pytest.approx(1, abs=0.05)
        others = [each for place, each in enumerate(middles) if place != band]
        assert frequencies[band, others].max() < 1e-3


def test_a_weight_is_given_when_the_graph_is_opened() -> None:
    matrix = Tensor(np.arange(-6, 6, dtype=np.int8).reshape(3, 4), np.array(0.25, np.float32))
    weights = {"line.weight": matrix, "line.bias": Tensor(np.ones(4, np.float32))}
    writer = GraphWriter(weights)
    writer.op("Identity", writer.linear("x", "line"), output="y")
    graph = writer.finished("line", {"x": (np.float32, ["n", 3])}, {"y": ["n", 4]})
    given = np.random.default_rng(1).normal(size=(2, 3)).astype(np.float32)

    found = opened(graph.content, graph.weights, weights).run(["y"], {"x": given})[0]

    np.testing.assert_allclose(found, given @ matrix.floats() + 1, rtol=1e-5)


def test_a_convolution_in_8_bits_is_near_the_one_in_float() -> None:
    generator = np.random.default_rng(5)
    kernel = generator.normal(size=(70, 20, 3)).astype(np.float32)
    bias = generator.normal(size=70).astype(np.float32)
    limits = {"layer.in": (-4.0, 4.0), "layer.out": (-60.0, 60.0)}
    weights = rounded({"layer.weight": Tensor(kernel), "layer.bias": Tensor(bias)}, limits)
    given = generator.normal(size=(1, 20, 50)).astype(np.float32)

    def heard(ranges: dict[str, tuple[float, float]]) -> np.ndarray:
        writer = GraphWriter(weights, ranges)
        writer.op("Identity", writer.convolution("x", "layer", same=True), output="y")
        shapes = {"x": (np.float32, [1, 20, "t"])}, {"y": [1, 70, "t"]}
        graph = writer.finished("layer", *shapes)
        assert graph.weights["layer.weight"] == ("int8" if ranges else "float32")
        return opened(graph.content, graph.weights, weights).run(["y"], {"x": given})[0]

    exact, counted = heard({}), heard(limits)

    assert 0 < np.abs(counted - exact).max() < 120 / 40


def test_the_precision_is_chosen_when_opened(tmp_path: Path) -> None:
    wide = {"decoder.0.widen": 300}
    acoustic = dict(mandarin_pack.acoustic_weights())
    hidden = mandarin_pack.HIDDEN
    generator = np.random.default_rng(8)
    for name, shape in (
        ("decoder.0.widen", (wide["decoder.0.widen"], hidden, 3)),
        ("decoder.0.narrow", (hidden, wide["decoder.0.widen"], 3)),
    ):
        values = generator.normal(0, 0.1, shape).astype(np.float32)
        acoustic[f"{name}.weight"] = Tensor(values)
        acoustic[f"{name}.bias"] = Tensor(np.zeros(shape[0], np.float32))
    limits = {"decoder.0.widen.in": (-4.0, 4.0), "decoder.0.widen.out": (-4.0, 4.0)}
    save(tmp_path, models(rounded(acoustic, limits), mandarin_pack.vocoder_weights(), limits))
    phones = np.array([1, 20, 40, 60], np.int64)

    mels = []
    for precision in (FLOAT, INT8):
        networks = OnnxNetworks(tmp_path, precision)
        plan = networks.predict([phones])[0]
        drawing = Drawing(plan.hidden, plan.f0, plan.energy, np.full(4, 5))
        mels.append(networks.mels([drawing])[0])

    assert 0 < np.abs(mels[0] - mels[1]).max() < 1


@pytest.mark.parametrize("file", ["encoder.float.onnx", "encoder.weights", "graphs.json"])
def test_a_damaged_file_is_said_so(tmp_path: Path, file: str) -> None:
    write_pack(tmp_path)
    (tmp_path / file).write_bytes(b"not what it should be")

    with pytest.raises(EngineFailed, match=r"encoder.float.onnx .* voices install mandarin"):
        OnnxNetworks(tmp_path)
