"""A sentence becomes captions of at most two lines, parted where a reader would part it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reader.books.model import LINE_BREAK

LINE_WIDTH = 42.0
"""Letters that a line holds at most, as the guides for subtitles of broadcasters and streaming
services have it."""

_ROUNDING = 1e-6
_WIDE_WIDTH = LINE_WIDTH / 20
"""A hanzi, kana or hangul counts as much as this many letters: twenty fill a line."""

LONGEST = 7.0
"""Seconds that a caption stands at most; longer ones are read twice."""

_ALL_MARKS = "，。！？；：、,.!?;:…—"
_CLOSING = frozenset(_ALL_MARKS + "”’」』）)]】》〉}％%～·ー々")
_QUOTES = "”’」』）)]】》〉}\"'"
_OPENING = frozenset("“‘「『（([【《〈{")

# What it costs to part at a place, compared with one caption more.
_CAPTION = 6.0
_AT_A_MARK = 0.0
_AT_A_COMMA = 1.0
_BEHIND = {
    **dict.fromkeys("。！？!?…；;", _AT_A_MARK),
    **dict.fromkeys("，：,:—–", _AT_A_COMMA),
    "、": 3.0,
}
_AT_A_SPACE = 4.0
_AFTER_A_SHORT_WORD = 5.0
_BETWEEN_HANZI = 14.0
_AFTER_AN_ABBREVIATION = 14.0
_SHORT_WORD = 3
_LONGEST_ABBREVIATION = 5
_UNEVEN = 4.0


@dataclass(frozen=True)
class Character:
    """A character that is shown, and its offset in the chapter."""

    text: str
    offset: int


@dataclass(frozen=True)
class Caption:
    """What is shown at once from second `begin` on, and the offset of its first character."""

    begin: float
    start: int
    lines: tuple[str, ...]


@dataclass
class _Atom:
    """What stays together in a line; `cost` is that of a break before it."""

    text: str
    start: int
    width: float
    spaced: bool = False
    new_line: bool = False
    cost: float = 0.0


def divided(
    written: Sequence[Character],
    words: Sequence[tuple[int, int]],
    time_of: Callable[[int], float],
    finish: float,
) -> Iterator[Caption]:
    """The captions for `written`, in order.

    `words` are the ranges of offsets that are not to be parted where that can be helped;
    `time_of` tells when the character at an offset is heard, `finish` when the last one ends.
    """
    atoms = _atoms(written, words)
    times = [time_of(atom.start) for atom in atoms] + [finish]
    for first, last in _captions(atoms, times):
        yield Caption(times[first], atoms[first].start, tuple(_lines(atoms[first:last])))


def width(text: str) -> float:
    """How much of a line `text` takes, in letters."""
    return sum(map(_width, text))


def _width(character: str) -> float:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0.0
    return _WIDE_WIDTH if unicodedata.east_asian_width(character) in "WF" else 1.0


# What stays together


def _atoms(written: Sequence[Character], words: Sequence[tuple[int, int]]) -> list[_Atom]:
    inside = {offset for start, end in words for offset in range(start + 1, end)}
    atoms: list[_Atom] = []
    spaced = new_line = False
    for character in written:
        if character.text == LINE_BREAK:
            new_line = bool(atoms)
        elif character.text.isspace():
            spaced = bool(atoms)
        elif atoms and not (spaced or new_line) and _belongs(atoms[-1], character, inside):
            atoms[-1].text += character.text
            atoms[-1].width += _width(character.text)
        else:
            atom = _Atom(character.text, character.offset, _width(character.text), spaced, new_line)
            atom.cost = _cost(atoms[-1], atom) if atoms else 0.0
            atoms.append(atom)
            spaced = new_line = False
    return atoms


def _belongs(before: _Atom, character: Character, inside: set[int]) -> bool:
    """Whether `character` may not begin a line behind `before`."""
    if before.width + _width(character.text) > LINE_WIDTH:
        return False
    if not _width(character.text):
        return True
    last = before.text[-1]
    if character.text in _CLOSING or last in _OPENING:
        return True
    if _is_wide(last) or _is_wide(character.text):
        return character.offset in inside
    return not (last in "—…" or character.text in "—")


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def _cost(before: _Atom, atom: _Atom) -> float:
    if atom.new_line:
        return _AT_A_MARK
    word = before.text.rstrip(_QUOTES)
    last = word[-1:]
    if last == ".":
        return _after_a_full_stop(word, before.text)
    if last in _BEHIND:
        return _BEHIND[last]
    if not atom.spaced:
        return _BETWEEN_HANZI
    return _AFTER_A_SHORT_WORD if len(before.text) <= _SHORT_WORD else _AT_A_SPACE


def _after_a_full_stop(word: str, whole: str) -> float:
    """Within a sentence a full stop ends one in quotation marks, or else an abbreviation."""
    if len(word) < len(whole):
        return _AT_A_MARK
    return _AFTER_AN_ABBREVIATION if len(word) <= _LONGEST_ABBREVIATION else _AT_A_COMMA


# Where it is parted


def _captions(atoms: list[_Atom], times: list[float]) -> list[tuple[int, int]]:
    """The ranges of `atoms` that are a caption each, at the least cost."""
    count = len(atoms)
    if not count:
        return []
    reach = _reach(atoms)
    fits = reach[reach[0]] == count and times[count] - times[0] <= LONGEST
    if fits and not _torn(atoms, reach, 0).get(count):
        return [(0, count)]
    widths = [0.0]
    for atom in atoms:
        widths.append(widths[-1] + atom.width + atom.spaced)
    best = [0.0] + [float("inf")] * count
    origin = [0] * (count + 1)
    for first in range(count):
        base = best[first] + _CAPTION + (atoms[first].cost if first else 0.0)
        torn = _torn(atoms, reach, first)
        for last in range(first + 1, max(first + 1, reach[reach[first]]) + 1):
            if times[last] - times[first] > LONGEST and last > first + 1:
                break
            empty = 1 - (widths[last] - widths[first]) / (2 * LINE_WIDTH)
            cost = base + _UNEVEN * empty * empty + torn.get(last, 0.0)
            if cost < best[last]:
                best[last], origin[last] = cost, first
    ranges = []
    last = count
    while last:
        ranges.append((origin[last], last))
        last = origin[last]
    return ranges[::-1]


def _torn(atoms: list[_Atom], reach: list[int], first: int) -> dict[int, float]:
    """For every end of a caption of two lines that begins with atom `first`: what their break
    costs where that is no place for one.
    """
    costs, best, place = {}, float("inf"), reach[first]
    for last in range(reach[place], place, -1):
        while place > first and reach[place] >= last:
            best = min(best, atoms[place].cost)
            place -= 1
        costs[last] = best if best > _AFTER_A_SHORT_WORD else 0.0
    return costs


def _reach(atoms: list[_Atom]) -> list[int]:
    """For each atom where a line that it begins has to end; at the end of them, the end."""
    count = len(atoms)
    reach = [count] * (count + 1)
    end, filled = 0, 0.0
    for first, atom in enumerate(atoms):
        if end <= first:
            end, filled = first + 1, atom.width
        while end < count and not atoms[end].new_line:
            wider = filled + atoms[end].width + atoms[end].spaced
            if wider > LINE_WIDTH + _ROUNDING:
                break
            end, filled = end + 1, wider
        reach[first] = end
        filled -= atom.width
        if first + 1 < count:
            filled -= atoms[first + 1].spaced
    return reach


def _lines(atoms: list[_Atom]) -> Iterator[str]:
    reach = _reach(atoms)
    if reach[0] == len(atoms):
        yield _joined(atoms)
        return
    whole = sum(atom.width + atom.spaced for atom in atoms)
    best, cut, head = float("inf"), reach[0], 0.0
    for place in range(1, reach[0] + 1):
        head += atoms[place - 1].width + (atoms[place - 1].spaced if place > 1 else 0)
        if reach[place] < len(atoms):
            continue
        cost = atoms[place].cost + _UNEVEN * abs(whole - 2 * head) / LINE_WIDTH
        if cost < best:
            best, cut = cost, place
    yield _joined(atoms[:cut])
    yield _joined(atoms[cut:])


def _joined(atoms: Sequence[_Atom]) -> str:
    return "".join(
        f" {atom.text}" if index and atom.spaced else atom.text for index, atom in enumerate(atoms)
    )
