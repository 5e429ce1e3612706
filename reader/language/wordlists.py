"""Lists of words, written in the code as one would write them down."""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """The words of `listed`, which spaces part."""
    return frozenset(listed.split())


def in_order(listed: str) -> tuple[str, ...]:
    """The words of `listed`, which spaces part, in their order."""
    return tuple(listed.split())


def pairs(listed: str) -> dict[str, str]:
    """Every second word of `listed` by the one before it."""
    every = listed.split()
    return dict(zip(every[::2], every[1::2], strict=True))
