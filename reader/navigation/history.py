"""Back and forward between the places one has jumped from, as in a browser."""

from __future__ import annotations

from collections import deque

from reader.navigation.place import Position

FAR = 300
"""Characters; a shorter move within a chapter is not worth coming back from (Paperback's
measure)."""


class History:
    """The places left by jumps, at most `limit` in each direction, the oldest forgotten first."""

    def __init__(self, limit: int = 100) -> None:
        self._back: deque[Position] = deque(maxlen=limit)
        self._forward: deque[Position] = deque(maxlen=limit)

    def left(self, position: Position, *, exactly: bool = False) -> None:
        """A jump is about to leave `position`; there is nothing to go forward to any more.

        Where the jump turns out to be a short one, :meth:`back` passes it by. A place near the
        one left before is that same one, unless one is to come back `exactly` there.
        """
        self._forward.clear()
        if exactly and self._back and not _is_far(self._back[-1], position):
            self._back.pop()
        _push(self._back, position)

    def back(self, now: Position) -> Position | None:
        """The last place left that is far from `now`, which :meth:`forward` comes back to."""
        return _moved(now, self._back, self._forward)

    def forward(self, now: Position) -> Position | None:
        """The place from which :meth:`back` came."""
        return _moved(now, self._forward, self._back)


def _moved(now: Position, source: deque[Position], other: deque[Position]) -> Position | None:
    while source:
        found = source.pop()
        if _is_far(found, now):
            _push(other, now)
            return found
    return None


def _push(places: deque[Position], position: Position) -> None:
    if not places or _is_far(places[-1], position):
        places.append(position)


def _is_far(one: Position, other: Position) -> bool:
    return one.chapter != other.chapter or abs(one.offset - other.offset) > FAR
