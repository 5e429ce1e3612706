"""Faster and slower: length, pitch, smoothness and the way back to the input."""

import numpy as np
import pytest

from reader.playback.stretch import HOP, Stretcher
from reader.playback.stretching.pacing import AHEAD
from reader.speech.engine import SPEECH_RATE


def tone(hertz, seconds):
    times = np.arange(round(seconds * SPEECH_RATE)) / SPEECH_RATE
    return (0.5 * np.sin(2 * np.pi * hertz * times)).astype(np.float32)


def drained(stretcher, room=1 << 20):
    """What can be taken now, as blocks, with the input position before each."""
    blocks = []
    while True:
        position = stretcher.position
        block = stretcher.take(room)
        if not len(block):
            return blocks
        blocks.append((position, block))


def drained_with_nothing_to_come(stretcher):
    """What can be taken if no more input is there to be fed just now."""
    return drained(stretcher) + drained(stretcher)


def speechlike(seconds, seed=3):
    """Syllables of a hiss and a hum between short gaps, and a long gap now and then."""
    chance = np.random.default_rng(seed)
    parts, length = [], 0
    while length < seconds * SPEECH_RATE:
        hiss = 0.1 * chance.standard_normal(round(chance.uniform(0.03, 0.09) * SPEECH_RATE))
        hum = tone(chance.uniform(90, 250), chance.uniform(0.1, 0.25))
        gap = np.zeros(round(chance.choice([0.0, 0.02, 0.4], p=[0.6, 0.3, 0.1]) * SPEECH_RATE))
        parts += [hiss, hum, gap]
        length += len(hiss) + len(hum) + len(gap)
    return np.concatenate(parts)[: round(seconds * SPEECH_RATE)].astype(np.float32)


def times(samples, rate):
    """For every frame of input, the frame of output at which it sounds."""
    stretcher = Stretcher()
    stretcher.rate = rate
    stretcher.feed(samples)
    stretcher.finish()
    positions, outputs, made = [], [], 0
    for position, block in drained(stretcher, HOP):
        positions.append(position)
        outputs.append(made)
        made += len(block)
    return np.interp(np.arange(len(samples) + 1), [*positions, len(samples)], [*outputs, made])


def stretched(samples, rate, piece=1000):
    stretcher = Stretcher()
    stretcher.rate = rate
    blocks = []
    for begin in range(0, len(samples), piece):
        stretcher.feed(samples[begin : begin + piece])
        blocks += drained(stretcher)
    stretcher.finish()
    blocks += drained(stretcher)
    return np.concatenate([block for _, block in blocks])


def test_at_one_the_sound_passes_unchanged():
    noise = np.random.default_rng(1).standard_normal(50_000).astype(np.float32)
    assert np.array_equal(stretched(noise, 1.0), noise)


@pytest.mark.parametrize("rate", [0.5, 0.7, 0.9, 1.1, 1.5, 2.0, 3.0, 4.0])
def test_length_follows_the_rate(rate):
    assert len(stretched(tone(150, 10), rate)) == pytest.approx(
        10 * SPEECH_RATE / rate, abs=2 * HOP
    )


@pytest.mark.parametrize("rate", [0.5, 0.8, 1.3, 2.0, 3.0, 4.0])
@pytest.mark.parametrize("hertz", [80, 150, 220, 400])
def test_pitch_is_kept_and_nothing_clicks(rate, hertz):
    result = stretched(tone(hertz, 4), rate)[HOP : -3 * HOP]
    spectrum = np.abs(np.fft.rfft(result * np.hanning(len(result))))
    peak = np.argmax(spectrum) * SPEECH_RATE / len(result)
    assert peak == pytest.approx(hertz, abs=2 * SPEECH_RATE / len(result) + 1)
    steepest = 0.5 * 2 * np.pi * hertz / SPEECH_RATE
    assert np.abs(np.diff(result)).max() < 1.5 * steepest
    assert np.abs(result).max() < 0.55


def test_changing_the_rate_in_mid_stream_does_not_click():
    stretcher = Stretcher()
    stretcher.feed(tone(200, 10))
    blocks = []
    for rate in (1.0, 2.0, 1.0, 0.5, 3.7, 1.0, 1.004, 4.0, 0.9):
        stretcher.rate = rate
        blocks += [stretcher.take(HOP) for _ in range(20)]
    result = np.concatenate(blocks)
    assert len(result) == 9 * 20 * HOP
    assert np.abs(np.diff(result)).max() < 1.5 * 0.5 * 2 * np.pi * 200 / SPEECH_RATE


