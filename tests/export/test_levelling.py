"""Sections come out at the loudness asked for, with no peak above the ceiling and no click."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from reader.export.levelling import CEILING, ceiling_of, gain_of, levelled
from reader.export.loudness import integrated, power
from reader.speech.engine import SPEECH_RATE, Samples
from reader.speech.signal import amplitude
from tests.export.levels import speech_like, tone, true_peak


def cut(sound: Samples, size: int = 50_000) -> list[Samples]:
    return [sound[begin : begin + size] for begin in range(0, len(sound), size)]


def gain(sound: Samples, target: float, previous: float | None = None) -> float:
    return gain_of(power(sound), lambda: cut(sound), target=target, previous=previous)


def joined(blocks: Sequence[Samples], gain: float) -> Samples:
    return np.concatenate([np.empty(0, np.float32), *levelled(blocks, gain)])


@pytest.mark.parametrize("target", [-30.0, -23.0, -20.0, -18.0])
@pytest.mark.parametrize("peak", [0.2, 0.9])
def test_sections_come_to_the_target_and_stay_under_the_ceiling(target, peak):
    sound = speech_like(30, peak=peak)
    result = joined(cut(sound), gain(sound, target))
    assert integrated(power(result)) == pytest.approx(target, abs=0.2)
    assert true_peak(result) <= amplitude(CEILING) * 1.005
    assert len(result) == len(sound)


def test_the_limiter_makes_up_for_what_it_takes():
    sound = speech_like(30)
    plain = -18.0 - integrated(power(sound))
    assert integrated(power(joined(cut(sound), plain))) < -19.0
    assert gain(sound, -18.0) > plain + 1.0


def test_a_target_that_can_hardly_be_reached_is_missed_by_less_than_a_decibel():
    sound = speech_like(30)
    result = joined(cut(sound), gain(sound, -16.0))
    assert integrated(power(result)) == pytest.approx(-16.0, abs=1.0)
    assert true_peak(result) <= amplitude(CEILING) * 1.005


def test_opus_which_bends_the_wave_more_gets_a_decibel_of_room_more():
    assert {ceiling_of(each) for each in ("m4b", "mp3", "flac", "wav", "epub")} == {CEILING}
    sound, ceiling = speech_like(30), ceiling_of("opus")
    loud = gain_of(power(sound), lambda: cut(sound), target=-18.0, previous=None, ceiling=ceiling)
    result = np.concatenate(list(levelled(cut(sound), loud, ceiling)))
    assert true_peak(result) <= amplitude(CEILING - 1.0) * 1.005
    assert integrated(power(result)) == pytest.approx(-18.0, abs=0.2)


def test_quiet_sound_is_only_multiplied():
    sound = speech_like(10, peak=0.1)
    np.testing.assert_array_equal(joined(cut(sound), 6.0), sound * np.float32(amplitude(6.0)))


def test_the_result_does_not_depend_on_the_blocks():
    sound = speech_like(14)
    whole = joined([sound], 12.0)
    chance = np.random.default_rng(5)
    for _ in range(3):
        places = np.sort(chance.integers(0, len(sound), 20))
        np.testing.assert_array_equal(joined(np.split(sound, places), 12.0), whole)
    np.testing.assert_array_equal(joined(cut(sound, 997), 12.0), whole)


def test_the_gain_is_smooth_everywhere():
    """Also where the limiter's chunks meet: no sample's gain differs from the last one's by more
    than a thousandth part of a fade that takes a hundredth of a second."""
    sound = np.where(np.abs(speech_like(20)) < 1e-3, np.float32(1e-3), speech_like(20))
    applied = joined(cut(sound), 18.0).astype(np.float64) / sound / amplitude(18.0)
    assert applied.min() < 0.5
    assert applied.max() <= 1.0 + 1e-6
    assert np.abs(np.diff(applied)).max() < 0.01


def test_a_single_peak_is_turned_down_and_what_is_far_from_it_is_not():
    sound = tone(4, -30.0)
    sound[2 * SPEECH_RATE] = 1.0
    result = joined(cut(sound), 0.0)
    assert true_peak(result) <= amplitude(CEILING) * 1.005
    far = np.abs(np.arange(len(sound)) - 2 * SPEECH_RATE) > 0.03 * SPEECH_RATE
    np.testing.assert_array_equal(result[far], sound[far])


def test_the_loudest_sound_there_is_is_held_too():
    sound = np.sign(tone(8, 0.0, 440.0)).astype(np.float32)
    assert true_peak(joined(cut(sound), 20.0)) <= amplitude(CEILING) * 1.02


def test_a_short_section_takes_the_gain_of_the_one_before():
    short = speech_like(2)
    assert gain(short, -18.0, previous=4.5) == 4.5
    assert gain(np.concatenate([short, np.zeros(200_000, np.float32)]), -18.0, previous=4.5) == 4.5
    assert gain(speech_like(6), -18.0, previous=4.5) != 4.5


def test_the_first_section_goes_by_its_own_loudness_however_short():
    short = speech_like(1.5, peak=0.2)
    result = joined([short], gain(short, -23.0))
    assert integrated(power(result)) == pytest.approx(-23.0, abs=0.5)


@pytest.mark.parametrize("sound", [np.zeros(0, np.float32), np.zeros(100_000, np.float32)])
def test_silence_is_left_as_it_is(sound):
    assert gain(sound, -18.0) == 0.0
    np.testing.assert_array_equal(joined([sound], 0.0), sound)


def test_no_gain_is_beyond_reason():
    assert gain(speech_like(5, peak=0.003), -18.0) == 20.0
    assert gain(speech_like(5, peak=0.9), -60.0) == -20.0


@pytest.mark.parametrize("rest", range(-12, 2))
def test_a_section_of_any_length_is_measured(rest):
    sound = speech_like(4.0, peak=0.9)[: SPEECH_RATE * 4 - 2400 + rest]
    assert -20.0 <= gain(sound, -14.0) <= 20.0
