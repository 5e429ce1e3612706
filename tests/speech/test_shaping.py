"""Bending sound: what changes, by how much, and what must not change at all."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from reader.speech.engine import SPEECH_RATE, AudioChunk, Samples, TimedWord
from reader.speech.manner import Manner
from reader.speech.shaping.bending import Bent, Region, bend
from reader.speech.shaping.gathering import gathered
from reader.speech.shaping.melody import about_their_middles
from reader.speech.shaping.timbre import OF_A_WOMAN, Timbre
from reader.speech.shaping.world import pitch_of, taken_apart
from reader.speech.signal import silence, speech_level
from tests.fakes.vowels import HERTZ, vowel

RATE = SPEECH_RATE


def region(begin: float, finish: float, **manner: float) -> Region:
    return Region(begin=begin, finish=finish, manner=Manner(**manner))


def part(samples: Samples, begin: float, finish: float) -> Samples:
    return samples[round(begin * RATE) : round(finish * RATE)]


def median_pitch(samples: Samples, rate: int = RATE) -> float:
    pitch = pitch_of(samples, rate)
    return float(np.median(pitch[pitch > 0]))


def semitones(samples: Samples) -> float:
    """How far above the vowel's own pitch it is."""
    return 12 * float(np.log2(median_pitch(samples) / HERTZ))


def level(samples: Samples) -> float:
    return 10 * float(np.log10(np.mean(np.square(samples, dtype=np.float64))))


def roughest(samples: Samples) -> float:
    """The largest step from one sample to the next."""
    return float(np.abs(np.diff(samples)).max())


def third_resonance(samples: Samples) -> float:
    """The frequency between 1.8 and 3.4 kHz at which the vowel is strongest."""
    envelope = taken_apart(samples, RATE, pitch_of(samples, RATE)).envelope.mean(axis=0)
    hertz = np.linspace(0, RATE / 2, len(envelope))
    inside = (hertz > 1800) & (hertz < 3400)
    return float(hertz[inside][np.argmax(envelope[inside])])


# -- what stays ------------------------------------------------------------------------------


def test_without_anything_to_bend_the_sound_is_the_same():
    sound = vowel(0.5)
    bent = bend(sound, RATE, [])
    assert np.array_equal(bent.samples, sound)
    assert bent.moved(0.3) == pytest.approx(0.3)


@pytest.mark.parametrize(
    "manner", [{"gain": 6.0}, {"pitch": 3.0}, {"rate": 0.8}, {"liveliness": 1.5}], ids=str
)
def test_what_stands_far_from_the_region_is_the_same_to_the_bit(manner):
    sound = vowel(1.2, [180.0, 230.0, 190.0])
    bent = bend(sound, RATE, [region(0.5, 0.7, **manner)]).samples
    assert np.array_equal(part(bent, 0.0, 0.45), part(sound, 0.0, 0.45))
    assert np.array_equal(bent[-round(0.4 * RATE) :], sound[-round(0.4 * RATE) :])
    assert not np.array_equal(bent, sound)


def test_a_neutral_region_changes_nothing():
    sound = vowel(0.5)
    assert np.array_equal(bend(sound, RATE, [region(0.1, 0.3)]).samples, sound)


# -- what changes ----------------------------------------------------------------------------


@pytest.mark.parametrize("decibels", [-6.0, -3.0, 3.0, 6.0])
def test_a_region_is_louder_by_its_gain_and_nothing_else_about_it_changes(decibels):
    sound = vowel(1.0)
    bent = bend(sound, RATE, [region(0.3, 0.7, gain=decibels)]).samples
    assert level(part(bent, 0.32, 0.68)) - level(part(sound, 0.32, 0.68)) == pytest.approx(
        decibels, abs=0.1
    )
    assert len(bent) == len(sound)
    assert semitones(part(bent, 0.32, 0.68)) == pytest.approx(0.0, abs=0.1)