@pytest.mark.parametrize("rate", [0.5, 1.0, 1.7, 4.0])
def test_positions_say_which_input_sounds(rate):
    """A rising ramp of loud bursts: each burst sounds where its position says."""
    samples = np.zeros(10 * SPEECH_RATE, np.float32)
    bursts = np.arange(1, 10) * SPEECH_RATE
    for burst in bursts:
        samples[burst : burst + 2400] = tone(300, 0.1)
    stretcher = Stretcher()
    stretcher.rate = rate
    stretcher.feed(samples)
    stretcher.finish()
    frames, where, found = 0, [], []
    for position, block in drained(stretcher, HOP):
        where.append((position, frames))
        found.append(block)
        frames += len(block)
    heard = np.abs(np.concatenate(found)) > 0.05
    for burst in bursts:
        said = next(frame for position, frame in where if position >= burst)
        nearest = np.flatnonzero(heard[max(0, said - SPEECH_RATE // 8) :])[0] + max(
            0, said - SPEECH_RATE // 8
        )
        assert abs(nearest - said) < 0.025 * SPEECH_RATE


def test_silence_stays_silence():
    silent = np.zeros(SPEECH_RATE, np.float32)
    assert not stretched(silent, 2.3).any()


def test_it_waits_for_input_and_holds_back_little():
    stretcher = Stretcher()
    stretcher.rate = 4.0
    stretcher.feed(tone(200, 1))
    drained_with_nothing_to_come(stretcher)
    assert stretcher.fed - stretcher.position < 0.08 * SPEECH_RATE
    assert not len(stretcher.take(HOP))
    stretcher.feed(tone(200, 1))
    assert drained_with_nothing_to_come(stretcher)


def test_where_little_lies_ahead_it_asks_for_more_once():
    stretcher = Stretcher()
    stretcher.rate = 2.0
    stretcher.feed(tone(200, 0.3))
    assert not len(stretcher.take(HOP))
    assert len(stretcher.take(HOP)) == HOP
    stretcher.feed(tone(200, 0.1))
    assert not len(stretcher.take(HOP))
    stretcher.feed(tone(200, 2 * AHEAD / SPEECH_RATE))
    assert len(stretcher.take(HOP)) == HOP


@pytest.mark.parametrize("rate", [0.6, 1.0])
def test_slow_speech_does_not_wait_for_what_lies_ahead(rate):
    stretcher = Stretcher()
    stretcher.rate = rate
    stretcher.feed(tone(200, 0.1))
    assert len(stretcher.take(HOP)) == HOP


@pytest.mark.parametrize("rate", [0.5, 0.8, 1.25, 2.0, 3.0, 4.0])
@pytest.mark.parametrize("piece", [100, 24_000])
def test_uneven_speech_takes_as_long_as_the_rate_says(rate, piece):
    samples = speechlike(12)
    assert len(stretched(samples, rate, piece)) == pytest.approx(len(samples) / rate, abs=2 * HOP)


@pytest.mark.parametrize("rate", [1.5, 2.0, 3.0, 4.0])
def test_the_rate_is_kept_within_a_quarter_of_a_second(rate):
    samples = speechlike(20)
    off = times(samples, rate) - np.arange(len(samples) + 1) / rate
    assert np.abs(off).max() < SPEECH_RATE / 4


@pytest.mark.parametrize("rate", [2.0, 3.0])
def test_silence_gives_its_time_to_what_is_said_before_and_after(rate):
    hum = tone(150, 1.0)
    samples = np.concatenate([hum, np.zeros(SPEECH_RATE // 2, np.float32), hum])
    when = times(samples, rate)
    before, gap, after = np.diff(when[[0, SPEECH_RATE, SPEECH_RATE * 3 // 2, len(samples)]])
    assert gap < 0.7 * SPEECH_RATE / 2 / rate
    assert min(before, after) > 1.05 * SPEECH_RATE / rate


def test_change_keeps_more_of_its_time_than_what_is_steady():
    """A second of hum with hisses in it: each hiss is heard for longer than its share."""
    chance = np.random.default_rng(5)
    hum, hiss = tone(150, 0.25), (0.1 * chance.standard_normal(1200)).astype(np.float32)
    when = times(np.concatenate([hum, hiss] * 12), 3.0)
    begins = np.arange(1, 11) * (len(hum) + len(hiss)) + len(hum)
    hisses = (when[begins + len(hiss)] - when[begins]).mean()
    assert hisses > 1.3 * len(hiss) / 3.0


@pytest.mark.parametrize("rate", [0.5, 0.8])
def test_slow_speech_is_slowed_evenly(rate):
    samples = speechlike(5)
    off = times(samples, rate) - np.arange(len(samples) + 1) / rate
    assert np.abs(off).max() < 0.06 * SPEECH_RATE


@pytest.mark.parametrize(("before", "after"), [(1.0, 3.0), (3.0, 1.0), (2.0, 4.0), (4.0, 0.5)])
def test_a_new_rate_is_heard_in_what_is_already_there(before, after):
    """Within a quarter of a second of output, whatever came before."""
    stretcher = Stretcher()
    stretcher.feed(speechlike(20))
    stretcher.rate = before
    for _ in range(50):
        stretcher.take(HOP)
    stretcher.rate = after
    for _ in range(17):
        stretcher.take(HOP)
    begin = stretcher.position
    for _ in range(67):
        stretcher.take(HOP)
    assert (stretcher.position - begin) / (67 * HOP) == pytest.approx(after, rel=0.25)


def test_nothing_and_next_to_nothing_can_be_fed():
    stretcher = Stretcher()
    stretcher.rate = 3.0
    stretcher.feed(np.zeros(0, np.float32))
    assert not len(stretcher.take(HOP))
    stretcher.feed(tone(200, 0.001))
    stretcher.finish()
    assert len(np.concatenate([block for _, block in drained(stretcher)])) <= 2 * HOP
    assert stretcher.position == stretcher.fed


def test_old_input_is_forgotten():
    stretcher = Stretcher()
    stretcher.rate = 1.5
    for _ in range(200):
        stretcher.feed(tone(100, 0.5))
        drained(stretcher)
    assert len(stretcher._held) < AHEAD + SPEECH_RATE


def test_after_a_reset_it_begins_anew():
    stretcher = Stretcher()
    stretcher.rate = 2.0
    stretcher.feed(tone(200, 1))
    stretcher.finish()
    drained(stretcher)
    stretcher.reset()
    assert (stretcher.fed, stretcher.position) == (0, 0)
    assert not len(stretcher.take(HOP))
