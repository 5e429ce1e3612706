"""A stretch of the book that is spoken as one sentence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, order=True)
class Passage:
    """One sentence: its chapter, the block it stands in, and its range in the chapter's text.

    `start` is inclusive, `end` exclusive; a passage never crosses a block and is never
    blank. Passages of one book sort in reading order.
    """

    chapter: int
    start: int
    end: int
    block: int
