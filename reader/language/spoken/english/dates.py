"""Dates, years, decades and eras."""

from __future__ import annotations

import re

from reader.language.spoken.english.endings import SENTENCE_AHEAD
from reader.language.spoken.english.months import MONTH, NAMES, WEEKDAYS, month
from reader.language.spoken.english.numbers import YEAR, cardinal, ordinal, pairs, plural, year
from reader.language.spoken.rules import Rule, Say, alternatives, of_digits, rule
from reader.language.spoken.style import SpokenStyle

_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_NTH = r"(?:st|nd|rd|th)?"
_DASH = r" ?[-–—] ?"
_WEEKDAY = alternatives(WEEKDAYS)
_ERA = r"(?P<era>B\. ?C\. ?E\b\.?|B\. ?C\b\.?|A\. ?D\b\.?|C\. ?E\b\.?|BCE?\b|AD\b|CE\b)"
_ARTICLE_BEFORE = re.compile(r"\b[Tt]he \Z")
_ORDINAL_BEFORE = re.compile(r"\d(?:st|nd|rd|th)(?:,|,? and|,? or) \Z")
_PLURAL_VERBS = frozenset(("was", "is", "has", "does", "as", "its", "this", "us", "his", "plus"))


def rules(style: SpokenStyle) -> tuple[Rule, ...]:
    """What is said for dates; `style` tells what comes first in 03/04/2021."""
    return (
        *of_digits(
            (
                rule(
                    "date",
                    r"(?<![\w/.-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\w/-])(?!\.\d)",
                    _iso(style.english_date),
                ),
                rule(
                    "date",
                    r"(?<![\w/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)(?![\w/-])(?!\.\d)",
                    _in_figures(style.slash_date, style.english_date),
                ),
                rule(
                    "date",
                    rf"\b(?P<month>{MONTH})[ -]?(?P<day>{_DAY}){_NTH}"
                    rf"(?:{_DASH}(?P<last>{_DAY}){_NTH})?"
                    rf"(?![\w/%$]|[:.,]\d|-\w)(?:(?P<comma>,)? (?P<year>{YEAR})\b(?![:.,]\d))?",
                    _month_day(style.english_date),
                ),
                rule(
                    "date",
                    rf"(?<![\w.,:/$-])(?P<article>[Tt]he )?(?P<day>{_DAY}){_NTH}"
                    rf"(?:{_DASH}(?P<last>{_DAY}){_NTH})?(?: of)?[ -](?P<month>{MONTH})(?!\w)"
                    rf"(?:(?P<comma>,)?[ -](?P<year>{YEAR})\b(?![:.,]\d))?",
                    _day_month,
                ),
                rule("date", rf"\b(?P<n>{MONTH})[ -](?={YEAR}\b)", lambda m: month(m["n"])),
                rule(
                    "date",
                    r"\b[Oo]n (?P<n>(\d{1,2})/(\d{1,2}))(?![\w/%]|[.,]\d)",
                    _without_a_year(style.slash_date, style.english_date),
                ),
                rule("date", rf"(?<=\d)(?: ?[–—] ?|-)(?={MONTH} \d)", lambda _match: " to "),
                rule("year", rf"(?<![\w.,])(?P<number>\d{{1,4}}) ?{_ERA}(?!\w)", _era),
                rule("year", r"(?<=\b[Yy]ear )[1-9]\d{3}(?![\w,.]\d|\w)", lambda m: year(m[0])),
                rule("year", r"\b(?P<era>A\.?D)\b\.? (?P<number>\d{1,4})\b", _era_first),
                rule("year", r"(?<!\w)([1-4])([QH])(\d\d(?:\d\d)?)\b", _part_of_year),
                rule(
                    "year",
                    rf"(?<![\w.,-])({YEAR})(s?){_DASH}({YEAR}|\d\d)(s?)(?![\w%:]|[.,]\d)",
                    _years,
                ),
                rule(
                    "year",
                    r"(?<![\w$£€.,])['’]?(?P<number>(?:(?:1[1-9]|20)\d|[2-9])0)['’]?s\b",
                    _decade,
                ),
                rule("number", r"(?<=[Tt]he )(\d{1,4})['’]?s\b", _plural_number),
                rule("year", r"(?<=\d)[-–](?=['’]\d\d\b)", lambda _match: " to "),
                rule("year", r"(?<!\w)['’](\d)(\d)(?![\w%]|\.\d)", _short_year),
                rule(
                    "year", rf"(?<![\w.,$£€#/-])({YEAR})(?![\w%])(?![.,]\d| ?[-–/]\d)", _single_year
                ),
                rule(
                    "year",
                    r"\b(?:[Ii]n|[Ss]ince|[Yy]ear|[Uu]ntil|[Bb]y) (?P<n>10[1-9]\d)"
                    r"(?![\w%-]| ?[-–]\d|[.,]\d| [a-z]+s\b)",
                    lambda m: pairs(m["n"]),
                ),
                rule(
                    "date", rf"\b(?:{_WEEKDAY})(?=, (?:\d|{MONTH} ?\d))", lambda m: WEEKDAYS[m[0]]
                ),
            )
        ),
        rule("date", rf"(?<!\w)({_WEEKDAY})\.?[-–]({_WEEKDAY})\.?(?!\w)", _weekdays),
        rule(
            "date",
            rf"\b(?P<n>(?:{_WEEKDAY})\.)(?=,| \d| (?:{MONTH})\b| ?[-–])",
            lambda m: WEEKDAYS[m["n"].rstrip(".")],
        ),
        rule(
            "date",
            r"\b(?P<n>(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)(?=\s|,|\Z)",
            lambda m: month(m["n"]) + ("." if m.end() == len(m.string) else ""),
        ),
    )


