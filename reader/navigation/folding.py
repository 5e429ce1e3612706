"""Text as it is compared in a search: one case, one width, one form of hanzi.

Every character becomes one or several, never none, so that a folded text as long as its
source has each character in its own place.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from itertools import accumulate

from reader.language.traditional import simplified


class _Table(dict[int, str]):
    """What each character becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        compatible = unicodedata.normalize("NFKC", character)
        folded = simplified(compatible.casefold())
        if not folded or (folded.isspace() and not character.isspace()):
            folded = character
        self[code] = folded
        return folded


_TABLE = _Table()


class Folded:
    """A folded text that knows where its characters come from."""

    def __init__(self, source: str) -> None:
        self._source = source
        self.text = fold(source)
        self._ends: list[int] | None = None

    def source_range(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the source that ``text[start:end]`` comes from, each whole."""
        if len(self.text) == len(self._source):
            return start, end
        if self._ends is None:
            self._ends = list(accumulate(len(_TABLE[ord(each)]) for each in self._source))
        return bisect_right(self._ends, start), bisect_right(self._ends, max(start, end - 1)) + 1


def fold(text: str) -> str:
    """`text` as it is compared."""
    return text.translate(_TABLE)
