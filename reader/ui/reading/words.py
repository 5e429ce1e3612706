"""The word at a place of the text."""

from __future__ import annotations

import re

from reader.language.detect import HAN

_WORD = re.compile(rf"[{HAN}]+|(?:(?![{HAN}])[^\W_])+(?:['’\-](?:(?![{HAN}])[^\W_])+)*")
_HANZI = re.compile(f"[{HAN}]")
_AROUND = 60
"""Characters on either side that tell where words begin; no word of letters is longer."""


def word_at(text: str, offset: int) -> tuple[int, int]:
    """Start and end of the word that holds `offset`, or ends there, or begins next on the line.

    Both are `offset` where the line has none. Unbroken hanzi are cut by the dictionary.
    """
    first = max(text.rfind("\n", 0, offset) + 1, offset - _AROUND)
    last = text.find("\n", offset)
    last = min(len(text) if last < 0 else last, offset + _AROUND)
    found = _found(text[first:last], offset - first)
    return (first + found[0], first + found[1]) if found is not None else (offset, offset)


def _found(line: str, place: int) -> tuple[int, int] | None:
    before = None
    for found in _WORD.finditer(line):
        if found.start() > place and before is not None:
            break
        if found.end() > place:
            return _word(found.group(), found.start(), place)
        before = found if found.end() == place else None
    return _word(before.group(), before.start(), place - 1) if before is not None else None


def _word(stretch: str, start: int, place: int) -> tuple[int, int]:
    """The word of `stretch`, which begins at `start`, that holds `place`; else its first."""
    if not _HANZI.match(stretch):
        return start, start + len(stretch)
    return _hanzi_word(stretch, start, place)


def _hanzi_word(stretch: str, start: int, place: int) -> tuple[int, int]:
    """The word of the unbroken `stretch`, which begins at `start`, that holds `place`."""
    from reader.language.pinyin.words import words

    end = start
    for word in words(stretch):
        start, end = end, end + len(word.text)
        if end > place:
            break
    return start, end
