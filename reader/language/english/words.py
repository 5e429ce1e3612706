"""Lists of words, written as one would write them down."""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """The words of `listed`, which spaces part."""
    return frozenset(listed.split())


def in_order(listed: str) -> tuple[str, ...]:
    """The words of `listed`, which spaces part, in their order."""
    return tuple(listed.split())
