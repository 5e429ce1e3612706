"""Saying a long text in pieces, so that its sound comes early and can be stopped."""

from __future__ import annotations

from collections.abc import Sequence

from reader.language.clauses import first_clause
from reader.narration.utterance import Pause, Span

_CLAUSE_PAUSE = 0.12

TURN_PAUSE = 0.15
"""Seconds of silence where somebody else begins to speak within a sentence: as long as people
leave between them when they take turns at their quickest, and heard as a change of speaker.
"""


def pause_after(piece: str) -> float:
    """Seconds of silence between `piece` and the next of the same sentence.

    A comma's worth after punctuation; nothing where the text was cut between words.
    """
    said = piece.rstrip()
    return 0.0 if not said or said[-1].isalnum() else _CLAUSE_PAUSE


def first_clause_apart(
    spans: Sequence[Span],
) -> tuple[tuple[Span, ...], Pause, tuple[Span, ...]] | None:
    """The first clause of `spans`, the pause after it, and the rest; None if too short."""
    first = spans[0]
    cut = first_clause(first.text) if first.phonemes is None else len(first.text)
    if cut >= len(first.text):
        return None
    head, tail = first.divided(cut)
    return (head,), Pause(seconds=pause_after(head.text)), (tail, *spans[1:])
