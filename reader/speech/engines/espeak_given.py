"""Given sounds as espeak-ng takes them: pinyin in its pinyin voice, IPA in its own letters.

espeak-ng knows no IPA, and what a language's voice has no letter for it leaves out without a
word, the rest included. So every pronunciation is said with the sounds of English, all of
which it has; a sound of another language becomes the nearest of these.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.language.phonemes import IPA, PINYIN
from reader.language.phonemes.pinyin import SUFFIX
from reader.language.wordlists import pairs
from reader.narration.utterance import Span
from reader.speech.engines.english_ipa import in_models_letters

_PINYIN_VOICE = "cmn-latn-pinyin"

_RESPELLED = pairs("jiong jong qiong qong xiong xong wong weng ê ei hm hen hng heng m n")
"""What the pinyin voice would spell out in English letters, as it says it nearest."""

_LETTERS = pairs(
    "A eI I aI O oU Q oU W aU Y OI ʤ dZ ʧ tS æ a ɑ A: ɒ 0 ɔ O: ə @ əɹ 3 ᵊ @ ɛ E ɜɹ 3: ɜ 3: "
    "ɪ I ᵻ I2 ʊ U ʌ V i i: u u: ɹ r ɾ t# ʔ ? θ T ð D ŋ N ʃ S ʒ Z ɡ g ˈ ' ˌ ,"
)
"""The English models' letters in espeak-ng's."""

_LETTER = re.compile(r"[əɜ]ɹ(?!ˈ)|.")


@dataclass(frozen=True)
class Given:
    """The `text` to speak with the voice called `voice`; with `letters`, in espeak-ng's own."""

    text: str
    voice: str
    letters: bool


def given(span: Span) -> Given | None:
    """How the sound that `span` gives is asked for; None if it gives none."""
    if span.phonemes is None:
        return None
    if span.phoneme_alphabet == PINYIN:
        syllables = span.phonemes.replace(SUFFIX, "er5").split()
        return Given("".join(map(_respelled, syllables)), _PINYIN_VOICE, letters=False)
    said = in_models_letters(span.phonemes) if span.phoneme_alphabet == IPA else ""
    if not any(map(str.isalpha, said)):
        return None
    letters = "".join(_LETTERS.get(found, found) for found in _LETTER.findall(said))
    return Given(f"[[{letters}]]", "en-us", letters=True)


def _respelled(syllable: str) -> str:
    return _RESPELLED.get(syllable[:-1], syllable[:-1]) + syllable[-1]
