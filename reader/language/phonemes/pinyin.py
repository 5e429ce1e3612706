"""Pinyin as people write it, to the syllables that voices say.

Numbers (``lv4``, ``lü4``, ``lu:4``) or tone marks (``lǜ``), syllables apart or, with numbers,
together (``dian3dang4``); no tone, 0 or 5 is the neutral one.
"""

from __future__ import annotations

import re
import unicodedata

SUFFIX = "r5"
"""The 儿 that only colours the syllable before it (``huar1`` is ``hua1 r5``)."""

_FINALS = {
    "": "a ai an ang ao e ei en eng er hm hng m n ng o ou wa wai wan wang wei wen weng wo wong wu "
    "ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun ê",
    "b": "a ai an ang ao e ei en eng i ian iang iao ie in ing o ong u",
    "p": "a ai an ang ao e ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng iao o ou u",
    "d": "a ai an ang ao e ei en eng i ia ian iao ie in ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao e ei en eng i ia ian iang iao ie in ing iu ong ou u uan un uo v ve",
    "l": "a ai an ang ao e ei en eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve",
    "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "k": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "q": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "zh": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
    "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u ua uan ui un uo",
    "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "c": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
}
"""The finals that stand behind each initial, v for ü."""

SYLLABLES = frozenset(
    initial + final for initial, finals in _FINALS.items() for final in finals.split()
)
"""Every syllable of Mandarin without its tone, interjections and those of dialects included."""

_OTHERWISE = {"nue": "nve", "lue": "lve", "jv": "ju", "qv": "qu", "xv": "xu", "yv": "yu"}
"""Spellings that are met beside the usual ones, by how they begin."""

_MARKED_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
_APART = re.compile(r"[\s'’·,;.，。、-]+")
_NUMBERED = re.compile(r"([a-zêv]+)([0-5]?)")


def syllables(written: str) -> tuple[str, ...] | None:
    """The syllables of `written`, each with its tone (``dian3``), the colouring 儿 as
    :data:`SUFFIX`; None if one is no syllable, or there is none.
    """
    found: list[str] = []
    for word in _APART.split(written.strip().lower()):
        if not word:
            continue
        each = _of_word(word)
        if each is None:
            return None
        found += each
    return tuple(found) if found and found[0] != SUFFIX else None


def _of_word(word: str) -> list[str] | None:
    letters, marked = _without_marks(word)
    parts = _NUMBERED.findall(letters)
    numbers = any(tone for _, tone in parts)
    if "".join(a + b for a, b in parts) != letters or (marked and (numbers or len(parts) > 1)):
        return None
    found: list[str] = []
    for spelling, tone in parts:
        said = _of_spelling(spelling, marked or tone.replace("0", "") or "5")
        if said is None:
            return None
        found += said
    return found


def _without_marks(word: str) -> tuple[str, str]:
    """The letters with v for ü, and the tone that is marked on them, empty if none is."""
    tone = ""
    letters: list[str] = []
    for each in unicodedata.normalize("NFD", word.replace("u:", "v")):
        if each in _MARKED_TONES:
            tone = _MARKED_TONES[each]
        elif each == "\u0308" and letters:
            letters[-1] = "v"
        else:
            letters.append(each)
    return unicodedata.normalize("NFC", "".join(letters)), tone


def _of_spelling(spelling: str, tone: str) -> list[str] | None:
    if spelling == "r":
        return [SUFFIX]
    for start, usual in _OTHERWISE.items():
        if spelling.startswith(start):
            spelling = usual + spelling[len(start) :]
    if spelling in SYLLABLES:
        return [spelling + tone]
    plain = spelling.removesuffix("r")
    return [plain + tone, SUFFIX] if plain != spelling and plain in SYLLABLES else None
