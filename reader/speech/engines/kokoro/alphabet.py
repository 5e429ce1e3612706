"""The model's phoneme alphabet: international phonetic symbols, marks, and their numbers.

The table is that of Kokoro-82M's published ``config.json``. Capital letters are diphthongs
and the like, as in misaki, the model's own front end.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping

_RUNS = {
    1: ";:,.!?",
    9: '—…"()“” \u0303ʣʥʦʨᵝꭧAI',
    31: "O",
    33: "Q",
    35: "ST",
    39: "W",
    41: "Yᵊabcdef",
    50: "hijklmnopqrstuvwxyzɑɐɒæ",
    75: "βɔɕç",
    80: "ɖðʤə",
    85: "ɚɛɜ",
    90: "ɟ",
    92: "ɡ",
    99: "ɥ",
    101: "ɨɪʝ",
    110: "ɯɰŋɳɲɴø",
    118: "ɸθœ",
    123: "ɹ",
    125: "ɾɻ",
    128: "ʁɽʂʃʈʧ",
    135: "ʊʋ",
    138: "ʌɣɤ",
    142: "χʎ",
    147: "ʒʔ",
    156: "ˈˌː",
    162: "ʰ",
    164: "ʲ",
    169: "↓",
    171: "→↗↘",
    177: "ᵻ",
}
"""Symbols whose numbers follow one another, by the first one's number."""


@functools.cache
def symbols() -> Mapping[str, int]:
    """The number of every symbol."""
    return {
        symbol: first + place for first, run in _RUNS.items() for place, symbol in enumerate(run)
    }


def numbers(phonemes: Iterable[str]) -> list[int]:
    """The numbers of `phonemes`; what is not in the alphabet is left out."""
    table = symbols()
    return [table[symbol] for symbol in phonemes if symbol in table]
