"""The device output against a pretended PortAudio, whose callback the test calls by hand."""

import sys
from types import ModuleType, SimpleNamespace
from weakref import WeakSet

import numpy as np
import pytest

from reader.errors import NoAudioDevice, PlaybackError
from reader.playback import devices, stream
from reader.playback.devices import open_output, output_devices
from reader.speech.engine import SPEECH_RATE


class PortAudioError(Exception):
    pass


class Ring:
    """As rtmixer's: a count of elements, no more than its size, which is a power of two."""

    def __init__(self, elementsize, size):
        assert size & (size - 1) == 0
        self.channels, self.size = elementsize // 4, size
        self.content = np.zeros((0, self.channels), np.float32)
        self._ptr = self
        self.bigMask = 2 * size - 1

    @property
    def readIndex(self):
        return (self.writeIndex - len(self.content)) & self.bigMask

    writeIndex = 17  # noqa: N815

    def flush(self):
        self.content = self.content[:0]

    def write(self, samples):
        frames = np.frombuffer(samples, np.float32).reshape(-1, self.channels)
        assert len(self.content) + len(frames) <= self.size
        self.content = np.concatenate([self.content, frames])
        return len(frames)


class Mixer:
    """Plays a ring until it is dry, as rtmixer's callback in C does."""

    latency = 0.0

    def __init__(self, sound, *, device, channels, samplerate, latency, **_):
        if (samplerate, channels) in sound.refused or samplerate in sound.refused:
            raise PortAudioError(f"Invalid sample rate {samplerate}")
        self.sound, self.channels, self.samplerate = sound, channels, samplerate
        self.playing = []
        self.active = False
        self.closed = False
        self.heard = np.zeros((0, channels), np.float32)
        sound.mixer = self

    def start(self):
        self.active = True

    def abort(self):
        self.active = False

    @property
    def actions(self):
        return {id(ring) for ring in self.playing}

    def play_ringbuffer(self, ring):
        self.playing.append(ring)
        return id(ring)

    def cancel(self, action):
        self.playing = [ring for ring in self.playing if id(ring) != action]

    def close(self, ignore_errors=True):
        self.closed = True

    def turn(self, frames):
        """One callback, if the stream runs."""
        if not self.active:
            frames = 0
        block = np.zeros((frames, self.channels), np.float32)
        for ring in list(self.playing):
            part, ring.content = ring.content[:frames], ring.content[frames:]
            block[: len(part)] += part
            if len(part) < frames:
                self.playing.remove(ring)
        self.heard = np.concatenate([self.heard, block])


class Sound:
    """The machine's sound: what it has, refuses and hears; and its clock."""

    def __init__(self):
        self.devices = [
            {
                "name": name,
                "hostapi": 0,
                "index": index,
                "max_output_channels": channels,
                "default_samplerate": 48_000.0,
            }
            for index, (name, channels) in enumerate(
                [("Speakers", 2), ("Microphone", 0), ("Headphones", 2)]
            )
        ]
        self.refused = set()
        self.connected = None
        self.looked_again = 0
        self.mixer = None
        self.now = 100.0

    def query_devices(self, device=None, kind=None):
        if device is None and kind is None:
            return self.devices
        if isinstance(device, int):
            return self.devices[device]
        outputs = [each for each in self.devices if each["max_output_channels"]]
        if device is not None:
            outputs = [each for each in outputs if each["name"] in device]
            if not outputs:
                raise ValueError("No output device matching")
        if not outputs:
            raise PortAudioError("Error querying device -1")
        return outputs[0]

    def query_hostapis(self):
        return [{"name": "ALSA"}]

    def refresh(self):
        self.looked_again += 1
        self.devices = self.connected or self.devices

    def connect_at_the_next_look(self, devices):
        """As PortAudio knows only what was there when it last looked."""
        self.connected = devices


