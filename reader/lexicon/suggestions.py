"""What a reader is offered who puts a word right: how it is said now, and how else it could be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.language.scripts import HAN, primary
from reader.lexicon.entry import Kind

if TYPE_CHECKING:
    from reader.language.pinyin import Syllable

_SENTENCE_END = re.compile("[。！？!?\n]")
_CONTEXT = 100
"""Characters on either side of a word that its reading is found from."""

_OTHER_READERS = {"ja", "ko", "yue", "vi"}
_HANZI_ALONE = re.compile(f"[{HAN}]+")


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """What to put into the fields of a new entry.

    `say` is how `word` is said now, as far as that can be written; `others` are its other
    readings to choose from, the likeliest first.
    """

    word: str
    kind: Kind
    say: str
    others: tuple[str, ...] = ()


def suggestion(text: str, start: int, end: int, language: str = "zh") -> Suggestion:
    """What to offer for ``text[start:end]``, of which the rest tells how it is read.

    Hanzi get the pinyin that is said now, with the tones as they sound there, and their other
    readings, of one hanzi at a time. Other words are left to the reader to respell, and so are
    those of a `language` (a BCP 47 tag) that reads hanzi in another way.
    """
    word = text[start:end]
    if not _HANZI_ALONE.fullmatch(word) or primary(language) in _OTHER_READERS:
        return Suggestion(word=word, kind=Kind.RESPELLING, say="")
    sentence, place = _sentence_around(text, start, end)
    read = _read(sentence)[place : place + len(word)]
    now = [each.pinyin for each in read if each.pinyin is not None]
    if len(now) < len(word):
        return Suggestion(word=word, kind=Kind.PINYIN, say="")
    others = dict.fromkeys(_others(sentence, place, read, now))
    return Suggestion(word=word, kind=Kind.PINYIN, say=" ".join(now), others=tuple(others))


def _sentence_around(text: str, start: int, end: int) -> tuple[str, int]:
    """The sentence that the word stands in, cut where it is very long, and where in it."""
    before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    begin = max((found.end() for found in _SENTENCE_END.finditer(before)), default=0)
    stop = _SENTENCE_END.search(after)
    before, after = before[begin:], after[: stop.end() if stop else None]
    return before + text[start:end] + after, len(before)


def _read(sentence: str) -> list[Syllable]:
    """The syllable of every character of a sentence."""
    from reader.language.pinyin import syllables

    return [each for each in syllables(sentence) for _ in each.text]


def _others(
    sentence: str, place: int, read: Sequence[Syllable], now: Sequence[str]
) -> Iterator[str]:
    """The word with another reading of one of its hanzi, the likeliest first."""
    from reader.language.pinyin.polyphones import likely
    from reader.language.traditional import simplified

    known = likely(simplified(sentence), range(place, place + len(now)))
    choices = [
        (share, index, reading)
        for index, (readings, present) in enumerate(zip(known, read, strict=True))
        for reading, share in readings.items()
        if reading not in (present.pinyin, present.citation)
    ]
    for _, index, reading in sorted(choices, key=lambda choice: (-choice[0], choice[1])):
        yield " ".join((*now[:index], reading, *now[index + 1 :]))
