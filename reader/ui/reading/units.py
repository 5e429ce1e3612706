"""Places in a text as Qt counts them."""

from __future__ import annotations


def units(text: str, place: int) -> int:
    """How many UTF-16 code units stand before the character number `place` of `text`."""
    if text.isascii():
        return place
    return place + sum(character > "\uffff" for character in text[:place])
