"""What a sentence says about the readings of the polyphonic characters in it.

Every candidate reading gets a row of numbers (what the network thinks, which words of two
lexicons hold the character here, how common the reading is) and a list of marks: the reading
together with a neighbour, a word or a part of speech. `polyphones` weighs both.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from reader.language.pinyin.encoder import Floats, encoder
from reader.language.pinyin.spans import LONGEST_WORD, MULTIPLIER, Lexicon, place_keys, word_keys
from reader.language.pinyin.words import words

Flags = NDArray[np.bool_]

MOST_CANDIDATES: Final = 7
"""As many as the three bits hold that the lexicon has for each."""
MARK_BITS: Final = 17
"""There are 2 to this power weights of marks; marks that fall on the same one share it."""
_FLOOR: Final = -15.0
"""The log of what counts as no chance at all."""
_OUTSIDE: Final = "#"

_CLASSES: Final = {
    character: name
    for name, characters in {
        "aspect": "了着过起完好住",
        "number": "一二三四五六七八九十百千万两几半多0123456789",
        "person": "我你您她他它们谁咱人",
        "degree": "很太真最更又也挺好",
        "verb": "给把被在到去来让叫",
        "no": "不没别",
        "this": "这那哪每",
        "of": "的",
        "way": "地",
        "complement": "得",
        "stop": "，。！？；：、…“”‘’（）" + _OUTSIDE,
    }.items()
    for character in characters
}
"""Small words by what they tell of the word beside them."""

_SPOKEN = re.compile("[我你您她咱吗呢吧啊呀啦嘛哪谁么这那“”？！…]")
_WRITTEN = re.compile("[0-9A-Za-z《》（）、；于其该此之及由与年月]")


@dataclass(frozen=True, kw_only=True)
class Candidates:
    """The readings that each known character can have; rows are padded to the same width."""

    rows: Mapping[str, int]
    readings: tuple[tuple[str, ...], ...]
    commonness: Floats
    """How large a part of running text has each reading."""
    columns: NDArray[np.int64]
    """Where the network gives its score of each reading; -1 where it does not know it."""
    neutral: Flags
    there: Flags
    checksums: NDArray[np.uint64]
    """Of the character with each reading; for marks."""


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """What is known at some places: a row for each place, and in it one for each candidate."""

    readings: tuple[tuple[str, ...], ...]
    numbers: Floats
    marks: NDArray[np.int64]
    """The weights that count, by number."""
    there: Flags
    """False for padding."""


@dataclass(frozen=True, kw_only=True)
class _Cut:
    """A word of the sentence and where it stands."""

    start: int
    text: str
    tag: str


_NOTHING = _Cut(start=0, text=_OUTSIDE, tag=_OUTSIDE)


def candidates(
    readings: Mapping[str, Sequence[str]], commonness: Mapping[str, Sequence[float]]
) -> Candidates:
    """The table of candidates from those of each character."""
    shape = (len(readings), MOST_CANDIDATES)
    found = Candidates(
        rows={character: row for row, character in enumerate(readings)},
        readings=tuple(tuple(each) for each in readings.values()),
        commonness=np.zeros(shape, np.float32),
        columns=np.full(shape, -1),
        neutral=np.zeros(shape, bool),
        there=np.zeros(shape, bool),
        checksums=np.zeros(shape, np.uint64),
    )
    known = encoder().readings
    for character, row in found.rows.items():
        each, width = found.readings[row], len(found.readings[row])
        found.commonness[row, :width] = commonness[character]
        found.columns[row, :width] = [known.get(reading, -1) for reading in each]
        found.neutral[row, :width] = [reading.endswith("5") for reading in each]
        found.there[row, :width] = True
        found.checksums[row, :width] = [_checksum(character + reading) for reading in each]
    return found


def gather(text: str, places: Sequence[int], candidates: Candidates, lexicon: Lexicon) -> Evidence:
    """The evidence in `text` at `places`, one or more, each of a character in `candidates`."""
    rows = [candidates.rows[text[place]] for place in places]
    there = candidates.there[rows]
    cuts, number_of = _cuts(text)
    inside = [cuts[number_of[place]] for place in places]
    numbers = [
        *_network(text, places, candidates.columns[rows], there),
        np.log(candidates.commonness[rows] + 1e-3) / 3,
        candidates.neutral[rows],
        np.broadcast_to([[len(cut.text) == 1] for cut in inside], there.shape),
        np.broadcast_to(1 / there.sum(axis=1, keepdims=True), there.shape),
    ]
    edges = {len(text), *(cut.start for cut in cuts)}
    for found in _words_around(text, places, lexicon, edges, inside):
        numbers.extend(_of_lexicon(*found))
    register = _register(text)
    numbers.append(np.full(there.shape, register == "s"))
    numbers.append(np.full(there.shape, register == "w"))
    stacked = np.empty((*there.shape, len(numbers)), np.float32)
    for column, each in enumerate(numbers):
        stacked[:, :, column] = each
    marks = [_marks(text, place, cuts, number_of[place], register) for place in places]
    return Evidence(
        readings=tuple(candidates.readings[row] for row in rows),
        numbers=stacked,
        marks=_numbered(candidates.checksums[rows], marks),
        there=there,
    )


def _cuts(text: str) -> tuple[list[_Cut], list[int]]:
    """The words of `text`, and for every character the number of its word."""
    found: list[_Cut] = []
    number_of: list[int] = []
    for word in words(text):
        number_of.extend([len(found)] * len(word.text))
        found.append(_Cut(start=len(number_of) - len(word.text), text=word.text, tag=word.tag))
    return found, number_of


def _network(
    text: str, places: Sequence[int], columns: NDArray[np.int64], there: Flags
) -> Iterator[NDArray[Any]]:
    """The network's opinion: among the candidates, among all readings, and whether it leads."""
    scores = encoder().scores(text, places)
    known = columns >= 0
    heard = np.where(known, np.take_along_axis(scores, columns, axis=1), _FLOOR)
    heard[~there] = -1e9
    among = heard - np.logaddexp.reduce(heard, axis=1, keepdims=True)
    yield np.maximum(among, -12) / 3
    yield np.maximum(heard - np.logaddexp.reduce(scores, axis=1, keepdims=True), _FLOOR) / 4
    yield among == among.max(axis=1, keepdims=True)
    yield np.exp(among)
    yield known