@pytest.mark.parametrize("pitch", [-4.0, -1.0, 2.0, 5.0])
def test_a_region_moves_by_its_semitones_and_its_level_stays(pitch):
    sound = vowel(1.2)
    bent = bend(sound, RATE, [region(0.4, 0.8, pitch=pitch)]).samples
    assert semitones(part(bent, 0.45, 0.75)) == pytest.approx(pitch, abs=0.25)
    assert semitones(part(bent, 0.0, 0.35)) == pytest.approx(0.0, abs=0.05)
    assert level(part(bent, 0.45, 0.75)) == pytest.approx(level(part(sound, 0.45, 0.75)), abs=1.5)
    assert len(bent) == pytest.approx(len(sound), abs=0.011 * RATE)


@pytest.mark.parametrize("rate", [0.6, 0.85, 1.25, 1.8])
def test_a_region_takes_its_rate_and_the_times_after_it_move(rate):
    sound = vowel(1.5)
    bent = bend(sound, RATE, [region(0.5, 1.0, rate=rate)])
    longer = 0.5 / rate - 0.5
    assert len(bent.samples) / RATE == pytest.approx(1.5 + longer, abs=0.02)
    assert bent.moved(0.3) == pytest.approx(0.3)
    assert bent.moved(1.0) - bent.moved(0.5) == pytest.approx(0.5 / rate, abs=0.02)
    assert bent.moved(1.5) == pytest.approx(len(bent.samples) / RATE, abs=1e-6)
    assert semitones(part(bent.samples, bent.moved(0.55), bent.moved(0.95))) == pytest.approx(
        0.0, abs=0.2
    )


@pytest.mark.parametrize("liveliness", [0.5, 1.6])
def test_the_melody_widens_about_its_own_middle(liveliness):
    sound = vowel(1.5, [170.0, 240.0, 170.0])
    bent = bend(sound, RATE, [region(0.0, 2.0, liveliness=liveliness)]).samples

    def melody(samples: Samples) -> np.ndarray:
        pitch = pitch_of(samples, RATE)[20:-20]
        return np.log(pitch[pitch > 0])

    before, after = melody(sound), melody(bent)
    assert np.ptp(after) / np.ptp(before) == pytest.approx(liveliness, rel=0.12)
    assert after.mean() == pytest.approx(before.mean(), abs=0.02)


def test_a_piece_is_widened_about_the_middle_that_it_is_told():
    sound = vowel(0.8, 220.0)
    everywhere = replace(region(0.0, 2.0, liveliness=1.5), middle=200.0)
    wanted = 12 * np.log2(220 / HERTZ) * 1.5 + 12 * np.log2(200 / HERTZ) * -0.5
    assert semitones(bend(sound, RATE, [everywhere]).samples) == pytest.approx(wanted, abs=0.1)


def test_the_middle_of_a_melody_is_that_of_all_its_pieces():
    pieces = [(0.0, np.full(100, 160.0)), (0.5, np.full(100, 250.0)), (1.0, np.zeros(10))]
    found = about_their_middles([region(0.0, 9.0), region(0.5, 1.0), region(1.0, 9.0)], pieces)
    assert [each.middle for each in found] == [pytest.approx(200.0), pytest.approx(250.0), None]


def test_everything_at_once():
    sound = vowel(1.5)
    bent = bend(sound, RATE, [region(0.5, 1.0, rate=0.8, pitch=2.0, gain=3.0)])
    inside = part(bent.samples, bent.moved(0.55), bent.moved(0.95))
    assert semitones(inside) == pytest.approx(2.0, abs=0.25)
    assert level(inside) - level(part(sound, 0.55, 0.95)) == pytest.approx(3.0, abs=1.5)
    assert bent.moved(1.0) - bent.moved(0.5) == pytest.approx(0.625, abs=0.02)


@pytest.mark.parametrize("gap", [0.0, 0.02, 0.3])
def test_two_regions_each_get_their_own(gap):
    sound = vowel(2.0)
    second = 0.8 + gap
    bent = bend(sound, RATE, [region(0.4, 0.8, pitch=3.0), region(second, second + 0.4, pitch=-3)])

    def inside(begin: float, finish: float) -> Samples:
        return part(bent.samples, bent.moved(begin), bent.moved(finish))

    assert semitones(inside(0.45, 0.75)) == pytest.approx(3.0, abs=0.3)
    assert semitones(inside(second + 0.05, second + 0.35)) == pytest.approx(-3.0, abs=0.3)


