"""How something is said, and what tells who says it, from the words that report it."""

from __future__ import annotations

from collections.abc import Container

from reader.dialogue.chinese.roster import Person
from reader.dialogue.chinese.scene import Speech
from reader.dialogue.chinese.words import NOT_STYLE, STYLE_WORDS
from reader.dialogue.model import Evidence

_LEAD = 24
"""So many hanzi before a speech are looked at: what was long before is no manner of saying."""


def style_of(text: str, speech: Speech) -> str | None:
    """The style that the words around a speech ask for; None if they ask for none.

    `text` is the folded chapter.
    """
    lead, tail = speech.lead, speech.tail
    if lead and (style := style_in(text[max(lead.start, lead.end - _LEAD) : lead.end])):
        return style
    if tail and tail.saying and not lead:
        return style_in(text[tail.start : tail.end].split("，", 1)[0])
    return None


def style_in(words: str) -> str | None:
    """The style that the reporting clause `words`, folded, asks for; None if it asks for none."""
    for phrase in NOT_STYLE:
        words = words.replace(phrase, "")
    for style, signs in STYLE_WORDS:
        if any(sign in words for sign in signs):
            return style
    return None


def evidence_of(speech: Speech, person: Person, features: Container[str]) -> Evidence:
    """What tells most that `person` speaks; `features` are the names of what is so."""
    lead, tail = speech.lead, speech.tail
    if lead and person in (lead.adjacent, lead.first, lead.opening):
        return Evidence.EXPLICIT
    if tail and tail.saying and person in (tail.adjacent, tail.first):
        return Evidence.EXPLICIT
    if any(clause and clause.pronoun and clause.first is None for clause in (lead, tail)):
        return Evidence.PRONOUN
    if "previous calls" in features:
        return Evidence.VOCATIVE
    beside = tail and person in (tail.first, tail.opening)
    return Evidence.NEARNESS if beside or speech.narration else Evidence.ALTERNATION
