"""Spans that are said in one manner, said as one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reader.language.measure import is_sayable
from reader.narration.utterance import Span, joined

_OPENING = tuple("“‘「『（(《〈[【\"'")


def in_one_manner(spans: Iterator[Span]) -> Iterator[Span]:
    """Spans said in one manner as one, over a reference that is not spoken between them.

    Punctuation alone has nothing to say: it joins what it follows, or else what it opens. A mark
    with which another speaker begins is that speaker's. A blank keeps two words apart, and is
    nothing by itself.
    """
    group: list[Span] = []
    says_something = False
    for span in spans:
        sayable = is_sayable(span.text)
        if group and not _joins(group[0], span, sayable=sayable and says_something):
            yield from _said(group)
            group, says_something = [], False
        elif group and sayable and not says_something:
            group[0] = _in_the_manner_of(span, group[0])
        group.append(span)
        says_something |= sayable
    if group:
        yield from _said(group)


def _said(group: list[Span]) -> Iterator[Span]:
    said = joined(group)
    if said.text.strip():
        yield said


def _joins(before: Span, span: Span, *, sayable: bool) -> bool:
    """Whether `span` can be said with what begins with `before`; `sayable`: both say something."""
    if before.phonemes is not None or span.phonemes is not None:
        return False
    if before.speaker != span.speaker and span.text.rstrip().endswith(_OPENING):
        return False
    return not sayable or _in_the_manner_of(span, before) == before


def _in_the_manner_of(span: Span, mark: Span) -> Span:
    """What `mark` says, said like `span`."""
    return replace(span, text=mark.text, start=mark.start, end=mark.end, alignment=mark.alignment)
