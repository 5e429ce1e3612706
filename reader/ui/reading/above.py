"""What is written above hanzi: how they are said, syllable by syllable.

The reader's own pronunciations of this book come first, then what the book itself says (ruby,
phonemes), then the reader's of all books; the rest is read in its context.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeAlias

from reader.books.model import Block, Chapter, Run
from reader.language.detect import HAN, primary
from reader.language.phonemes import PINYIN, canonical
from reader.narration.delivery import Cue
from reader.ui.reading.tone_marks import marked

CuesOf: TypeAlias = Callable[[str, str], Iterable[Cue]]
"""How words of a text in a language are said, such as
:meth:`~reader.lexicon.director.LexiconDirector.cues_of`; called on any thread."""

_HANZI = re.compile(f"[{HAN}]")
_OTHERS = ("ja", "ko", "vi", "yue")
"""Languages whose hanzi are not said in Mandarin."""


class Reading(NamedTuple):
    """What stands above the characters from `start` to `end`, in offsets of the chapter."""

    start: int
    end: int
    text: str


def has_pinyin(language: str) -> bool:
    """Whether hanzi in a text of `language` (BCP 47) are said in Mandarin."""
    return primary(language) not in _OTHERS


def readings(
    chapter: Chapter, start: int, end: int, *, language: str, cues_of: CuesOf | None = None
) -> list[Reading]:
    """What stands above the text between two offsets within one block of `chapter`, in order.

    `language` (BCP 47) is the book's. The first call takes a second; the text is read in its
    sentences, some thousand characters in 50 ms.
    """
    number = chapter.block_at(start)
    block = chapter.blocks[number]
    text = chapter.text[start:end]
    if not has_pinyin(block.language or language) or not _HANZI.search(text):
        return []
    cues = list(_of_cues(text, start, cues_of))
    own = [each for offset, run in chapter.runs(number) for each in _of_run(offset, run, block)]
    found: list[Reading] = []
    taken: set[int] = set()
    sources = (
        [reading for reading, overrules in cues if overrules],
        [each for each in own if start <= each.start and each.end <= end],
        [reading for reading, overrules in cues if not overrules],
        _in_context(text, start),
    )
    for source in sources:
        for reading in source:
            places = range(reading.start, reading.end)
            if taken.isdisjoint(places):
                taken.update(places)
                found.append(reading)
    return sorted(reading for reading in found if reading.text)


def _of_cues(text: str, start: int, cues_of: CuesOf | None) -> Iterator[tuple[Reading, bool]]:
    for cue in cues_of(text, "zh") if cues_of is not None else ():
        if cue.delivery.phonemes and cue.delivery.alphabet == PINYIN:
            said = [marked(each) for each in cue.delivery.phonemes.split()]
            for reading in _spread(text[cue.start : cue.end], start + cue.start, said):
                yield reading, cue.overrules


def _of_run(start: int, run: Run, block: Block) -> Iterator[Reading]:
    """What the book itself says of `run`; of hanzi in another language, that nothing is."""
    if run.ruby and run.ruby.strip():
        yield from _spread(run.text, start, run.ruby.split())
    elif run.phonemes and run.phoneme_alphabet:
        sound = canonical(run.phonemes, run.phoneme_alphabet)
        if sound is not None and sound.alphabet == PINYIN:
            said = [marked(each) for each in sound.phonemes.split()]
            yield from _spread(run.text, start, said)
    elif not has_pinyin(run.language or block.language or ""):
        yield Reading(start, start + len(run.text), "")


def _spread(text: str, start: int, said: list[str]) -> Iterator[Reading]:
    """A syllable above each hanzi of `text` if there are as many, else all above all."""
    places = [found.start() for found in _HANZI.finditer(text)]
    if len(places) == len(said):
        for place, syllable in zip(places, said, strict=True):
            yield Reading(start + place, start + place + 1, syllable)
    elif text:
        yield Reading(start, start + len(text), " ".join(said))


def _in_context(text: str, start: int) -> Iterator[Reading]:
    from reader.language.pinyin import syllables

    place = start
    for syllable in syllables(text):
        end = place + len(syllable.text)
        if syllable.pinyin is not None:
            # As dictionaries print it: neutral where it is said so, but no tone that changes.
            neutral = syllable.pinyin.endswith("5")
            said = syllable.pinyin if neutral else syllable.citation or syllable.pinyin
            yield Reading(place, end, marked(said))
        place = end
