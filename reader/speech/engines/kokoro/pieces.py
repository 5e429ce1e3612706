"""What is said at once: clauses of a sentence, few at first, and what the model can hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from reader.language.clauses import clauses
from reader.language.measure import weight
from reader.language.sentences import Sentence
from reader.speech.engines.kokoro.alphabet import numbers
from reader.speech.engines.kokoro.readings import Sound

MOST_PHONEMES = 510
"""What the model takes at once (its positions, less the silence at both ends)."""

_FIRST = 16.0
"""The clauses that are said first weigh no more, in hanzi (4 seconds of speech)."""

_GROWTH = 1.5
"""How much longer each piece may be than the one before it: at two seconds of work for three
of speech, it is ready when the one before has been heard."""

_LONGEST = 60.0
"""Most that is said at once, in hanzi (15 seconds): 120 MB of memory."""


def pieces(text: str) -> Iterator[Sentence]:
    """`text` in pieces to say one after another, cut at clauses, the first one short."""
    room = _FIRST
    start = end = 0
    for clause in clauses(text):
        if end and weight(text, start, clause.end) > room:
            yield Sentence(start=start, end=end, text=text[start:end])
            room = min(_LONGEST, room * _GROWTH)
            start = clause.start
        elif not end:
            start = clause.start
        end = clause.end
    if end:
        yield Sentence(start=start, end=end, text=text[start:end])


def fitting(sounds: Sequence[Sound]) -> Iterator[list[Sound]]:
    """`sounds` in parts that the model can hold; nothing is yielded where nothing is said."""
    part: list[Sound] = []
    size = 0
    for sound in chain.from_iterable(map(_shortened, sounds)):
        length = len(numbers(sound.phonemes))
        if part and size + length > MOST_PHONEMES:
            yield from _said(part)
            part, size = [], 0
        part.append(sound)
        size += length
    yield from _said(part)


def _shortened(sound: Sound) -> Iterator[Sound]:
    """`sound`, where the model cannot hold it in even parts: a “word” of hundreds of letters."""
    size, length = len(sound.phonemes), sound.end - sound.start
    count = -(-size // MOST_PHONEMES)
    if count < 2:
        yield sound
        return
    for first, last in pairwise(size * number // count for number in range(count + 1)):
        yield replace(
            sound,
            phonemes=sound.phonemes[first:last],
            start=sound.start + length * first // size,
            end=sound.start + length * last // size,
        )


def _said(part: list[Sound]) -> Iterator[list[Sound]]:
    if any(sound.is_word for sound in part):
        yield part
