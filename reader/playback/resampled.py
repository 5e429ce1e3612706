"""Sound at the speech rate for a device that runs at another."""

from __future__ import annotations

import numpy as np

from reader.playback.output import AudioOutput
from reader.speech.engine import SPEECH_RATE, Samples


class ResampledOutput:
    """Takes sound at :data:`~reader.speech.engine.SPEECH_RATE` whatever the device's rate.

    `inner` tells its rate once it has been started. If the rates agree nothing is changed.
    """

    def __init__(self, inner: AudioOutput) -> None:
        self._inner = inner
        self._taken = 0
        self._given = 0
        self._waiting: Samples = np.zeros(0, np.float32)

    @property
    def rate(self) -> int:
        """Always the speech rate."""
        return SPEECH_RATE

    def start(self) -> None:
        """Open the device and begin; raises :class:`~reader.errors.NoAudioDevice`."""
        self._inner.start()
        self._begin()

    def write(self, samples: Samples) -> int:
        """Queue as many frames of `samples` as there is room for; returns how many."""
        if self._ratio == 1.0:
            return self._inner.write(samples)
        taken = samples[: self.space]
        self._taken += len(taken)
        self._hand_over(self._resample.resample_chunk(taken))
        return len(taken)

    @property
    def space(self) -> int:
        """Frames that `write` would take now."""
        if self._ratio == 1.0:
            return self._inner.space
        self._hand_over()
        return max(0, int((self._inner.space - len(self._waiting)) / self._ratio))

    @property
    def played(self) -> int:
        """Frames heard since `start` or `clear`, counted back from what was last written.

        So what the resampler holds back, up to 40 ms, never keeps the clock from reaching
        the end.
        """
        if self._ratio == 1.0:
            return self._inner.played
        self._hand_over()
        left = self._given + len(self._waiting) - self._inner.played
        return max(0, self._taken - round(left / self._ratio))

    def pause(self) -> None:
        """Fall silent at once and keep what is queued."""
        self._inner.pause()

    def resume(self) -> None:
        """Go on with what is queued."""
        self._inner.resume()

    def clear(self) -> None:
        """Fall silent at once and drop what is queued; `played` begins at 0 again."""
        self._inner.clear()
        self._begin()

    def close(self) -> None:
        """Give the device back."""
        self._inner.close()

    def _begin(self) -> None:
        import soxr  # type: ignore[import-untyped]

        self._ratio = self._inner.rate / SPEECH_RATE
        self._resample = soxr.ResampleStream(SPEECH_RATE, self._inner.rate, 1, dtype="float32")
        self._taken = self._given = 0
        self._waiting = self._waiting[:0]

    def _hand_over(self, samples: Samples | None = None) -> None:
        """Pass on what waits, and `samples` after it: the resampler's blocks are uneven."""
        if samples is not None:
            self._waiting = np.concatenate([self._waiting, samples])
        written = self._inner.write(self._waiting)
        self._given += written
        self._waiting = self._waiting[written:]
