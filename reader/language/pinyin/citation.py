"""The reading of every hanzi of a sentence before sandhi.

What is sure decides: the traditional form, a name, a rule of context; then words of the
dictionary; then, for a polyphone that none of these reads, the learned disambiguator.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reader.language.detect import HAN
from reader.language.pinyin.context import contextual
from reader.language.pinyin.dictionary import is_certain, reading_alone
from reader.language.pinyin.lexicon import phrases
from reader.language.pinyin.names import double_surname, surname, surname_after_and, transliterated
from reader.language.pinyin.words import Word, is_word, real_words
from reader.language.traditional import READ_BY_FORM

_STRETCH = re.compile(f"[{HAN}]+")

_ALWAYS_IN_CONTEXT = frozenset("了着得地过只种行场个")
"""Characters that words as the dictionary cuts them do not settle: 三只, 长着, 说得."""

_SUFFIXES = {"子": "zi5", "儿": "er5"}
"""At the end of words that no list has."""

_SURE = 0.6
"""The probability at which the disambiguator overrules a word of the dictionary; chosen, like
the next, on labelled sentences that it was not trained on."""

_PARTICLES = frozenset("的地得了着过吗呢吧啊呀哇哪嘛啦么们子儿头上里下来去个们")
"""Characters that are neutral by themselves, outside the words of the dictionary."""

_VERY_SURE = 0.8
"""The same where the word is long, or its tone neutral, which is a fact of words."""


@dataclass
class Stretch:
    """Unbroken hanzi of a sentence: where they start, their words and their readings."""

    start: int
    words: list[Word]
    readings: list[str | None]
    asked: dict[int, float] = field(default_factory=dict)
    """What nothing has decided for certain: places in the stretch, and how probable another
    reading must be to be taken."""
    full: dict[int, str] = field(default_factory=dict)
    """The full tones of syllables that the dictionary gives as neutral: 裁缝 feng2."""


def read(text: str, written: str) -> list[Stretch]:
    """The stretches of hanzi in the sentence `text`, simplified from `written`."""
    stretches = [_stretch(text, written, found) for found in _STRETCH.finditer(text)]
    _ask(text, stretches)
    return stretches


def _stretch(text: str, written: str, found: re.Match[str]) -> Stretch:
    hanzi, start = found.group(), found.start()
    stretch = Stretch(start, real_words(hanzi), [None] * len(hanzi))
    for phrase in phrases(hanzi, stretch.words):
        end = phrase.start + len(phrase.syllables)
        stretch.readings[phrase.start : end] = phrase.syllables
        if not is_certain(hanzi[phrase.start : end]):
            for place, syllable in enumerate(phrase.syllables, phrase.start):
                if hanzi[place] not in _SUFFIXES:
                    stretch.asked[place] = _how_sure(phrase.syllables, syllable)
    place = 0
    for word in stretch.words:
        _decide(text, written, stretch, word, place)
        place += len(word.text)
    _double_surnames(hanzi, stretch)
    return stretch


def _how_sure(syllables: list[str], syllable: str) -> float:
    doubtful = len(syllables) == 2 and not syllable.endswith("5")
    return _SURE if doubtful else _VERY_SURE


def _decide(text: str, written: str, stretch: Stretch, word: Word, first: int) -> None:
    """Fill what the dictionary left of `word`, which begins at `first` of the stretch."""
    settled = len(word.text) > 1 and is_word(word.text)
    for inside, character in enumerate(word.text):
        place, at = first + inside, stretch.start + first + inside
        if stretch.readings[place] is not None:
            continue
        told = (
            _by_form(written[at], character)
            or (surname(text, word, at) if inside == 0 else surname_after_and(text, word, at))
            or transliterated(word, inside)
        )
        if told is None and inside and inside == len(word.text) - 1:
            told = _SUFFIXES.get(character)
        if told is None and (not settled or character in _ALWAYS_IN_CONTEXT):
            told = contextual(text, at, word)
        if told is None:
            stretch.asked[place] = _SURE if settled else 0.0
        stretch.readings[place] = told or reading_alone(character)


def _by_form(written: str, character: str) -> str | None:
    return None if written == character else READ_BY_FORM.get(written)


def _double_surnames(hanzi: str, stretch: Stretch) -> None:
    for place in range(len(hanzi) - 1):
        found = double_surname(hanzi, place)
        if found is not None:
            stretch.readings[place : place + 2] = found


def _ask(text: str, stretches: list[Stretch]) -> None:
    """Let the disambiguator read what is open, all of a sentence at once."""
    from reader.language.pinyin.polyphones import knows, likely

    asked = [
        (stretch, place, threshold)
        for stretch in stretches
        for place, threshold in stretch.asked.items()
        if knows(text[stretch.start + place])
    ]
    if not asked:
        return
    answers = likely(text, [stretch.start + place for stretch, place, _ in asked])
    for (stretch, place, threshold), answer in zip(asked, answers, strict=True):
        choices = [
            each for each in answer if not (threshold == 0.0 and _is_weak(stretch, place, each))
        ]
        best = max(choices, key=lambda each: answer[each], default=None)
        if best is None:
            continue
        if answer[best] >= threshold:
            stretch.readings[place] = best
        elif (stretch.readings[place] or "").endswith("5"):
            stretch.full[place] = best


def _is_weak(stretch: Stretch, place: int, reading: str) -> bool:
    """Whether `reading` is neutral though no list has the word: only particles may be."""
    character = "".join(word.text for word in stretch.words)[place]
    return reading.endswith("5") and character not in _PARTICLES