@pytest.fixture
def sound(monkeypatch):
    made = Sound()
    library = ModuleType("sounddevice")
    library.PortAudioError = PortAudioError
    library.query_devices = made.query_devices
    library.query_hostapis = made.query_hostapis
    library._terminate = made.refresh
    library._initialize = lambda: None
    mixers = ModuleType("rtmixer")
    mixers.RingBuffer = Ring
    mixers.Mixer = lambda **form: Mixer(made, **form)
    monkeypatch.setitem(sys.modules, "sounddevice", library)
    monkeypatch.setitem(sys.modules, "rtmixer", mixers)
    monkeypatch.setattr(stream, "time", SimpleNamespace(monotonic=lambda: made.now))
    monkeypatch.setattr(devices, "_streams", WeakSet())
    return made


@pytest.fixture
def output(sound):
    opened = open_output(None, 0.5)
    opened.start()
    yield opened
    opened.close()


def ramp(frames, begin=0):
    return (np.arange(begin, begin + frames) / 65536).astype(np.float32)


def heard(sound):
    """What was heard, silence left out (the ramps of these tests begin at 1)."""
    channel = sound.mixer.heard[:, 0]
    return channel[channel != 0]


def test_devices_are_named_with_their_system(sound):
    assert output_devices() == ["Speakers, ALSA", "Headphones, ALSA"]


def test_sound_comes_through_unchanged(sound, output):
    assert output.rate == SPEECH_RATE
    assert output.write(ramp(1000, 1)) == 1000
    sound.mixer.turn(600)
    sound.mixer.turn(600)
    assert np.array_equal(heard(sound), ramp(1000, 1))


def test_no_more_is_taken_than_the_buffer_holds(sound, output):
    assert output.space == SPEECH_RATE // 2
    assert output.write(ramp(SPEECH_RATE)) == SPEECH_RATE // 2
    assert output.space == 0
    assert output.write(ramp(100)) == 0
    sound.mixer.turn(600)
    assert output.space == 600


def test_after_running_dry_it_goes_on_as_soon_as_there_is_sound(sound, output):
    output.write(ramp(500, 1))
    sound.mixer.turn(600)
    sound.mixer.turn(600)
    assert sound.mixer.playing == []
    output.write(ramp(500, 501))
    sound.mixer.turn(600)
    assert np.array_equal(heard(sound), ramp(1000, 1))


def test_sound_that_comes_just_as_the_device_runs_dry_is_played(sound, output):
    output.write(ramp(500, 1))
    ring = sound.mixer.playing[0]
    write = ring.write

    def write_too_late(samples):
        sound.mixer.turn(600)
        return write(samples)

    ring.write = write_too_late
    output.write(ramp(500, 501))
    for _ in range(6):
        sound.now += 0.025
        assert output.space
        sound.mixer.turn(600)
    assert np.array_equal(heard(sound), ramp(1000, 1))


def test_pause_is_silent_at_once_and_loses_nothing(sound, output):
    output.write(ramp(2000, 1))
    sound.mixer.turn(600)
    output.pause()
    sound.mixer.turn(600)
    assert not sound.mixer.heard[600:].any()
    assert output.write(ramp(500, 2001)) == 500
    output.resume()
    for _ in range(4):
        sound.mixer.turn(600)
    assert np.array_equal(heard(sound), ramp(2500, 1))


def test_clear_drops_what_is_queued_and_sets_the_clock_to_nought(sound, output):
    output.write(ramp(2000, 1))
    sound.mixer.turn(600)
    output.clear()
    assert output.played == 0
    assert output.space == SPEECH_RATE // 2
    output.write(ramp(100, 30_000))
    sound.mixer.turn(600)
    assert np.array_equal(heard(sound), np.concatenate([ramp(600, 1), ramp(100, 30_000)]))


WRITTEN = SPEECH_RATE // 4
"""Frames that the slow output takes: its buffer of 0.1 s and 0.15 s for the device."""


