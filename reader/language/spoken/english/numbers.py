"""Numbers in English words: 1,299 → one thousand two hundred ninety-nine.

Every number is given as it is written: digits, with or without thousands separators.
"""

from __future__ import annotations

import re
from itertools import pairwise

from reader.language.wordlists import in_order

N = r"(?>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
"""A regular expression for a number without its sign; atomic, so it never backtracks."""

BEGIN = r"(?<![\w./])(?<!\d,)"
"""What must not stand before a number, or its first digits belong to something else."""

YEAR = r"(?:1[1-9]|20)\d\d"
"""A regular expression for the numbers that are read as years."""

_SMALL = in_order(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = ["", "", *in_order("twenty thirty forty fifty sixty seventy eighty ninety")]
_SCALES = ["", " thousand", " million", " billion", " trillion"]
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_LONGEST = 15
"""Digits of the longest number that is said as a quantity."""

_BELOW_HUNDRED = "|".join([*_SMALL[1:], *_TENS[2:]])
_AND = re.compile(
    rf"\bhundred\b(?= (?:{_BELOW_HUNDRED})\b)|"
    rf"\b(?:thousand|million|billion|trillion)\b"
    rf"(?= (?:{_BELOW_HUNDRED})\b(?! hundred| thousand| million))"
)


def digits(number: str) -> str:
    """Digit by digit; what is no digit is left out."""
    return " ".join(_SMALL[int(digit)] for digit in number if digit.isdecimal())


def cardinal(number: str) -> str:
    """The number as a quantity; one too long to be grasped is said digit by digit."""
    number = number.replace(",", "").lstrip("0") or "0"
    if len(number) > _LONGEST:
        return digits(number)
    if number == "0":
        return "zero"
    groups = [int(number[max(0, end - 3) : end]) for end in range(len(number), 0, -3)]
    said = [
        _below_thousand(groups[index]) + _SCALES[index]
        for index in range(len(groups) - 1, -1, -1)
        if groups[index]
    ]
    return " ".join(said)


def decimal(number: str) -> str:
    """``3.14`` is three point one four, ``.5`` is point five."""
    whole, point, fraction = number.partition(".")
    if not (point and fraction):
        return cardinal(whole)
    said = f"point {digits(fraction)}"
    return f"{cardinal(whole)} {said}" if whole else said


def signed(number: str) -> str:
    """A decimal number with its sign, if it has one."""
    sign = {"-": "minus ", "−": "minus ", "–": "minus ", "+": "plus ", "±": "plus or minus "}
    return sign.get(number[:1], "") + decimal(number.lstrip("-−–+±"))


def ordinal(number: str) -> str:
    """``21`` is twenty-first."""
    said = cardinal(number)
    cut = max(said.rfind(" "), said.rfind("-")) + 1
    last = said[cut:]
    if last in _ORDINALS:
        return said[:cut] + _ORDINALS[last]
    return said[:cut] + (last[:-1] + "ieth" if last.endswith("y") else last + "th")


def year(number: str) -> str:
    """``1984`` is nineteen eighty-four, ``2005`` two thousand five, ``1905`` nineteen oh five."""
    if len(number) != 4:
        return cardinal(number)
    century, rest = int(number[:2]), int(number[2:])
    if century % 10 == 0 and rest < 10:
        return cardinal(number)
    return pairs(number)


def pairs(number: str) -> str:
    """Two digits at a time: ``2788`` is twenty-seven eighty-eight, ``380`` three eighty."""
    if len(number) not in (3, 4) or number[0] == "0":
        return digits(number) if number[:1] == "0" else cardinal(number)
    first, rest = int(number[:-2]), int(number[-2:])
    if rest == 0:
        return cardinal(number) if first % 10 == 0 else f"{_below_thousand(first)} hundred"
    second = f"oh {_SMALL[rest]}" if rest < 10 else _below_thousand(rest)
    return f"{_below_thousand(first)} {second}"


def plain(number: str) -> str:
    """A number about which nothing else is known.

    Four digits may be a year; leading zeros and very long rows are read digit by digit.
    """
    if re.fullmatch(YEAR, number):
        return year(number)
    if number.isdecimal() and (len(number) > 9 or (len(number) > 1 and number[0] == "0")):
        return grouped(number)
    return decimal(number)


def grouped(number: str) -> str:
    """A long row of digits in groups that can be written down while listening."""
    size = 3 if len(number) == 10 else 4
    if len(number) <= 6 or len(number) > 40:
        return digits(number)
    cuts = [0, 3, 6, 10] if size == 3 else [*range(0, len(number), size), len(number)]
    return ", ".join(digits(number[a:b]) for a, b in pairwise(cuts))


def plural(said: str) -> str:
    """``nineteen ninety`` is nineteen nineties."""
    if said.endswith("y"):
        return said[:-1] + "ies"
    return said + ("es" if said.endswith(("x", "s")) else "s")


def with_and(said: str) -> str:
    """``one hundred five`` is one hundred and five."""
    return _AND.sub(r"\g<0> and", said)


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    said = [f"{_SMALL[hundreds]} hundred"] if hundreds else []
    if 0 < rest < 20:
        said.append(_SMALL[rest])
    elif rest:
        tens, ones = divmod(rest, 10)
        said.append(_TENS[tens] + (f"-{_SMALL[ones]}" if ones else ""))
    return " ".join(said)
