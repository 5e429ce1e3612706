"""Loudness and true peak are what the standards and other meters say."""

from __future__ import annotations

import numpy as np
import pytest

from reader.background import CancelToken
from reader.export.loudness import TENTH, integrated, peaks, power
from reader.narration.utterance import Span, Utterance
from reader.speech.engine import SPEECH_RATE, Samples
from reader.speech.signal import to_int16
from reader.speech.speaker import Speaker
from reader.speech.voices import installed_engines
from tests.export.levels import reference, speech_like, tone, true_peak

ONE_CHANNEL = 10 * np.log10(2)
"""Decibels by which a tone in one channel is less loud than in two, as EBU Tech 3341 has it."""


def decibels(factor: float) -> float:
    return float(20.0 * np.log10(factor))


@pytest.mark.parametrize(
    ("levels", "loudness"),
    [
        pytest.param([(20, -23.0)], -23.0, id="case 1"),
        pytest.param([(20, -33.0)], -33.0, id="case 2"),
        pytest.param([(10, -36.0), (60, -23.0), (10, -36.0)], -23.0, id="case 3"),
        pytest.param(
            [(10, -72.0), (10, -36.0), (60, -23.0), (10, -36.0), (10, -72.0)], -23.0, id="case 4"
        ),
        pytest.param([(20, -26.0), (20.1, -20.0), (20, -26.0)], -23.0, id="case 5"),
    ],
)
def test_the_tones_of_ebu_tech_3341_measure_as_loud_as_they_must(levels, loudness):
    sound = np.concatenate([tone(seconds, level) for seconds, level in levels])
    assert integrated(power(sound)) == pytest.approx(loudness - ONE_CHANNEL, abs=0.1)


@pytest.mark.parametrize("phase", [0.0, 45.0, 60.0, 67.5])
@pytest.mark.parametrize("divisor", [4, 6, 8])
def test_true_peaks_between_the_samples_are_found(phase, divisor):
    """Cases 15 to 18 of EBU Tech 3341: within +0.2 and -0.4 dB."""
    sound = tone(0.5, -6.0, SPEECH_RATE / divisor, np.radians(phase))
    assert -6.4 <= decibels(true_peak(sound)) <= -5.8


def test_the_true_peak_at_a_seam_of_the_transforms_is_found():
    for place in (4071, 4072, 4073, 4095, 4096, 8143, 8144):
        sound = np.zeros(12_000, np.float32)
        sound[place : place + 2] = 0.5
        assert true_peak(sound) == pytest.approx(0.5 * 4 / np.pi, abs=0.02)


@pytest.mark.parametrize(
    "sound",
    [
        pytest.param(speech_like(20), id="like speech"),
        pytest.param(tone(10, -20, 60), id="60 Hz"),
        pytest.param(tone(10, -20, 4000, 0.5), id="4 kHz"),
        pytest.param(
            np.random.default_rng(3).normal(0, 0.1, 240_000).astype(np.float32), id="noise"
        ),
    ],
)
def test_it_agrees_with_ffmpeg(sound: Samples):
    loudness, peak = reference(sound)
    assert integrated(power(sound)) == pytest.approx(loudness, abs=0.1)
    assert decibels(true_peak(sound)) == pytest.approx(peak, abs=0.2)


@pytest.mark.voices
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It is a truth universally acknowledged, that a single man must want a wife."),
        ("zh", "曲曲折折的荷塘上面，弥望的是田田的叶子。叶子出水很高，像亭亭的舞女的裙。"),
    ],
)
def test_it_agrees_with_ffmpeg_about_real_speech(language, text):
    span = Span(text=text, language=language, start=0, end=len(text))
    what = Utterance(chapter=0, items=(span,))
    chunks = Speaker(installed_engines()).speak(what, CancelToken())
    sound = np.concatenate([chunk.samples for chunk in chunks])
    loudness, peak = reference(sound)
    assert integrated(power(sound)) == pytest.approx(loudness, abs=0.1)
    assert decibels(true_peak(sound)) == pytest.approx(peak, abs=0.2)


def test_integers_measure_like_floats():
    sound = speech_like(5)
    whole = to_int16(sound)
    assert integrated(power(whole)) == pytest.approx(integrated(power(sound)), abs=0.01)
    assert true_peak(whole) == pytest.approx(true_peak(sound), abs=0.001)


def test_parts_that_are_measured_alone_are_as_loud_as_the_whole():
    sound = speech_like(30)
    cuts = np.split(sound, [3 * TENTH, 40 * TENTH, 41 * TENTH, 200 * TENTH])
    parts = np.concatenate([power(part) for part in cuts])
    assert len(parts) == len(power(sound)) == 300
    assert integrated(parts) == pytest.approx(integrated(power(sound)), abs=0.02)


def test_only_whole_tenths_of_seconds_are_measured():
    assert len(power(np.zeros(TENTH - 1, np.float32))) == 0
    assert len(power(np.zeros(2 * TENTH + 7, np.float32))) == 2


def test_silence_and_nothing_have_no_loudness_and_no_peak():
    for sound in (np.zeros(0, np.float32), np.zeros(SPEECH_RATE, np.int16), tone(0.3, -10)):
        assert integrated(power(sound)) == float("-inf")
    assert len(peaks(np.zeros(0, np.float32))) == 0
    assert peaks(np.zeros(100, np.float32)).max() == 0.0


def test_pauses_do_not_count():
    sound = speech_like(10)
    silence = np.zeros(30 * SPEECH_RATE, np.float32)
    with_pause = integrated(power(np.concatenate([sound, silence, sound])))
    assert with_pause == pytest.approx(integrated(power(sound)), abs=0.3)
