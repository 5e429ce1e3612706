"""Syllables to the voice's phones, with the marks of prosody between them.

A syllable is an initial (``^`` where there is none) and a final with its tone. ``#0`` stands
between the syllables of a word, ``#1`` between words, ``#3`` at a pause; ``sil`` begins and
ends, and ``eos`` closes. The inventory is that of the published model.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reader.speech.engines.mandarin.script import Break, Spoken

_MARKS = {Break.WITHIN: "#0", Break.WORD: "#1", Break.CLAUSE: "#3"}
_NEUTRAL = "5"


@dataclass(frozen=True)
class PhoneLine:
    """What the model is given: `phones` [n] by number; `owner` [n] tells which syllable each
    belongs to (a mark belongs to the syllable before it, whose sound it carries on);
    `first` [syllables] where each syllable begins.
    """

    phones: NDArray[np.int64]
    owner: NDArray[np.int64]
    first: tuple[int, ...]


def speakable(pinyin: str) -> bool:
    """Whether the voice has phones for this syllable (``hao3``; a missing tone is neutral)."""
    return _sounds(pinyin) is not None


def phone_line(spoken: Sequence[Spoken]) -> PhoneLine:
    """The phones of one run, from the first silence to the end mark."""
    symbols, owner, first = ["sil"], [0], []
    for index, syllable in enumerate(spoken):
        sounds = _sounds(syllable.pinyin) or ()
        if syllable.suffix and index:
            sounds = (f"er{_NEUTRAL}",)
        elif index:
            symbols.append(_MARKS[syllable.before])
            owner.append(index - 1)
        first.append(len(symbols))
        symbols.extend(sounds)
        owner.extend([index] * len(sounds))
    last = max(0, len(spoken) - 1)
    symbols.extend(("sil", "eos"))
    owner.extend((last, last))
    numbers = _numbers()
    return PhoneLine(
        np.array([numbers[symbol] for symbol in symbols], np.int64),
        np.array(owner, np.int64),
        tuple(first),
    )


def _sounds(pinyin: str) -> tuple[str, ...] | None:
    """Initial and final of a syllable, ``nv3`` to n and v3; None if it has none."""
    found = re.fullmatch(r"([a-zêü]+)([1-5]?)", pinyin)
    parts = _syllables().get(found[1].replace("ü", "v")) if found else None
    if found is None or parts is None:
        return None
    initial, final = parts
    return initial, final + (found[2] or _NEUTRAL)


@functools.cache
def _numbers() -> Mapping[str, int]:
    lines = Path(__file__).with_name("phones.txt").read_text("utf-8").splitlines()
    return {symbol: int(number) for symbol, number in (line.split() for line in lines)}


@functools.cache
def _syllables() -> Mapping[str, tuple[str, str]]:
    lines = Path(__file__).with_name("syllables.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return {pinyin: (initial, final) for pinyin, initial, final in rows}
