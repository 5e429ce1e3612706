"""International phonetic symbols in the letters of the English models.

The models know the sounds of American or British English, written as misaki does: one letter
for a diphthong, stress before the vowel. A sound of another language becomes the nearest that
English has, so that a foreign name can be given as its dictionary does.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from reader.language.wordlists import pairs

_VOWELS = "AIOQWYaiuæɑɒɔəᵊɛɜɪᵻʊʌ"

_COMMON = pairs(
    "eɪ A aɪ I aʊ W ɔɪ Y dʒ ʤ tʃ ʧ r ɹ ɫ l ʍ w ɨ ᵻ ᵿ ʊ e ɛ ɘ ə ɐ ʌ ɤ ʌ ʏ ʊ ʉ u ɯ u y u ʉː u "
    "ɵ ə ɶ ɑ tɕ ʧ dʑ ʤ ʈʂ ʧ ɖʐ ʤ tʂ ʧ dʐ ʤ ɕ ʃ ʑ ʒ ʂ ʃ ʐ ʒ ç h x k χ k ɣ ɡ ʁ ɹ ʀ ɹ ɻ ɹ ɽ ɾ ɺ l "
    "ɲ nj ʎ lj ɟ ɡ c k q k ɢ ɡ ʈ t ɖ d ɳ n ɭ l ɬ l ɮ l ɱ m ɴ ŋ β v ɸ f ʋ v ɥ w ɰ w ɦ h ħ h ʝ j ʟ l "
    "ɓ b ɗ d ɠ ɡ ʄ ʤ ʛ ɡ ʙ b ɧ ʃ ʜ h"
)
_AMERICAN = _COMMON | pairs(
    "oʊ O əʊ O o O oː O a ɑ aː ɑ ɒ ɑ eə ɛɹ eəɹ ɛɹ ɛəɹ ɛɹ ɛː ɛɹ ɛːɹ ɛɹ "
    "ɝ ɜɹ ɝː ɜɹ ɜː ɜɹ ɜːɹ ɜɹ ɞ ɜɹ ɚ əɹ ø ɜɹ øː ɜɹ œ ɜɹ œː ɜɹ"
)
_BRITISH = _COMMON | pairs(
    "oʊ Q əʊ Q o Q oː ɔː æ a aː ɑː eə ɛː ɝ ɜː ɝː ɜː ɞ ɜː ɚ ə ɾ t ʔ t ᵻ ɪ ɨ ɪ ø ɜː øː ɜː œ ɜː œː ɜː"
)
_KNOWN_AMERICAN = frozenset("AIOWYbdfhijklmnpstuvwzæðŋɑɔəɛɜɡɪɹɾʃʊʌʒʤʧˈˌθᵊᵻʔ ")
_KNOWN_BRITISH = frozenset("AIQWYabdfhijklmnpstuvwzðŋɑɒɔəɛɜɡɪɹʃʊʌʒʤʧˈˌːθᵊ ")

_WEAK = "əᵊᵻ"
_SYLLABIC, _NASAL, _RHOTIC = "\u0329", "\u0303", "˞"
_STRESSED = re.compile(f"([ˈˌ])([^ˈˌ {_VOWELS}]*)(?=[{_VOWELS}])")
_FULL_VOWEL = re.compile(f"(?=[{_VOWELS}])[^{_WEAK}]")


def in_models_letters(phonemes: str, *, british: bool = False) -> str:
    """`phonemes`, IPA in its one form, as the models write them; what is no sound of theirs is
    left out. Where no syllable is stressed, the first with a full vowel is, as in a dictionary
    that does not mark words of one syllable.
    """
    table = _BRITISH if british else _AMERICAN
    known = _KNOWN_BRITISH if british else _KNOWN_AMERICAN
    written = _written(_without_diacritics(phonemes), table)
    said = _STRESSED.sub(r"\2\1", "".join(each for each in written if each in known))
    return said if "ˈ" in said else _FULL_VOWEL.sub(r"ˈ\g<0>", said, count=1)


def _without_diacritics(phonemes: str) -> str:
    """`phonemes` in letters alone: a syllabic consonant gets its vowel, a nasal vowel its n."""
    text = phonemes.replace("ə" + _RHOTIC, "ɚ").replace("ɜ" + _RHOTIC, "ɝ").replace(_RHOTIC, "ɹ")
    found: list[str] = []
    for each in text:
        if each == _SYLLABIC and found:
            found.insert(-1, "ə" if found[-1] in "ɹr" else "ᵊ")
        elif each == _NASAL and found:
            found.append("n")
        elif not unicodedata.combining(each):
            found.append(each)
    return "".join(found)


def _written(text: str, table: Mapping[str, str]) -> str:
    """`text` with every symbol replaced, the longest first."""
    longest = max(map(len, table))
    found, at = "", 0
    while at < len(text):
        for size in range(longest, 0, -1):
            if text[at : at + size] in table:
                found, at = found + table[text[at : at + size]], at + size
                break
        else:
            found, at = found + text[at], at + 1
    return found
