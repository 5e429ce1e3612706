"""Text as it is compared in a search: one case, one width, one form of hanzi and of accents.

A letter and the marks that belong to it become one character, or several, never none. The marks
that no one character holds together with its letter, such as the vowels of Hebrew and Arabic,
are characters of their own.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
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


LONGEST_CHARACTER = 4
"""Characters of which one is made of the same meaning: a letter of Greek with three marks."""

_JOINING = (
    "\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dcf\u0ddf"
    "\u0f73\u0f75\u0f81\u102e\u1161-\u1175\u11a8-\u11c2\u1b35"
    "\U00011127\U0001133e\U00011357\U000114b0\U000114ba\U000114bd\U000115af\U00011930"
)
"""What is no mark and yet becomes one character with what is before it: vowels, parts of hangul."""


@cache
def _letter_with_marks() -> re.Pattern[str]:
    marks = "".join(chr(code) for code in range(0x300, 0x1F000) if unicodedata.combining(chr(code)))
    return re.compile(f".[{marks}{_JOINING}]*", re.DOTALL)


_ONE_CASE = _Table(case=False)
_BOTH_CASES = _Table(case=True)
_HANZI = _HanziTable()


class Folded:
    """A folded text that knows where its characters come from."""

    def __init__(self, source: str, *, case: bool = False) -> None:
        self._case = case
        self._pieces: Sequence[str] = source
        if not unicodedata.is_normalized("NFC", source):
            self._pieces = _letter_with_marks().findall(source)
        self.text = fold(source, case=case)
        self._is_in_place = len(self.text) == len(self._pieces) == len(source)
        self._ends: list[int] = []
        self._starts: list[int] = []

    def source_range(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the source that ``text[start:end]`` comes from, each whole."""
        if self._is_in_place:
            return start, end
        if not self._ends:
            folded = (len(fold(piece, case=self._case)) for piece in self._pieces)
            self._ends = list(accumulate(folded))
            self._starts = list(accumulate(map(len, self._pieces), initial=0))
        first = bisect_right(self._ends, start)
        last = bisect_right(self._ends, max(start, end - 1))
        return self._starts[first], self._starts[last + 1]


def fold(text: str, *, case: bool = False) -> str:
    """`text` as it is compared; `case` keeps small and capital letters apart."""
    return unicodedata.normalize("NFC", text).translate(_BOTH_CASES if case else _ONE_CASE)


def same_hanzi(text: str) -> str:
    """`text` with all hanzi in one form, each at its own place; nothing else is changed."""
    return text if text.isascii() else text.translate(_HANZI)
