"""From text to syllables: words, their readings, neutral tones, then sandhi."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.language.detect import HAN
from reader.language.pinyin.context import contextual, contextual_inside
from reader.language.pinyin.dictionary import readings
from reader.language.pinyin.neutral import full_places, neutral_places
from reader.language.pinyin.sandhi import apply_sandhi
from reader.language.pinyin.words import Word, words

_PARTS = re.compile(f"[{HAN}]+|[^{HAN}]+")
_SYLLABLE = re.compile(r"[a-zê]+[1-5]")
_UNKNOWN = ""


@dataclass(frozen=True, kw_only=True)
class Syllable:
    """A hanzi and how it is said, or a stretch of other characters.

    `pinyin` is numbered (``hang2``), with v for ü and 5 for the neutral tone, after sandhi;
    None for what is not a hanzi or has no known reading. `word_start` tells where words
    begin.
    """

    text: str
    pinyin: str | None
    word_start: bool


def syllables(text: str) -> list[Syllable]:
    """A syllable for every hanzi and one for every stretch between; joined they are `text`."""
    found: list[Syllable] = []
    for part in _PARTS.findall(text):
        if re.match(f"[{HAN}]", part):
            found.extend(_phrase(part))
        else:
            found.append(Syllable(text=part, pinyin=None, word_start=True))
    return found


def numbered(text: str) -> str:
    """`text` with numbered pinyin in place of hanzi; everything else is kept.

    A space stands between two syllables, and between a syllable and a letter or digit.
    """
    pieces: list[str] = []
    for syllable in syllables(text):
        piece = syllable.pinyin or syllable.text
        if pieces and pieces[-1][-1:].isalnum() and piece[:1].isalnum():
            pieces.append(" ")
        pieces.append(piece)
    return "".join(pieces)


def warm_up() -> None:
    """Load the dictionaries, so that the first sentence does not wait for them."""
    syllables("好")


def _phrase(text: str) -> Iterator[Syllable]:
    """The syllables of an unbroken stretch of hanzi."""
    cut = words(text)
    said = [syllable for index in range(len(cut)) for syllable in _read(cut, index)]
    apply_sandhi(cut, said)
    position = 0
    for word in cut:
        for place, character in enumerate(word.text):
            pinyin = said[position]
            yield Syllable(
                text=character,
                pinyin=pinyin if _SYLLABLE.fullmatch(pinyin) else None,
                word_start=place == 0,
            )
            position += 1


def _read(cut: list[Word], index: int) -> list[str]:
    word = cut[index]
    said = [reading or _UNKNOWN for reading in readings(word.text)]
    if len(said) == 1 and (decided := contextual(cut, index)) is not None:
        return [decided]
    for place, reading in contextual_inside(word):
        said[place] = reading
    for place in neutral_places(word):
        said[place] = said[place].rstrip("12345") + "5" if said[place] else _UNKNOWN
    for place, syllable in full_places(word):
        said[place] = syllable
    return said
