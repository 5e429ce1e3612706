"""Text to sounds: what each word and mark is in the model's phonemes, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.language.detect import LATIN
from reader.speech.engine import missed
from reader.speech.engines import english_reading
from reader.speech.engines.kokoro.syllables import phonemes

if TYPE_CHECKING:
    from reader.language.pinyin import Syllable


@dataclass(frozen=True, kw_only=True)
class Sound:
    """The `phonemes` of a word or mark, with spaces around them where words part, none where
    it cannot be said; `start` and `end` are its range in the text that was read.
    """

    phonemes: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is said, and not only breath or tune."""
        return any(symbol.isalpha() for symbol in self.phonemes)


def left_out(text: str, sounds: Iterable[Sound]) -> str:
    """Those of the characters of `text` that a listener misses, for they are not among `sounds`
    as a word.
    """
    return "".join(missed(text[each.start : each.end]) for each in sounds if not each.is_word)


Reader = Callable[[str], list[Sound]]


class EnglishReader:
    """Reads English by hibari's lexicons, American or British; loads them when made."""

    def __init__(self, *, british: bool) -> None:
        self._reader: Any = english_reading.reader(british=british)
        self._british = british

    def __call__(self, text: str) -> list[Sound]:
        """The words and marks of `text`."""
        return [
            Sound(phonemes=each.phonemes + " " * each.apart, start=each.start, end=each.end)
            for each in english_reading.read(self._reader, text, british=self._british)
        ]


_MARKS = {
    **dict.fromkeys("，、,", ", "),
    **dict.fromkeys("。．.", ". "),
    **dict.fromkeys("！!", "! "),
    **dict.fromkeys("？?", "? "),
    **dict.fromkeys("：:", ": "),
    **dict.fromkeys("；;", "; "),
    **dict.fromkeys("“《「『【«", " “"),
    **dict.fromkeys("”》」』】»", "” "),
    **dict.fromkeys("（(", " ("),
    **dict.fromkeys("）)", ") "),
    **dict.fromkeys("…⋯", "… "),
    **dict.fromkeys("—", "— "),
}
_FOREIGN = re.compile(f"[{LATIN}0-9](?:[{LATIN}0-9 '’&/+.,-]*[{LATIN}0-9])?")
COLOURED = "ɚ"
"""The 儿 that only colours the syllable before it."""


def mandarin(text: str, english: Reader) -> list[Sound]:
    """The words and marks of Chinese `text`; what is in Latin letters is read by `english`."""
    from reader.language.pinyin import syllables

    sounds: list[Sound] = []
    position = 0
    for syllable in syllables(text):
        end = position + len(syllable.text)
        if syllable.pinyin is None:
            sounds.extend(_between(text, position, end, english))
        elif not (said := _said(syllable)):
            sounds.append(Sound(phonemes="", start=position, end=end))
        elif syllable.word_start or not sounds or not sounds[-1].is_word:
            sounds.append(Sound(phonemes=f" {said}", start=position, end=end))
        else:
            before = sounds.pop()
            word = joined(before.phonemes, said)
            sounds.append(Sound(phonemes=word, start=before.start, end=end))
        position = end
    return sounds


def _said(syllable: Syllable) -> str:
    """The phonemes of a hanzi; empty if it has none."""
    if syllable.text == "儿" and not syllable.word_start and syllable.pinyin in ("er5", "r5"):
        return COLOURED
    return phonemes(syllable.pinyin or "") or ""


def joined(before: str, said: str) -> str:
    """A word and its next syllable; before the suffix a closing n is not heard (玩儿)."""
    return (before.removesuffix("n") if said == COLOURED else before) + said


def _between(text: str, begin: int, end: int, english: Reader) -> Iterator[Sound]:
    """The sounds of a stretch without hanzi."""
    position = begin
    while position < end:
        foreign = _FOREIGN.match(text, position, end)
        if foreign is None:
            mark = _MARKS.get(text[position], "")
            again = text[position] == text[position - 1 : position]  # —— and …… are said once
            if (mark and not again) or missed(text[position]):
                yield Sound(phonemes=mark, start=position, end=position + 1)
            position += 1
            continue
        for sound in english(foreign[0]):
            start, finish = sound.start + position, sound.end + position
            lead = " " if sound.start == 0 else ""
            yield Sound(phonemes=lead + sound.phonemes, start=start, end=finish)
        position = foreign.end()
