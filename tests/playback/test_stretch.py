"""Faster and slower: length, pitch, smoothness and the way back to the input."""

import numpy as np
import pytest

from reader.playback.stretch import HOP, Stretcher
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
    drained(stretcher)
    assert stretcher.fed - stretcher.position < 0.08 * SPEECH_RATE
    assert not len(stretcher.take(HOP))
    stretcher.feed(tone(200, 1))
    assert len(stretcher.take(HOP)) == HOP


def test_old_input_is_forgotten():
    stretcher = Stretcher()
    stretcher.rate = 1.5
    for _ in range(200):
        stretcher.feed(tone(100, 0.5))
        drained(stretcher)
    assert len(stretcher._held) < SPEECH_RATE


def test_after_a_reset_it_begins_anew():
    stretcher = Stretcher()
    stretcher.rate = 2.0
    stretcher.feed(tone(200, 1))
    stretcher.finish()
    drained(stretcher)
    stretcher.reset()
    assert (stretcher.fed, stretcher.position) == (0, 0)
    assert not len(stretcher.take(HOP))
