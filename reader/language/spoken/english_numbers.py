"""Numbers in English words: 1,299 → one thousand two hundred ninety-nine."""

from __future__ import annotations

_NUMBER_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_SMALL = _NUMBER_WORDS.split()
_TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
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


def digits(number: str) -> str:
    """Digit by digit."""
    return " ".join(_SMALL[int(digit)] for digit in number if digit.isdigit())


def cardinal(number: str) -> str:
    """The number as a quantity; `number` is digits, with or without thousands separators."""
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
    """``3.14`` is three point one four."""
    whole, point, fraction = number.partition(".")
    said = cardinal(whole or "0")
    return f"{said} point {digits(fraction)}" if point and fraction else said


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
    century, rest = int(number[:2]), int(number[2:])
    if century % 10 == 0 and rest < 10:
        return cardinal(number)
    if rest == 0:
        return f"{_below_thousand(century)} hundred"
    second = f"oh {_SMALL[rest]}" if rest < 10 else _below_thousand(rest)
    return f"{_below_thousand(century)} {second}"


def plural(said: str) -> str:
    """``nineteen ninety`` is nineteen nineties."""
    return said[:-1] + "ies" if said.endswith("y") else said + "s"


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    said = [f"{_SMALL[hundreds]} hundred"] if hundreds else []
    if 0 < rest < 20:
        said.append(_SMALL[rest])
    elif rest:
        tens, ones = divmod(rest, 10)
        said.append(_TENS[tens] + (f"-{_SMALL[ones]}" if ones else ""))
    return " ".join(said)
