"""Syllables to the phones of PaddleSpeech's Mandarin models, and to their numbers.

A syllable is an initial, where it has one, and a final with its tone: ``zh ong1``. The final
is written in full (``iou``, ``uei``, ``uen``, ``ueng``), ü is ``v``, and the vowel of ``zi``
and ``zhi`` is ``ii`` and ``iii``. ``sp`` is the pause at punctuation. A final with ``r`` is
coloured by 儿 (``uanr2``). The inventory is that of PaddleSpeech's ``phone_id_map.txt``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reader.speech.engines.mandarin.script import Break, Spoken

PAUSE = "sp"

_SYLLABLE = re.compile(r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcs])?([a-zê]+)([1-5]?)")
_NEUTRAL = "5"
_NO_TONE = "0"

_WITHOUT_INITIAL = {
    "yi": "i",
    "ya": "ia",
    "yan": "ian",
    "yang": "iang",
    "yao": "iao",
    "ye": "ie",
    "yin": "in",
    "ying": "ing",
    "yo": "io",
    "yong": "iong",
    "you": "iou",
    "yu": "v",
    "yuan": "van",
    "yue": "ve",
    "yun": "vn",
    "wa": "ua",
    "wai": "uai",
    "wan": "uan",
    "wang": "uang",
    "wei": "uei",
    "wen": "uen",
    "weng": "ueng",
    "wo": "uo",
    "wong": "ong",
    "wu": "u",
    "ê": "ei",
}
_HUMMED = frozenset(("m", "n", "ng", "hm", "hng"))
"""Interjections without a vowel (嗯, 呣, 哼): said as the nearest syllable that has one."""

_IN_FULL = {"iu": "iou", "ui": "uei", "un": "uen", "ue": "ve"}
_AFTER_PALATALS = {"u": "v", "uan": "van", "ue": "ve", "un": "vn"}
_BUZZED = {"z": "ii", "c": "ii", "s": "ii", "zh": "iii", "ch": "iii", "sh": "iii", "r": "iii"}
_FINALS = frozenset(
    [
        "a",
        "ai",
        "an",
        "ang",
        "ao",
        "e",
        "ei",
        "en",
        "eng",
        "er",
        "i",
        "ia",
        "ian",
        "iang",
        "iao",
        "ie",
        "ii",
        "iii",
        "in",
        "ing",
        "io",
        "iong",
        "iou",
        "o",
        "ong",
        "ou",
        "u",
        "ua",
        "uai",
        "uan",
        "uang",
        "uei",
        "uen",
        "ueng",
        "uo",
        "v",
        "van",
        "ve",
        "vn",
    ]
)


@dataclass(frozen=True)
class Phone:
    """One sound: `name` without its tone (``zh``, ``uan``), `tone` 1 to 5, or 0 for none."""

    name: str
    tone: str = _NO_TONE

    @property
    def written(self) -> str:
        """The name with the tone, as the models with toned phones write it."""
        return self.name if self.tone == _NO_TONE else self.name + self.tone


class PhoneSet:
    """The phones one model knows, and their numbers.

    Most models have a phone for every tone of a final; those with a ``tone_id_map.txt`` are
    told the tones apart.
    """

    def __init__(
        self, numbers: Mapping[str, int], tone_numbers: Mapping[str, int] | None = None
    ) -> None:
        self._numbers = numbers
        self._tones = tone_numbers

    def inputs(self, phones: Sequence[Phone]) -> tuple[NDArray[np.int64], ...]:
        """What the model is given for `phones`: their numbers int64 [n], and where it wants
        them apart their tones' numbers [n].
        """
        known = [each for phone in phones for each in self._known(phone)]
        numbers = np.array([self._numbers[self._written(phone)] for phone in known], np.int64)
        if self._tones is None:
            return (numbers,)
        return numbers, np.array([self._tones[phone.tone] for phone in known], np.int64)

    def _written(self, phone: Phone) -> str:
        return phone.written if self._tones is None else phone.name

    def _known(self, phone: Phone) -> tuple[Phone, ...]:
        """The phone if the model has it; a coloured final in two; else a pause."""
        if self._written(phone) in self._numbers:
            return (phone,)
        plain = phone.name.removesuffix("r")
        if plain in _FINALS and phone.name not in _FINALS:
            return (*self._known(Phone(plain, phone.tone)), *self._known(Phone("er", "2")))
        return (Phone(PAUSE),)


def phones_of(spoken: Sequence[Spoken]) -> list[Phone]:
    """The phones of one run of syllables, pauses between them, none at the ends."""
    found: list[Phone] = []
    for index, syllable in enumerate(spoken):
        if syllable.suffix and index:
            final = found.pop()
            found.append(Phone(f"{final.name}r", final.tone))
            continue
        if index and syllable.before == Break.CLAUSE:
            found.append(Phone(PAUSE))
        found.extend(syllable_phones(syllable.pinyin) or ())
    return found


def speakable(pinyin: str) -> bool:
    """Whether there are phones for this syllable (``hao3``; a missing tone is neutral)."""
    return syllable_phones(pinyin) is not None


def syllable_phones(pinyin: str) -> tuple[Phone, ...] | None:
    """Initial, if any, and final of a syllable (``nv3``: n v3); None if it is none."""
    found = _SYLLABLE.fullmatch(pinyin.replace("ü", "v"))
    if found is None:
        return None
    initial, rest, tone = found[1] or "", found[2], found[3] or _NEUTRAL
    if initial + rest in _HUMMED:
        return (Phone("en", tone),)
    final = _final(initial, rest)
    if final not in _FINALS:
        return None
    return (Phone(initial), Phone(final, tone)) if initial else (Phone(final, tone),)


def _final(initial: str, rest: str) -> str:
    """The final in full, from how pinyin spells it behind `initial`."""
    if not initial:
        return _WITHOUT_INITIAL.get(rest, rest)
    if rest == "i":
        return _BUZZED.get(initial, rest)
    if initial in "jqx":
        rest = _AFTER_PALATALS.get(rest, rest)
    return _IN_FULL.get(rest, rest)
