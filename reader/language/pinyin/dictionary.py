"""The readings of words and characters, before sandhi.

The words are a list made from the phrase dictionary of ``pypinyin`` (MIT) and the complete
dictionary of ``@pinyin-pro/data`` (ISC): ``training/pinyin`` in the repository makes it. It
holds only what single characters do not tell. A second list, written by hand, corrects and
completes it. The readings of single characters are those of ``pypinyin`` too.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache

from reader import paths
from reader.language.pinyin.tables import ALONE

LONGEST = 10
"""Characters of the longest word that is looked for."""


def syllables_of(word: str) -> list[str] | None:
    """The numbered syllables of a word that is read otherwise than its characters; or None."""
    line = _line(_certain(), word) or _line(_listed(), word)
    return None if line is None else line.decode("ascii").split()


def is_certain(word: str) -> bool:
    """Whether the readings of `word` were decided by hand, so that nothing overrules them."""
    return _line(_certain(), word) is not None


@lru_cache(maxsize=8_000)
def reading_alone(character: str) -> str | None:
    """The commonest reading of a hanzi by itself; None where none is known."""
    if character in ALONE:
        return ALONE[character]
    table = _characters()
    place = table.find(character)
    if place < 0 or character.isascii():
        return None
    start = table.rfind("\n", 0, place) + 1
    return table[start : table.index(" ", start)]


def _line(lines: list[bytes], word: str) -> bytes | None:
    """What follows `word` in its line of a sorted list."""
    wanted = word.encode("utf-8", "surrogatepass") + b" "
    index = bisect_left(lines, wanted)
    if index < len(lines) and lines[index].startswith(wanted):
        return lines[index][len(wanted) :]
    return None


@cache
def _listed() -> list[bytes]:
    return _read("words.txt").splitlines()


@cache
def _certain() -> list[bytes]:
    return _read("certain.txt").splitlines()


@cache
def _characters() -> str:
    """A line for each syllable, then the characters that have it."""
    return _read("characters.txt").decode("utf-8")


def _read(file: str) -> bytes:
    return (paths.resources_folder() / "pinyin" / file).read_bytes()
