"""What an engine is asked for of a sentence, and what is left to do to its sound."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import log

from reader.books.model import Emphasis
from reader.language.measure import weight
from reader.narration.utterance import Span
from reader.speech.capabilities import Capabilities
from reader.speech.engine import TimedWord
from reader.speech.manner import Manner, emphasis_of, manner_of, style_of
from reader.speech.shaping.bending import Region

_EVERYWHERE = float("inf")

_OWN_REACH = (-4.0, 3.0)
"""Semitones that an engine is asked for at most; the rest is bent. A voice that was trained at
one pitch holds back beyond."""


@dataclass(frozen=True)
class Request:
    """The `span` that the engine says, and the manner that is left to give to its sound."""

    span: Span
    left: Manner


def requests(
    spans: Sequence[Span], capabilities: Capabilities, steps: Sequence[float] = ()
) -> list[Request]:
    """What to ask an engine with these `capabilities` for, span by span.

    An engine that stresses words by itself also changes rate and pitch from word to word. Of
    any other those of most of the text are asked throughout, so that the sentence stays one; of
    its `steps` the nearest, if it does not speak at any rate.
    """
    full = [_figures(span, capabilities) for span in spans]
    common = _of_most(spans, [each.rate for each in full])
    common = min(steps, key=lambda step: abs(log(step / common)), default=common)
    height = _of_most(spans, [each.pitch for each in full])
    found: list[Request] = []
    for span, manner in zip(spans, full, strict=True):
        rate, pitch = (manner.rate if capabilities.emphasis else common), height
        if capabilities.emphasis:
            pitch = _own_pitch(span, manner)
        rate, pitch = rate if capabilities.rate else 1.0, pitch if capabilities.pitch else 0.0
        asked = replace(
            span, rate=rate, pitch=pitch, gain=manner.gain if capabilities.gain else 0.0
        )
        if not capabilities.emphasis:
            asked = replace(asked, emphasis=Emphasis.NONE, emphasis_level=1.0)
        if not _styled(span, capabilities):
            asked = replace(asked, style=None, style_level=1.0)
        left = Manner(
            rate=manner.rate / rate,
            pitch=manner.pitch - pitch,
            gain=0.0 if capabilities.gain else manner.gain,
            liveliness=manner.liveliness,
        )
        found.append(Request(asked, left))
    return found


def regions(asked: Sequence[Request], words: Sequence[TimedWord]) -> list[Region]:
    """Where in the sound that has these `words` something is left to do, in order."""
    runs = [list(group) for _, group in groupby(asked, key=lambda each: each.left)]
    if len(runs) == 1:
        left = runs[0][0].left
        whole = Region(begin=0.0, finish=_EVERYWHERE, manner=left)
        return [] if left == Manner() else [whole]
    found: list[Region] = []
    for run in runs:
        begin, finish = _time(words, run[0].span.start), _time(words, run[-1].span.end, last=True)
        if run[0].left != Manner() and begin is not None and finish is not None and begin < finish:
            begin = max(begin, found[-1].finish) if found else begin
            found.append(Region(begin=begin, finish=finish, manner=run[0].left))
    return found


def _figures(span: Span, capabilities: Capabilities) -> Manner:
    """The manner that has to be asked for or given in figures: all but what the engine knows
    by name.
    """
    manner = Manner(rate=span.rate, pitch=span.pitch, gain=span.gain)
    if not capabilities.emphasis:
        manner = manner.joined(emphasis_of(span))
    return manner if _styled(span, capabilities) else manner.joined(style_of(span))


def _styled(span: Span, capabilities: Capabilities) -> bool:
    return span.style in capabilities.styles


def _own_pitch(span: Span, manner: Manner) -> float:
    """As much of the `manner`'s pitch as the engine is asked for, which may add to it by name."""
    named = manner_of(span).pitch - manner.pitch
    low, high = _OWN_REACH
    return min(max(manner.pitch + named, low), high) - named


def _of_most(spans: Sequence[Span], figures: Sequence[float]) -> float:
    """Of `figures`, one a span, that of most of the text."""
    shares: dict[float, float] = {}
    for span, figure in zip(spans, figures, strict=True):
        shares[figure] = shares.get(figure, 0.0) + weight(span.text)
    return max(shares, key=lambda figure: shares[figure])


def _time(words: Sequence[TimedWord], offset: int, *, last: bool = False) -> float | None:
    """When the text at `offset` sounds: the begin of what follows it, or with `last` the finish
    of what goes before; within a word as far into it as into its letters. None if no word does.
    """
    if last:
        word = next((each for each in reversed(words) if each.start < offset), None)
    else:
        word = next((each for each in words if each.end > offset), None)
    if word is None:
        return None
    share = (offset - word.start) / max(1, word.end - word.start)
    return word.begin + (word.finish - word.begin) * min(1.0, max(0.0, share))
