"""Which part of what is said belongs to which part of what is written, both ways."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple


class Stretch(NamedTuple):
    """``written[start:end]`` is said as ``spoken[spoken_start:spoken_end]``, as a whole."""

    start: int
    end: int
    spoken_start: int
    spoken_end: int

    def moved(self, written: int, spoken: int) -> Stretch:
        """The same stretch in texts that begin so many characters earlier."""
        return Stretch(
            self.start + written,
            self.end + written,
            self.spoken_start + spoken,
            self.spoken_end + spoken,
        )


@dataclass(frozen=True)
class Alignment:
    """The stretches of a text that are said differently, in order; the rest is said as written.

    A stretch cannot be divided: a word inside 二零二三年 belongs to all of ``2023年``. Either
    side of a stretch may be empty: what is not said, and what is said without being written.
    """

    stretches: tuple[Stretch, ...] = ()

    def written(self, start: int, end: int) -> tuple[int, int]:
        """The part of the written text that says ``spoken[start:end]``."""
        if end <= start:
            return (self._written_at(start)[0],) * 2
        return self._written_at(start)[0], self._written_at(end - 1)[1]

    def spoken(self, start: int, end: int) -> tuple[int, int]:
        """The part of the spoken text that says ``written[start:end]``."""
        if end <= start:
            return (self._spoken_at(start)[0],) * 2
        return self._spoken_at(start)[0], self._spoken_at(end - 1)[1]

    def _written_at(self, position: int) -> tuple[int, int]:
        """Where the character ``spoken[position]`` is written."""
        found = bisect_right(self.stretches, position, key=lambda each: each.spoken_start) - 1
        if found < 0:
            return position, position + 1
        stretch = self.stretches[found]
        if position < stretch.spoken_end:
            return stretch.start, stretch.end
        place = position - stretch.spoken_end + stretch.end
        return place, place + 1

    def _spoken_at(self, position: int) -> tuple[int, int]:
        """Where the character ``written[position]`` is said."""
        found = bisect_right(self.stretches, position, key=lambda each: each.start) - 1
        if found < 0:
            return position, position + 1
        stretch = self.stretches[found]
        if position < stretch.end:
            return stretch.spoken_start, stretch.spoken_end
        place = position - stretch.end + stretch.spoken_end
        return place, place + 1

    def divided(self, position: int) -> tuple[int, Alignment, Alignment]:
        """Cut before ``spoken[position]``: where that is written, and both parts' alignments.

        What a cut stretch stands for goes with the first part.
        """
        written = self.written(0, position)[1]
        head: list[Stretch] = []
        tail: list[Stretch] = []
        for stretch in self.stretches:
            if stretch.spoken_end <= position and stretch.end <= written:
                head.append(stretch)
            elif stretch.spoken_start < position:
                head.append(stretch._replace(spoken_end=position))
                tail.append(Stretch(0, 0, 0, stretch.spoken_end - position))
            else:
                tail.append(stretch.moved(-written, -position))
        return written, Alignment(tuple(head)), Alignment(tuple(tail))
