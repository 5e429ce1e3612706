"""Who is heard together: those who share a scene need voices that are told apart."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Mapping
from typing import TypeAlias

from reader.dialogue.model import Dialogue, Quotation

Together: TypeAlias = Mapping[frozenset[str], int]
"""How often two characters are heard near to one another, by the pair of their identifiers."""

_NEAR = 8
"""Quotations back that a listener still has in the ear."""

_APART = 3000
"""Characters of narration, some three minutes, after which a new scene has begun."""


def heard_together(dialogue: Dialogue) -> Together:
    """The pairs of characters who share scenes of `dialogue`, and how much."""
    found: Counter[frozenset[str]] = Counter()
    recent: deque[Quotation] = deque(maxlen=_NEAR)
    for quotation in dialogue.quotations:
        if quotation.speaker is None:
            continue
        if recent and _is_new_scene(recent[-1], quotation):
            recent.clear()
        for speaker in {each.speaker for each in recent} - {quotation.speaker}:
            found[frozenset((speaker or "", quotation.speaker))] += 1
        recent.append(quotation)
    return found


def _is_new_scene(before: Quotation, quotation: Quotation) -> bool:
    return before.chapter != quotation.chapter or quotation.start - before.end > _APART
