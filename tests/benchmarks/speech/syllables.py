"""Wrong syllables: what a listener wrote down against what was to be said, without tones.

A recogniser writes homophones for one another, so characters say little; toneless syllables
are what it can be trusted with. Errors are the least number of syllables put in, left out
or exchanged (Levenshtein distance).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

_ALSO = {"地": "de", "得": "de", "了": "le", "着": "zhe", "谁": "shui", "那": "nei", "这": "zhei"}
_ALSO |= {"哪": "nei", "嗯": "en", "血": "xie", "薄": "bao", "两": "er", "熟": "shou", "色": "shai"}
"""Second readings that are as right as the dictionary's, or that a listener cannot tell."""

_WORDS = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+|[A-Za-z]+")

Syllable = tuple[str, frozenset[str]]
"""What is written, and the syllables it may stand for."""


def syllables(text: str) -> list[Syllable]:
    """The syllables of `text`: hanzi, numbers written out, every foreign word for one.

    Traditional characters count as the simplified ones, whose readings the dictionary knows
    better; the recogniser writes either.
    """
    from pypinyin import Style, lazy_pinyin

    found: list[Syllable] = []
    for word in _WORDS.findall(_normalizer().normalize(text).replace("著", "着")):
        if word.isascii():
            found.append((word.lower(), frozenset({word.lower()})))
            continue
        readings = lazy_pinyin(word, style=Style.NORMAL)
        for written, reading in zip(word, readings, strict=True):
            found.append((written, frozenset({reading, _ALSO.get(written, reading)})))
    return found


@cache
def _normalizer() -> Any:
    """Ready-made rules and not the product's own, so that they do not share an error."""
    from wetext import Normalizer

    return Normalizer(lang="zh", operator="tn", traditional_to_simple=True)


def errors(wanted: Sequence[Syllable], heard: Sequence[Syllable]) -> int:
    """The least number of syllables to put in, leave out or exchange."""
    row = list(range(len(heard) + 1))
    for number, one in enumerate(wanted, start=1):
        diagonal, row[0] = row[0], number
        for column, other in enumerate(heard, start=1):
            exchanged = diagonal + (not _alike(one, other))
            diagonal = row[column]
            row[column] = min(exchanged, diagonal + 1, row[column - 1] + 1)
    return row[-1]


def _alike(one: Syllable, other: Syllable) -> bool:
    return one[0] == other[0] or not one[1].isdisjoint(other[1])
