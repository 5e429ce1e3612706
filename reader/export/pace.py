"""How fast something goes, by what has been done of late."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

_RECENT = 20.0
"""Seconds of the past that tell the speed."""

_FEWEST = 4
"""Pieces that tell the speed at least: one takes longer than all of the recent past when voices
are slow."""

_GRAIN = 0.5
"""Seconds of which all pieces are counted as one, so that many small ones need no room."""


@dataclass
class _Piece:
    since: float
    at: float
    work: float
    seconds: float


class Pace:
    """Tells the speed of the last seconds; times are those of any one clock."""

    def __init__(self, begun: float) -> None:
        self._pieces: deque[_Piece] = deque()
        self._last = begun

    def add(self, at: float, work: float, seconds: float) -> None:
        """So much work, with so many seconds of sound, was done until `at`."""
        piece = self._pieces[-1] if self._pieces else None
        if piece is not None and at - piece.since < _GRAIN:
            piece.at, piece.work, piece.seconds = at, piece.work + work, piece.seconds + seconds
        else:
            self._pieces.append(_Piece(self._last, at, work, seconds))
        self._last = at

    def rate(self, now: float) -> tuple[float, float]:
        """Work and seconds of sound that a second has brought of late; 0 before anything has."""
        while len(self._pieces) > _FEWEST and self._pieces[0].at < now - _RECENT:
            self._pieces.popleft()
        took = now - self._pieces[0].since if self._pieces else 0.0
        if took <= 0:
            return 0.0, 0.0
        return (
            sum(piece.work for piece in self._pieces) / took,
            sum(piece.seconds for piece in self._pieces) / took,
        )
