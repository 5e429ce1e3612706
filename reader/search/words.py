"""The words of a text as the index keeps them, and those of what is looked for.

Scripts that put spaces between words are cut into these. Others have no ends of words that all
would agree on: a run of such characters is kept as all its pairs, one beginning at every
character, and the last character alone, so that any piece of two characters or more is a row of
pairs, and any one character the beginning of a pair (or that last one).

All words are compared as :func:`reader.navigation.folding.fold` makes them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from reader.navigation.folding import fold

_UNSPACED = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0eb9\u0ebb-\u0ecd\u0edc-\u0edf"  # Thai, Lao
    "\u1000-\u1049\u1050-\u109d\u1780-\u17d3"  # Burmese, Khmer
    "\u2e80-\u2fd5\u3005-\u3007\u3021-\u3029\u3031-\u3035\u303b\u303c"  # hanzi's relatives
    "\u3041-\u3096\u3099\u309a\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"  # kana
    "\u3105-\u312f\u31a0-\u31bf"  # bopomofo
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
    "\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\uac00-\ud7fb"  # hangul, whose words take endings
)
_LETTER = rf"[^\W_{_UNSPACED}]"
_UNIT = re.compile(rf"[{_UNSPACED}]+|{_LETTER}+")
_BETWEEN = rf"(?:(?![{_UNSPACED}])[\W_])*"
_IS_UNSPACED = re.compile(f"[{_UNSPACED}]")

_LONGEST_QUERY = 1_000
"""Characters of a search that are looked at."""

_MOST_TERMS = 64
"""Terms of a search: SQLite looks for all of them at once, and cannot be stopped meanwhile."""

_QUOTED = re.compile(r'["“”„‟«»「」『』〝〞]([^"“”„‟«»「」『』〝〞]*)["“”„‟«»「」『』〝〞]|(\S+)')


def words_of(text: str) -> str:
    """The words of `text` in their order, a space between each two."""
    folded = fold(text)
    if not _IS_UNSPACED.search(folded):
        return " ".join(_UNIT.findall(folded))
    words: list[str] = []
    for unit in _UNIT.findall(folded):
        if _IS_UNSPACED.match(unit):
            words.extend(_pairs(unit))
            words.append(unit[-1])
        else:
            words.append(unit)
    return " ".join(words)


@dataclass(frozen=True)
class Term:
    """Words to be found side by side; folded, runs of unspaced characters whole.

    With `beginning`, the last is the beginning of a word.
    """

    units: tuple[str, ...]
    beginning: bool = False

    def expression(self) -> str:
        """The term in the language of FTS5 (https://sqlite.org/fts5.html, section 3)."""
        *before, last = self.units
        words: list[str] = []
        for unit in before:
            words += [*_pairs(unit), unit[-1]] if _IS_UNSPACED.match(unit) else [unit]
        unspaced = _IS_UNSPACED.match(last) is not None
        words += _pairs(last) if unspaced and len(last) > 1 else [last]
        star = len(last) == 1 if unspaced else self.beginning
        return f'"{" ".join(words)}"' + ("*" if star else "")

    def pattern(self) -> re.Pattern[str]:
        """The term as it stands in folded text."""
        last = len(self.units) - 1
        parts = [
            _unit_pattern(
                unit,
                begins=place > 0 or not _IS_UNSPACED.match(unit),
                ends=place < last or not _IS_UNSPACED.match(unit),
                goes_on=place == last and self.beginning,
            )
            for place, unit in enumerate(self.units)
        ]
        return re.compile(_BETWEEN.join(parts))


def _unit_pattern(unit: str, *, begins: bool, ends: bool, goes_on: bool) -> str:
    """A unit, the beginning or the end of its run of characters, or of a word that goes on."""
    unspaced = _IS_UNSPACED.match(unit) is not None
    kind = f"[{_UNSPACED}]" if unspaced else _LETTER
    before = f"(?<!{kind})" if begins else ""
    rest = f"{kind}*" if goes_on and not unspaced else ""
    after = f"(?!{kind})" if ends else ""
    return before + re.escape(unit) + rest + after


def terms_of(text: str) -> list[Term]:
    """What `text` asks for: a term for each word and for each pair of quotation marks.

    Signs in a word split it into units of one term (``don't``); a star behind a word that it
    is a beginning (``whal*``). A word that is said twice is asked for once; of a long text, as
    one that was pasted, the beginning counts.
    """
    terms = []
    for quoted, word in _QUOTED.findall(_beginning(text)):
        said = (quoted or word).strip()
        units = tuple(_UNIT.findall(fold(said)))
        if units:
            terms.append(Term(units, beginning=said.endswith("*")))
    return list(dict.fromkeys(terms))[:_MOST_TERMS]


def _beginning(text: str) -> str:
    """What of a search is looked at, without half a word at its end."""
    if len(text) <= _LONGEST_QUERY:
        return text
    words = text[: _LONGEST_QUERY + 1].rsplit(maxsplit=1)
    return words[0] if len(words) > 1 else text[:_LONGEST_QUERY]


def _pairs(unit: str) -> list[str]:
    return list(map("".join, pairwise(unit)))
