"""Titles and names as they are typed: without accents and signs, hanzi by their pinyin."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from reader.language.detect import HAN
from reader.language.pinyin.dictionary import reading_alone, syllables_of
from reader.navigation.folding import fold

_LONGEST_WORD = 3
"""Hanzi of the longest word that is looked for within a title."""

_ACCENTS = re.compile("[\u0300-\u036f]")
_SILENT = re.compile("['’ʼ]")
_SIGNS = re.compile(r"[\W_]+")
_PIECES = re.compile(rf"[{HAN}]+|[^\W_{HAN}]+")
_HANZI = re.compile(f"[{HAN}]")


@lru_cache(maxsize=8_000)
def plain(text: str) -> str:
    """`text` in small letters without accents, its words with single spaces between."""
    folded = fold(text)
    if not folded.isascii():
        bare = _ACCENTS.sub("", unicodedata.normalize("NFD", folded))
        folded = unicodedata.normalize("NFC", bare)
    return _SIGNS.sub(" ", _SILENT.sub("", folded)).strip()


@lru_cache(maxsize=8_000)
def spellings(text: str) -> tuple[tuple[str, ...], ...]:
    """The syllables of `text`, which :func:`plain` made, without tones, ü as v.

    Other words than hanzi are syllables too. Empty where there are no hanzi, two where these
    are read otherwise one by one: 水浒传 ``shui hu zhuan`` and ``shui hu chuan``.
    """
    if not _HANZI.search(text):
        return ()
    known: list[str] = []
    alone: list[str] = []
    for piece in _PIECES.findall(text):
        if _HANZI.match(piece):
            alone += map(_alone, piece)
            known += _as_words(piece)
        else:
            alone.append(piece)
            known.append(piece)
    return tuple(dict.fromkeys((tuple(known), tuple(alone))))


def _as_words(hanzi: str) -> list[str]:
    """The syllables of `hanzi`: a word as a whole, or the longest known words first."""
    whole = _known(hanzi)
    if whole:
        return list(whole)
    found: list[str] = []
    start, longest = 0, min(_LONGEST_WORD, len(hanzi) - 1)
    while start < len(hanzi):
        for end in range(min(len(hanzi), start + longest), start + 1, -1):
            syllables = _known(hanzi[start:end])
            if syllables:
                found += syllables
                start = end
                break
        else:
            found.append(_alone(hanzi[start]))
            start += 1
    return found


@lru_cache(maxsize=8_000)
def _known(word: str) -> tuple[str, ...]:
    """The syllables of a word that is read otherwise than its hanzi; none if it is not one."""
    return tuple(map(_without_tone, syllables_of(word) or ()))


@lru_cache(maxsize=8_000)
def _alone(hanzi: str) -> str:
    """The syllable of one hanzi; itself where none is known."""
    return _without_tone(reading_alone(hanzi) or hanzi)


def _without_tone(syllable: str) -> str:
    return syllable.rstrip("12345")


def place_of(typed: str, syllables: tuple[str, ...]) -> int | None:
    """The syllable from which on `typed` spells `syllables`; None if it spells none.

    Each may be cut short, so that ``sgyy``, ``sanguo`` and ``sanguoyy`` all spell
    ``san guo yan yi``, and ``yanyi`` does from the third on.
    """
    for first, syllable in enumerate(syllables):
        if syllable[0] == typed[0] and _spells(typed, syllables, first):
            return first
    return None


def _spells(typed: str, syllables: tuple[str, ...], first: int) -> bool:
    """Whether `typed` spells `syllables` from `first` on, whose first letters agree."""
    states = {(first, 1)}  # the syllable that is being spelled, and its letters so far
    for letter in typed[1:]:
        following = set()
        for index, letters in states:
            if syllables[index][letters : letters + 1] == letter:
                following.add((index, letters + 1))
            if index + 1 < len(syllables) and syllables[index + 1][0] == letter:
                following.add((index + 1, 1))
        states = following
        if not states:
            return False
    return True
