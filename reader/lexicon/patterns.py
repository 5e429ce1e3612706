"""Regular expressions that readers write: which are safe to run, and where they cannot fit.

Python's engine tries every way to fit a pattern and cannot be stopped, so one such as
``(a+)+b`` would hang the voice for good. What can take long on a stretch of :data:`LONGEST`
characters is refused when it is entered: repetition and choice inside what repeats (time
doubles with each letter), and several repetitions of the same letters with nothing between that
parts them (:mod:`~reader.lexicon.ways`). The pattern is understood by Python's own parser.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from reader.errors import LexiconError
from reader.lexicon.ways import Token, ways
from reader.messages import message

LONGEST = 200
"""Characters of text that a pattern is tried on at once."""

_MOST_WAYS = 50 * LONGEST**2
"""Ways to fit a pattern from one place: two repetitions that meet, and some choices. On the
worst text that takes the better part of a second, three of them a minute."""

_ANY_CASE = re.compile(r"\(\?[a-zA-Z]*i")
"""Where a part of a pattern does not mind case."""

_parser = importlib.import_module("re._parser")
_REPEATS = {_parser.MAX_REPEAT, _parser.MIN_REPEAT, _parser.POSSESSIVE_REPEAT}


@lru_cache(maxsize=1_000)
def compiled(pattern: str) -> re.Pattern[str]:
    """`pattern`, ready to search with; raises :class:`~reader.errors.LexiconError` if it is no
    regular expression, fits where there is nothing, or might take for ever."""
    try:
        tree = _parser.parse(pattern)
        ready = re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        raise _broken(pattern, error) from error
    if tree.getwidth()[0] == 0:
        raise LexiconError(
            pattern,
            message("The pattern fits even where there are no letters."),
            message("Let it name at least one letter, for instance with + in place of *."),
        )
    _check_repeats(tree, inside=False, pattern=pattern)
    any_case = bool(tree.state.flags & re.IGNORECASE) or bool(_ANY_CASE.search(pattern))
    if ways(tree, LONGEST, any_case=any_case) > _MOST_WAYS:
        raise LexiconError(
            pattern,
            message(
                "The pattern repeats several things that may fit the same letters; finding "
                "where it fits could take minutes.",
            ),
            message(
                r"Say what stands between them, or what each may be: \d+-\d+ in place of "
                r"\d+.*\d+",
            ),
        )
    return ready


@lru_cache(maxsize=1_000)
def required(pattern: str) -> str:
    """The longest run of letters that every text which fits `pattern` holds; maybe empty."""
    tree = _parser.parse(pattern)
    if tree.state.flags & re.IGNORECASE:
        return ""
    runs = [""]
    for kind, details in tree:
        if kind is _parser.LITERAL:
            runs[-1] += chr(details)
        elif kind is not _parser.AT:  # a border between two letters leaves them side by side
            runs.append("")
    return max(runs, key=len)


def checked_template(pattern: str, say: str) -> str:
    r"""`say`, whose ``\1`` or ``\g<name>`` stand for groups of `pattern`; raises if there are no
    such groups."""
    try:
        compiled(pattern).sub(say, "")
    except (re.error, IndexError) as error:
        raise LexiconError(
            pattern,
            message(
                "What is to be said refers to a part that the pattern has not: {error}.",
                error=error,
            ),
            message(r"Write \1 for what its first brackets fit, and \\ for a backslash."),
        ) from error
    return say


def _broken(pattern: str, error: Exception) -> LexiconError:
    place = getattr(error, "pos", None)
    said = getattr(error, "msg", None) or message("it is too large")
    return LexiconError(
        pattern,
        message(
            "The pattern is not a regular expression: {said} at character {place}.",
            said=said,
            place=place + 1,
        )
        if place is not None
        else message("The pattern is not a regular expression: {said}.", said=said),
        message("Correct it, or choose to match the word as it is written."),
    )


def _check_repeats(tokens: Iterable[Token], *, inside: bool, pattern: str) -> None:
    """Raises where something repeats a varying number of times `inside` what repeats."""
    for kind, details in tokens:
        if kind in _REPEATS:
            least, most, repeated = details
            if least != most and inside:
                raise _explosive(pattern)
            _check_repeats(repeated, inside=inside or most > 1, pattern=pattern)
        elif kind is _parser.BRANCH and inside:
            raise _explosive(pattern)
        else:
            for part in _parts(details):
                _check_repeats(part, inside=inside, pattern=pattern)


def _parts(details: object) -> Iterator[Iterable[Token]]:
    """The patterns that a group, a choice or a look ahead is made of."""
    if isinstance(details, _parser.SubPattern):
        yield details
    elif isinstance(details, list | tuple):
        for each in details:
            yield from _parts(each)


def _explosive(pattern: str) -> LexiconError:
    return LexiconError(
        pattern,
        message(
            "The pattern repeats something that itself repeats or chooses; finding where "
            "it fits could take for ever.",
        ),
        message(r"Use one repetition: \d+ in place of (\d+)+, [ab]+ in place of (a|b)+."),
    )
