"""Between the book's offsets (code points) and Qt's positions (UTF-16 code units)."""

from __future__ import annotations

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Offsets:
    """Maps offsets of one text both ways; costs nothing where every character is one unit."""

    def __init__(self, text: str) -> None:
        self._astral = [found.start() for found in _ASTRAL.finditer(text)]
        self._units = [offset + count for count, offset in enumerate(self._astral)]

    def to_qt(self, offset: int) -> int:
        """Qt's position of the character at `offset`."""
        return offset + bisect_left(self._astral, offset)

    def from_qt(self, position: int) -> int:
        """The offset of the character at Qt's `position`; inside a pair, of that pair."""
        return position - bisect_left(self._units, position)
