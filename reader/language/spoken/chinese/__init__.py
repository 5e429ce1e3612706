"""What Chinese readers say for dates, times, money, numbers of things, units and signs.

The standards are GB/T 15835-2011 (numerals in publications) and the usage of newsreaders.
"""

from __future__ import annotations

from functools import lru_cache

from reader.language.spoken.chinese import (
    dates,
    figures,
    identifiers,
    measures,
    models,
    money,
    net,
    relations,
    signs,
    telephones,
    times,
)
from reader.language.spoken.rules import Rule
from reader.language.spoken.style import SpokenStyle

_IN_ORDER = (
    dates.rules,
    net.rules,
    times.rules,
    money.rules,
    relations.percentages,
    signs.arithmetic,
    measures.rules,
    identifiers.cards,
    telephones.rules,
    identifiers.rules,
    models.rules,
    relations.rules,
    figures.rules,
    signs.rules,
    figures.bare,
)
"""Who may take a part of the text before whom: what is told by more of its signs comes first."""


@lru_cache(maxsize=8)
def rules(style: SpokenStyle) -> tuple[Rule, ...]:
    """The rules for Chinese in the order in which they may take their part of the text."""
    return tuple(rule for those in _IN_ORDER for rule in those(style))
