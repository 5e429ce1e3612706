"""What listeners wish of the player, left from any thread for its own thread to carry out."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from reader.playback.events import PlayerState

_MOST = 256
"""Wishes kept while the player's thread is held up (by a slow device)."""


@dataclass(frozen=True)
class _Wish:
    fulfil: Callable[[], None]
    state: PlayerState | None


class Wishes:
    """Wishes in the order they were left; safe to use from any thread.

    If there are too many, moves are forgotten, the oldest first; a wish that changes the
    state, such as to stop, is kept.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._wishes: deque[_Wish] = deque()
        self._state = PlayerState.STOPPED
        self._woken = False
        self._closed = False

    @property
    def state(self) -> PlayerState:
        """The state once all wishes are fulfilled."""
        return PlayerState.STOPPED if self._closed else self._state

    @property
    def closed(self) -> bool:
        """Whether nothing is wished for any more."""
        return self._closed

    def add(self, fulfil: Callable[[], None], state: PlayerState | None = None) -> None:
        """Leave a wish, which brings the player into `state` unless None."""
        with self._changed:
            if self._closed:
                return
            if len(self._wishes) == _MOST:
                moves = (number for number, wish in enumerate(self._wishes) if wish.state is None)
                del self._wishes[next(moves, 0)]
            self._wishes.append(_Wish(fulfil, state))
            if state is not None:
                self._state = state
            self._changed.notify_all()

    def take(self) -> Callable[[], None] | None:
        """The oldest wish, for the player to call; None if there is none."""
        with self._changed:
            return self._wishes.popleft().fulfil if self._wishes else None

    def settle(self, state: PlayerState) -> bool:
        """Say what has become of the wishes; False if there are more, or nobody wishes any more."""
        with self._changed:
            if self._wishes or self._closed:
                return False
            self._state = state
            return True

    def wake(self) -> None:
        """End the present or next :meth:`wait`."""
        with self._changed:
            self._woken = True
            self._changed.notify_all()

    def wait(self, seconds: float | None) -> None:
        """Rest until there is a wish or a :meth:`wake`, for at most `seconds` unless None."""
        with self._changed:
            self._changed.wait_for(
                lambda: self._woken or self._wishes or self._closed, timeout=seconds
            )
            self._woken = False

    def close(self) -> None:
        """Take no more wishes."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
