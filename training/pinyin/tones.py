"""Pinyin with marks as pinyin with numbers."""

from __future__ import annotations

import unicodedata

_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
"""Macron, acute, caron and grave over a vowel, or over the n, m and ê of interjections."""


def numbered_syllable(marked: str) -> str:
    """``lǜ`` gives ``lv4``, ``de`` gives ``de5``."""
    tone, letters = "5", []
    for character in unicodedata.normalize("NFD", marked):
        if character in _TONES:
            tone = _TONES[character]
        else:
            letters.append(character)
    plain = unicodedata.normalize("NFC", "".join(letters))
    return plain.replace("ü", "v") + tone
