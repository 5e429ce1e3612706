"""Letters said by their names: Latin ones in a Chinese sentence, Greek ones in any.

T恤, B超, K歌, A4纸 and GDP are said within the sentence by who reads it; a word (Python,
NASA) is English. The names of the letters are as Mandarin speakers say them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

_NAMES = {
    "a": "ei1", "b": "bi4", "c": "xi1", "d": "di4", "e": "yi4", "f": "ai2 fu5",
    "g": "ji4", "h": "ai2 chi5", "i": "ai4", "j": "zhei4", "k": "kai4", "l": "ai2 lu5",
    "m": "ai2 mu5", "n": "en1", "o": "ou1", "p": "pi4", "q": "qiu1", "r": "a1 er5",
    "s": "ai2 si5", "t": "ti4", "u": "you1", "v": "wei1", "w": "da2 bu5 liu5",
    "x": "ai2 ke5 si5", "y": "wai4", "z": "zei4",
}  # fmt: skip
"""The letters' names in pinyin with tone numbers, all of them syllables of Mandarin."""

_SAID_AS_WORDS = frozenset(
    ["SIM", "RAM", "ROM", "CAD", "GIF", "PIN", "ZIP", "MAC", "BUG", "DOS", "LOL", "BIM"]
)
"""Initialisms of three letters that are said as if they were words."""

_PIECES = re.compile(r"[^\W\d_]+")
_INITIALISM = re.compile(
    r"[A-Za-z]|[A-Z]{2,3}|[BCDFGHJ-NP-TV-XZ]{4,5}|[A-Z]{2,3}s|pH",
)
TO_EACH_OTHER = "B2B|B2C|C2C|C2B|B2G|G2B|G2C|P2P|P2B|O2O|D2C|F2F|F2P"
"""Who deals with whom, as a regular expression: the 2 is said *to*."""

_TO_EACH_OTHER = re.compile(TO_EACH_OTHER)


def is_spelled(word: str) -> bool:
    """Whether `word` (MP3, X, CCTV) is said letter by letter: one letter, a few capitals.

    Four or five capitals with a vowel may be a word (NASA) and are not taken for letters, nor
    is B2B, whose 2 is an English word.
    """
    if _TO_EACH_OTHER.fullmatch(word):
        return False
    pieces = _PIECES.findall(unicodedata.normalize("NFKC", word))
    return bool(pieces) and all(
        _INITIALISM.fullmatch(piece) and piece not in _SAID_AS_WORDS for piece in pieces
    )


def mandarin_name(letter: str) -> tuple[str, ...]:
    """The syllables, in numbered pinyin, that Mandarin speakers call a Latin `letter` by.

    Empty for whatever is no letter of the English alphabet; full width and either case do.
    """
    plain = unicodedata.normalize("NFKC", letter).lower()
    return tuple(_NAMES.get(plain, "").split())


_GREEK = """
α|alpha|阿尔法
β|beta|贝塔
γ|gamma|伽马
δ|delta|德尔塔
ε|epsilon|艾普西龙
ϵ|epsilon|艾普西龙
ζ|zeta|泽塔
η|eta|伊塔
θ|theta|西塔
ϑ|theta|西塔
ι|iota|约塔
κ|kappa|卡帕
ϰ|kappa|卡帕
λ|lambda|兰姆达
μ|mu|缪
µ|mu|缪
ν|nu|纽
ξ|xi|克西
ο|omicron|奥米克戎
π|pi|派
ϖ|pi|派
ρ|rho|柔
ϱ|rho|柔
σ|sigma|西格马
ς|sigma|西格马
τ|tau|陶
υ|upsilon|宇普西龙
φ|phi|斐
ϕ|phi|斐
χ|chi|希
ψ|psi|普西
ω|omega|欧米伽
"""


def _greek(column: int, capital: str) -> dict[str, str]:
    rows = [line.split("|") for line in _GREEK.split()]
    small = {row[0]: row[column] for row in rows}
    capitals = {
        letter.upper(): capital + name
        for letter, name in small.items()
        if letter.upper() != letter and letter not in _VARIANTS
    }
    return {**small, **capitals}


_VARIANTS = frozenset("µςϵϑϰϖϱϕ")
"""Other forms of small letters, which share the capital of the usual one."""

GREEK: Mapping[str, Mapping[str, str]] = {"en": _greek(1, "capital "), "zh": _greek(2, "大写")}
"""What Greek letters that stand for something (α, Δ) are called in English and Chinese."""
