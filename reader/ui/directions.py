"""From which side text is read."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

_FROM_THE_RIGHT, _STRONG = {"R", "AL"}, {"L", "R", "AL"}
"""Classes of letters that are read from the right, and of all that say from where (UAX #9)."""

_MARK = "\u200f"
"""Is not seen, and read from the right."""


def read_from_the_right(letters: Iterable[str]) -> bool:
    """Whether the first of `letters` that says from where it is read is read from the right."""
    classes = map(unicodedata.bidirectional, letters)
    return next((each for each in classes if each in _STRONG), "L") in _FROM_THE_RIGHT


def with_end_in_place(sentence: str) -> str:
    """`sentence`, with the marks at its end beside the words that they belong to.

    Qt puts those after a Hebrew title at the end of an English sentence on its other side.
    """
    return sentence + _MARK if read_from_the_right(reversed(sentence)) else sentence
