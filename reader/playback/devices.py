"""The computer's own sound devices, by PortAudio.

The device is served by a callback in C (rtmixer), which takes the sound from a ring buffer
without asking the interpreter; so no busy Python thread can starve it. The stream runs on
in silence between sentences and while paused: nothing is cut off at an end, and nothing
has to be opened before the next sound.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator
from typing import Any

import numpy as np

from reader.errors import NoAudioDevice, PlaybackError
from reader.playback.output import AudioOutput
from reader.playback.resampled import ResampledOutput
from reader.speech.engine import SPEECH_RATE, Samples

_LATENCY = 0.15
"""Seconds of sound inside the device, which pausing cannot call back. Much less makes ALSA
and PulseAudio run dry on a busy machine, whoever fills them."""

_STALLED = 3.0
"""A device that has not asked for sound for so many seconds will not do so any more."""

_QUIET = 0.5
"""After so many seconds without asking for sound the device is looked into."""

_NO_PORTAUDIO = (
    "The sound library PortAudio is not installed.",
    "Install it (on Debian: apt install libportaudio2) and start the program again.",
)
_NO_DEVICE = (
    "There is no device to play sound on.",
    "Connect loudspeakers or headphones, or choose another device in the settings.",
)


def open_output(device: str | None, buffer_seconds: float, rate: int = SPEECH_RATE) -> AudioOutput:
    """The output `device` (one of :func:`output_devices`; None for the system's choice).

    `buffer_seconds` of sound are handed over ahead of time. A device that refuses `rate`
    gets resampled sound. Raises :class:`~reader.errors.NoAudioDevice` if there is none; the
    device itself is opened by `start`.
    """
    _find(_sounddevice(), device)
    return ResampledOutput(DeviceOutput(device, buffer_seconds, rate))


def output_devices() -> list[str]:
    """The names of the devices that can play sound; raises `NoAudioDevice` without PortAudio."""
    library = _sounddevice()
    hosts = library.query_hostapis()
    return [
        f"{device['name']}, {hosts[device['hostapi']]['name']}"
        for device in library.query_devices()
        if device["max_output_channels"] > 0
    ]


class DeviceOutput:
    """An :class:`~reader.playback.output.AudioOutput` over one device.

    `rate` is the one wished for until `start`, the device's own afterwards. May be started
    again after `close`. Once the device has vanished, `write`, `space` and `played` raise
    :class:`~reader.errors.PlaybackError`.
    """

    def __init__(
        self, device: str | None, buffer_seconds: float, rate: int, *, latency: float = _LATENCY
    ) -> None:
        self._device = device
        self._buffer_seconds = buffer_seconds
        self._wished_rate = rate
        self._latency = latency
        self._rate = rate
        self._mixer: Any = None

    @property
    def rate(self) -> int:
        """Frames a second that `write` expects."""
        return self._rate

    def start(self) -> None:
        """Open the device and begin; raises :class:`~reader.errors.NoAudioDevice`."""
        library = _sounddevice()
        if self._mixer is None:
            _look_again(library)
        index = _find(library, self._device)
        self._mixer, self._rate = self._opened(library, index)
        self._channels = self._mixer.channels
        self._paused = False
        self._action: Any = None
        self._renew()

    def write(self, samples: Samples) -> int:
        """Queue as many frames of `samples` as there is room for; returns how many."""
        taken = samples[: self.space]
        if len(taken):
            frames = np.repeat(taken, self._channels) if self._channels > 1 else taken
            self._ring.write(np.ascontiguousarray(frames))
            self._written += len(taken)
            self._keep_playing()
        return len(taken)

    @property
    def space(self) -> int:
        """Frames that `write` would take now."""
        self._look()
        return max(0, self._capacity - self._waiting())

    @property
    def played(self) -> int:
        """Frames that have reached the ear since `start` or `clear`."""
        return self._ear.heard(self._look())

    def pause(self) -> None:
        """Fall silent at once and keep what is queued."""
        self._look()
        self._paused = True
        self._silence()

    def resume(self) -> None:
        """Go on with what is queued."""
        self._look()
        self._paused = False
        self._keep_playing()

    def clear(self) -> None:
        """Fall silent at once and drop what is queued; `played` begins at 0 again."""
        self._silence()
        self._renew()

    def close(self) -> None:
        """Give the device back."""
        mixer, self._mixer = self._mixer, None
        if mixer is not None:
            _streams.discard(id(mixer))
            mixer.close(ignore_errors=True)

    def _opened(self, library: Any, index: int) -> tuple[Any, int]:  # noqa: ANN401
        """The running stream and its rate: the first form that the device does not refuse."""
        import rtmixer  # type: ignore[import-untyped]

        usual_rate = int(library.query_devices(index)["default_samplerate"])
        refusal: Exception | None = None
        for rate, channels in _forms(self._wished_rate, usual_rate):
            try:
                mixer = rtmixer.Mixer(
                    device=index,
                    channels=channels,
                    samplerate=rate,
                    latency=self._latency,
                    qsize=256,
                )
                mixer.start()
            except library.PortAudioError as error:
                refusal = error
                continue
            _streams.add(id(mixer))
            return mixer, rate
        raise NoAudioDevice(
            library.query_devices(index)["name"],
            f"The sound device cannot be opened ({refusal}).",
            "Close other programs that use it, or choose another device in the settings.",
        )

    def _renew(self) -> None:
        """A ring buffer of its own for what comes; the callback may still read the old one."""
        import rtmixer

        self._capacity = max(1, round(self._rate * self._buffer_seconds))
        size = 1 << self._capacity.bit_length()
        self._ring = rtmixer.RingBuffer(4 * self._channels, size)
        self._written = 0
        self._stirred = time.monotonic()
        self._ear = _Ear(self._rate, float(self._mixer.latency), self._stirred)
        self._consumed = 0
        self._dry = False

    def _waiting(self) -> int:
        """Frames in the ring, read from its own fields.

        Asking the library would let go of the interpreter, and getting it back takes 5 ms
        and more for each busy Python thread.
        """
        ring = self._ring._ptr
        return int((ring.writeIndex - ring.readIndex) & ring.bigMask)

    def _silence(self) -> None:
        if self._action is not None:
            if self._action in self._mixer.actions:
                self._mixer.cancel(self._action)
            self._action = None

    def _keep_playing(self) -> None:
        """Have the callback play the ring: at first, after a pause, and when it ran dry.

        The callback lets go of a ring that it finds short of sound, and takes all of it. So
        it needs to be asked again only if the ring was empty at a look.
        """
        if self._paused or not self._waiting():
            return
        if self._action is None or (self._dry and self._action not in self._mixer.actions):
            self._action = self._mixer.play_ringbuffer(self._ring)
        self._dry = False

    def _look(self) -> float:
        """Note how far the device has come, and when; raise if it will come no further."""
        now, waiting = time.monotonic(), self._waiting()
        consumed = self._written - waiting
        self._ear.note(consumed, now)
        self._dry = self._dry or not waiting
        if self._action is None or not waiting or consumed != self._consumed:
            self._consumed, self._stirred = consumed, now
        elif now - self._stirred > _STALLED or not self._is_active(now):
            raise PlaybackError(
                self._device or "Sound",
                "The sound device has gone or no longer takes sound.",
                "Check that it is connected, then press play to go on.",
            )
        return now

    def _is_active(self, now: float) -> bool:
        """Whether the stream still runs; asked only when the device has long been quiet."""
        return now - self._stirred < _QUIET or bool(self._mixer.active)


class _Ear:
    """Says how much has been heard, which lags behind what the device took by its latency."""

    def __init__(self, rate: int, latency: float, now: float) -> None:
        self._rate = rate
        self._latency = latency
        self._taken: deque[tuple[float, int]] = deque([(now, 0)], maxlen=1024)

    def note(self, consumed: int, now: float) -> None:
        """Remember that the device has taken `consumed` frames at `now`."""
        self._taken.append((now, consumed))

    def heard(self, now: float) -> int:
        """Frames heard at `now`: those that the device had taken one latency ago.

        Between two notes it is taken to have begun at the first, at its steady pace.
        """
        moment = now - self._latency
        while len(self._taken) > 1 and self._taken[1][0] <= moment:
            self._taken.popleft()
        then, before = self._taken[0]
        after = self._taken[1][1] if len(self._taken) > 1 else before
        return min(after, before + max(0, round((moment - then) * self._rate)))


_streams: set[int] = set()
"""The open streams: while there is one, PortAudio must not look for devices again."""


def _look_again(library: Any) -> None:  # noqa: ANN401
    """Notice devices that came or went since PortAudio was loaded, which it does not itself."""
    if not _streams:
        library._terminate()
        library._initialize()


def _forms(wished: int, usual: int) -> Iterator[tuple[int, int]]:
    """Rates and channels to try, the best first."""
    for rate in dict.fromkeys((wished, usual, 48_000, 44_100)):
        for channels in (1, 2):
            yield rate, channels


def _sounddevice() -> Any:  # noqa: ANN401
    """The PortAudio binding; raises `NoAudioDevice` where the library is missing."""
    try:
        import sounddevice  # type: ignore[import-untyped]
    except (ImportError, OSError) as error:
        raise NoAudioDevice("Sound", *_NO_PORTAUDIO) from error
    return sounddevice


def _find(library: Any, device: str | None) -> int:  # noqa: ANN401
    """PortAudio's number of `device`; raises `NoAudioDevice`."""
    try:
        return int(library.query_devices(device, "output")["index"])
    except (library.PortAudioError, ValueError) as error:
        raise NoAudioDevice(device or "Sound", *_NO_DEVICE) from error
