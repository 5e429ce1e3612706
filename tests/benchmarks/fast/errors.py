"""Errors of what was heard against what was said: words, characters, syllables."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from tests.benchmarks.speech.syllables import errors as syllable_errors
from tests.benchmarks.speech.syllables import syllables

_WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")
_FIGURES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SMALL = frozenset(map(str, range(len(_FIGURES))))


@dataclass(frozen=True)
class Count:
    """`wrong` of `units` that were to be heard."""

    wrong: int
    units: int


def words(text: str) -> list[str]:
    """The words of English `text` without case and marks; small figures are words."""
    found = _WORD.findall(text.lower().replace("’", "'"))
    return [_FIGURES[int(each)] if each in _SMALL else each for each in found]


def word_errors(said: str, heard: str) -> Count:
    """Wrong words of English."""
    wanted = words(said)
    return Count(distance(wanted, words(heard)), len(wanted))


def character_errors(said: str, heard: str) -> Count:
    """Wrong characters of Mandarin; traditional ones count as the simplified."""
    wanted, found = ([written for written, _ in syllables(each)] for each in (said, heard))
    return Count(distance(wanted, found), len(wanted))


def pinyin_errors(said: str, heard: str) -> Count:
    """Wrong toneless syllables of Mandarin: homophones are what a recogniser cannot tell."""
    wanted = syllables(said)
    return Count(syllable_errors(wanted, syllables(heard)), len(wanted))


MEASURES: dict[str, dict[str, Callable[[str, str], Count]]] = {
    "en": {"words": word_errors},
    "zh": {"syllables": pinyin_errors, "characters": character_errors},
}
"""What is counted in each language; the first decides."""


def distance(one: Sequence[Hashable], other: Sequence[Hashable]) -> int:
    """The least number of units to put in, leave out or exchange (Levenshtein)."""
    row = list(range(len(other) + 1))
    for number, left in enumerate(one, start=1):
        diagonal, row[0] = row[0], number
        for column, right in enumerate(other, start=1):
            exchanged = diagonal + (left != right)
            diagonal = row[column]
            row[column] = min(exchanged, diagonal + 1, row[column - 1] + 1)
    return row[-1]
