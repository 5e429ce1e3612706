"""Spans that are said in one manner, said as one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reader.language.measure import is_sayable
from reader.narration.utterance import Span, joined


def in_one_manner(spans: Iterator[Span]) -> Iterator[Span]:
    """Spans said in one manner as one, over a reference that is not spoken between them.

    Punctuation alone has nothing to say: it joins what it follows, or else what it opens.
    """
    group: list[Span] = []
    says_something = False
    for span in spans:
        sayable = is_sayable(span.text)
        if group and not _joins(group[0], span, sayable=sayable and says_something):
            yield joined(group)
            group, says_something = [], False
        elif group and sayable and not says_something:
            group[0] = replace(group[0], language=span.language, emphasis=span.emphasis)
        group.append(span)
        says_something |= sayable
    if group:
        yield joined(group)


def _joins(before: Span, span: Span, *, sayable: bool) -> bool:
    """Whether `span` can be said with what begins with `before`; `sayable`: both say something."""
    if before.phonemes is not None or span.phonemes is not None:
        return False
    return _alike(before, span) or not sayable


def _alike(one: Span, other: Span) -> bool:
    return (one.language, one.emphasis) == (other.language, other.emphasis)
