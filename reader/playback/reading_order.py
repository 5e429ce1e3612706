"""What the player needs of a book's timeline."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeAlias

from reader.narration.passage import Passage

Step: TypeAlias = Callable[[Passage], Passage | None]
"""Leads from a passage to another, or nowhere."""


class ReadingOrder(Protocol):
    """The passages of a book in order; every method gives None past either end."""

    def first(self) -> Passage | None: ...  # noqa: D102
    def next_sentence(self, passage: Passage) -> Passage | None: ...  # noqa: D102
    def previous_sentence(self, passage: Passage) -> Passage | None: ...  # noqa: D102
