"""The contract between the player and whatever makes the sound audible."""

from __future__ import annotations

from typing import Protocol

from reader.speech.engine import Samples


class AudioOutput(Protocol):
    """A stream of mono float32 sound towards a device, used from one thread at a time.

    Frames written are queued without a copy being lost: `write` takes what fits and says
    how many frames that was; it never blocks. Frame numbers count from `start`.
    """

    @property
    def rate(self) -> int:
        """Frames a second that `write` expects."""
        ...

    def start(self) -> None:
        """Open the device and begin; raises :class:`~reader.errors.NoAudioDevice`."""
        ...

    def write(self, samples: Samples) -> int:
        """Queue as many frames of `samples` as there is room for; returns how many."""
        ...

    @property
    def space(self) -> int:
        """Frames that `write` would take now."""
        ...

    @property
    def played(self) -> int:
        """Frames the device has consumed since `start` or `clear`: the audio clock."""
        ...

    def pause(self) -> None:
        """Fall silent at once and keep what is queued."""
        ...

    def resume(self) -> None:
        """Go on with what is queued."""
        ...

    def clear(self) -> None:
        """Fall silent at once and drop what is queued; `played` begins at 0 again."""
        ...

    def close(self) -> None:
        """Give the device back."""
        ...
