"""The computer's own sound devices, by PortAudio."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from threading import Lock
from typing import Any
from weakref import WeakSet

from reader.errors import NoAudioDevice
from reader.messages import message
from reader.playback.output import AudioOutput
from reader.playback.resampled import ResampledOutput
from reader.playback.stream import DeviceOutput
from reader.speech.engine import SPEECH_RATE

_NO_PORTAUDIO = (
    message("The sound library PortAudio is not installed."),
    message("Install it (on Debian: apt install libportaudio2) and start the program again."),
)
_NO_DEVICE = (
    message("There is no device to play sound on."),
    message("Connect loudspeakers or headphones, or choose another device: Listen, Sound."),
)


def open_output(device: str | None, buffer_seconds: float, rate: int = SPEECH_RATE) -> AudioOutput:
    """The output `device` (one of :func:`output_devices`; None for the system's choice).

    `buffer_seconds` of sound are handed to the device ahead of time, and somewhat more lies
    ready for it. A device that refuses `rate` gets resampled sound. Raises
    :class:`~reader.errors.NoAudioDevice` if there is none; the device itself is opened by
    `start`.
    """
    library = _sounddevice()
    with _library_in_use:
        try:
            _find(library, device)
        except NoAudioDevice:
            _look_round(library)
            _find(library, device)
    stream = partial(_open_stream, device, buffer_seconds, rate)
    return ResampledOutput(DeviceOutput(stream, buffer_seconds, name=device or message("Sound")))


def output_devices() -> list[str]:
    """The names of the devices that can play sound; raises `NoAudioDevice` without PortAudio."""
    library = _sounddevice()
    with _library_in_use:
        _look_round(library)
        hosts = library.query_hostapis()
        return [
            f"{device['name']}, {hosts[device['hostapi']]['name']}"
            for device in library.query_devices()
            if device["max_output_channels"] > 0
        ]


_streams: WeakSet[Any] = WeakSet()
"""The streams opened: while there is one, PortAudio must not look for devices again."""

_library_in_use = Lock()
"""PortAudio must not look for devices while another thread asks for them or opens one."""


def _look_round(library: Any) -> None:  # noqa: ANN401
    """Have PortAudio find devices that came or went since it was loaded.

    By itself it does not, and while a stream is open it cannot.
    """
    if all(stream.closed for stream in _streams):
        library._terminate()
        library._initialize()


def _open_stream(device: str | None, latency: float, rate: int) -> Any:  # noqa: ANN401
    """A stream, not started, in the first form that the device does not refuse."""
    library = _sounddevice()
    with _library_in_use:
        _look_round(library)
        found = library.query_devices(_find(library, device))
        stream = _first_accepted(library, found, latency, rate)
        _streams.add(stream)
        return stream


def _first_accepted(library: Any, found: Any, latency: float, rate: int) -> Any:  # noqa: ANN401
    import rtmixer  # type: ignore[import-untyped]

    refusal: Exception | None = None
    for frames, channels in _forms(rate, int(found["default_samplerate"])):
        try:
            return rtmixer.Mixer(
                device=found["index"],
                channels=channels,
                samplerate=frames,
                latency=latency,
                prime_output_buffers_using_stream_callback=True,
                qsize=256,
            )
        except library.PortAudioError as error:
            refusal = error
    raise NoAudioDevice(
        found["name"],
        message("The sound device cannot be opened ({refusal}).", refusal=refusal),
        message("Close other programs that use it, or choose another device: Listen, Sound."),
    )


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
        raise NoAudioDevice(message("Sound"), *_NO_PORTAUDIO) from error
    return sounddevice


def _find(library: Any, device: str | None) -> int:  # noqa: ANN401
    """PortAudio's number of `device`; raises `NoAudioDevice`."""
    try:
        return int(library.query_devices(device, "output")["index"])
    except (library.PortAudioError, ValueError) as error:
        raise NoAudioDevice(device or message("Sound"), *_NO_DEVICE) from error
