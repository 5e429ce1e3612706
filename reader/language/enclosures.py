"""What stands in brackets and quotation marks: pairs found with a stack, in linear time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reader.language.measure import weight


class EnclosureKind(Enum):
    """What a pair of marks encloses."""

    QUOTE = "quote"
    BRACKET = "bracket"
    TITLE = "title"


@dataclass(frozen=True, kw_only=True)
class Enclosure:
    """A matched pair: the offsets of its opening and its closing mark."""

    start: int
    end: int
    kind: EnclosureKind


_PAIRS = {
    EnclosureKind.QUOTE: "“”‘’「」『』«»‹›„“＂＂",
    EnclosureKind.BRACKET: "()（）[]［］【】〔〕{}｛｝",
    EnclosureKind.TITLE: "《》〈〉",
}
_CLOSER_OF = {
    marks[index]: marks[index + 1] for marks in _PAIRS.values() for index in range(0, len(marks), 2)
}
_KIND_OF = {
    marks[index]: kind for kind, marks in _PAIRS.items() for index in range(0, len(marks), 2)
}
_CLOSERS = frozenset(_CLOSER_OF.values()) | {'"'}

OPENING_QUOTES = frozenset("“‘「『«‹„\"'")
OPENING_MARKS = frozenset(_CLOSER_OF) | {'"', "'", "¿", "¡"}
CLOSING_MARKS = _CLOSERS | {"'"}

LONGEST_WHOLE = 90.0
"""Weight (in hanzi) up to which what is enclosed is kept in one sentence; longer speeches
are cut at their own full stops, so that the listener can move inside them."""


def enclosures(text: str) -> list[Enclosure]:
    """The outermost matched pairs of `text` that are no longer than a sentence may be.

    Where a pair is longer, the pairs inside it are given instead. Marks without a partner
    are left out: a quotation may go on in the next paragraph.
    """
    kept: list[Enclosure] = []
    for pair in _matched(text):
        while kept and kept[-1].start > pair.start:
            if not _whole(text, pair):
                break
            kept.pop()
        if _whole(text, pair):
            kept.append(pair)
    return kept


def _whole(text: str, pair: Enclosure) -> bool:
    if pair.end - pair.start > LONGEST_WHOLE * 4:
        return False
    return weight(text, pair.start, pair.end) <= LONGEST_WHOLE


def _matched(text: str) -> list[Enclosure]:
    """All matched pairs, inner before outer, by rising closing mark."""
    pairs: list[Enclosure] = []
    stack: list[tuple[str, int, EnclosureKind]] = []
    awaited: dict[str, int] = {}
    for position, mark in enumerate(text):
        if mark in _CLOSERS and awaited.get(mark, 0) and not _is_apostrophe(text, position):
            while stack:
                closer, start, kind = stack.pop()
                awaited[closer] -= 1
                if closer == mark:
                    pairs.append(Enclosure(start=start, end=position, kind=kind))
                    break
        elif mark == '"':
            stack.append((mark, position, EnclosureKind.QUOTE))
            awaited[mark] = awaited.get(mark, 0) + 1
        elif mark in _CLOSER_OF:
            closer = _CLOSER_OF[mark]
            stack.append((closer, position, _KIND_OF[mark]))
            awaited[closer] = awaited.get(closer, 0) + 1
    return pairs


def _is_apostrophe(text: str, position: int) -> bool:
    return (
        text[position] == "’"
        and text[position + 1 : position + 2].isalpha()
        and (text[position - 1 : position].isascii() and text[position + 1].isascii())
    )
