"""One sound device, kept fed.

The device is served by a callback in C (rtmixer), which takes the sound from a ring buffer
without asking the interpreter; so no busy Python thread can starve it. The device itself
holds as much again, so that a busy machine does not starve it either. Stopping the stream
throws that away within a millisecond or two, and starting it fills the device at once with
what is in the ring: so a pause is silent and a new sentence heard without delay.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from typing import Any

import numpy as np

from reader.errors import PlaybackError
from reader.messages import message
from reader.speech.engine import Samples

_FULL = 1.5
"""How many times the latency asked for a device takes at most: ALSA takes 1.3 times."""

_HESITATION = 0.1
"""So many seconds after the last write, what there is will have to do for a start."""

_IDLE = 1.0
"""Seconds without sound, all having been heard, after which the stream is stopped."""

_STALLED = 3.0
"""A device that has not asked for sound for so many seconds will not do so any more."""

_DOUBTFUL = 0.1
"""After so many seconds without asking for sound the device is asked whether it plays the ring."""

_QUIET = 0.5
"""After so many seconds without asking for sound the device is looked into."""


class DeviceOutput:
    """An :class:`~reader.playback.output.AudioOutput` over one device.

    `open_stream` opens the device as a stream of rtmixer's that does not run as yet, and
    raises :class:`~reader.errors.NoAudioDevice`; `name` is what errors call it. `rate` is
    known after `start`. May be started again after `close`. Once the device has vanished,
    any use raises :class:`~reader.errors.PlaybackError`.

    Sound lies in two places: in the ring, and, for `buffer_seconds`, in the device. What is
    in the device cannot be changed, but it can be thrown away; so it is remembered, and after
    a pause it is queued anew.
    """

    def __init__(self, open_stream: Callable[[], Any], buffer_seconds: float, *, name: str) -> None:
        self._open_stream = open_stream
        self._buffer_seconds = buffer_seconds
        self._name = name
        self._rate = 0
        self._mixer: Any = None
        self._dry_since: float | None = None

    @property
    def rate(self) -> int:
        """Frames a second that `write` expects."""
        return self._rate

    def start(self) -> None:
        """Open the device and begin; raises :class:`~reader.errors.NoAudioDevice`."""
        self._mixer = self._open_stream()
        self._rate = int(self._mixer.samplerate)
        self._in_device = round(float(self._mixer.latency) * _FULL * self._rate)
        self._buffer = round(self._buffer_seconds * self._rate)
        self._most = self._buffer + 2 * self._in_device
        self._ring = self._new_ring()
        self._action: Any = None
        self._running = self._paused = False
        self._renew()

    def write(self, samples: Samples) -> int:
        """Queue as many frames of `samples` as there is room for; returns how many."""
        taken = samples[: self.space]
        if len(taken):
            self._enqueue(taken)
            self._recent.add(taken)
            self._written += len(taken)
            self._wrote = time.monotonic()
            self._keep_playing(self._wrote)
        return len(taken)

    @property
    def space(self) -> int:
        """Frames that `write` would take now."""
        self._look()
        wanted = self._buffer if self._running else self._buffer + self._in_device
        return max(0, wanted - self._waiting())

    @property
    def played(self) -> int:
        """Frames that have reached the ear since `start` or `clear`."""
        self._look()
        return round(self._heard)

    def pause(self) -> None:
        """Fall silent at once and keep what is queued."""
        self._look()
        self._paused = True
        self._halt()
        self._rewind()

    def resume(self) -> None:
        """Go on with what is queued."""
        self._paused = False
        self._look()

    def clear(self) -> None:
        """Fall silent at once and drop what is queued; `played` begins at 0 again."""
        self._halt()
        self._renew()

    def close(self) -> None:
        """Give the device back."""
        self._running = False
        if self._mixer is not None:
            self._mixer.close(ignore_errors=True)

    # -- the stream ----------------------------------------------------------------------

    def _keep_playing(self, now: float) -> None:
        """Start the stream, or have it play the ring again after it ran dry.

        As the stream starts, the device fills itself at once: there must be enough for that,
        or no more to be had. The callback lets go of a ring that it finds short of sound, and
        takes all of it: then the ring was seen empty, or else, if sound came in that very
        moment, nothing more is taken.
        """
        waiting = self._waiting()
        if self._paused or not waiting:
            return
        if not self._running:
            if waiting < self._in_device and now - self._wrote < _HESITATION:
                return
            self._run(now)
        elif self._may_have_let_go(now) and self._action not in self._mixer.actions:
            self._action = self._mixer.play_ringbuffer(self._ring)
        self._dry_since = None

    def _may_have_let_go(self, now: float) -> bool:
        return self._dry_since is not None or now - self._stirred > _DOUBTFUL

    def _run(self, now: float) -> None:
        self._action = self._mixer.play_ringbuffer(self._ring)
        try:
            self._mixer.start()
        except Exception as error:  # PortAudio's, which this module need not know
            raise self._gone() from error
        self._running = True
        self._looked = self._stirred = now

    def _halt(self) -> None:
        """Stop the stream at once; what is in the device is thrown away."""
        if self._running:
            self._running = False
            try:
                self._mixer.abort()
                if self._action in self._mixer.actions:
                    self._mixer.cancel(self._action)
            except Exception as error:  # PortAudio's, which this module need not know
                raise self._gone() from error

    # -- the ring, while the stream does not run -----------------------------------------

    def _new_ring(self) -> Any:  # noqa: ANN401
        import rtmixer  # type: ignore[import-untyped]

        return rtmixer.RingBuffer(4 * self._mixer.channels, 1 << self._most.bit_length())

    def _renew(self) -> None:
        self._ring.flush()
        self._recent = _Recent(self._most)
        self._written = self._consumed = 0
        self._heard = 0.0
        self._wrote = self._looked = self._stirred = time.monotonic()
        self._dry_since = None

    def _rewind(self) -> None:
        """Queue again what was written but not heard."""
        self._consumed = round(self._heard)
        self._heard = float(self._consumed)
        self._ring.flush()
        if unheard := self._written - self._consumed:
            self._enqueue(self._recent.last(unheard))

    def _enqueue(self, samples: Samples) -> None:
        channels = self._mixer.channels
        frames = np.repeat(samples, channels) if channels > 1 else samples
        self._ring.write(np.ascontiguousarray(frames))

    def _waiting(self) -> int:
        """Frames in the ring, read from its own fields.

        Asking the library would let go of the interpreter, and getting it back takes long
        beside busy Python threads.
        """
        ring = self._ring._ptr
        return int((ring.writeIndex - ring.readIndex) & ring.bigMask)

    # -- the clock -----------------------------------------------------------------------

    def _look(self) -> None:
        """See how far the device and the ear have come; raise if they will come no further."""
        now = time.monotonic()
        if self._running:
            waiting = self._waiting()
            self._listen(self._written - waiting, now)
            if not waiting:
                self._rest_when_dry(now)
            elif now - self._stirred > _STALLED or not self._is_active(now):
                raise self._gone()
        self._keep_playing(now)

    def _listen(self, consumed: int, now: float) -> None:
        """The ear goes on steadily: never beyond what the device took, nor far behind it."""
        steadily = self._heard + (now - self._looked) * self._rate
        self._heard = min(consumed, max(steadily, consumed - self._in_device))
        self._looked = now
        if consumed != self._consumed:
            self._consumed, self._stirred = consumed, now

    def _rest_when_dry(self, now: float) -> None:
        """With nothing to play the stream runs on until all has surely been heard."""
        self._stirred = now
        if self._dry_since is None:
            self._dry_since = now
        elif now - self._dry_since > self._in_device / self._rate + _IDLE:
            self._halt()

    def _is_active(self, now: float) -> bool:
        """Whether the stream still runs; asked only when the device has long been quiet."""
        return now - self._stirred < _QUIET or bool(self._mixer.active)

    def _gone(self) -> PlaybackError:
        return PlaybackError(
            self._name,
            message("The sound device has gone or no longer takes sound."),
            message("Check that it is connected, then press play to go on."),
        )


class _Recent:
    """The last frames written, at least `limit` of them if there were so many."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._blocks: deque[Samples] = deque()
        self._frames = 0

    def add(self, samples: Samples) -> None:
        self._blocks.append(samples)
        self._frames += len(samples)
        while self._frames - len(self._blocks[0]) >= self._limit:
            self._frames -= len(self._blocks.popleft())

    def last(self, frames: int) -> Samples:
        sound = np.concatenate([np.zeros(0, np.float32), *self._blocks])
        return sound[len(sound) - frames :]
