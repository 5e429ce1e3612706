"""The readings of words and characters, from the phrase dictionary of ``pypinyin`` (MIT)."""

from __future__ import annotations

from functools import lru_cache

from reader.language.pinyin.tables import ALONE, WORDS

_LONGEST_PHRASE = 8


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
    from pypinyin.constants import PHRASES_DICT

    entry = PHRASES_DICT.get(text)
    if entry is None or len(entry) != len(text):
        return None
    return tuple(
        _underlying(character, _numbered(syllable[0]))
        for character, syllable in zip(text, entry, strict=True)
    )


@lru_cache(maxsize=20_000)
def _character(character: str) -> str | None:
    if character in ALONE:
        return ALONE[character]
    from pypinyin.constants import PINYIN_DICT

    entry = PINYIN_DICT.get(ord(character))
    return _numbered(entry.split(",")[0]) if entry else None


def _numbered(marked: str) -> str:
    """``lǜ`` gives ``lv4``, ``de`` gives ``de5``."""
    from pypinyin.contrib.tone_convert import to_tone3

    return str(to_tone3(marked, neutral_tone_with_five=True, v_to_u=False))


def _underlying(character: str, syllable: str) -> str:
    """The tone before sandhi: the dictionary writes 一 and 不 as some words say them."""
    if character == "一" and syllable[:2] == "yi":
        return "yi1"
    if character == "不" and syllable[:2] == "bu":
        return "bu4"
    return syllable