@pytest.mark.parametrize("manner", [{"pitch": 4.0}, {"rate": 0.7}, {"gain": 9.0}], ids=str)
def test_joins_do_not_click(manner):
    sound = vowel(1.2)
    bent = bend(sound, RATE, [region(0.4, 0.8, **manner)]).samples
    loudest = 10 ** (manner.get("gain", 0.0) / 20)
    assert roughest(bent) < 1.6 * loudest * roughest(sound)


# -- a whole voice ---------------------------------------------------------------------------


def test_a_timbre_moves_pitch_and_resonances_and_keeps_length_and_level():
    sound = vowel(1.0)
    bent = bend(sound, RATE, [], Timbre(pitch=0.63, formants=0.85)).samples
    assert median_pitch(bent) == pytest.approx(0.63 * HERTZ, rel=0.03)
    assert third_resonance(bent) == pytest.approx(0.85 * third_resonance(sound), rel=0.04)
    assert len(bent) == pytest.approx(len(sound), abs=0.005 * RATE)
    assert speech_level(bent) == pytest.approx(speech_level(sound), abs=0.5)


@pytest.mark.parametrize("variant", OF_A_WOMAN, ids=[each.name for each in OF_A_WOMAN])
def test_every_person_is_as_loud_however_dark(variant):
    hum = 0.2 * np.sin(2 * np.pi * HERTZ * np.arange(RATE) / RATE)
    sound = vowel(1.0) + hum.astype(np.float32)
    bent = bend(sound, RATE, [], variant.timbre).samples
    assert speech_level(bent) == pytest.approx(speech_level(sound), abs=0.5)


def test_a_bright_timbre_has_more_of_the_high_and_a_dark_one_less():
    sound = vowel(1.0)

    def high(tilt: float) -> float:
        bent = bend(sound, RATE, [], Timbre(tilt=tilt)).samples
        power = np.abs(np.fft.rfft(bent)) ** 2
        return float(power[2000:].sum() / power.sum())

    assert high(-3.0) < high(0.0) < high(3.0)


def test_a_manner_within_a_timbre_adds_to_it():
    sound = vowel(1.2)
    bent = bend(sound, RATE, [region(0.4, 0.8, pitch=3.0)], Timbre(pitch=0.7)).samples
    inside, before = part(bent, 0.45, 0.75), part(bent, 0.05, 0.35)
    assert 12 * np.log2(median_pitch(inside) / median_pitch(before)) == pytest.approx(3, abs=0.3)


# -- strange sound ---------------------------------------------------------------------------

