from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.speech.engine import SPEECH_RATE
from reader.speech.signal import (
    Resampler,
    amplitude,
    faded,
    from_int16,
    limited,
    silence,
    speech_level,
    to_int16,
    trim,
)


def sine(hertz: float, seconds: float, rate: int = SPEECH_RATE, height: float = 0.5):
    time = np.arange(round(seconds * rate)) / rate
    return (height * np.sin(2 * np.pi * hertz * time)).astype(np.float32)


def test_six_decibels_double_the_amplitude():
    assert amplitude(6.02) == pytest.approx(2.0, rel=1e-3)
    assert amplitude(0.0) == 1.0


def test_silence_has_the_length_asked_for():
    assert len(silence(0.25)) == 6000
    assert not silence(0.25).any()
    assert len(silence(-1.0)) == 0


def test_the_level_of_a_sine_is_three_decibels_under_its_peak():
    assert speech_level(sine(440, 1.0)) == pytest.approx(20 * np.log10(0.5) - 3.01, abs=0.05)


def test_silence_between_words_does_not_lower_the_level():
    word = sine(440, 0.5)
    with_pause = np.concatenate((word, silence(2.0), word))
    assert speech_level(with_pause) == pytest.approx(speech_level(word), abs=0.05)


def test_the_level_of_nothing_is_minus_infinity():
    assert speech_level(silence(0.5)) == float("-inf")
    assert speech_level(silence(0.0)) == float("-inf")


def test_trimming_takes_silence_from_both_ends_and_says_how_much():
    sound = np.concatenate((silence(0.3), sine(440, 0.5), silence(0.4)))
    trimmed, cut = trim(sound, SPEECH_RATE)
    assert cut == pytest.approx(0.29, abs=0.011)
    assert len(trimmed) / SPEECH_RATE == pytest.approx(0.52, abs=0.021)


def test_trimming_silence_leaves_nothing():
    trimmed, cut = trim(silence(0.3), SPEECH_RATE)
    assert len(trimmed) == 0
    assert cut == 0.0


def test_fading_touches_only_the_edges():
    sound = np.ones(1000, np.float32)
    result = faded(sound, first=True, last=True)
    assert result[0] == 0.0
    assert result[-1] == 0.0
    assert np.array_equal(result[120:-120], sound[120:-120])
    assert np.abs(np.diff(result)).max() < 0.01
    assert sound.min() == 1.0, "the argument is left alone"


def test_a_sound_shorter_than_the_fade_is_faded_too():
    assert faded(np.ones(10, np.float32), first=True, last=True).max() < 1.0
    assert len(faded(np.zeros(0, np.float32), first=True, last=True)) == 0


def test_quiet_sound_passes_the_limiter_untouched():
    sound = sine(440, 0.1, height=0.89)
    assert limited(sound) is sound


@given(st.floats(0.1, 20.0))
def test_nothing_leaves_the_limiter_at_full_scale(height: float):
    result = limited(sine(440, 0.05, height=height))
    assert np.abs(result).max() < 1.0
    assert result.dtype == np.float32


def test_the_limiter_keeps_the_order_of_samples():
    ramp = np.linspace(-3.0, 3.0, 1001, dtype=np.float32)
    assert np.all(np.diff(limited(ramp)) >= -1e-6)


def test_sixteen_bits_are_clipped_not_wrapped():
    assert to_int16(np.array([0.0, 1.0, -1.0, 2.0, -2.0], np.float32)).tolist() == [
        0,
        32767,
        -32767,
        32767,
        -32767,
    ]


def test_sixteen_bits_come_back_as_they_were():
    every = np.arange(-32767, 32768).astype(np.int16)
    sound = from_int16(every)
    assert sound.dtype == np.float32
    assert np.abs(sound).max() == 1.0
    assert np.array_equal(to_int16(sound), every)


def test_the_common_rate_passes_the_resampler_untouched():
    sound = sine(440, 0.1)
    assert Resampler(SPEECH_RATE).push(sound) is sound


def test_resampling_in_chunks_equals_resampling_at_once():
    sound = sine(440, 1.0, rate=22050)
    whole = Resampler(22050).push(sound, last=True)
    stream = Resampler(22050)
    parts = [stream.push(part) for part in np.array_split(sound, 7)]
    parts.append(stream.push(np.zeros(0, np.float32), last=True))
    joined = np.concatenate(parts)
    assert len(joined) == len(whole) == SPEECH_RATE
    assert np.abs(joined - whole).max() < 1e-5
    expected = sine(440, 1.0)
    assert np.abs(whole - expected)[500:-500].max() < 1e-3
