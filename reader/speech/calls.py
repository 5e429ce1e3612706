"""What engines are asked for: an utterance cut into calls of one voice, with what lies between."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeAlias

from reader.language.detect import primary
from reader.narration.utterance import Mark, Pause, Span
from reader.speech.capabilities import Capabilities, Feature
from reader.speech.division import TURN_PAUSE
from reader.speech.engine import Voice


@dataclass(frozen=True, kw_only=True)
class Request:
    """The `spans` of a call as its engine gets them.

    `gain` are the decibels left to add to the sound, `pace` how many times faster than it is
    meant the voice speaks, `lost` what the spans asked for of which nothing is heard.
    """

    spans: tuple[Span, ...]
    gain: float
    pace: float
    lost: frozenset[Feature]


@dataclass(frozen=True, kw_only=True)
class Call:
    """Spans for one engine call, said `haste` times faster than they are meant.

    `whole` is False for a part of a divided sentence, which is not kept in the cache.
    """

    voice: Voice
    spans: tuple[Span, ...]
    haste: float = 1.0
    whole: bool = True

    def within(self, capabilities: Capabilities) -> Request:
        """What an engine that is so capable is asked for."""
        fitted = [capabilities.within(span) for span in self.spans]
        pace = self.haste if capabilities.rate else 1.0
        return Request(
            spans=tuple(replace(each.span, rate=each.span.rate * pace) for each in fitted),
            gain=fitted[0].gain,
            pace=pace,
            lost=frozenset().union(*(each.lost for each in fitted)),
        )

    def after(self, offset: int | None) -> Call:
        """What is left of the call from the chapter's `offset` on, where a voice broke off."""
        if offset is None:
            return self
        left = tuple(_from(span, offset) for span in self.spans if span.end > offset)
        return replace(self, spans=left, whole=False)

    def parts(self) -> Iterator[Call]:
        """The call as several that any voice which speaks the language can take."""
        for _, spans in groupby(self.spans, key=lambda each: (primary(each.language), _loud(each))):
            yield replace(self, spans=tuple(spans))


Part: TypeAlias = Call | Pause | Mark


def calls(
    spans: Iterable[Span],
    voice_of: Callable[[Span], Voice],
    capabilities_of: Callable[[Voice], Capabilities],
    haste: float,
) -> Iterator[Call]:
    """`spans` grouped by voice; by loudness too where the engine leaves that to others."""

    def key(voiced: tuple[Voice, Span]) -> tuple[Voice, object]:
        voice, span = voiced
        return voice, None if capabilities_of(voice).gain else _loud(span)

    for (voice, _), group in groupby(((voice_of(span), span) for span in spans), key=key):
        yield Call(voice=voice, spans=tuple(span for _, span in group), haste=haste)


def _from(span: Span, offset: int) -> Span:
    if span.start >= offset or span.phonemes is not None:
        return span
    places = range(len(span.text))
    place = next((each for each in places if span.source(each, each + 1)[0] >= offset), 0)
    return span.divided(place)[1]


def _loud(span: Span) -> object:
    """Equal for spans that are meant to be equally loud."""
    return span.gain, span.emphasis, span.emphasis_level, span.style, span.style_level


def with_turns(parts: Iterable[Part], haste: float) -> Iterator[Part]:
    """`parts` with a breath where another person goes on in another voice.

    There is none where a pause stands already, nor where a voice only lends its language to
    the same person.
    """
    last: Call | None = None
    for part in parts:
        if isinstance(part, Call):
            if last is not None and _is_turn(last, part):
                yield Pause(seconds=TURN_PAUSE / haste)
            last = part
        elif isinstance(part, Pause):
            last = None
        yield part


def _is_turn(before: Call, after: Call) -> bool:
    return before.voice != after.voice and _person(before.spans, -1) != _person(after.spans, 0)


def _person(spans: Sequence[Span], index: int) -> tuple[str | None, str | None]:
    return spans[index].speaker, spans[index].voice
