"""The graphs do what their contracts say, at a thousandth of their size."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from reader.background import CancelToken
from reader.errors import Cancelled, EngineFailed
from reader.speech.engines.mandarin.acoustic import AcousticModel, positions
from reader.speech.engines.mandarin.graph_writer import GraphWriter
from reader.speech.engines.mandarin.sessions import open_graph
from reader.speech.engines.mandarin.tensors import Tensor
from reader.speech.engines.mandarin.vocoder import HOP, Vocoder
from reader.speech.engines.mandarin.vocoder_graph import synthesis_filters
from tests.fakes.mandarin_pack import BANDS, FRAMES_A_PHONE, write_pack


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pack(tmp_path_factory.mktemp("pack"))


def random_mel(frames: int) -> np.ndarray:
    return np.random.default_rng(3).normal(size=(frames, BANDS)).astype(np.float32)


def test_lengths_are_free(pack: Path) -> None:
    model = AcousticModel(pack)
    for count in (1, 3, 700):
        phones = np.arange(count, dtype=np.int64) % 219
        plan = model.predict(phones)
        frames = np.arange(count, dtype=np.int64) % 4 + 1

        mel = model.mel(plan.hidden, plan.f0, plan.energy, frames)

        assert plan.frames.shape == plan.f0.shape == plan.energy.shape == (count,)
        np.testing.assert_allclose(plan.frames, FRAMES_A_PHONE, rtol=1e-5)
        assert mel.shape == (frames.sum(), BANDS)
        assert np.isfinite(mel).all()


def test_pitch_and_energy_change_the_sound(pack: Path) -> None:
    model = AcousticModel(pack)
    plan = model.predict(np.array([1, 20, 40, 60], np.int64))
    frames = np.full(4, 5)

    def mel(f0: float, energy: float) -> np.ndarray:
        return model.mel(plan.hidden, plan.f0 + f0, plan.energy + energy, frames)

    assert np.abs(mel(1, 0) - mel(0, 0)).max() > 1e-3
    assert np.abs(mel(0, 1) - mel(0, 0)).max() > 1e-3


def test_positions_are_sines_and_cosines() -> None:
    table = positions(3, 4)

    assert table.dtype == np.float32
    np.testing.assert_allclose(table[0], [np.sin(1), np.cos(1), np.sin(0.01), np.cos(0.01)])
    np.testing.assert_allclose(table[2, :2], [np.sin(3), np.cos(3)], rtol=1e-6)


@pytest.mark.parametrize("frames", [1, 9, 10, 57])
def test_the_vocoder_gives_300_samples_a_frame(pack: Path, frames: int) -> None:
    samples = Vocoder(pack).samples(random_mel(frames))

    assert samples.shape == (frames * HOP,)
    assert samples.dtype == np.float32
    assert np.isfinite(samples).all()


@pytest.mark.parametrize(("begin", "finish"), [(0, 900), (7, 893), (3, 30), (5, 6)])
def test_pieces_are_the_whole(pack: Path, begin: int, finish: int) -> None:
    vocoder, mel = Vocoder(pack), random_mel(900)

    pieces = list(vocoder.pieces(mel, begin, finish, CancelToken()))

    assert pieces[0][0] == begin
    assert len(pieces[0][1]) <= 34 * HOP
    joined = np.concatenate([samples for _, samples in pieces])
    whole = vocoder.samples(mel)[begin * HOP : finish * HOP]
    np.testing.assert_allclose(joined, whole, atol=1e-5)


def test_pieces_stop_when_cancelled(pack: Path) -> None:
    token = CancelToken()
    pieces = Vocoder(pack).pieces(random_mel(900), 0, 900, token)
    next(pieces)
    token.cancel()

    with pytest.raises(Cancelled):
        next(pieces)


def test_the_filters_pass_each_band_alone() -> None:
    filters = synthesis_filters()
    frequencies = np.abs(np.fft.rfft(filters, 1024))
    middles = [64 + 128 * band for band in range(4)]

    for band, middle in enumerate(middles):
        assert frequencies[band, middle] == pytest.approx(1, abs=0.05)
        others = [each for place, each in enumerate(middles) if place != band]
        assert frequencies[band, others].max() < 1e-3


def test_an_int8_weight_is_the_same_in_the_graph(tmp_path: Path) -> None:
    matrix = Tensor(np.arange(-6, 6, dtype=np.int8).reshape(3, 4), 0.25)
    graph = GraphWriter({"line.weight": matrix, "line.bias": Tensor(np.ones(4, np.float32))})
    graph.op("Identity", graph.linear("x", "line"), output="y")
    graph.save(tmp_path / "line.onnx", {"x": (np.float32, ["n", 3])}, {"y": ["n", 4]})
    given = np.random.default_rng(1).normal(size=(2, 3)).astype(np.float32)

    found = open_graph(tmp_path / "line.onnx").run(["y"], {"x": given})[0]

    np.testing.assert_allclose(found, given @ matrix.floats() + 1, rtol=1e-5)


def test_a_damaged_graph_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "encoder.onnx").write_bytes(b"not a graph")

    with pytest.raises(EngineFailed, match=r"encoder.onnx .* tingshu voices install mandarin"):
        AcousticModel(tmp_path)
