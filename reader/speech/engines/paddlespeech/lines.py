"""An utterance as lines of phones, each said in one run of the acoustic model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from reader.language.clauses import bounded
from reader.language.detect import primary
from reader.narration.utterance import Span, Utterance
from reader.speech.division import pause_after
from reader.speech.engine import missed
from reader.speech.engines.kokoro import readings
from reader.speech.engines.kokoro.readings import Sound
from reader.speech.engines.mandarin.script import (
    PAUSE_BETWEEN_RUNS,
    Break,
    Spoken,
    left_out,
    runs,
    script,
)
from reader.speech.engines.paddlespeech.arpabet import arpabet
from reader.speech.engines.paddlespeech.phones import PAUSE, Phone, phones_of, speakable

EnglishReader = Callable[[str], Sequence[Sound]]

_LONGEST = 50.0
"""Most English that is said at once, in hanzi: 200 letters, about as long as the longest
Mandarin line.
"""


@dataclass(frozen=True)
class Line:
    """`phones` to say at one go, `rate` times as fast as usual, after `pause` seconds.

    `skipped` is what could not be said since the line before; the last line may hold nothing
    else.
    """

    phones: Sequence[Phone]
    rate: float = 1.0
    pause: float = 0.0
    skipped: str = ""


def lines(utterance: Utterance, english: EnglishReader | None) -> Iterator[Line]:
    """What of `utterance` can be said: Chinese, and English where there is a reader for it.

    English has a line of its own, as PaddleSpeech's own front end for both languages has it.
    """
    pause, skipped, begun = 0.0, "", False
    for is_english, group in groupby(utterance.spans, key=_is_english):
        spans = tuple(group)
        if not is_english:
            found = _mandarin(spans)
        elif english is not None:
            found = _english(spans, english)
        else:
            skipped += missed(_text(spans))
            continue
        for line in found:
            skipped += line.skipped
            if line.phones:
                yield replace(line, pause=max(line.pause, pause), skipped=skipped)
                pause, skipped, begun = 0.0, "", True
        if begun:
            pause = pause_after(spans[-1].text)
    if skipped and begun:
        yield Line((), skipped=skipped)


def _text(spans: Iterable[Span]) -> str:
    return "".join(span.text for span in spans)


def _is_english(span: Span) -> bool:
    return primary(span.language) == "en"


def _mandarin(spans: Sequence[Span]) -> Iterator[Line]:
    from reader.language.pinyin import syllables

    utterance = Utterance(items=tuple(spans))
    yield Line((), skipped=missed(left_out(utterance, speakable, syllables)))
    spoken = script(utterance, speakable, syllables)
    for part in _breaths(spoken):
        apart = part[0] is not spoken[0] and part[0].before == Break.CLAUSE
        pause = PAUSE_BETWEEN_RUNS if apart else 0.0
        yield Line(phones_of(part), part[0].span.rate, pause)


def _breaths(spoken: Sequence[Spoken]) -> Iterator[Sequence[Spoken]]:
    """Runs of one speed: when each syllable sounds is only known once a run is drawn."""
    for _, part in groupby(spoken, key=lambda syllable: syllable.span.rate):
        yield from runs(list(part))


def _english(spans: Sequence[Span], read: EnglishReader) -> Iterator[Line]:
    pause = 0.0
    for rate, group in groupby(spans, key=lambda span: span.rate):
        for piece in bounded(_text(group), _LONGEST):
            sounds = read(piece.text)
            phones = _read(sounds)
            yield Line(phones, rate, pause, readings.left_out(piece.text, sounds))
            if phones:
                pause = pause_after(piece.text)


def _read(sounds: Sequence[Sound]) -> list[Phone]:
    """The words' phones, with a pause where marks stand between them."""
    phones: list[Phone] = []
    apart = False
    for sound in sounds:
        said = arpabet(sound.phonemes)
        if said and apart and phones:
            phones.append(Phone(PAUSE))
        phones.extend(said)
        apart = not said and (apart or bool(sound.phonemes.strip()))
    return phones
