"""The way from written to spoken text: our own rules first, then the library's grammar."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Protocol

from reader.language.detect import primary
from reader.language.roman import leading_numeral
from reader.language.spoken.rules import Reading, Rule, applied, readings

_NEEDS_SAYING = re.compile(
    r"[\d①-⑳Ⅰ-Ⅻⅰ-ⅻ%‰％℃℉$€£¥￥+=≈≤≥×÷&@#°±²³½¼¾⅓⅔№]|\.(?:\s|\Z)|\b(?:[IVXLC]+|[ivxlc]+)\b|第[IVXLC]"
)
_LEFT_OVER = re.compile(r"\S*[\d%‰℃℉$€£¥￥×÷±²³½¼¾⅓⅔№]\S*")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_SPOKEN_LANGUAGES = ("zh", "en")
_WIDE_PUNCTUATION_LANGUAGES = ("zh", "yue", "ja", "ko")
_WIDE = (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), ord("％"))
_HALF_WIDTH = {code: chr(code - 0xFEE0) for code in _WIDE}
"""Full-width digits, letters and per cent signs, one character for one."""

_NARROW_PUNCTUATION = {
    ord(wide): narrow
    for wide, narrow in zip(
        "，、；：。！？（）《》「」", (", ", ", ", "; ", ": ", *".!?()", *'""""'), strict=True
    )
}
"""Chinese marks around foreign words, as voices of other languages know them."""


class _Grammar(Protocol):
    def normalize(self, text: str) -> str: ...


def spoken_form(text: str, language: str) -> str:
    """`text` as it is said in `language` (a BCP 47 tag); never raises.

    Text without digits, signs and abbreviations comes back as it is (without soft hyphens
    and other invisible characters), and so does what no rule knows.
    """
    return spoken_slice(text, 0, len(text), language)


def spoken_slice(text: str, start: int, end: int, language: str, *, heading: bool = False) -> str:
    """What is said for ``text[start:end]``, where all of `text` decides what a number is.

    In 坐G1234次列车 the number is read digit by digit, though G is a run of another language.
    A Roman numeral that a `heading` begins with is a number.
    """
    tag = primary(language)
    if tag in _SPOKEN_LANGUAGES:
        text = text.translate(_HALF_WIDTH)
    part = text[start:end]
    if tag in _SPOKEN_LANGUAGES and _NEEDS_SAYING.search(part):
        found = _all_readings(text, tag, heading=heading)
        inside = [reading.moved(-start) for reading in found if reading.within(start, end)]
        if any(reading.crosses(start, end) for reading in found):
            inside = list(_all_readings(part, tag, heading=False))
        part = applied(part, inside)
    if tag not in _WIDE_PUNCTUATION_LANGUAGES:
        part = part.translate(_NARROW_PUNCTUATION)
    return _INVISIBLE.sub("", part)


def warm_up() -> None:
    """Load rules and grammars, so that the first number does not wait for them."""
    for tag in _SPOKEN_LANGUAGES:
        _rules(tag)
        _from_library("²", tag)


@lru_cache(maxsize=8)
def _all_readings(text: str, tag: str, *, heading: bool) -> tuple[Reading, ...]:
    """What our rules say, then what the library says about the words still unsaid."""
    found = readings(text, _rules(tag))
    numeral = leading_numeral(text) if heading else None
    if numeral is not None and all(known.start >= numeral.end for known in found):
        found.insert(0, Reading(numeral.start, numeral.end, _cardinal(numeral.value, tag)))
    position = 0
    unsaid: list[Reading] = []
    for start, end in [*((known.start, known.end) for known in found), (len(text), len(text))]:
        for match in _LEFT_OVER.finditer(text, position, start):
            said = _from_library(match[0], tag)
            if said != match[0]:
                unsaid.append(Reading(match.start(), match.end(), said))
        position = end
    return tuple(sorted([*found, *unsaid]))


def _cardinal(number: int, tag: str) -> str:
    if tag == "zh":
        from reader.language.spoken import chinese_numbers

        return chinese_numbers.cardinal(str(number))
    from reader.language.spoken import english_numbers

    return english_numbers.cardinal(str(number))


def _rules(tag: str) -> tuple[Rule, ...]:
    if tag == "zh":
        from reader.language.spoken import chinese

        return chinese.RULES
    from reader.language.spoken import english

    return english.RULES


@lru_cache(maxsize=1_000)
def _from_library(text: str, tag: str) -> str:
    """What the library's grammar says; the text itself where it fails."""
    try:
        return _grammar(tag).normalize(text).replace("\\", "") or text
    except Exception:  # any failure of a grammar leaves the text as written
        return text


@lru_cache(maxsize=2)
def _grammar(tag: str) -> _Grammar:
    from wetext import Normalizer  # type: ignore[import-untyped]

    grammar: _Grammar = Normalizer(lang=tag, operator="tn")
    return grammar
