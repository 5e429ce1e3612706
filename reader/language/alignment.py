"""Which part of what is said belongs to which part of what is written, both ways."""

from __future__ import annotations

from collections.abc import Iterable
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
        return _across(((s[2], s[3], s[0], s[1]) for s in self.stretches), start, end)

    def spoken(self, start: int, end: int) -> tuple[int, int]:
        """The part of the spoken text that says ``written[start:end]``."""
        return _across(self.stretches, start, end)

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

    def followed_by(self, other: Alignment, written: int, spoken: int) -> Alignment:
        """This alignment, and `other` for what begins at these offsets of both texts."""
        return Alignment(
            (*self.stretches, *(each.moved(written, spoken) for each in other.stretches))
        )


def _across(
    stretches: Iterable[tuple[int, int, int, int]], start: int, end: int
) -> tuple[int, int]:
    """The range of the other text, where every stretch gives its place in this text first."""
    known = tuple(stretches)
    first, _ = _place(known, start)
    return (first, _place(known, end - 1)[1]) if end > start else (first, first)


def _place(stretches: tuple[tuple[int, int, int, int], ...], position: int) -> tuple[int, int]:
    """Where in the other text the character at `position` is."""
    shift = 0
    for begin, stop, other_begin, other_stop in stretches:
        if position < begin:
            break
        if position < stop:
            return other_begin, other_stop
        shift = other_stop - stop
    return position + shift, position + shift + 1
