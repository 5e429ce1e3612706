"""The vocoder's pieces are the whole; spectrograms stretch and lose their silence."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from reader.background import CancelToken
from reader.speech.engines.paddlespeech.mel import heard, stretched
from reader.speech.engines.paddlespeech.vocoder import CONTEXT, WINDOW, Vocoder

HOP = 300
RANDOM = np.random.default_rng(5)


class Played:
    """A program that is a function from the frames' means to one value a frame."""

    def __init__(self, play: Callable[[np.ndarray], np.ndarray]) -> None:
        self.play = play

    def run(self, *inputs: np.ndarray) -> list[np.ndarray]:
        values = self.play(inputs[0].mean(axis=1))
        return [np.repeat(values, HOP).reshape(-1, 1).astype(np.float32)]


def blurred(values: np.ndarray) -> np.ndarray:
    """Every frame hears as far as the context reaches."""
    return np.convolve(values, np.full(2 * CONTEXT + 1, 1 / (2 * CONTEXT + 1)), "same")


def said(vocoder: Vocoder, mel: np.ndarray, begin: int = 0, finish: int | None = None):
    end = len(mel) if finish is None else finish
    return np.concatenate(list(vocoder.pieces(mel, begin, end, CancelToken())))


@pytest.mark.parametrize("frames", [WINDOW, WINDOW + 1, 2 * WINDOW - CONTEXT, 457])
def test_pieces_are_the_same_as_the_whole(frames: int) -> None:
    mel = RANDOM.normal(0, 0.3, (frames, 80)).astype(np.float32)

    pieces = said(Vocoder(Played(blurred)), mel)

    np.testing.assert_allclose(pieces, np.repeat(blurred(mel.mean(axis=1)), HOP), atol=1e-6)


@pytest.mark.parametrize(("begin", "finish"), [(0, 1), (3, 8), (50, 260), (199, 300), (7, 7)])
def test_only_the_wanted_frames_are_said(begin: int, finish: int) -> None:
    mel = np.repeat(np.arange(300, dtype=np.float32)[:, None] / 300, 80, axis=1)

    if begin == finish:
        assert list(Vocoder(Played(np.array)).pieces(mel, begin, finish, CancelToken())) == []
        return
    samples = said(Vocoder(Played(np.array)), mel, begin, finish)
    np.testing.assert_allclose(samples, np.repeat(mel[begin:finish, 0], HOP), atol=1e-6)


@pytest.mark.parametrize("frames", [1, 20, WINDOW - 1])
def test_a_short_spectrogram_is_said_to_its_end(frames: int) -> None:
    mel = np.full((frames, 80), 0.25, np.float32)

    np.testing.assert_allclose(said(Vocoder(Played(np.array)), mel), np.full(frames * HOP, 0.25))


def test_after_a_short_spectrogram_nothing_else_is_heard() -> None:
    mel = np.full((CONTEXT + 6, 80), 0.25, np.float32)

    assert said(Vocoder(Played(blurred)), mel)[-1] == pytest.approx(0.25)


def test_windows_that_differ_pass_over_without_a_step() -> None:
    """As with a vocoder that starts from noise: each window lies elsewhere."""
    levels = iter([0.0, 0.5, -0.5, 0.5, -0.5])
    vocoder = Vocoder(Played(lambda values: np.full(len(values), next(levels))))

    samples = said(vocoder, np.zeros((250, 80), np.float32))

    assert {0.5, -0.5} <= set(samples)
    assert np.abs(np.diff(samples)).max() < 0.05


def test_what_is_too_loud_is_clipped() -> None:
    vocoder = Vocoder(Played(np.array))

    assert said(vocoder, np.full((5, 80), 7.0, np.float32)).max() == 1.0


@pytest.mark.parametrize(("rate", "frames"), [(1.0, 101), (0.5, 202), (2.0, 50), (100.0, 34)])
def test_stretching_keeps_the_course(rate: float, frames: int) -> None:
    mel = np.linspace(0, 1, 101, dtype=np.float32)[:, None].repeat(80, axis=1)

    changed = stretched(mel, rate)

    assert changed.shape == (frames, 80)
    assert changed.dtype == np.float32
    np.testing.assert_allclose(changed[:, 3], np.linspace(0, 1, frames), atol=1e-6)


def test_silence_is_what_lies_45_decibels_under_the_loudest() -> None:
    mel = np.full((20, 80), -1.0 - 46 / 20, np.float32)
    mel[5:9] = -1.0
    mel[12] = -1.0 - 44 / 20

    assert heard(mel) == (4, 14)
    assert heard(mel[:9]) == (4, 9)
    assert heard(mel[:0]) == (0, 0)
    assert heard(np.full((3, 80), np.nan, np.float32)) == (0, 0)
