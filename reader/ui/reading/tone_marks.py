"""Pinyin as it is printed: ``zhong1`` is zhōng."""

from __future__ import annotations

import unicodedata

_MARKS = {"1": "\u0304", "2": "\u0301", "3": "\u030c", "4": "\u0300"}
_TONES = "12345"


def marked(syllable: str) -> str:
    """`syllable`, numbered and with v for ü (``nv3``), with the mark of its tone (nǚ).

    The neutral tone has none; the suffix 儿 (``er5``) is the r that it adds.
    """
    if syllable in ("er5", "r5"):
        return "r"
    letters, tone = syllable.rstrip(_TONES), syllable[-1:]
    written = letters.replace("v", "ü")
    place = _vowel(written)
    if tone not in _MARKS or place is None:
        return written
    vowel = unicodedata.normalize("NFC", written[place] + _MARKS[tone])
    return written[:place] + vowel + written[place + 1 :]


def _vowel(letters: str) -> int | None:
    """Where the mark stands: on a or e, on the o of ou, else on the last vowel.

    The few syllables without one (ng, hm) have it on their first n or m.
    """
    for vowel in ("a", "e", "ê", "ou"):
        if vowel in letters:
            return letters.index(vowel)
    places = [place for place, letter in enumerate(letters) if letter in "iouü"]
    if places:
        return places[-1]
    return next((place for place, letter in enumerate(letters) if letter in "nm"), None)
