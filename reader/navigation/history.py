"""Back and forward between the places one has jumped from, as in a browser."""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

from reader.navigation.place import Position

FAR = 300
"""Characters; a shorter move within a chapter is not worth coming back from (Paperback's
measure)."""


class History:
    """The places left by jumps, at most `limit` in each direction, the oldest forgotten first."""

    def __init__(self, limit: int = 100) -> None:
        self._back: deque[_Left] = deque(maxlen=limit)
        self._forward: deque[_Left] = deque(maxlen=limit)

    def left(self, position: Position, *, exactly: bool = False) -> None:
        """A jump is about to leave `position`; there is nothing to go forward to any more.

        Where the jump turns out to be a short one, :meth:`back` passes it by, unless one is to
        come back `exactly` there: from a note to its reference, however near it stands.
        """
        self._forward.clear()
        _push(self._back, _Left(position, exactly))

    def back(self, now: Position) -> Position | None:
        """The last place left that is far from `now`, which :meth:`forward` comes back to."""
        return _moved(now, self._back, self._forward)

    def forward(self, now: Position) -> Position | None:
        """The place from which :meth:`back` came."""
        return _moved(now, self._forward, self._back)


class _Left(NamedTuple):
    position: Position
    exactly: bool


def _moved(now: Position, source: deque[_Left], other: deque[_Left]) -> Position | None:
    while source:
        found = source.pop()
        near = not _is_far(found.position, now)
        if found.position != now and (found.exactly or not near):
            # Whoever comes a short way must be able to go it the other way, too.
            _push(other, _Left(now, near))
            return found.position
    return None


def _push(places: deque[_Left], left: _Left) -> None:
    last = places[-1] if places else None
    if last is not None and not _is_far(last.position, left.position):
        if not left.exactly:
            return
        places.pop()
    places.append(left)


def _is_far(one: Position, other: Position) -> bool:
    return one.chapter != other.chapter or abs(one.offset - other.offset) > FAR
