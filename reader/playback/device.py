"""The sound device in use: opened when it is needed, given back, replaced when it is lost."""

from __future__ import annotations

import logging
from collections.abc import Callable

from reader.background import Task
from reader.errors import PlaybackError, TingshuError
from reader.messages import message
from reader.playback.output import AudioOutput

_log = logging.getLogger(__name__)

_CLOSING = 1.0
"""Seconds in which a device may let go; one that works takes a tenth of that."""


_STALLED = 5.0
"""A device that has played nothing of what it has for so many seconds will not do so any more."""

_LOOKING = 1.0
"""Whoever looks less often than after so many seconds has not been playing meanwhile."""


class Device:
    """An output that may be closed and opened again, used from the player's thread alone.

    :attr:`another_output` opens the one to go on with when :attr:`output` is lost.
    """

    def __init__(self, output: AudioOutput) -> None:
        self.output = output
        self.another_output: Callable[[], AudioOutput] | None = None
        self._is_open = False
        self._may_replace = True
        self._played = 0
        self._looked_at = self._moved_at = float("-inf")

    @property
    def is_open(self) -> bool:
        """Whether the output takes sound."""
        return self._is_open

    def open(self) -> None:
        """Start the output, if it is not; raises :class:`~reader.errors.NoAudioDevice`."""
        if not self._is_open:
            self.output.start()
            self._is_open = True

    def close(self) -> None:
        """Give the device back; one whose driver hangs is left alone after a moment."""
        if not self._is_open:
            return
        self._is_open = False
        output = self.output
        closing = Task(lambda _token: output.close(), name="close sound device")
        if not closing.join(_CLOSING):
            _log.warning("the sound device does not let itself be closed")
        elif (error := closing.error()) is not None:  # it may be gone
            _log.error("the sound device could not be closed", exc_info=error)

    def watch(self, *, unheard: int, now: float) -> None:
        """Raise `PlaybackError` if the device plays nothing any more, `unheard` frames waiting.

        Not every output knows by itself; to be called while playing, `now` in seconds.
        """
        played = self.output.played
        looks_anew = now - self._looked_at > _LOOKING
        if looks_anew or not unheard or played != self._played:
            self._moved_at = now
        self._looked_at, self._played = now, played
        if now - self._moved_at > _STALLED:
            raise PlaybackError(
                message("Sound"),
                message("The sound device no longer plays anything."),
                message("Check that it is connected, then press play to go on."),
            )

    def works(self) -> None:
        """Say that something was heard: should it be lost, it may be replaced again."""
        self._may_replace = True

    def replace(self) -> bool:
        """Open another output in place of the lost one; False if there is none.

        Only once, until something is heard again.
        """
        if self.another_output is None or not self._may_replace:
            return False
        self._may_replace = False
        try:
            output = self.another_output()
            output.start()
        except TingshuError:  # what was lost is told instead
            _log.info("there is no other sound device", exc_info=True)
            return False
        self.output = output
        self._is_open = True
        return True
