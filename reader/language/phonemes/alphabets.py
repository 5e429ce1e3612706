"""The alphabets that a pronunciation may be given in, and the one form that voices take."""

from __future__ import annotations

from dataclasses import dataclass

from reader.language.phonemes import ipa, pinyin, xsampa

IPA = "ipa"
PINYIN = "x-pinyin"
X_SAMPA = "x-sampa"

ALPHABETS = (IPA, PINYIN, X_SAMPA)
"""The names as markup writes them."""


@dataclass(frozen=True)
class Sound:
    """A pronunciation in its one form: `alphabet` is ``ipa`` or ``x-pinyin``."""

    phonemes: str
    alphabet: str


def canonical(phonemes: str, alphabet: str | None) -> Sound | None:
    """`phonemes` in the one form that voices take; None if they cannot be read.

    `alphabet` is one of :data:`ALPHABETS`, in any case; None stands for IPA, as in SSML.
    """
    name = (alphabet or IPA).lower()
    if name == PINYIN:
        syllables = pinyin.syllables(phonemes)
        return Sound(" ".join(syllables), PINYIN) if syllables else None
    written = xsampa.in_ipa(phonemes) if name == X_SAMPA else phonemes if name == IPA else None
    plain = ipa.plain(written) if written is not None else None
    return Sound(plain, IPA) if plain is not None else None
