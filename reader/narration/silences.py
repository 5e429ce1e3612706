"""Silence and marks between spans and inside them."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeAlias

from reader.books.model import LINE_BREAK
from reader.language.measure import is_sayable
from reader.narration.delivery import LONGEST_BREAK
from reader.narration.utterance import Mark, Pause, Span

Item: TypeAlias = Span | Pause | Mark

_CLOSING = re.compile(r"[，。！？；：、,.!?;:…”’」』）)\]】》]*\s*")
"""Marks behind a place that are said with what stands before it."""


def inserted(
    spans: Iterable[Span], insertions: Sequence[tuple[int, Pause | Mark]]
) -> Iterator[Item]:
    """`spans` with `insertions` before the characters at their offsets, which rise.

    A span is divided where something is inserted in it, and after each line; never inside what
    is said as a whole, nor so that a part has nothing to say.
    """
    waiting = deque(insertions)
    for whole in chain.from_iterable(map(_lines, spans)):
        span = whole
        while waiting:
            head, tail = _parted(span, waiting[0][0])
            if tail is None:
                break
            if head is not None:
                yield head
            yield waiting.popleft()[1]
            span = tail
        yield span
    yield from (item for _, item in waiting)


def settled(
    items: Iterable[Item], between: Callable[[Span, Span], float], at_the_end: float
) -> Iterator[Item]:
    """`items` with the silences that the text itself needs, none beside another.

    `between` tells the seconds that two spans need between them, `at_the_end` those behind the
    last. Silences of one place do not add up with these: the longer one counts, but one of 0
    seconds asks for none. Without any spans there is no silence but what `items` ask for.
    """
    before: Span | None = None
    asked: list[Pause | Mark] = []
    for item in items:
        if not isinstance(item, Span):
            asked.append(item)
            continue
        yield from _silence(asked, between(before, item) if before is not None else 0.0)
        yield item
        before, asked = item, []
    if before is None:
        yield from _silence(asked, 0.0)
    elif any(isinstance(each, Pause) for each in asked):
        yield from _silence(asked, at_the_end)
    else:
        yield from asked
        yield Pause(seconds=at_the_end)


def _lines(span: Span) -> Iterator[Span]:
    """The lines of `span`, those without anything to say joined to a neighbour."""
    position = 0
    while (position := span.text.find(LINE_BREAK, position) + 1) > 0:
        head, tail = span.text[:position], span.text[position:]
        if span.phonemes is None and is_sayable(head) and is_sayable(tail):
            line, span = span.divided(position)
            yield line
            position = 0
    yield span


def _parted(span: Span, offset: int) -> tuple[Span | None, Span | None]:
    """What of `span` is said before the character at `offset`, and what from there on."""
    if offset <= span.start:
        return None, span
    if offset >= span.end or span.phonemes is not None:
        return span, None
    position = span.alignment.spoken(0, offset - span.start)[1]
    closing = _CLOSING.match(span.text, position)
    position = closing.end() if closing is not None else position
    if not is_sayable(span.text[position:]):
        return span, None
    if not is_sayable(span.text[:position]):
        return None, span
    return span.divided(position)


def _silence(asked: Sequence[Pause | Mark], natural: float) -> Iterator[Pause | Mark]:
    """What is `asked` for in one place, in its order, as long in all as is `natural` at least.

    What the text itself needs beyond that comes with the first pause.
    """
    pauses = [each.seconds for each in asked if isinstance(each, Pause)]
    left = min(LONGEST_BREAK, sum(pauses))
    missing = max(0.0, natural - left) if left else 0.0
    seconds = 0.0 if pauses else natural
    for each in asked:
        if isinstance(each, Pause):
            taken = min(left, each.seconds)
            left, seconds, missing = left - taken, seconds + taken + missing, 0.0
            continue
        if seconds:
            yield Pause(seconds=seconds)
        seconds = 0.0
        yield each
    if seconds:
        yield Pause(seconds=seconds)
