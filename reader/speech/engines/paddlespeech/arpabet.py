"""English phonemes to the ARPAbet that PaddleSpeech's models for English know.

A vowel is written with its stress: 0 none, 1 primary, 2 secondary (``HH AH0 L OW1``), as in
the CMU Pronouncing Dictionary. What comes in are the phonemes of hibari's lexicon: one
international phonetic symbol each, a capital for a diphthong, ``ˈ`` and ``ˌ`` before the
stressed vowel.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.speech.engines.paddlespeech.phones import Phone

_VOWELS = {
    "ɜɹ": "ER",
    "əɹ": "ER",
    "A": "EY",
    "I": "AY",
    "O": "OW",
    "W": "AW",
    "Y": "OY",
    "i": "IY",
    "u": "UW",
    "æ": "AE",
    "ɑ": "AA",
    "ɔ": "AO",
    "ə": "AH",
    "ᵊ": "AH",
    "ɛ": "EH",
    "ɪ": "IH",
    "ᵻ": "IH",
    "ʊ": "UH",
    "ʌ": "AH",
}
_CONSONANTS = {
    **{letter: letter.upper() for letter in "bdfklmnpstvwz"},
    "h": "HH",
    "j": "Y",
    "ð": "DH",
    "ŋ": "NG",
    "ɡ": "G",
    "ɹ": "R",
    "ɾ": "T",
    "T": "T",
    "ʔ": "T",
    "ʃ": "SH",
    "ʒ": "ZH",
    "ʤ": "JH",
    "ʧ": "CH",
    "θ": "TH",
}
_STRESS = {"": "0", "ˈ": "1", "ˌ": "2"}
_WEAK = frozenset(("ə", "əɹ", "ᵊ", "ᵻ"))

# A stressed vowel takes the ɹ between it and a schwa along: a-round, not er-ound.
_SYMBOL = re.compile("([ˈˌ]?)(ɜɹ|əɹ(?![ˈˌ])|.)", re.DOTALL)


def arpabet(phonemes: str) -> list[Phone]:
    """The phones of one word or several; marks and what is unknown are left out."""
    return [phone for word in phonemes.split() for phone in _word(word)]


def _word(word: str) -> Iterator[Phone]:
    found = _SYMBOL.findall(word)
    vowels = [symbol for _, symbol in found if symbol in _VOWELS]
    stressed = any(mark for mark, _ in found)
    for mark, symbol in found:
        if symbol in _VOWELS:
            # The dictionary stresses a word of one syllable even where a sentence does not.
            alone = len(vowels) == 1 and not stressed and symbol not in _WEAK
            yield Phone(_VOWELS[symbol] + ("1" if alone else _STRESS[mark]))
        elif symbol in _CONSONANTS:
            yield Phone(_CONSONANTS[symbol])
