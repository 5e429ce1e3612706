"""What stands in marks and is hardly spoken: a few words that a sentence borrows, a text that
reports rather than tells. The narrator reads it, whoever is named beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.dialogue.model import Evidence, Quotation

DOUBTFUL = 0.5
"""The most that is claimed for such a speaker. Of 79 pieces of a sentence in PDNC's 28 novels that
were held sure 52 were right; in an article hardly one is said aloud."""
_APART = 3_000
"""With fewer than one speech in so many characters a chapter has no scene to tell turns from."""
_LEAPS = (Evidence.NEARNESS, Evidence.ALTERNATION)
_TOLD = (Evidence.EXPLICIT, Evidence.MARKUP)


def doubted(text: str, quotations: Sequence[Quotation]) -> Iterator[Quotation]:
    """`quotations`, those of a chapter with that text, with less confidence where it is due."""
    borrowed = [_is_borrowed(text, each) for each in quotations]
    speeches = sum(
        not (each.continues or own) for each, own in zip(quotations, borrowed, strict=True)
    )
    sparse = speeches * _APART < len(text)
    doubtful = False
    for each, own in zip(quotations, borrowed, strict=True):
        if not each.continues:
            leap = each.evidence in _LEAPS and _begins_within(text, each)
            doubtful = own or leap or (sparse and each.evidence not in _TOLD)
        if doubtful and each.evidence is not Evidence.MARKUP:
            yield replace(each, confidence=min(each.confidence, DOUBTFUL))
        else:
            yield each


def _is_borrowed(text: str, quotation: Quotation) -> bool:
    """Whether it is a piece of the sentence around it: he was “guilty of felony”."""
    return _is_lower(text, quotation) and _runs_on(text, quotation)


def _begins_within(text: str, quotation: Quotation) -> bool:
    """Whether anything tells that a sentence around it goes on in it."""
    return _is_lower(text, quotation) or _runs_on(text, quotation)


def _is_lower(text: str, quotation: Quotation) -> bool:
    said = text[quotation.start : quotation.end]
    return next((sign for sign in said if sign.isalnum()), "").islower()


def _runs_on(text: str, quotation: Quotation) -> bool:
    """Whether the sentence before it runs on into it without a comma or colon."""
    before = text[max(0, quotation.start - 5) : quotation.start].rstrip(" \u00a0_*[(“‘\"'")
    return before[-1:].isalnum() or before[-1:] in tuple(")]%")
