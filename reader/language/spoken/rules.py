"""Rules that turn what is written into what is said, each with the place it applies to.

A rule looks at the whole text, so that the words around a number can decide what it is,
and never touches what an earlier rule has taken.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

Say = Callable[[re.Match[str]], str | None]


@dataclass(frozen=True)
class Rule:
    """What `pattern` finds is said as `say` tells; None leaves it to later rules.

    Where the pattern has a group ``n``, only that part is replaced.
    """

    pattern: re.Pattern[str]
    say: Say


@dataclass(frozen=True, order=True)
class Reading:
    """``text[start:end]`` is said as `said`."""

    start: int
    end: int
    said: str

    def within(self, start: int, end: int) -> bool:
        """Whether it lies in ``text[start:end]``."""
        return start <= self.start and self.end <= end

    def crosses(self, start: int, end: int) -> bool:
        """Whether it lies partly in ``text[start:end]``."""
        return self.start < end and self.end > start and not self.within(start, end)

    def moved(self, by: int) -> Reading:
        """The same reading in a text that begins `by` characters earlier."""
        return Reading(self.start + by, self.end + by, self.said)


def rule(pattern: str, say: Say) -> Rule:
    """The rule that says what the regular expression `pattern` finds as `say` tells."""
    return Rule(re.compile(pattern), say)


def fixed(said: str) -> Say:
    """Says `said`, whatever was found."""
    return lambda _match: said


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of `words`, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def readings(text: str, rules: Sequence[Rule]) -> list[Reading]:
    """What the rules say about `text`, in order, without overlaps."""
    found: list[Reading] = []
    for rule in rules:
        group = "n" if "n" in rule.pattern.groupindex else 0
        for match in rule.pattern.finditer(text):
            start, end = match.span(group)
            at = bisect_left(found, Reading(start, end, ""))
            free = (at == 0 or found[at - 1].end <= start) and (
                at == len(found) or end <= found[at].start
            )
            if free and (said := rule.say(match)) is not None:
                found.insert(at, Reading(start, end, said))
    return found


def applied(text: str, found: Sequence[Reading]) -> str:
    """`text` with every reading in its place."""
    pieces: list[str] = []
    position = 0
    for reading in found:
        pieces += [text[position : reading.start], reading.said]
        position = reading.end
    return "".join([*pieces, text[position:]])
