"""Pinyin to the phonemes that the model was trained with.

They are those of misaki's ``ZHG2P.py2ipa`` (version 0.9.4), which this was compared with for
every syllable and tone; ``lüe`` and ``nüe`` may be written ``lue`` and ``nue`` as well.
"""

from __future__ import annotations

import re

_INITIALS = {
    "b": "p",
    "p": "pʰ",
    "m": "m",
    "f": "f",
    "d": "t",
    "t": "tʰ",
    "n": "n",
    "l": "l",
    "g": "k",
    "k": "kʰ",
    "h": "x",
    "j": "ʨ",
    "q": "ʨʰ",
    "x": "ɕ",
    "zh": "ꭧ",
    "ch": "ꭧʰ",
    "sh": "ʂ",
    "r": "ɻ",
    "z": "ʦ",
    "c": "ʦʰ",
    "s": "s",
}

# A dash stands where the tone is marked: after the vowel, before a closing nasal.
_FINALS = {
    "a": "a-",
    "ai": "ai-",
    "an": "a-n",
    "ang": "a-ŋ",
    "ao": "au-",
    "e": "ɤ-",
    "ei": "ei-",
    "en": "ə-n",
    "eng": "ə-ŋ",
    "i": "i-",
    "ia": "ja-",
    "ian": "jɛ-n",
    "iang": "ja-ŋ",
    "iao": "jau-",
    "ie": "je-",
    "in": "i-n",
    "ing": "i-ŋ",
    "iong": "jʊ-ŋ",
    "iu": "jou-",
    "o": "wo-",
    "ong": "ʊ-ŋ",
    "ou": "ou-",
    "u": "u-",
    "ua": "wa-",
    "uai": "wai-",
    "uan": "wa-n",
    "uang": "wa-ŋ",
    "ue": "ɥe-",
    "ui": "wei-",
    "un": "wə-n",
    "uo": "wo-",
    "v": "y-",
    "van": "ɥɛ-n",
    "ve": "ɥe-",
    "vn": "y-n",
}

_AFTER_PALATALS = {"u": "v", "ue": "ve", "uan": "van", "un": "vn"}
"""What ``u`` stands for after j, q and x."""

_BUZZED = "ɨ-"
"""The ``i`` of zhi, chi, shi, ri, zi, ci and si."""

# Syllables that begin with no consonant, as they are spelled.
_ALONE = {
    **{final: _FINALS[final] for final in ("a", "ai", "an", "ang", "ao", "e", "ei", "en", "eng")},
    "ou": "ou-",
    "o": "ɔ-",
    "er": "ɚ-",
    "ê": "ɛ-",
    "yi": "i-",
    "yo": "wo-",
    "you": "jou-",
    "yin": "i-n",
    "ying": "i-ŋ",
    "yong": "jʊ-ŋ",
    "ya": "ja-",
    "yan": "jɛ-n",
    "yang": "ja-ŋ",
    "yao": "jau-",
    "yai": "jai-",
    "ye": "je-",
    "yu": "y-",
    "yue": "ɥe-",
    "yuan": "ɥɛ-n",
    "yun": "y-n",
    "wu": "u-",
    "wa": "wa-",
    "wo": "wo-",
    "wai": "wai-",
    "wei": "wei-",
    "wan": "wa-n",
    "wen": "wə-n",
    "wang": "wa-ŋ",
    "weng": "wə-ŋ",
    "wong": "ʊ-ŋ",
    "m": "m-",
    "n": "n-",
    "ng": "ŋ-",
    "hm": "hm-",
    "hng": "hŋ-",
}

_TONES = {"1": "→", "2": "↗", "3": "↓", "4": "↘", "5": "", "": ""}
_SYLLABLE = re.compile(r"((?:[zcs]h|[bpmfdtnlgkhjqxrzcs])?)([a-zêü]*)([1-5]?)")


def phonemes(pinyin: str) -> str | None:
    """How `pinyin` is said (``hao3`` is ``xau↓``; no tone is the neutral one); None if it
    cannot be: it is no syllable.
    """
    found = _SYLLABLE.fullmatch(pinyin)
    if found is None:
        return None
    initial, final, tone = found[1], found[2].replace("ü", "v"), _TONES[found[3]]
    if alone := _ALONE.get(initial + final):
        return alone.replace("-", tone)
    sound = _final(initial, final)
    return _INITIALS[initial] + sound.replace("-", tone) if initial and sound else None


def _final(initial: str, final: str) -> str | None:
    if final == "i" and initial in ("zh", "ch", "sh", "r", "z", "c", "s"):
        return _BUZZED
    if initial in ("j", "q", "x"):
        final = _AFTER_PALATALS.get(final, final)
    return _FINALS.get(final)
