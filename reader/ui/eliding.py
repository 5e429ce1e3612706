"""Long titles, short enough for a sentence."""

from __future__ import annotations

_MOST = 80
"""Characters of a title, of which the beginning and the end tell most."""


def elided(title: str) -> str:
    """`title` on one line; where it is long, its beginning and its end."""
    words = " ".join(title.split())
    if len(words) <= _MOST:
        return words
    half = (_MOST - 1) // 2
    return f"{words[:half].rstrip()}…{words[-half:].lstrip()}"
