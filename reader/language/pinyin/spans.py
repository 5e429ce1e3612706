"""Words that hold a character, found by hash: half a million of them in three megabytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]

LONGEST_WORD: Final = 7
"""In characters; longer words add nothing that a shorter one in them does not tell."""
_READING_BITS: Final = 3
_KEY_SHIFT: Final = np.uint64(24)
"""Keys keep 40 bits: of 10,000 lookups of words that are not there, one finds something."""
MULTIPLIER: Final = np.uint64(0x9E3779B97F4A7C15)  # 2**64 over the golden ratio: Knuth's hash


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """Words by their hash, and which of a character's candidates each of two lists reads."""

    COUNT: ClassVar[int] = 2
    """A weighed list of words, and a list of phrases."""

    keys: Hashes
    """Sorted; see `place_keys`."""
    choices: NDArray[np.uint8]
    """See `pack`."""

    def find(self, wanted: Hashes) -> NDArray[np.uint8]:
        """The choices of each of `wanted`; 0 for words that neither list has."""
        index = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
        return np.where(self.keys[index] == wanted, self.choices[index], np.uint8(0))

    @classmethod
    def pack(cls, choices: Sequence[int | None]) -> int:
        """One byte from the number of the candidate that each list reads; None is unknown."""
        shifts = range(0, _READING_BITS * cls.COUNT, _READING_BITS)
        known = [0 if choice is None else choice + 1 for choice in choices]
        return sum(choice << shift for choice, shift in zip(known, shifts, strict=True))

    @classmethod
    def unpacked(cls, choices: int) -> Iterator[tuple[int, int]]:
        """The lists that know the word, and the candidate each reads in it."""
        for number in range(cls.COUNT):
            choice = choices >> _READING_BITS * number & (1 << _READING_BITS) - 1
            if choice:
                yield number, choice - 1


def word_keys(text: str) -> Hashes:
    """The hash of the span of each length from 2 to `LONGEST_WORD` from each character.

    A row for each length, a column for each character; 0 where the text ends too early.
    """
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    found = np.zeros((LONGEST_WORD - 1, len(codes)), np.uint64)
    hashes = codes
    for length in range(2, min(LONGEST_WORD, len(codes)) + 1):
        hashes = (hashes[:-1] * MULTIPLIER) ^ codes[length - 1 :]
        found[length - 2, : len(hashes)] = hashes
    return found


def place_keys(hashes: Hashes, offsets: Hashes) -> Hashes:
    """The keys of words by `hashes`, looked up for the character at `offsets` in them."""
    mixed = (hashes + offsets + np.uint64(1)) * MULTIPLIER
    mixed = (mixed ^ (mixed >> np.uint64(29))) * MULTIPLIER
    return mixed >> _KEY_SHIFT
