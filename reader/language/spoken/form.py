"""The way from written to spoken text: our own rules first, then the library's grammar."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Protocol

from reader.language.detect import primary
from reader.language.spoken.rules import Reading, Rule, applied, readings

_NEEDS_SAYING = re.compile(r"[\d%‰℃℉$€£¥￥+=×÷&@#°±²³½¼¾⅓⅔№]|\.(?:\s|\Z)|\b[IVX]+\b")
_LEFT_OVER = re.compile(r"\S*[\d%‰℃℉$€£¥￥=×÷±²³½¼¾⅓⅔№]\S*")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_SPOKEN_LANGUAGES = ("zh", "en")


class _Grammar(Protocol):
    def normalize(self, text: str) -> str: ...


def spoken_form(text: str, language: str) -> str:
    """`text` as it is said in `language` (a BCP 47 tag); never raises.

    Text without digits, signs and abbreviations comes back as it is (without soft hyphens
    and other invisible characters), and so does what no rule knows.
    """
    text = _INVISIBLE.sub("", text)
    tag = primary(language)
    if tag not in _SPOKEN_LANGUAGES or not _NEEDS_SAYING.search(text):
        return text
    text = "".join(_HALF_WIDTH.get(character, character) for character in text)
    return applied(text, _all_readings(text, tag))


def warm_up() -> None:
    """Load rules and grammars, so that the first number does not wait for them."""
    for tag in _SPOKEN_LANGUAGES:
        _rules(tag)
        _from_library("²", tag)


_HALF_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF10, 0xFF1A)} | {"％": "%"}


def _all_readings(text: str, tag: str) -> list[Reading]:
    """What our rules say, then what the library says about the words still unsaid."""
    found = readings(text, _rules(tag))
    position = 0
    unsaid: list[Reading] = []
    for start, end in [*((known.start, known.end) for known in found), (len(text), len(text))]:
        for match in _LEFT_OVER.finditer(text, position, start):
            said = _from_library(match[0], tag)
            if said != match[0]:
                unsaid.append(Reading(match.start(), match.end(), said))
        position = end
    return sorted([*found, *unsaid])


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
        return _grammar(tag).normalize(text) or text
    except Exception:  # any failure of a grammar leaves the text as written
        return text


@lru_cache(maxsize=2)
def _grammar(tag: str) -> _Grammar:
    from wetext import Normalizer  # type: ignore[import-untyped]

    grammar: _Grammar = Normalizer(lang=tag, operator="tn")
    return grammar
