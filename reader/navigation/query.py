"""What is looked for in a book, and how it is compared."""

from __future__ import annotations

import re
from dataclasses import KW_ONLY, dataclass
from typing import Protocol

from reader.navigation.folding import LONGEST_CHARACTER, Folded, fold
from reader.navigation.word_edges import EDGE_OF_WORD

_LONGEST_SPACE = 30


@dataclass(frozen=True)
class Query:
    """The words or the regular expression `text`, and what of it matters.

    Words: full and half width, traditional and simplified hanzi, accents that are written with
    their letter and behind it are the same; any white space is one space, also between
    paragraphs. Small and capital letters are the same unless `case`.
    `whole_words` matters where words are written with spaces between: neither end of a match
    is inside one. A `regular` expression is that of the ``regex`` library; in it ``^`` and ``$``
    are the ends of a paragraph. Hanzi are the same in both forms there too, in the text and in
    the expression, but those beside the hyphen of a range (``[一-鿿]``); widths are not.
    """

    text: str
    _: KW_ONLY
    case: bool = False
    whole_words: bool = False
    regular: bool = False


class Matcher(Protocol):
    """Finds what one query looks for."""

    def spans(self, text: str, first: int, last: int) -> list[tuple[int, int]]:
        """Start and end of the matches that begin from `first` to before `last`.

        They rise, do not overlap, and none is empty. Raises
        :class:`~reader.errors.SearchError` where the search takes too long.
        """
        ...


def matcher(query: Query) -> Matcher | None:
    """What finds `query`, for one search; None where there is nothing to look for.

    Raises :class:`~reader.errors.SearchError` where a regular expression is wrong.
    """
    if query.regular:
        from reader.navigation.find_regular import RegularMatcher

        return RegularMatcher(query) if query.text else None
    words = fold(query.text, case=query.case).split()
    return WordMatcher(words, query) if words else None


class WordMatcher:
    """Finds words one behind another."""

    def __init__(self, words: list[str], query: Query) -> None:
        pattern = rf"\s{{1,{_LONGEST_SPACE}}}".join(re.escape(word) for word in words)
        if query.whole_words:
            pattern = EDGE_OF_WORD + pattern + EDGE_OF_WORD
        self._pattern = re.compile(pattern)
        self._case = query.case
        # So far may a match go behind its first character; and there is the letter behind it.
        longest = (len(word) * LONGEST_CHARACTER + _LONGEST_SPACE for word in words)
        self._reach = sum(longest) + LONGEST_CHARACTER

    def spans(self, text: str, first: int, last: int) -> list[tuple[int, int]]:
        """See :class:`Matcher`."""
        lead = min(first, 1)  # whether a word begins here, the letter before it tells
        base = first - lead
        folded = Folded(text[base : last + self._reach], case=self._case)
        found: list[tuple[int, int]] = []
        before = len(fold(text[base:first], case=self._case))
        for match in self._pattern.finditer(folded.text, before):
            start, end = folded.source_range(*match.span())
            if base + start >= last:
                break
            if not found or base + start >= found[-1][1]:
                found.append((base + start, base + end))
        return found
