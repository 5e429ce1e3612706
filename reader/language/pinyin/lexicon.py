"""Which words of a stretch the dictionary reads: the longest that cover whole words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reader.language.pinyin.dictionary import LONGEST, syllables_of
from reader.language.pinyin.words import Word, is_word


class Phrase(NamedTuple):
    """A word of the dictionary: where it starts in the stretch, and its syllables."""

    start: int
    syllables: list[str]


def phrases(text: str, words: list[Word]) -> Iterator[Phrase]:
    """The phrases of `text`, which `words` make up, from the left.

    A phrase covers whole words, however many; a word that is in no phrase is searched for
    shorter ones.
    """
    ends = _ends(words)
    start, index = 0, 0
    while index < len(ends):
        found = _covering(text, start, ends, index)
        if found is None:
            yield from _inside(text, start, ends[index])
            start, index = ends[index], index + 1
        else:
            last, phrase = found
            yield phrase
            start, index = ends[last], last + 1


def _ends(words: list[Word]) -> list[int]:
    """Where phrases may end: after words, and inside those that are only guessed."""
    ends: list[int] = []
    end = 0
    for word in words:
        if len(word.text) > 1 and not is_word(word.text):
            ends += range(end + 1, end + len(word.text))
        end += len(word.text)
        ends.append(end)
    return ends


def _covering(text: str, start: int, ends: list[int], index: int) -> tuple[int, Phrase] | None:
    """The longest phrase that begins with word `index`, and the last word of it."""
    last = index
    while last + 1 < len(ends) and ends[last + 1] - start <= LONGEST:
        last += 1
    for candidate in range(last, index - 1, -1):
        if ends[candidate] - start > 1:
            syllables = syllables_of(text[start : ends[candidate]])
            if syllables is not None:
                return candidate, Phrase(start, syllables)
    return None


def _inside(text: str, start: int, end: int) -> Iterator[Phrase]:
    while start < end - 1:
        for stop in range(min(end, start + LONGEST), start + 1, -1):
            syllables = syllables_of(text[start:stop])
            if syllables is not None:
                yield Phrase(start, syllables)
                start = stop
                break
        else:
            start += 1
