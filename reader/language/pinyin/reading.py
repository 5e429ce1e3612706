"""From text to syllables: words, their readings, neutral tones, then sandhi."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.language.detect import HAN
from reader.language.pinyin.citation import Stretch, read
from reader.language.pinyin.neutral import weaken
from reader.language.pinyin.sandhi import apply_sandhi
from reader.language.traditional import simplified

_PARTS = re.compile(f"[{HAN}]+|[^{HAN}]+")
_HANZI = re.compile(f"[{HAN}]")
_SENTENCE = re.compile("[^。！？!?\n]{0,400}[。！？!?\n]?")


@dataclass(frozen=True, kw_only=True)
class Syllable:
    """A hanzi and how it is said, or a stretch of other characters.

    `pinyin` is numbered (``hang2``), with v for ü and 5 for the neutral tone, after sandhi;
    `citation` the tones of its characters, before they weaken in words (衣服) and change.
    Both are None for what is not a hanzi or has no known reading. `word_start` tells where
    words begin. The suffix 儿 is a syllable ``er5`` of its own, which a voice may join to the
    one before it; a 儿 with another tone is a word part (女儿).
    """

    text: str
    pinyin: str | None
    word_start: bool
    citation: str | None = None


def syllables(text: str) -> list[Syllable]:
    """A syllable for every hanzi and one for every stretch between; joined they are `text`."""
    return [syllable for sentence in _SENTENCE.findall(text) for syllable in _sentence(sentence)]


def numbered(text: str, *, sandhi: bool = True) -> str:
    """`text` with numbered pinyin in place of hanzi; everything else is kept.

    A space stands between two syllables, and between a syllable and a letter or digit.
    Without `sandhi`, every syllable has the tone that dictionaries give it.
    """
    pieces: list[str] = []
    after_syllable = False
    for syllable in syllables(text):
        said = syllable.pinyin if sandhi else syllable.citation
        piece = said or syllable.text
        beside = said is not None or after_syllable
        if beside and pieces and pieces[-1][-1:].isalnum() and piece[:1].isalnum():
            pieces.append(" ")
        pieces.append(piece)
        after_syllable = said is not None
    return "".join(pieces)


def _sentence(text: str) -> Iterator[Syllable]:
    if not _HANZI.search(text):
        if text:
            yield Syllable(text=text, pinyin=None, word_start=True)
        return
    plain = simplified(text)
    stretches = read(plain, text)
    found = {stretch.start: stretch for stretch in stretches}
    for part in _PARTS.finditer(text):
        stretch = found.get(part.start())
        if stretch is None:
            yield Syllable(text=part.group(), pinyin=None, word_start=True)
        else:
            yield from _said(part.group(), stretch)


def _said(written: str, stretch: Stretch) -> Iterator[Syllable]:
    """The syllables of an unbroken stretch of hanzi."""
    said = [each or "" for each in stretch.readings]
    _repeat(written, said)
    citation = [stretch.full.get(place, each) for place, each in enumerate(said)]
    weaken("".join(word.text for word in stretch.words), stretch.words, said)
    apply_sandhi(stretch.words, said)
    starts = set(_starts(stretch))
    for place, character in enumerate(written):
        yield Syllable(
            text=character,
            pinyin=said[place] or None,
            word_start=place in starts,
            citation=citation[place] or None,
        )


def _starts(stretch: Stretch) -> Sequence[int]:
    starts, place = [], 0
    for word in stretch.words:
        starts.append(place)
        place += len(word.text)
    return starts


def _repeat(written: str, syllables: list[str]) -> None:
    """Read a verb alike on both sides of 一: 量一量."""
    for place in range(1, len(written) - 1):
        if written[place] == "一" and written[place - 1] == written[place + 1]:
            syllables[place + 1] = syllables[place - 1]
