"""Sound through Qt, where PortAudio is missing.

Qt's sink must be used from one thread that turns an event loop. That thread is a
:class:`~reader.background.Task` of our own which feeds the sink every few milliseconds from
a small queue; the player only ever touches the queue.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import numpy as np

from reader.background import CancelToken, Task
from reader.errors import NoAudioDevice
from reader.messages import message
from reader.speech.engine import SPEECH_RATE, Samples

if TYPE_CHECKING:
    from PySide6.QtCore import QIODevice
    from PySide6.QtMultimedia import QAudioDevice, QAudioFormat, QAudioSink

_FEED_INTERVAL = 0.01
"""Seconds between two looks at the queue; also how late a pause may come."""

_SINK_SECONDS = 0.1
"""Sound handed to Qt ahead of time; enough to sleep through a busy interpreter."""

_START_SECONDS = 10.0
"""How long a device may take to open."""


class QtOutput:
    """An :class:`~reader.playback.output.AudioOutput` over Qt's sink.

    Raises :class:`~reader.errors.NoAudioDevice` where Qt has no device or no QtMultimedia.
    """

    def __init__(self, buffer_seconds: float) -> None:
        self._device, self._format = _device_and_format()
        self._frame = self._format.bytesPerFrame()
        self._capacity = round(self.rate * buffer_seconds) * self._frame
        self._lock = threading.Lock()
        self._queue = bytearray()
        self._played = 0
        self._pushed = 0
        self._paused = False
        self._clearing = False
        self._ready = threading.Event()
        self._failure: NoAudioDevice | None = None
        self._task: Task[None] | None = None

    @property
    def rate(self) -> int:
        """Frames a second."""
        return self._format.sampleRate()

    def start(self) -> None:
        """Open the device; raises :class:`~reader.errors.NoAudioDevice`."""
        self._begin_anew()
        self._task = Task(self._run, name="qt audio")
        if not self._ready.wait(_START_SECONDS):
            self._failure = _refused(self._device.description())
        if self._failure is not None:
            self._task.cancel()
            raise self._failure

    def write(self, samples: Samples) -> int:
        """Queue what fits of `samples`; returns how many frames that was."""
        with self._lock:
            taken = min(len(samples), self._room())
            self._queue += self._encode(samples[:taken])
            return taken

    @property
    def space(self) -> int:
        """Frames that `write` would take now."""
        with self._lock:
            return self._room()

    @property
    def played(self) -> int:
        """Frames heard since `start` or `clear`."""
        with self._lock:
            return self._played

    def pause(self) -> None:
        """Fall silent and keep what is queued."""
        self._paused = True

    def resume(self) -> None:
        """Go on with what is queued."""
        self._paused = False

    def clear(self) -> None:
        """Fall silent, drop what is queued and count from 0 again."""
        with self._lock:
            self._queue.clear()
            self._played = 0
            self._clearing = True

    def close(self) -> None:
        """Give the device back."""
        if self._task is not None:
            self._task.cancel()
            self._task.join()
            self._task = None

    def _begin_anew(self) -> None:
        self._queue.clear()
        self._played = self._pushed = 0
        self._paused = self._clearing = False
        self._failure = None
        self._ready.clear()

    # On the sink's own thread

    def _run(self, token: CancelToken) -> None:
        from PySide6.QtCore import QEventLoop
        from PySide6.QtMultimedia import QAudioSink, QtAudio

        loop = QEventLoop()
        sink = QAudioSink(self._device, self._format)
        sink.setBufferSize(round(self.rate * _SINK_SECONDS) * self._frame)
        stream = sink.start()
        if stream is None or sink.error() in (QtAudio.Error.OpenError, QtAudio.Error.FatalError):
            self._failure = _refused(self._device.description())
            self._ready.set()
            return
        self._ready.set()
        while not token.wait(_FEED_INTERVAL):
            loop.processEvents()
            stream = self._tend(sink, stream)
        sink.stop()

    def _tend(self, sink: QAudioSink, stream: QIODevice) -> QIODevice:
        """Do what was asked for since the last look, and feed the sink."""
        with self._lock:
            if self._clearing:
                sink.reset()
                stream = sink.start()
                self._pushed = 0
                self._clearing = False
            if self._paused:
                sink.suspend()
                return stream
            if sink.state().name == "SuspendedState":
                sink.resume()
            self._feed(sink, stream)
        return stream

    def _feed(self, sink: QAudioSink, stream: QIODevice) -> None:
        free = sink.bytesFree() // self._frame * self._frame
        if free and self._queue:
            written = max(0, stream.write(bytes(self._queue[:free])))
            del self._queue[:written]
            self._pushed += written
        waiting = sink.bufferSize() - sink.bytesFree()
        self._played = max(self._played, (self._pushed - waiting) // self._frame)

    def _room(self) -> int:
        return max(0, self._capacity - len(self._queue)) // self._frame

    def _encode(self, samples: Samples) -> bytes:
        channels = self._format.channelCount()
        frames = np.repeat(samples, channels) if channels > 1 else samples
        if self._format.sampleFormat().name == "Float":
            return frames.astype(np.float32).tobytes()
        return (np.clip(frames, -1, 1) * 32767).astype(np.int16).tobytes()


def _device_and_format() -> tuple[QAudioDevice, QAudioFormat]:
    """The system's device, and the nearest to mono float speech that it accepts."""
    from PySide6.QtCore import QLoggingCategory

    QLoggingCategory.setFilterRules("qt.multimedia.*.info=false")  # its greeting
    try:
        from PySide6.QtMultimedia import QAudioFormat, QMediaDevices
    except ImportError as error:
        raise _missing() from error
    device = QMediaDevices.defaultAudioOutput()
    if device.isNull():
        raise _missing()
    usual = device.preferredFormat()
    for rate in (SPEECH_RATE, usual.sampleRate()):
        for channels in (1, usual.channelCount()):
            for kind in (QAudioFormat.SampleFormat.Float, QAudioFormat.SampleFormat.Int16):
                wanted = QAudioFormat()
                wanted.setSampleRate(rate)
                wanted.setChannelCount(channels)
                wanted.setSampleFormat(kind)
                if device.isFormatSupported(wanted):
                    return device, wanted
    raise _refused(device.description())


def _missing() -> NoAudioDevice:
    return NoAudioDevice(
        message("Sound"),
        message("There is no device to play sound on."),
        message(
            "Connect loudspeakers or headphones, or start the system's sound service "
            "(PipeWire or PulseAudio), then press play again.",
        ),
    )


def _refused(device: str) -> NoAudioDevice:
    return NoAudioDevice(
        device,
        message("The sound device accepts none of our formats."),
        message("Choose another device in the system's sound settings, then press play again."),
    )