STRANGE = {
    "nothing": silence(0.0),
    "one sample": np.full(1, 0.5, np.float32),
    "silence": silence(0.5),
    "two milliseconds": vowel(0.002),
    "a breath": np.random.default_rng(3).normal(0, 0.1, RATE // 2).astype(np.float32),
    "too loud": np.clip(4 * vowel(0.5), -1, 1),
}


@pytest.mark.parametrize("sound", STRANGE.values(), ids=STRANGE)
@pytest.mark.parametrize("timbre", [None, Timbre(pitch=0.6, formants=0.9, tilt=2.0)], ids=["", "t"])
def test_strange_sound_stays_sound(sound, timbre):
    manner = Manner(rate=0.7, pitch=4.0, gain=12.0, liveliness=1.5)
    everywhere = Region(begin=0.0, finish=9.0, manner=manner)
    bent = bend(sound, RATE, [everywhere], timbre)
    assert bent.samples.dtype == np.float32
    assert np.isfinite(bent.samples).all()
    assert np.abs(bent.samples).max(initial=0.0) <= 1.0


@pytest.mark.parametrize(
    "given",
    [region(-1.0, 0.0, pitch=2.0), region(0.5, 3.0, pitch=2.0), region(0.2, 0.2, pitch=2.0)],
    ids=["before", "after", "empty"],
)
def test_a_region_outside_the_sound_is_none(given):
    sound = vowel(0.5)
    assert np.array_equal(bend(sound, RATE, [given]).samples, sound)


def test_a_region_may_reach_over_both_ends():
    bent = bend(vowel(0.6), RATE, [region(-1.0, 9.0, pitch=2.0)]).samples
    assert semitones(bent) == pytest.approx(2.0, abs=0.2)


def test_other_sample_rates_are_bent_as_well():
    sound = vowel(0.8, rate=22_050)
    bent = bend(sound, 22_050, [region(0.0, 9.0, pitch=3.0, rate=0.8)])
    assert len(bent.samples) / 22_050 == pytest.approx(1.0, abs=0.02)
    assert 12 * np.log2(median_pitch(bent.samples, 22_050) / HERTZ) == pytest.approx(3, abs=0.2)


def test_times_past_the_end_keep_their_distance():
    bent = Bent(silence(1.0), np.array([0.0, 1.0]), np.array([0.0, 2.0]))
    assert bent.moved(1.5) == pytest.approx(2.5)


# -- pieces ----------------------------------------------------------------------------------


def word(begin: float, finish: float, start: int) -> TimedWord:
    return TimedWord(begin=begin, finish=finish, start=start, end=start + 1)


def chunk(samples: Samples, *words: TimedWord, skipped: str = "") -> AudioChunk:
    return AudioChunk(samples=samples, rate=RATE, words=words, skipped=skipped)


def test_pieces_end_where_nothing_sounds_and_hold_everything_once():
    sound = np.concatenate([vowel(0.3), silence(0.05), vowel(0.5), silence(0.05), vowel(0.3)])
    parts = np.split(sound, [round(0.2 * RATE), round(0.6 * RATE)])
    chunks = [
        chunk(parts[0], word(0.0, 0.3, 0), skipped="x"),
        chunk(parts[1], word(0.15, 0.65, 1)),
        chunk(parts[2], word(0.3, 0.6, 2), skipped="y"),
    ]
    pieces = list(gathered(chunks))
    assert np.array_equal(np.concatenate([each.samples for each in pieces]), sound)
    assert "".join(each.skipped for each in pieces) == "xy"
    begins, found = 0.0, []
    for piece in pieces:
        found += [(each.start, round(begins + each.begin, 3)) for each in piece.words]
        begins += piece.seconds
        assert np.abs(piece.samples[-50:]).max() < 0.02
    assert found == [(0, 0.0), (1, 0.35), (2, 0.9)]


def test_the_first_piece_of_a_long_sound_comes_early():
    words = [np.concatenate([vowel(0.35), silence(0.05)]) for _ in range(8)]
    sound = np.concatenate(words)
    pieces = list(gathered([chunk(sound)]))
    assert 0.4 <= pieces[0].seconds <= 1.5
    assert np.array_equal(np.concatenate([each.samples for each in pieces]), sound)
    assert len(list(gathered([chunk(sound)], hasty=False))) == 1


def test_a_first_piece_too_short_to_be_sent_ahead_waits_for_the_next():
    short = np.concatenate([vowel(0.25), silence(0.05)])
    pieces = gathered([chunk(short), chunk(short), chunk(short)])
    assert [round(each.seconds, 2) for each in pieces] == [0.6, 0.3]


def test_no_piece_is_much_longer_than_can_be_waited_for_unless_nothing_is_quiet():
    words = [np.concatenate([vowel(0.35), silence(0.05)]) for _ in range(20)]
    sound = np.concatenate(words)
    pieces = list(gathered([chunk(sound)]))
    assert all(0.4 <= each.seconds <= 2.5 for each in pieces)
    assert np.array_equal(np.concatenate([each.samples for each in pieces]), sound)


def test_sound_that_is_never_quiet_comes_at_the_end():
    sound = vowel(2.0)[round(0.1 * RATE) : round(1.9 * RATE)]
    chunks = [chunk(each) for each in np.array_split(sound, 6)]
    assert [len(each.samples) for each in gathered(chunks)] == [len(sound)]


def test_what_was_left_out_is_told_even_without_sound():
    pieces = list(gathered([chunk(silence(0.0), skipped="♯")]))
    assert "".join(each.skipped for each in pieces) == "♯"


def test_nothing_gives_nothing():
    assert list(gathered([])) == []
