"""The readings of words and characters, from the phrase dictionary of ``pypinyin`` (MIT)."""

from __future__ import annotations

import importlib.util
import json
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from reader.language.pinyin.tables import ALONE, WORDS
from reader.packed import PackedTable

_LONGEST_PHRASE = 8

_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
"""Macron, acute, caron and grave over a vowel, or over the n, m and ê of interjections."""


def readings(word: str) -> list[str | None]:
    """Numbered pinyin for every character of `word`, which is hanzi alone; before sandhi.

    The longest phrases that the dictionary knows decide, from the left; what is left is
    read as single characters. None where a character has no known reading.
    """
    found: list[str | None] = []
    while len(found) < len(word):
        start = len(found)
        for length in range(min(_LONGEST_PHRASE, len(word) - start), 1, -1):
            phrase = _phrase(word[start : start + length])
            if phrase is not None:
                found.extend(phrase)
                break
        else:
            found.append(_character(word[start]))
    return found


@lru_cache(maxsize=20_000)
def _phrase(text: str) -> tuple[str, ...] | None:
    if text in WORDS:
        return WORDS[text]
    entry = _phrases().get(text)
    if entry is None or len(entry) != len(text):
        return None
    return tuple(
        _underlying(character, _numbered(syllable))
        for character, syllable in zip(text, entry, strict=True)
    )


@lru_cache(maxsize=20_000)
def _character(character: str) -> str | None:
    if character in ALONE:
        return ALONE[character]
    entry = _characters().get(character)
    return _numbered(entry) if entry else None


@cache
def _phrases() -> PackedTable:
    """The first reading of every character of each phrase, with tone marks."""
    content = _content("phrases_dict.json")
    return PackedTable({text: [each[0] for each in found] for text, found in content.items()})


@cache
def _characters() -> PackedTable:
    """The first reading of each character, with a tone mark."""
    content = _content("pinyin_dict.json")
    return PackedTable({chr(int(code)): each.split(",")[0] for code, each in content.items()})


def _content(file: str) -> dict[str, Any]:
    """A data file of the library, whose own import would keep it as 60 MB of objects."""
    found = importlib.util.find_spec("pypinyin")
    assert found is not None, "a dependency of the product"
    assert found.origin is not None, "a package with files"
    content: dict[str, Any] = json.loads(Path(found.origin).with_name(file).read_text("utf-8"))
    return content


def _numbered(marked: str) -> str:
    """``lǜ`` gives ``lv4``, ``de`` gives ``de5``."""
    tone, letters = "5", []
    for character in unicodedata.normalize("NFD", marked):
        if character in _TONES:
            tone = _TONES[character]
        else:
            letters.append(character)
    plain = unicodedata.normalize("NFC", "".join(letters))
    return plain.replace("ü", "v") + tone


def _underlying(character: str, syllable: str) -> str:
    """The tone before sandhi: the dictionary writes 一 and 不 as some words say them."""
    if character == "一" and syllable[:2] == "yi":
        return "yi1"
    if character == "不" and syllable[:2] == "bu":
        return "bu4"
    return syllable
