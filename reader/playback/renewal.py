"""When what is queued for the device is made anew: soon, in a quiet moment, not too often."""

from __future__ import annotations

from collections.abc import Callable

_APART = 0.25
"""Seconds between two times, so that a key held down to go faster does not tear the sound to
shreds."""

_PATIENCE = 0.2
"""Seconds in which a quiet moment is looked for: between two syllables there is one, and there a
cut does not click."""


class Renewal:
    """Whether queued sound is out of date, and when to do something about it."""

    def __init__(self) -> None:
        self._wished = False
        self._last = float("-inf")
        self._due_at: float | None = None

    @property
    def wished(self) -> bool:
        """Whether the queued sound is out of date."""
        return self._wished

    @property
    def due_at(self) -> float | None:
        """When it is to be made anew; None if that is not settled."""
        return self._due_at

    def wish(self) -> None:
        """Say that something changed. May be called from any thread."""
        self._wished = True

    def is_due(self, now: float, quietest: Callable[[float], float]) -> bool:
        """Whether to do it now; `quietest` tells how far off the quietest of some seconds is."""
        if self._due_at is None:
            self._due_at = max(now + quietest(_PATIENCE), self._last + _APART)
        return now >= self._due_at

    def done(self, now: float) -> None:
        """Say that what is queued from now on is up to date."""
        self._wished = False
        self._last = now
        self._due_at = None
