"""What English readers say for dates, times, money, abbreviations, units and signs.

Words keep their order and their capitals; only what is not a word is replaced.
"""

from __future__ import annotations

from functools import lru_cache

from reader.language.spoken.english import (
    abbreviations,
    dates,
    figures,
    formulas,
    fractions,
    identifiers,
    measures,
    money,
    net,
    numerals,
    places,
    scripture,
    signs,
    telephones,
    times,
)
from reader.language.spoken.english.usage import as_preferred
from reader.language.spoken.rules import Rule
from reader.language.spoken.style import SpokenStyle

_IN_ORDER = (
    net.rules,
    places.rules,
    scripture.rules,
    telephones.rules,
    dates.rules,
    times.rules,
    money.rules,
    numerals.rules,
    fractions.rules,
    formulas.powers_of_ten,
    measures.rules,
    identifiers.rules,
    figures.rules,
    abbreviations.rules,
    formulas.rules,
    signs.rules,
    figures.bare,
)
"""Who may take a part of the text before whom: what is told by more of its signs comes first."""


@lru_cache(maxsize=8)
def rules(style: SpokenStyle) -> tuple[Rule, ...]:
    """The rules for English in the order in which they may take their part of the text."""
    return tuple(as_preferred(rule, style) for those in _IN_ORDER for rule in those(style))
