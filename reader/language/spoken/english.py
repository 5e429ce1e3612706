"""What English readers say for dates, times, money, abbreviations, units and signs.

Words keep their order and their capitals; only what is not a word is replaced.
"""

from __future__ import annotations

import re

from reader.language import roman
from reader.language.spoken.english_numbers import (
    cardinal,
    decimal,
    digits,
    ordinal,
    plural,
    year,
)
from reader.language.spoken.english_words import (
    BEFORE_NUMBERS,
    CURRENCIES,
    DIVISIONS,
    FRACTIONS,
    MONTH,
    MONTH_NAMES,
    MONTHS,
    NUMBERED,
    PHRASES,
    SCALES,
    SHORT,
    UNITS,
)
from reader.language.spoken.rules import alternatives, fixed, rule

_N = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"


def _long_month(written: str) -> str:
    return MONTHS.get(written.rstrip("."), written)


def _iso_date(match: re.Match[str]) -> str | None:
    month, day = int(match["month"]), int(match["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return f"{MONTH_NAMES[month - 1]} {ordinal(str(day))}, {year(match['year'])}"


def _month_day(match: re.Match[str]) -> str | None:
    if not 1 <= int(match["day"]) <= 31:
        return None
    said = f"{_long_month(match['month'])} {ordinal(match['day'])}"
    return said + (f", {year(match['year'])}" if match["year"] else "")


def _day_month(match: re.Match[str]) -> str | None:
    if not 1 <= int(match["day"]) <= 31:
        return None
    article = "" if match["article"] else "the "
    said = (
        f"{match['article'] or ''}{article}{ordinal(match['day'])} of {_long_month(match['month'])}"
    )
    return said + (f", {year(match['year'])}" if match["year"] else "")


def _time(match: re.Match[str]) -> str | None:
    hour, minute, half = match["hour"], match["minute"], match["half"]
    if int(hour) > 24 or int(minute) > 59:
        return None
    said = cardinal(hour)
    if minute == "00":
        said += "" if half else " o'clock"
    else:
        said += f" oh {cardinal(minute)}" if minute[0] == "0" else f" {cardinal(minute)}"
    return said + _half_of_day(half)


def _hour(match: re.Match[str]) -> str:
    return cardinal(match["hour"]) + _half_of_day(match["half"])


def _half_of_day(written: str | None) -> str:
    return (
        f" {written[0]} {written.replace('.', '').replace(' ', '')[1]}".upper() if written else ""
    )


def _money(match: re.Match[str]) -> str:
    unit, part = CURRENCIES[match["sign"]]
    number = match["amount"]
    if match["scale"]:
        scale = SCALES.get(match["scale"].strip().lower(), match["scale"].strip())
        return f"{decimal(number)} {scale} {unit}s"
    whole, _, fraction = number.partition(".")
    if len(fraction) not in (0, 2):
        return f"{decimal(number)} {unit}s"
    small = f"{cardinal(fraction)} {part}" + ("s" if part == "cent" and fraction != "01" else "")
    if fraction.strip("0") and not whole.strip("0"):
        return small
    said = f"{cardinal(whole)} {unit}" + ("" if whole == "1" or unit == "yuan" else "s")
    return f"{said} {cardinal(fraction)}" if fraction.strip("0") else said


def _percent(match: re.Match[str]) -> str:
    word = "percent" if match["sign"] == "%" else "per mille"
    first = _signed(match["a"])
    return f"{first} to {decimal(match['b'])} {word}" if match["b"] else f"{first} {word}"


def _signed(number: str) -> str:
    return ("minus " if number[0] in "-−" else "") + decimal(number.lstrip("-−+"))


def _version(number: str) -> str:
    """``0.5.3`` is zero point five point three."""
    return " point ".join(map(cardinal, number.split(".")))


def _measure(match: re.Match[str]) -> str:
    number, unit = match["a"], UNITS[match["unit"]]
    if number not in ("1", "-1"):
        head, _, tail = unit.partition(" per ")
        head = _plural_unit(head)
        unit = f"{head} per {tail}" if tail else head
    said = _signed(number)
    return f"{said} to {_signed(match['b'])} {unit}" if match["b"] else f"{said} {unit}"


def _plural_unit(unit: str) -> str:
    if unit.startswith("degree"):
        return unit.replace("degree", "degrees", 1)
    if unit == "foot":
        return "feet"
    return unit if unit.endswith("hertz") else unit + "s"


def _fraction(match: re.Match[str]) -> str:
    above, below = int(match["a"]), int(match["b"])
    if above >= below or below > 100:
        return f"{cardinal(match['a'])} {cardinal(match['b'])}"
    named = {2: "half", 4: "quarter"}.get(below) or ordinal(str(below))
    return f"{cardinal(match['a'])} {named}" + ("s" if above > 1 else "")


def _range(match: re.Match[str]) -> str:
    return f"{_number(match['a'])} to {_number(match['b'])}"


def _number(number: str) -> str:
    if re.fullmatch(r"1[1-9]\d\d|20\d\d", number):
        return year(number)
    if len(number) > 1 and number[0] == "0" and number.isdigit():
        return digits(number)
    return decimal(number)


def _years(match: re.Match[str]) -> str:
    return f"{year(match['a'])} to {year(match['a'][:2] + match['b'][-2:])}"


def _decade(match: re.Match[str]) -> str:
    number = match["number"]
    return plural(year(number) if len(number) == 4 else cardinal(number))


def _telephone(match: re.Match[str]) -> str:
    return ", ".join(digits(group) for group in re.findall(r"\d+", match[0]))


def _address(match: re.Match[str]) -> str:
    """An address on the net or of a mailbox, its marks by name and digit by digit."""
    address = re.sub(r"^https?://", "", match[0])
    parts = (_ADDRESS_MARKS.get(part) or digits(part) or part for part in _PARTS.findall(address))
    return " ".join(parts)


def _roman(match: re.Match[str]) -> str | None:
    counted = roman.value(match["n"])
    pronoun = (
        match["n"] == "I" and match[0][0].islower() and _WORD_AHEAD.match(match.string, match.end())
    )
    return cardinal(str(counted)) if counted and not pronoun else None


_ADDRESS_MARKS = {"@": "at", ".": "dot", "/": "slash", "-": "dash", "_": "underscore", ":": "colon"}
_PARTS = re.compile(r"[A-Za-z]+|\d+|[^A-Za-z\d]")
_WORD_AHEAD = re.compile(r"\s+[a-z]")
_SIGN = alternatives(CURRENCIES)
_UNIT = alternatives(UNITS)
_HALF = r"[aApP]\.? ?[mM]\b\.?"
_YEAR = r"(?:1[1-9]\d\d|20\d\d)"

RULES = (
    rule(r"(?:https?://|www\.)\S*[\w/]|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+", _address),
    rule(r"(?<!\d)(?P<year>\d{4})[-/](?P<month>\d\d)[-/](?P<day>\d\d)(?!\d)", _iso_date),
    rule(
        rf"\b(?P<month>{MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.]\d)"
        rf"(?:,? (?P<year>{_YEAR})\b)?",
        _month_day,
    ),
    rule(
        rf"\b(?P<article>the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{MONTH})"
        rf"(?:,? (?P<year>{_YEAR})\b)?",
        _day_month,
    ),
    rule(
        rf"(?<![\d:])(?P<hour>\d{{1,2}}):(?P<minute>\d\d)(?![\d:])(?: ?(?P<half>{_HALF}))?", _time
    ),
    rule(rf"(?<![\d.])(?P<hour>\d{{1,2}}) ?(?P<half>{_HALF})", _hour),
    rule(
        rf"(?P<sign>{_SIGN})(?P<amount>{_N})"
        r"(?P<scale>(?: (?:thousand|million|billion|trillion)|[kKmMB]|bn|tn)\b)?",
        _money,
    ),
    rule(r"(?<![\d.])\d+(?:\.\d+){2,}(?![\d.])", lambda match: _version(match[0])),
    rule(rf"(?P<a>(?<!\w)[-−]?(?:{_N}|\.\d+))(?:%?[-–](?P<b>{_N}))?(?P<sign>[%‰])", _percent),
    rule(
        rf"(?<![\w.])(?P<a>[-−]?(?:{_N}))(?:[-–](?P<b>{_N}))? ?(?P<unit>{_UNIT})(?!\w)"
        r"(?:\.(?=[,;:)\]]|\s+[a-z]))?",
        _measure,
    ),
    rule(r"(?<!\w)(?:\+\d{1,3}[- ])?(?:\(\d{3}\) ?|\d{3}-)\d{3}-\d{4}(?!\w)", _telephone),
    rule(rf"\b(?P<a>{_YEAR})[-–](?P<b>{_YEAR}|\d\d)\b", _years),
    rule(r"(?<!\w)['’]?(?P<number>(?:1[1-9]\d|20\d|[2-9])0)['’]?s\b", _decade),
    rule(
        r"(?<![\w,])(?P<number>\d[\d,]*)(?:st|nd|rd|th)\b", lambda match: ordinal(match["number"])
    ),
    rule(r"(?<![\w/])(?P<a>\d{1,3})/(?P<b>[1-9]\d{0,2})(?![\w/])", _fraction),
    rule(rf"(?<![\w-])(?P<a>{_N}) ?[-–—~] ?(?P<b>{_N})(?![\w-])", _range),
    rule(rf"\b(?:{NUMBERED}|(?i:{DIVISIONS})) (?P<n>[IVXLC]+|[ivxlc]+)\b", _roman),
    *(
        rule(rf"\b{short}\.(?= ?(?:\d+|[IVXLC]+|[ivxlc]+)\b)", fixed(said))
        for short, said in BEFORE_NUMBERS.items()
    ),
    *(
        rule(rf"\b{short}\.(?= [A-Z]|(?<=r\.|s\.) and )", fixed(said))
        for short, said in SHORT.items()
    ),
    *(rule(rf"(?<!\w){re.escape(short)}(?!\w)", fixed(said)) for short, said in PHRASES.items()),
    *(rule(sign, fixed(said)) for sign, said in FRACTIONS.items()),
    rule(r"(?<=\w) ?& ?(?=\w)", fixed(" and ")),
    rule(r"#(?=\d)", fixed("number ")),
    rule(r"(?<=\d) ?[×*] ?(?=\d)|(?<=\d)x(?=\d)", fixed(" by ")),
    rule(r"(?<=\w) ?= ?(?=[\w-])", fixed(" equals ")),
    rule(r"(?<=\w) ?\+ ?(?=\w)", fixed(" plus ")),
    rule(r"(?<=\d) ?[-–] ?(?=[$£€¥]\d)|(?<=[apAP][mM]) ?[-–] ?(?=\d)", fixed(" to ")),
    rule(r"(?<!\w)@(?=\w)", fixed("at ")),
    rule(r"(?<![\w.])\.\d+", lambda match: f"point {digits(match[0])}"),
    rule(r"±(?=\d)", fixed("plus or minus ")),
    rule(r"(?<![\w)])[-−](?=\d)", fixed("minus ")),
    rule(rf"(?<=[A-Za-z])(?:{_N})(?=[A-Za-z])", lambda match: f" {_number(match[0])} "),
    rule(rf"(?<=[A-Za-z])(?:{_N})", lambda match: f" {_number(match[0])}"),
    rule(rf"(?<![\d.])(?:{_N})(?=[A-Za-z])", lambda match: f"{_number(match[0])} "),
    rule(_N, lambda match: _number(match[0])),
)
"""In the order in which they may take their part of the text."""
