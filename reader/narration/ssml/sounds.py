"""What a ``phoneme`` element says, checked against the text that it stands for."""

from __future__ import annotations

import re

from reader.language.detect import HAN
from reader.language.phonemes import ALPHABETS, PINYIN, canonical
from reader.messages import message
from reader.narration.delivery import Delivery
from reader.narration.ssml.tag import Tag

_HANZI = re.compile(f"[{HAN}]")
_COLOURED = "r5"
"""The 儿 that only colours the syllable before it, whether it is written or not."""


def sound_of(written: str, tag: Tag) -> Delivery:
    """The phonemes of the tag in one of the alphabets of a delivery.

    Without an alphabet they are IPA; an alphabet or phonemes that nobody knows are left out.
    """
    alphabet = (tag.get("alphabet") or "ipa").lower()
    if alphabet not in ALPHABETS:
        tag.problems.warn(
            message("Phonemes in {alphabet} are not known; the text is read.", alphabet=alphabet)
        )
        return Delivery()
    if not written.strip():
        return Delivery()
    sound = canonical(written, alphabet)
    if sound is None:
        tag.problems.warn(
            message(
                "“{phonemes}” is not {alphabet}; the text is read.",
                phonemes=written[:40],
                alphabet=alphabet,
            )
        )
        return Delivery()
    return Delivery(phonemes=sound.phonemes, alphabet=sound.alphabet)


def fits(delivery: Delivery, text: str) -> bool:
    """Whether the phonemes can be those of `text`: in pinyin, a syllable a hanzi and no more."""
    if delivery.alphabet != PINYIN or delivery.phonemes is None:
        return True
    if any(map(str.isalnum, _HANZI.sub("", text))):
        return False
    syllables = delivery.phonemes.split()
    colours = syllables.count(_COLOURED)
    return len(_HANZI.findall(text)) in (len(syllables) - colours, len(syllables))
