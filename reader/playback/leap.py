"""Where a jump of some seconds leads that goes beyond what has been made."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from reader.narration.passage import Passage


class _Sentences(Protocol):
    def next_sentence(self, passage: Passage) -> Passage | None: ...
    def previous_sentence(self, passage: Passage) -> Passage | None: ...


def passage_after(
    timeline: _Sentences, passage: Passage, seconds: float, lasting: Callable[[Passage], float]
) -> Passage:
    """The passage that should sound `seconds` after `passage` has ended.

    If they are negative, so many before it begins. `lasting` estimates how long a passage is
    heard. It is another passage, unless `passage` is at that end of the book.
    """
    step = timeline.next_sentence if seconds > 0 else timeline.previous_sentence
    left = abs(seconds)
    following = step(passage)
    while following is not None:
        passage = following
        left -= lasting(passage)
        following = step(passage) if left > 0 else None
    return passage
