"""How much there is to say in a text: whether anything at all, and for how long.

Length is counted in hanzi, roughly: a hanzi is a syllable, four letters are.
"""

from __future__ import annotations

import re

_WIDE = re.compile(
    "[\u1100-\u11ff\u2e80-\u2fdf\u3005-\u30ff\u3130-\u9fff\uac00-\ud7ff\uf900-\ufaff]"
)

LETTERS_A_HANZI = 4
"""Letters (spaces and digits too) that take about as long to say as one hanzi."""


def weight(text: str, start: int = 0, end: int | None = None) -> float:
    """The length of ``text[start:end]`` in hanzi; a letter counts a quarter."""
    stop = len(text) if end is None else end
    wide = sum(1 for _ in _WIDE.finditer(text, start, stop))
    return wide + (stop - start - wide) / LETTERS_A_HANZI


def reach(text: str, start: int, longest: float) -> int:
    """The last offset for which what stands between `start` and it weighs at most `longest`.

    Looks no further than it has to, however long the text is.
    """
    left = longest
    position = start
    for wide in _WIDE.finditer(text, start, start + int(longest * LETTERS_A_HANZI)):
        narrow = (wide.start() - position) / LETTERS_A_HANZI
        if narrow + 1 > left:
            return position + min(wide.start() - position, int(left * LETTERS_A_HANZI))
        left -= narrow + 1
        position = wide.end()
    return min(len(text), position + int(left * LETTERS_A_HANZI))


def is_sayable(text: str) -> bool:
    """Whether `text` holds a letter or digit; punctuation alone says nothing."""
    return any(map(str.isalnum, text))
