"""Between the book's offsets (code points) and positions in the text as Qt shows it.

Qt counts UTF-16 code units, and what is shown may be longer or shorter than what is written:
a name in place of a picture, a line broken where the book has none.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable


class Offsets:
    """Maps offsets of one text both ways; costs nothing where every character is one unit."""

    def __init__(self, lengths: Iterable[tuple[int, int]] = ()) -> None:
        """`lengths`: each character that is not one unit: its offset, rising, and its units."""
        self._places = array("q")
        self._shown_at = array("q")
        self._units = array("q")
        self._added = array("q", [0])
        added = 0
        for offset, units in lengths:
            self._places.append(offset)
            self._shown_at.append(offset + added)
            self._units.append(units)
            added += units - 1
            self._added.append(added)

    def to_qt(self, offset: int) -> int:
        """Qt's position of the character at `offset`."""
        return offset + self._added[bisect_left(self._places, offset)]

    def from_qt(self, position: int) -> int:
        """The offset of the character shown at Qt's `position`, or around it."""
        last = bisect_right(self._shown_at, position) - 1
        if last >= 0 and position < self._shown_at[last] + self._units[last]:
            return self._places[last]
        return position - self._added[last + 1]
