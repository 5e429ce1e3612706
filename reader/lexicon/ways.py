"""In how many ways a regular expression may fit one text, so that none is run that never ends.

Python's engine tries every way there is. Two parts of a pattern add ways to one another only
where the text does not tell where the first ends: ``\\d+x`` ends at the first x, but the border
in ``\\d+\\d+`` may lie anywhere, and each further repetition multiplies the ways by as many as
the text is long. Which characters two parts share is told by trying some of every kind.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

_parser = importlib.import_module("re._parser")

_REPEATS = {_parser.MAX_REPEAT, _parser.MIN_REPEAT, _parser.POSSESSIVE_REPEAT}
_LOOKS = {_parser.ASSERT, _parser.ASSERT_NOT}
_CHOICES = {_parser.BRANCH, _parser.GROUPREF_EXISTS}

Token = tuple[Any, Any]
"""A part of a parsed pattern: what it is, and its details."""

_SOME = frozenset([*range(128), *map(ord, "éßЯα中一あ가๑　，。０😀")])
"""Characters of every kind that a class of characters may tell apart."""

_CATEGORIES: dict[object, Callable[[str], bool]] = {
    _parser.CATEGORY_DIGIT: str.isdecimal,
    _parser.CATEGORY_SPACE: str.isspace,
    _parser.CATEGORY_WORD: lambda character: character.isalnum() or character == "_",
    _parser.CATEGORY_NOT_DIGIT: lambda character: not character.isdecimal(),
    _parser.CATEGORY_NOT_SPACE: lambda character: not character.isspace(),
    _parser.CATEGORY_NOT_WORD: lambda character: not (character.isalnum() or character == "_"),
}


def ways(tree: Iterable[Token], longest: int, *, any_case: bool) -> int:
    """The most ways in which a parsed pattern may fit from one place of `longest` characters.

    What repeats must neither repeat nor choose within itself, as such ways have no end.
    """
    tokens = list(tree)
    tried = _SOME.union(_codes(tokens))
    counter = _Counter({code: _cases(code, any_case=any_case) for code in tried}, longest)
    counter.take(tokens)
    return counter.most


class _Counter:
    """Multiplies the ways of parts whose borders the text does not tell.

    `most` are those of the worst row of parts until now, `ways` those of the last one.
    """

    def __init__(self, cases: Mapping[int, set[int]], longest: int) -> None:
        """`cases` gives, for each character that is tried, those that count as the same."""
        self._cases = cases
        self._longest = longest
        self._row: set[int] = set()
        self.ways = self.most = 1

    def take(self, tokens: Iterable[Token], *, fixed: bool = True) -> None:
        """Go on with `tokens`; none that is not `fixed`, as it may be missing, ends a row."""
        for kind, details in tokens:
            if kind in _REPEATS:
                self._take_repeat(*details, fixed=fixed)
            elif kind is _parser.SUBPATTERN or kind is _parser.ATOMIC_GROUP:
                self.take(details[-1] if kind is _parser.SUBPATTERN else details, fixed=fixed)
            elif kind in _LOOKS:
                self.take(details[1], fixed=False)
            elif kind in _CHOICES:
                certain = fixed and not _may_be_empty(kind, details)
                self._take_choice((kind, details), fixed=certain)
            elif kind is not _parser.AT:
                self._go_on(self._fitting([(kind, details)]), 1, fixed=fixed)

    def _take_repeat(
        self, least: int, most: int, repeated: Iterable[Token], *, fixed: bool
    ) -> None:
        """A repetition; one that is there once or never is a choice."""
        tokens = list(repeated)
        if most == 1:
            self._go_on(set(), 2 if least == 0 else 1, fixed=False)
            self.take(tokens, fixed=fixed and least == 1)
        else:
            times = min(self._longest, most - least + 1)
            self._go_on(self._fitting(tokens), times, fixed=fixed and least > 0)

    def _take_choice(self, choice: Token, *, fixed: bool) -> None:
        found = 0
        for branch in _contents(choice[1]):
            inner = _Counter(self._cases, self._longest)
            inner.take(branch)
            found += inner.most
        self._go_on(self._fitting([choice]), found, fixed=fixed)

    def _go_on(self, characters: set[int], times: int, *, fixed: bool) -> None:
        """Something of these `characters`, in as many ways as `times`."""
        if fixed and not characters & self._row:
            self._row, self.ways = set(), 1
            if times == 1:
                return
        self._row |= characters
        self.ways *= times
        self.most = max(self.most, self.ways)

    def _fitting(self, tokens: Iterable[Token]) -> set[int]:
        """Those of the characters tried that stand somewhere in what `tokens` fit."""
        found: set[int] = set()
        for kind, details in tokens:
            if kind is _parser.LITERAL:
                found |= self._cases[details]
            else:
                found |= {
                    code
                    for code, cases in self._cases.items()
                    if any(_holds(kind, details, each) for each in cases)
                }
        return found


def _cases(code: int, *, any_case: bool) -> set[int]:
    """The characters that count as this one."""
    if not any_case:
        return {code}
    written = chr(code)
    return {code, *(ord(each) for each in (written.lower(), written.upper()) if len(each) == 1)}


def _holds(kind: Any, details: Any, code: int) -> bool:  # noqa: ANN401
    """Whether the character may stand somewhere in what a part fits."""
    if kind is _parser.LITERAL:
        return bool(details == code)
    if kind is _parser.NOT_LITERAL:
        return bool(details != code)
    if kind is _parser.IN:
        negated = details[0][0] is _parser.NEGATE
        return negated is not any(_is_part(part[0], part[1], code) for part in details)
    if kind is _parser.AT or kind in _LOOKS:
        return False
    inner = [*_contents(details)]
    return not inner or any(_holds(part[0], part[1], code) for tokens in inner for part in tokens)


def _is_part(kind: Any, details: Any, code: int) -> bool:  # noqa: ANN401
    if kind is _parser.RANGE:
        return bool(details[0] <= code <= details[1])
    if kind is _parser.CATEGORY:
        return _CATEGORIES[details](chr(code))
    return bool(kind is _parser.LITERAL and details == code)


def _contents(details: object) -> Iterator[Any]:
    """The patterns that a group, a choice or a look ahead is made of."""
    if isinstance(details, _parser.SubPattern):
        yield details
    elif isinstance(details, list | tuple):
        for each in details:
            yield from _contents(each)


def _may_be_empty(kind: object, details: object) -> bool:
    """Whether a choice may fit nothing at all."""
    if kind is not _parser.BRANCH:
        return True
    return any(each.getwidth()[0] == 0 for each in _contents(details))


def _codes(tokens: Iterable[Token]) -> Iterator[int]:
    """The characters that the pattern names, and the ends of its ranges."""
    for kind, details in tokens:
        if kind in (_parser.LITERAL, _parser.NOT_LITERAL):
            yield details
        elif kind is _parser.RANGE:
            yield from details
        elif kind is _parser.IN:
            yield from _codes(details)
        else:
            for inner in _contents(details):
                yield from _codes(inner)