def _in_words(day: str, name: str, *, last: str | None = None, day_first: bool = False) -> str:
    """March fourth to sixth, or the fourth to the sixth of March."""
    if day_first:
        until = f" to the {ordinal(last)}" if last else ""
        return f"the {ordinal(day)}{until} of {name}"
    return f"{name} {ordinal(day)}" + (f" to {ordinal(last)}" if last else "")


def _iso(said_first: str) -> Say:
    def say(match: re.Match[str]) -> str | None:
        number, mark, name, day = match.groups()
        if not (1 <= int(name) <= 12 and 1 <= int(day) <= 31) or number[0] == "0":
            return None
        if mark == "." and len(name) != 2:
            return None
        said = _in_words(day, NAMES[int(name) - 1], day_first=said_first == "day-first")
        return f"{said}, {year(number)}"

    return say


def _in_figures(first: str, said_first: str) -> Say:
    def say(match: re.Match[str]) -> str | None:
        one, mark, two, number = match.groups()
        if mark == "." and len(number) == 2:
            return None  # a version
        if mark == "-" and len(number) == 2:
            return None  # a code
        day_first = int(one) > 12 or (first == "day-first" and int(two) <= 12)
        day, name = (one, two) if day_first else (two, one)
        if not (1 <= int(name) <= 12 and 1 <= int(day) <= 31):
            return None
        day_first = day_first or said_first == "day-first"
        said = _in_words(day, NAMES[int(name) - 1], day_first=day_first)
        short = cardinal(number) if number[0] != "0" else f"oh {cardinal(number)}"
        return f"{said}, {year(number) if len(number) == 4 else short}"

    return say


def _without_a_year(first: str, said_first: str) -> Say:
    def say(match: re.Match[str]) -> str | None:
        one, two = match[2], match[3]
        day_first = int(one) > 12 or first == "day-first"
        day, name = (one, two) if day_first else (two, one)
        if not (1 <= int(name) <= 12 and 1 <= int(day) <= 31):
            return None
        day_first = day_first or said_first == "day-first"
        return _in_words(day, NAMES[int(name) - 1], day_first=day_first)

    return say


def _month_day(said_first: str) -> Say:
    def say(match: re.Match[str]) -> str:
        day_first = said_first == "day-first"
        name = month(match["month"])
        said = _in_words(match["day"], name, last=match["last"], day_first=day_first)
        if day_first and _ARTICLE_BEFORE.search(
            match.string, max(0, match.start() - 5), match.start()
        ):
            said = said.removeprefix("the ")
        return said + _year_after(match)

    return say


def _day_month(match: re.Match[str]) -> str:
    listed = _ORDINAL_BEFORE.search(match.string, max(0, match.start() - 12), match.start())
    article = match["article"] or ("" if listed else "the ")
    said = _in_words(match["day"], month(match["month"]), last=match["last"], day_first=True)
    return article + said.removeprefix("the ") + _year_after(match)


def _year_after(match: re.Match[str]) -> str:
    return f", {year(match['year'])}" if match["year"] else ""


def _letters(era: str) -> str:
    return re.sub(r"[. ]", "", era)


def _era(match: re.Match[str]) -> str:
    end = "." if match[0].endswith(".") and match.end() == len(match.string) else ""
    return f"{year(match['number'])} {_letters(match['era'])}{end}"


def _era_first(match: re.Match[str]) -> str:
    return f"AD {year(match['number'])}"


def _part_of_year(match: re.Match[str]) -> str:
    part = "quarter" if match[2] == "Q" else "half"
    number = year(match[3]) if len(match[3]) == 4 else cardinal(match[3])
    return f"the {ordinal(match[1])} {part} of {number}"


def _years(match: re.Match[str]) -> str | None:
    first, tens, last, last_tens = match.groups()
    if len(last) == 2 and (last <= first[2:] or tens or last_tens):
        return None
    last = first[:2] + last if len(last) == 2 else last
    said = [plural(year(n)) if s else year(n) for n, s in ((first, tens), (last, last_tens))]
    return " to ".join(said)


def _decade(match: re.Match[str]) -> str | None:
    number = match["number"]
    return plural(year(number) if len(number) == 4 else cardinal(number))


def _plural_number(match: re.Match[str]) -> str:
    """In the hundreds, the sevens."""
    return plural(cardinal(match[1])).removeprefix("one ") if match[1] != "1" else "ones"


def _short_year(match: re.Match[str]) -> str:
    return f"oh {cardinal(match[2])}" if match[1] == "0" else cardinal(match[1] + match[2])


def _single_year(match: re.Match[str]) -> str | None:
    """A year, unless what is counted follows: 1500 soldiers, 2,000 others."""
    counted = re.compile(r" ([a-z]{2,}s)\b").match(match.string, match.end())
    before = match.string[max(0, match.start() - 12) : match.start()]
    if (
        counted
        and counted[1] not in _PLURAL_VERBS
        and not re.search(r"\b(?i:in|since|by|from|until|the|of|year|during) $", before)
    ):
        return cardinal(match[1])
    return year(match[1])


def _weekdays(match: re.Match[str]) -> str:
    stop = "." if match[0].endswith(".") and SENTENCE_AHEAD.match(match.string, match.end()) else ""
    return f"{WEEKDAYS[match[1]]} to {WEEKDAYS[match[2]]}{stop}"
