"""Regular expressions, bounded in time and memory.

An expression is tried on one stretch of the text after another, so that what it remembers
for going back stays small: on a whole chapter of five million characters that was 700 MB.
"""

from __future__ import annotations

import re
import time
from typing import Any

from reader.errors import SearchError
from reader.messages import Message, message
from reader.navigation.folding import same_hanzi
from reader.navigation.pattern_size import laid_out
from reader.navigation.query import Query
from reader.navigation.word_edges import EDGE_OF_WORD

_SECONDS = 3.0
"""What one search may take by the clock, all stretches together."""

_SECONDS_A_STRETCH = 0.5
"""What one stretch may take of the processor; it can be stopped by nothing else.

By the clock that is several times as long where other programs are busy, so it is far less
than a search has. An expression that does not explode needs thousandths.
"""

_LONGEST_PATTERN = 1_000
_MOST_PARTS = 100_000
"""Parts of an expression, all repetitions laid out: so many are compiled within 0.2 seconds."""

_LONGEST_MATCH = 10_000
"""Characters behind the stretch in which a match may end."""

_LOOK_BACK = 1_000
"""Characters before the stretch that an expression may look at."""

_HANZI = re.compile("(?<!-)[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U000323af](?!-)")

_FAULTS = {
    "missing )": message("A round bracket is opened but not closed."),
    "unbalanced parenthesis": message("A round bracket is closed but not opened."),
    "unterminated character set": message("A square bracket is opened but not closed."),
    "nothing to repeat": message("There is nothing before it to repeat."),
    "multiple repeat": message("It repeats what is repeated already."),
    "bad escape": message("A backslash stands before something that it gives no meaning."),
    "bad character range": message("The range of characters ends before it begins."),
    "min repeat greater": message("The smaller number must come first."),
    "repeat count too big": message("The number is too large."),
    "unknown group": message("There is no group of that name or number."),
    "invalid group reference": message("There is no group of that name or number."),
    "unknown property": message("There is no class of characters of that name."),
}
"""How the faults that the library names begin, and what they are to the user."""


class RegularMatcher:
    """Finds what an expression describes; for one search, whose time it counts."""

    def __init__(self, query: Query) -> None:
        """Raises :class:`~reader.errors.SearchError` where the expression is wrong."""
        self._text = query.text
        self._pattern = _compiled(query)
        self._seconds_left = _SECONDS

    def spans(self, text: str, first: int, last: int) -> list[tuple[int, int]]:
        """See :class:`~reader.navigation.query.Matcher`."""
        base = max(0, first - _LOOK_BACK)
        stretch = same_hanzi(text[base : _end_of_stretch(text, last)])
        began = time.monotonic()
        try:
            matches = self._pattern.finditer(
                stretch, first - base, timeout=_SECONDS_A_STRETCH, concurrent=True
            )
            found = [match.span() for match in matches if match.end() > match.start()]
        except (TimeoutError, MemoryError, RecursionError) as error:
            raise self._too_much() from error
        self._seconds_left -= time.monotonic() - began
        if self._seconds_left <= 0:
            raise self._too_much()
        return [(base + start, base + end) for start, end in found if base + start < last]

    def _too_much(self) -> SearchError:
        return SearchError(
            self._text,
            message("This regular expression takes too long."),
            message("Repeat fewer things inside what is repeated itself."),
        )


def _end_of_stretch(text: str, last: int) -> int:
    """Where to cut the text behind `last`: at the end of a paragraph if one is near."""
    end = last + _LONGEST_MATCH
    paragraph = text.find("\n", end, end + _LONGEST_MATCH)
    return end if paragraph < 0 else paragraph


def _compiled(query: Query) -> Any:  # noqa: ANN401
    import regex  # type: ignore[import-untyped]

    if len(query.text) > _LONGEST_PATTERN:
        raise SearchError("", message("This regular expression is too long."))
    if laid_out(query.text) > _MOST_PARTS:
        raise _too_complicated(query)
    flags = regex.MULTILINE | (0 if query.case else regex.IGNORECASE)
    pattern = _HANZI.sub(lambda found: same_hanzi(found.group()), query.text)
    try:
        compiled = regex.compile(pattern, flags)
        if query.whole_words:
            compiled = regex.compile(f"{EDGE_OF_WORD}(?:{pattern}){EDGE_OF_WORD}", flags)
    except regex.error as error:
        place = min(len(query.text), (error.pos or 0) + 1)
        raise SearchError(
            query.text,
            message("Character {place}: {fault}", place=place, fault=_fault(error.msg)),
        ) from error
    except (RecursionError, MemoryError, OverflowError, ValueError) as error:
        raise _too_complicated(query) from error
    return compiled


def _too_complicated(query: Query) -> SearchError:
    return SearchError(query.text, message("This regular expression is too complicated."))


def _fault(said: str) -> Message:
    for beginning, fault in _FAULTS.items():
        if said.startswith(beginning):
            return fault
    return message("The expression cannot be understood ({fault}).", fault=said)
