"""Which frame of the recorded speech sounds at which frame of the output."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from math import ceil


@dataclass(frozen=True, kw_only=True)
class _Laid:
    """`frames` of output from frame `out` on, which play speech from `first` to `end` evenly."""

    out: int
    frames: int
    first: int
    end: int


class Track:
    """Follows speech to the ear: blocks are laid down for the output, and later heard.

    Frames of output are numbered from 0. Until the first is heard, the ear is at frame
    `begin` of the speech.
    """

    def __init__(self, begin: int = 0) -> None:
        self._laid: deque[_Laid] = deque()
        self._frames = 0
        self._heard = begin

    @property
    def frames(self) -> int:
        """Frames of output laid down so far."""
        return self._frames

    def lay(self, first: int, end: int, frames: int) -> None:
        """Note that speech from `first` up to `end` goes out evenly as `frames` of output."""
        self._laid.append(_Laid(out=self._frames, frames=frames, first=first, end=end))
        self._frames += frames

    def heard(self, played: int) -> int:
        """The frame of the speech up to which the ear has come, `played` frames having sounded."""
        while self._laid and self._laid[0].out + self._laid[0].frames <= played:
            self._heard = self._laid.popleft().end
        if self._laid and self._laid[0].out < played:
            block = self._laid[0]
            share = (played - block.out) / block.frames
            return block.first + ceil(share * (block.end - block.first))
        return self._heard