@pytest.fixture
def slow_output(sound, monkeypatch):
    """A device that takes a tenth of a second ahead, at once, when it starts."""
    monkeypatch.setattr(Mixer, "latency", 0.1)
    opened = open_output(None, 0.1)
    opened.start()
    assert opened.write(ramp(12_000, 1)) == WRITTEN
    sound.mixer.turn(2400)
    yield opened
    opened.close()


def pass_time(sound, output, blocks):
    """Let blocks of 25 ms go by; the clock after each."""
    seen = []
    for _ in range(blocks):
        sound.now += 0.025
        sound.mixer.turn(600)
        seen.append(output.played)
    return seen


def test_the_clock_is_the_ears_not_the_devices(sound, slow_output):
    assert slow_output.played == 0
    assert pass_time(sound, slow_output, 5) == pytest.approx([600, 1200, 1800, 2400, 3000], abs=1)


def test_the_clock_stays_within_what_the_device_holds(sound, slow_output):
    sound.mixer.turn(1200)
    sound.mixer.turn(1200)
    # 4800 frames were taken, and at most 0.15 s can lie in the device.
    assert slow_output.played == 1200


def test_the_clock_reaches_the_end_and_stays(sound, slow_output):
    seen = pass_time(sound, slow_output, 40)
    assert seen[-1] == seen[-5] == WRITTEN
    assert seen == sorted(seen)


def test_a_pause_takes_back_what_was_not_heard(sound, slow_output):
    pass_time(sound, slow_output, 2)
    heard_before = sound.mixer.heard[:1200, 0]
    slow_output.pause()
    sound.now += 60.0
    assert slow_output.played == pytest.approx(1200, abs=1)
    place = slow_output.played
    before = len(sound.mixer.heard)
    slow_output.resume()
    pass_time(sound, slow_output, 40)
    after = sound.mixer.heard[before:, 0]
    assert np.array_equal(heard_before, ramp(1200, 1))
    assert np.array_equal(after[after != 0], ramp(WRITTEN - place, 1 + place))


def test_the_stream_rests_when_all_has_been_heard(sound, output):
    output.write(ramp(1000, 1))
    sound.mixer.turn(2000)
    assert output.played == 1000
    assert sound.mixer.active
    sound.now += 2.0
    assert output.played == 1000
    assert not sound.mixer.active
    output.write(ramp(1000, 1001))
    assert sound.mixer.active
    sound.mixer.turn(2000)
    assert np.array_equal(heard(sound), ramp(2000, 1))


def test_a_start_waits_a_moment_for_enough_to_fill_the_device(sound, monkeypatch):
    monkeypatch.setattr(Mixer, "latency", 0.1)
    output = open_output(None, 0.1)
    output.start()
    output.write(ramp(1000, 1))
    assert not sound.mixer.active
    sound.now += 0.02
    output.write(ramp(1000, 1001))
    assert not sound.mixer.active
    sound.now += 0.11
    assert output.space
    assert sound.mixer.active
    output.close()


