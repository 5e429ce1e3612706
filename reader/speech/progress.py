"""How far in the text the sound has come, so that another voice can go on from there."""

from __future__ import annotations

from reader.speech.engine import AudioChunk, TimedWord

_CUT = 0.02
"""Seconds that may be missing of a word that counts as said: less than a sound is long."""


class Progress:
    """Follows chunks as they go out."""

    def __init__(self) -> None:
        self._given = 0.0
        self._last: TimedWord | None = None

    def noted(self, chunk: AudioChunk) -> AudioChunk:
        """`chunk`, which goes out now."""
        if chunk.words:
            self._last = chunk.words[-1].moved(seconds=self._given)
        self._given += chunk.seconds
        return chunk

    @property
    def reached(self) -> int | None:
        """Where in the chapter the rest begins: behind the last word, or at it if it was cut off;
        None if no word was told of.
        """
        if self._last is None:
            return None
        is_whole = self._last.finish <= self._given + _CUT
        return self._last.end if is_whole else self._last.start
