"""An audio output whose clock the test turns by hand."""

import threading

import numpy as np

from reader.errors import TingshuError
from reader.speech.engine import SPEECH_RATE


class FakeOutput:
    """Takes sound like a device and plays it only when told to :meth:`advance`.

    `sound` is everything that was heard, `silent_frames` how often the device asked in vain
    while it was neither paused nor stopped. Set `refusal` to make `start` fail, `breakage`
    to make the device vanish in mid-play. Safe to use from two threads.
    """

    def __init__(self, *, rate=SPEECH_RATE, buffer_seconds=0.3, refusal=None):
        self.rate = rate
        self.capacity = round(rate * buffer_seconds)
        self.refusal: TingshuError | None = refusal
        self.breakage: TingshuError | None = None
        self.started = 0
        self.closed = 0
        self.cleared = 0
        self.paused = False
        self.silent_frames = 0
        self._changed = threading.Condition()
        self._queued = np.zeros(0, np.float32)
        self._heard: list[np.ndarray] = []
        self._played = 0
        self._running = False

    # -- what the player uses ------------------------------------------------------------

    def start(self):
        if self.refusal is not None:
            raise self.refusal
        with self._changed:
            assert not self._running, "started twice"
            self.started += 1
            self._running = True
            self.paused = False
            self._empty()

    def write(self, samples):
        self._check()
        with self._changed:
            assert samples.dtype == np.float32, samples.dtype
            assert samples.ndim == 1
            taken = min(len(samples), self.capacity - len(self._queued))
            self._queued = np.concatenate([self._queued, samples[:taken]])
            self._changed.notify_all()
            return taken

    @property
    def space(self):
        self._check()
        return self.capacity - len(self._queued)

    @property
    def played(self):
        self._check()
        return self._played

    def pause(self):
        self._check()
        with self._changed:
            self.paused = True
            self._changed.notify_all()

    def resume(self):
        self._check()
        with self._changed:
            self.paused = False
            self._changed.notify_all()

    def clear(self):
        self._check()
        with self._changed:
            self.cleared += 1
            self._empty()
            self._changed.notify_all()

    def close(self):
        with self._changed:
            self.closed += 1
            self._running = False
            self._empty()
            self._changed.notify_all()

    # -- what the test uses --------------------------------------------------------------

    def advance(self, frames=None):
        """Let `frames` pass on the device's clock (all that is queued if None).

        Returns how many of them were sound.
        """
        with self._changed:
            if self.paused or not self._running:
                return 0
            frames = len(self._queued) if frames is None else frames
            sounding, self._queued = self._queued[:frames], self._queued[frames:]
            self._heard.append(sounding)
            self._played += len(sounding)
            self.silent_frames += frames - len(sounding)
            return len(sounding)

    @property
    def queued(self):
        """Frames that wait to be heard."""
        return len(self._queued)

    @property
    def sound(self):
        """Everything that was heard, one after the other."""
        with self._changed:
            return np.concatenate([np.zeros(0, np.float32), *self._heard])

    def wait_until(self, condition, timeout=10.0):
        """Wait until `condition(self)` holds after a write, pause, resume, clear or close."""
        with self._changed:
            return self._changed.wait_for(lambda: condition(self), timeout)

    def _empty(self):
        self._queued = np.zeros(0, np.float32)
        self._played = 0

    def _check(self):
        assert self._running, "used while closed"
        if self.breakage is not None:
            raise self.breakage
