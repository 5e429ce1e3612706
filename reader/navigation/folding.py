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

    def __init__(self, *, case: bool) -> None:
        super().__init__()
        self._case = case

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = unicodedata.normalize("NFKC", character)
        folded = simplified(folded if self._case else folded.casefold())
        if not folded or (folded.isspace() and not character.isspace()):
            folded = character
        self[code] = folded
        return folded


class _HanziTable(dict[int, str]):
    """Hanzi in their simplified form, a character for a character; all else as it is."""

    def __missing__(self, code: int) -> str:
        folded = simplified(chr(code))
        self[code] = folded if len(folded) == 1 else chr(code)
        return self[code]


_ONE_CASE = _Table(case=False)
_BOTH_CASES = _Table(case=True)
_HANZI = _HanziTable()


class Folded:
    """A folded text that knows where its characters come from."""

    def __init__(self, source: str, *, case: bool = False) -> None:
        self._source = source
        self._table = _BOTH_CASES if case else _ONE_CASE
        self.text = source.translate(self._table)
        self._ends: list[int] | None = None

    def source_range(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the source that ``text[start:end]`` comes from, each whole."""
        if len(self.text) == len(self._source):
            return start, end
        if self._ends is None:
            self._ends = list(accumulate(len(self._table[ord(each)]) for each in self._source))
        return bisect_right(self._ends, start), bisect_right(self._ends, max(start, end - 1)) + 1


def fold(text: str, *, case: bool = False) -> str:
    """`text` as it is compared; `case` keeps small and capital letters apart."""
    return text.translate(_BOTH_CASES if case else _ONE_CASE)


def same_hanzi(text: str) -> str:
    """`text` with all hanzi in one form, each at its own place; nothing else is changed."""
    return text if text.isascii() else text.translate(_HANZI)
