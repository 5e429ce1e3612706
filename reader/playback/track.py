"""Which passage sounds at which frame of the output."""

from __future__ import annotations

from collections import deque

from reader.narration.passage import Passage


class Track:
    """Follows the beginnings of passages from the synthesised sound to the ear.

    A passage begins at a frame of the *input* of the stretcher; as blocks are laid down for
    the output, that becomes a frame of the *output*, which the audio clock reaches later.
    """

    def __init__(self) -> None:
        self._begun: deque[tuple[int, Passage]] = deque()
        self._laid: deque[tuple[int, Passage]] = deque()
        self._frames = 0

    @property
    def frames(self) -> int:
        """Frames of output laid down so far."""
        return self._frames

    def begin(self, passage: Passage, frame: int) -> None:
        """Note that `passage` begins at `frame` of the input."""
        self._begun.append((frame, passage))

    def lay(self, first: int, end: int, frames: int) -> None:
        """Note that input from `first` up to `end` went out evenly as `frames` of output."""
        while self._begun and self._begun[0][0] < max(end, first + 1):
            frame, passage = self._begun.popleft()
            share = (frame - first) / (end - first) if end > first else 0.0
            offset = round(min(max(share, 0.0), 1.0) * frames)
            self._laid.append((self._frames + offset, passage))
        self._frames += frames

    def reached(self, played: int) -> list[Passage]:
        """The passages whose first frame has sounded since the last call."""
        passages = []
        while self._laid and self._laid[0][0] < played:
            passages.append(self._laid.popleft()[1])
        return passages