@pytest.mark.parametrize("rate", [44_100, 48_000])
def test_a_device_that_refuses_the_rate_gets_resampled_sound(sound, rate):
    sound.refused = {SPEECH_RATE}
    sound.devices[0]["default_samplerate"] = float(rate)
    output = open_output(None, 0.5)
    output.start()
    times = np.arange(2 * SPEECH_RATE) / SPEECH_RATE
    tone = (0.5 * np.sin(2 * np.pi * 440 * times)).astype(np.float32)
    written = 0
    while written < len(tone):
        written += output.write(tone[written : written + 480])
        sound.mixer.turn(rate // 100)
        sound.now += 0.01
    for _ in range(60):
        sound.mixer.turn(rate // 100)
        sound.now += 0.01
        played = output.played
    assert output.rate == SPEECH_RATE
    assert sound.mixer.samplerate == rate
    assert played == len(tone)
    result = sound.mixer.heard[:, 0]
    sounding = np.flatnonzero(np.abs(result) > 0.1)
    steady = result[sounding[0] : sounding[-1]]
    assert len(steady) == pytest.approx(2 * rate, rel=0.02)
    peak = np.argmax(np.abs(np.fft.rfft(steady))) * rate / len(steady)
    assert peak == pytest.approx(440, abs=1)
    assert np.abs(np.diff(steady)).max() < 1.1 * 0.5 * 2 * np.pi * 440 / rate
    output.close()


def test_a_device_that_refuses_one_channel_gets_two_alike(sound):
    sound.refused = {(rate, 1) for rate in (24_000, 44_100, 48_000)}
    output = open_output(None, 0.5)
    output.start()
    output.write(ramp(1000, 1))
    sound.mixer.turn(1000)
    assert np.array_equal(sound.mixer.heard[:, 0], ramp(1000, 1))
    assert np.array_equal(sound.mixer.heard[:, 1], ramp(1000, 1))
    output.close()


def test_a_device_that_refuses_everything_is_told(sound):
    sound.refused = {24_000, 44_100, 48_000}
    output = open_output(None, 0.5)
    with pytest.raises(NoAudioDevice, match=r"Speakers: .*cannot be opened.*Close other"):
        output.start()


def test_a_device_that_vanishes_is_told_and_may_come_back(sound, output):
    output.write(ramp(1000, 1))
    sound.mixer.active = False
    assert output.space
    sound.now += 0.6
    with pytest.raises(PlaybackError, match="has gone"):
        output.write(ramp(10))
    output.close()
    assert sound.mixer.closed
    before = sound.looked_again
    output.start()
    assert sound.looked_again == before + 1
    assert output.write(ramp(10, 1)) == 10


@pytest.mark.parametrize("use", ["pause", "clear"])
def test_a_device_that_vanishes_as_it_is_stopped_is_told(sound, output, use):
    def refuse():
        raise PortAudioError("Unanticipated host error")

    output.write(ramp(1000, 1))
    sound.mixer.abort = refuse
    with pytest.raises(PlaybackError, match="has gone"):
        getattr(output, use)()
    output.close()


def test_a_device_that_takes_nothing_any_more_is_told(sound, output):
    output.write(ramp(1000, 1))
    sound.now += 2.0
    assert output.space
    sound.now += 2.0
    with pytest.raises(PlaybackError):
        _ = output.space


def test_a_device_that_has_nothing_to_take_is_well(sound, output):
    sound.now += 60.0
    assert output.space == SPEECH_RATE // 2
    output.write(ramp(1000, 1))
    output.pause()
    sound.now += 60.0
    assert output.space
    output.resume()
    sound.now += 0.4
    assert output.space


def test_devices_are_not_looked_for_while_a_stream_is_open(sound, output):
    before = sound.looked_again
    second = open_output("Headphones, ALSA", 0.5)
    second.start()
    assert sound.looked_again == before
    second.close()


def test_a_device_connected_since_is_found(sound):
    connected, sound.devices = sound.devices, []
    sound.connect_at_the_next_look(connected)
    open_output("Headphones, ALSA", 0.3)


def test_a_device_connected_since_is_listed(sound):
    connected, sound.devices = sound.devices, []
    sound.connect_at_the_next_look(connected)
    assert output_devices() == ["Speakers, ALSA", "Headphones, ALSA"]


def test_no_device_is_told_with_what_to_do(sound):
    sound.devices = []
    with pytest.raises(NoAudioDevice, match=r"no device to play sound on.*Connect"):
        open_output(None, 0.3)


def test_an_unknown_device_is_told_by_name(sound):
    with pytest.raises(NoAudioDevice, match="Gramophone"):
        open_output("Gramophone", 0.3)


def test_a_missing_library_is_told_with_the_command(monkeypatch):
    class Missing:
        def find_spec(self, name, path=None, target=None):
            if name == "sounddevice":
                raise OSError("PortAudio library not found")

    monkeypatch.delitem(sys.modules, "sounddevice", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])
    with pytest.raises(NoAudioDevice, match="apt install libportaudio2"):
        open_output(None, 0.3)
    with pytest.raises(NoAudioDevice):
        output_devices()
