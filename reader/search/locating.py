"""Where in a passage the words that were looked for stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from reader.navigation.folding import Folded

_MOST = 500
"""Places of one term in a passage that are looked at."""


def locate(text: str, patterns: Sequence[re.Pattern[str]]) -> tuple[int, int] | None:
    """Start and end of the first of the terms where all stand closest together.

    None where one of them is missing.
    """
    folded = Folded(text)
    places: list[tuple[int, int, int]] = []
    for term, pattern in enumerate(patterns):
        found = [match.span() for match in islice(pattern.finditer(folded.text), _MOST)]
        if not found:
            return None
        places += [(start, end, term) for start, end in found]
    first = _closest(sorted(places), len(patterns))
    return folded.source_range(first[0], first[1])


def _closest(places: list[tuple[int, int, int]], terms: int) -> tuple[int, int, int]:
    """The first place of the shortest row of places that has every term."""
    best, shortest = places[0], None
    last_of: dict[int, tuple[int, int, int]] = {}
    for place in places:
        last_of[place[2]] = place
        if len(last_of) < terms:
            continue
        first = min(last_of.values())
        length = place[0] - first[0]
        if shortest is None or length < shortest:
            best, shortest = first, length
    return best
