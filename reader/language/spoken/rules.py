"""Rules that turn what is written into what is said, each with the place it applies to.

A rule looks at the whole text, so that the words around a number can decide what it is,
and never touches what an earlier rule has taken.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

Say = Callable[[re.Match[str]], str | None]


@dataclass(frozen=True)
class Rule:
    """What `pattern` finds is said as `say` tells; None leaves it to later rules.

    `kind` names, for the reader, what the pattern finds: ``date``, ``money``, ``telephone`` …
    Where the pattern has a group ``n``, only that part is replaced. A rule is not tried on
    text without what it `needs`, another pattern.
    """

    kind: str
    pattern: re.Pattern[str]
    say: Say
    needs: str = ""


@dataclass(frozen=True, order=True)
class Reading:
    """``text[start:end]``, which is a `kind` of thing, is said as `said`."""

    start: int
    end: int
    said: str
    kind: str

    def within(self, start: int, end: int) -> bool:
        """Whether it lies in ``text[start:end]``."""
        return start <= self.start and self.end <= end

    def clipped(self, start: int, end: int) -> Reading:
        """The part in ``text[start:end]``; all is said where the reading begins."""
        said = self.said if self.start >= start else ""
        return replace(self, start=max(start, self.start), end=min(end, self.end), said=said)

    def moved(self, by: int) -> Reading:
        """The same reading in a text that begins `by` characters earlier."""
        return replace(self, start=self.start + by, end=self.end + by)


def rule(kind: str, pattern: str, say: Say) -> Rule:
    """The rule that says what the regular expression `pattern` finds as `say` tells."""
    return Rule(kind, re.compile(pattern), say)


def of_digits(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """`rules` none of which finds anything in a text without a digit."""
    return only_with(r"\d", rules)


def only_with(pattern: str, rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """`rules` none of which finds anything in a text that has nothing of `pattern`.

    Most sentences need few of the rules; it is quicker to look once for all of a kind.
    """
    return tuple(replace(rule, needs=rule.needs or pattern) for rule in rules)


def fixed(said: str) -> Say:
    """Says `said`, whatever was found."""
    return lambda _match: said


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of `words`, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def readings(text: str, rules: Sequence[Rule]) -> list[Reading]:
    """What the rules say about `text`, in order, without overlaps."""
    found: list[Reading] = []
    starts: list[int] = []
    given = {"": True}
    for rule in rules:
        if rule.needs not in given:
            given[rule.needs] = re.search(rule.needs, text) is not None
        if not given[rule.needs] or not rule.pattern.search(text):
            continue  # so it is with most rules: this is the quick way
        new = [
            reading
            for reading in _found_by(rule, text)
            if _is_free(reading.start, reading.end, found, starts)
        ]
        if new:
            found = sorted([*found, *new])
            starts = [reading.start for reading in found]
    return found


def _found_by(rule: Rule, text: str) -> Iterator[Reading]:
    group = "n" if "n" in rule.pattern.groupindex else 0
    for match in rule.pattern.finditer(text):
        start, end = match.span(group)
        if start < end and (said := rule.say(match)) is not None:
            yield Reading(start, end, said, rule.kind)


def _is_free(start: int, end: int, found: Sequence[Reading], starts: Sequence[int]) -> bool:
    at = bisect_left(starts, start)
    before = at == 0 or found[at - 1].end <= start
    return before and (at == len(found) or end <= starts[at])
