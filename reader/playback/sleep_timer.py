"""When to fall silent by itself: after a while, or at the end of the chapter."""

from __future__ import annotations

from collections.abc import Callable

FADE = 5.0
"""Seconds over which the sound fades away."""

_ON_ITS_WAY = 1.0
"""Seconds before the end by which the sound has faded, because it is heard somewhat later."""


class SleepTimer:
    """Counts down by `clock`, in seconds, whether or not anything is being read."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._end: float | None = None
        self._at_chapter_end = False

    def start(self, seconds: float) -> None:
        """Fall silent after `seconds` from now, whatever was wished before."""
        self._end = self._clock() + max(0.0, seconds)
        self._at_chapter_end = False

    def wait_for_chapter_end(self) -> None:
        """Fall silent after the present chapter, whatever was wished before."""
        self._end = None
        self._at_chapter_end = True

    def cancel(self) -> None:
        """Do not fall silent."""
        self._end = None
        self._at_chapter_end = False

    @property
    def at_chapter_end(self) -> bool:
        """Whether it waits for the end of the chapter."""
        return self._at_chapter_end

    @property
    def remaining(self) -> float | None:
        """Seconds left; None where no time was set."""
        end = self._end
        return None if end is None else max(0.0, end - self._clock())

    @property
    def is_over(self) -> bool:
        """Whether the time has come."""
        return self.remaining == 0.0

    @property
    def gain(self) -> float:
        """The factor on the volume: 1, and towards the end ever less."""
        left = self.remaining
        return 1.0 if left is None else min(1.0, max(0.0, (left - _ON_ITS_WAY) / FADE))
