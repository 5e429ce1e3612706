"""Roman numerals: what they count, and where a heading begins with one."""

from __future__ import annotations

import re
from typing import NamedTuple

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_WELL_FORMED = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_LEADING = re.compile(r"\s*[\[(（]?(?P<n>[IVXLC]{1,8})(?P<after>\s*(?:[.:：、．)）\]—–-]|$)|\s+\S)")
_INITIAL_FOLLOWS = re.compile(r"\s*[A-Z]\.")


class Numeral(NamedTuple):
    """``text[start:end]`` is a Roman numeral that counts `value`."""

    start: int
    end: int
    value: int


def value(numeral: str) -> int | None:
    """What `numeral`, in capitals or small letters, counts; None if it is none."""
    letters = [_VALUES.get(letter, 0) for letter in numeral.upper()]
    if not letters or not _WELL_FORMED.fullmatch(numeral.upper()):
        return None
    return sum(-v if v < max(letters[at:]) else v for at, v in enumerate(letters))


def leading_numeral(heading: str) -> Numeral | None:
    """The numeral that `heading` begins with (II. The Crossing), or None.

    What may be a word or an initial is none: I before a word, C. S. Lewis, CV.
    """
    found = _LEADING.match(heading)
    if found is None or (counted := value(found["n"])) is None:
        return None
    numeral, after = found["n"], found["after"].strip()
    alone = not heading[found.end("n") :].strip()
    if len(numeral) == 1:
        plain = alone or (numeral in "IVX" and after and not after.isalnum())
        if not plain or numeral == "C" or _INITIAL_FOLLOWS.match(heading, found.end()):
            return None
    elif not set(numeral) & set("IX"):
        return None
    return Numeral(found.start("n"), found.end("n"), counted)
