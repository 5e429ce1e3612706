"""Spells text out, character by character."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from reader.language.detect import primary
from reader.language.pinyin import syllables
from reader.language.spelling.hanzi import say_hanzi
from reader.language.spelling.marks import MARKS
from reader.language.spelling.names import character_name, is_hanzi

_AROUND = 100
"""Characters on either side that tell how a hanzi is read."""

_SILENT = frozenset("\ufe0e\ufe0f\u200d")
"""What only chooses the shape of what stands before it, or joins it to the next."""

_LETTER = re.compile(r"(?:LATIN )?((?:[A-Z]+ )*?)(SMALL |CAPITAL )?LETTER (.+)")


@dataclass(frozen=True, kw_only=True)
class Spelled:
    """A character and what is said for it."""

    character: str
    say: str


def spell(text: str, language: str) -> list[Spelled]:
    """Each character of `text` by its name, in Chinese where `language` (BCP 47) is, else English.

    Hanzi are told apart by a word in any language.
    """
    return spell_word(text, 0, len(text), language=language)


def spell_word(text: str, start: int, end: int, *, language: str = "") -> list[Spelled]:
    """Like `spell`, of the characters `start` to `end`: what surrounds them tells how they read.

    Without `language`, it is Chinese if there are hanzi among them.
    """
    word = text[start:end]
    if not language:
        language = "zh" if any(map(is_hanzi, word)) else "en"
    readings = _readings(text, start, end)
    return [
        Spelled(character=character, say=_say(character, reading, primary(language)))
        for character, reading in zip(word, readings, strict=True)
        if character not in _SILENT
    ]


def _readings(text: str, start: int, end: int) -> list[str | None]:
    """How each character is read before its tone changes beside others; None if it has no hanzi."""
    if not any(map(is_hanzi, text[start:end])):
        return [None] * (end - start)
    first = max(0, start - _AROUND)
    readings: list[str | None] = []
    for syllable in syllables(text[first : end + _AROUND]):
        readings += [syllable.citation] * len(syllable.text)
    return readings[start - first : end - first]


def _say(character: str, reading: str | None, language: str) -> str:
    if is_hanzi(character):
        return say_hanzi(character, reading)
    chinese = language == "zh"
    if character in MARKS:
        return MARKS[character][1 if chinese else 0]
    if character.isalnum() and character.isascii():
        capital = character.isupper()
        return f"{'大写' if chinese else 'capital'} {character}" if capital else character
    return _letter(character, chinese=chinese) or character_name(character, language)


def _letter(character: str, *, chinese: bool) -> str | None:
    """A letter that is not ASCII, by its Unicode name: é is “e with acute”, α “greek alpha”."""
    found = _LETTER.fullmatch(unicodedata.name(character, ""))
    if found is None or not character.isalpha():
        return None
    capital = ("大写 " if chinese else "capital ") if found[2] == "CAPITAL " else ""
    return capital + (found[1] + found[3]).lower()
