"""What an engine is asked for of a sentence, and what is left to do to its sound."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from reader.books.model import Emphasis
from reader.language.measure import weight
from reader.narration.utterance import Span
from reader.speech.capabilities import Capabilities
from reader.speech.engine import TimedWord
from reader.speech.manner import Manner, emphasis_of, style_of
from reader.speech.shaping.bending import Region

_EVERYWHERE = float("inf")


@dataclass(frozen=True)
class Request:
    """The `span` that the engine says, and the manner that is left to give to its sound."""

    span: Span
    left: Manner


def requests(spans: Sequence[Span], capabilities: Capabilities) -> list[Request]:
    """What to ask an engine with these `capabilities` for, span by span.

    An engine that stresses words by itself also changes its rate from word to word. Of any
    other the rate of most of the text is asked throughout, so that the sentence stays one.
    """
    full = [_figures(span, capabilities) for span in spans]
    common = _common_rate(spans, full) if capabilities.rate else 1.0
    found: list[Request] = []
    for span, manner in zip(spans, full, strict=True):
        rate = manner.rate if capabilities.rate and capabilities.emphasis else common
        asked = replace(
            span,
            rate=rate,
            pitch=manner.pitch if capabilities.pitch else 0.0,
            gain=manner.gain if capabilities.gain else 0.0,
        )
        if not capabilities.emphasis:
            asked = replace(asked, emphasis=Emphasis.NONE, emphasis_level=1.0)
        if not _styled(span, capabilities):
            asked = replace(asked, style=None, style_level=1.0)
        left = Manner(
            rate=manner.rate / rate,
            pitch=0.0 if capabilities.pitch else manner.pitch,
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


def _common_rate(spans: Sequence[Span], manners: Sequence[Manner]) -> float:
    shares: dict[float, float] = {}
    for span, manner in zip(spans, manners, strict=True):
        shares[manner.rate] = shares.get(manner.rate, 0.0) + weight(span.text)
    return max(shares, key=lambda rate: shares[rate])


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
