"""Saying a long text in pieces, so that its sound comes early and can be stopped."""

from __future__ import annotations

from dataclasses import replace

from reader.narration.utterance import Span

_CLAUSE_PAUSE = 0.12


def pause_after(piece: str) -> float:
    """Seconds of silence between `piece` and the next of the same sentence.

    A comma's worth after punctuation; nothing where the text was cut between words.
    """
    said = piece.rstrip()
    return 0.0 if not said or said[-1].isalnum() else _CLAUSE_PAUSE


def divided(span: Span, position: int) -> tuple[Span, Span]:
    """`span` cut at `position` of its text; both parts keep their place in the chapter."""
    share = position / max(1, len(span.text))
    middle = span.start + round((span.end - span.start) * share)
    return (
        replace(span, text=span.text[:position], end=middle),
        replace(span, text=span.text[position:], start=middle),
    )