def _words_around(
    text: str,
    places: Sequence[int],
    lexicon: Lexicon,
    edges: set[int],
    inside: Sequence[_Cut],
) -> NDArray[np.float32]:
    """For each lexicon four tables: what the words that hold each place read there.

    The length of the longest word for each candidate, of the longest that begins and ends
    where words of the sentence do, how many words there are, and whether one is the very
    word of the sentence.
    """
    found = np.zeros((lexicon.COUNT, 4, len(places), MOST_CANDIDATES), np.float32)
    for row, start, length, choices in _hits(text, places, lexicon):
        fits = start in edges and start + length in edges
        whole = (start, length) == (inside[row].start, len(inside[row].text))
        for number, choice in lexicon.unpacked(choices):
            cell = found[number, :, row, choice]
            cell[0] = max(cell[0], length)
            cell[1] = max(cell[1], length * fits)
            cell[2] += 1
            cell[3] = max(cell[3], whole)
    return found


def _hits(
    text: str, places: Sequence[int], lexicon: Lexicon
) -> Iterator[tuple[int, int, int, int]]:
    """The words around `places`: which place, where they start, their length, the choices."""
    lengths = np.arange(2, min(LONGEST_WORD, len(text)) + 1)
    back = np.arange(LONGEST_WORD)
    rows, length, offset = np.meshgrid(np.arange(len(places)), lengths, back, indexing="ij")
    start = np.asarray(places)[rows] - offset
    fits = (offset < length) & (start >= 0) & (start + length <= len(text))
    rows, length, offset, start = rows[fits], length[fits], offset[fits], start[fits]
    if not len(rows):
        return
    hashes = word_keys(text)[length - 2, start]
    choices = lexicon.find(place_keys(hashes, offset.astype(np.uint64)))
    for hit in np.flatnonzero(choices):
        yield int(rows[hit]), int(start[hit]), int(length[hit]), int(choices[hit])


def _of_lexicon(
    longest: Floats, fitting: Floats, count: Floats, whole: Floats
) -> Iterator[NDArray[Any]]:
    """Which candidates the words of one lexicon read at each place, and how well they fit."""
    most = longest.max(axis=1, keepdims=True)
    for length in (2, 3, 4):
        yield longest >= length
    yield (longest == most) & (longest > 0)
    yield longest < most
    yield np.minimum(count, 4) / 4
    most = fitting.max(axis=1, keepdims=True)
    yield fitting > 0
    yield (fitting == most) & (fitting > 0)
    yield (fitting == 0) & (most > 0)
    yield whole
    yield np.broadcast_to(whole.any(axis=1, keepdims=True), whole.shape)


def _register(text: str) -> str:
    """Whether a sentence is like speech or like an encyclopaedia: their words read apart."""
    spoken, written = len(_SPOKEN.findall(text)), len(_WRITTEN.findall(text))
    return "s" if spoken > written else "w" if written > spoken else _OUTSIDE


def _marks(text: str, place: int, cuts: list[_Cut], number: int, register: str) -> list[str]:
    """What stands around the character, each with a letter that says which it is."""
    cut = cuts[number]
    before = cuts[number - 1] if number else _NOTHING
    after = cuts[number + 1] if number + 1 < len(cuts) else _NOTHING
    left = (_OUTSIDE * 2 + text[max(0, place - 2) : place])[-2:]
    right = (text[place + 1 : place + 3] + _OUTSIDE * 2)[:2]
    inside = place - cut.start
    classes = _CLASSES.get(left[1], ""), _CLASSES.get(right[0], "")
    part = f"{min(inside, 2)}{min(len(cut.text) - inside, 3)}"
    return [
        "a",
        f"b{left[1]}",
        f"c{right[0]}",
        f"d{left}",
        f"e{right}",
        f"f{left[1]}{right[0]}",
        f"g{inside}{cut.text}",
        f"h{part}{cut.tag}",
        f"i{part}{before.tag}",
        f"j{part}{after.tag}",
        f"k{part}{cut.tag}{after.tag}",
        f"l{part}{before.tag}{cut.tag}",
        f"m{part}{before.text}",
        f"n{part}{after.text}",
        f"o{part}",
        f"p{register}",
        f"q{register}{part}",
        f"r{part}{classes[0]}",
        f"s{part}{classes[1]}",
    ]


def _numbered(checksums: NDArray[np.uint64], marks: list[list[str]]) -> NDArray[np.int64]:
    """The number of the weight for every pair of a reading and a mark."""
    of_marks = np.array([[_checksum(mark) for mark in each] for each in marks], np.uint64)
    mixed = of_marks[:, None] ^ (checksums[:, :, None] << np.uint64(32))
    return (mixed * MULTIPLIER >> np.uint64(64 - MARK_BITS)).astype(np.int64)


def _checksum(text: str) -> int:
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))
