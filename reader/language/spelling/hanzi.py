"""Hanzi told apart by a familiar word: 银行的行.

The words are those of ``jieba`` (MIT) that were met most; ``training/spelling`` in the
repository makes the table and shows which were replaced by hand.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from reader import paths
from reader.language.pinyin.dictionary import reading_alone
from reader.language.traditional import simplified


def say_hanzi(hanzi: str, reading: str | None = None) -> str:
    """What tells `hanzi` from others of its sound, as it is read here (``hang2``) if known.

    A traditional character is told by its simplified one and the word 繁体; one that is in no
    word by its code, said in single digits, behind the character itself.
    """
    word = _word(hanzi, reading)
    if word is not None:
        return f"{word}的{hanzi}"
    plain = simplified(hanzi)
    word = _word(plain, reading) if plain != hanzi and len(plain) == 1 else None
    if word is not None:
        return f"{word}的{plain}，繁体"
    code = " ".join(f"{ord(hanzi):X}")
    sound = hanzi if reading_alone(hanzi) else "生僻字"
    return f"{sound}，编码 {code}"


def _word(hanzi: str, reading: str | None) -> str | None:
    """The word for `hanzi` in its `reading`, or in its commonest one."""
    lines = _lines()
    index = bisect_left(lines, hanzi)
    if index == len(lines) or lines[index][0] != hanzi:
        return None
    told = lines[index].split()[1:]
    by_reading = dict(zip(told[::2], told[1::2], strict=True))
    return by_reading.get(reading or "") or told[1]


@cache
def _lines() -> list[str]:
    file = paths.resources_folder() / "spelling" / "words.txt"
    return file.read_text("utf-8").splitlines()
