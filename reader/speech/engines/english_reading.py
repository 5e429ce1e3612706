"""Reading English by hibari's lexicon and tagger, with its mistakes mended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reader.language.english.heteronyms import corrections
from reader.packed import PackedTable

_OWN_LETTERS = {
    "eɪ": "A",
    "aɪ": "I",
    "oʊ": "O",
    "əʊ": "O",
    "aʊ": "W",
    "ɔɪ": "Y",
    "dʒ": "ʤ",
    "tʃ": "ʧ",
    "ɝ": "ɜɹ",
    "ɚ": "əɹ",
    "g": "ɡ",
    "r": "ɹ",
    "ː": "",
}
"""International phonetic symbols that the models write with a letter of their own."""

_BRITISH = {"O": "Q", "ɑ": "ɒ", "ɜɹ": "ɜː", "ɔɹ": "ɔː", "ᵻ": "ɪ"}
"""American sounds, in the models' letters, as they are said in Britain."""


def reader(*, british: bool = False) -> Any:  # noqa: ANN401
    """hibari's reader of text, its lexicons and its tagger's weights in packed tables, which
    saves 50 MB.
    """
    from hibari.g2p import G2P  # type: ignore[import-untyped]

    made = G2P(british=british)
    pack_tables(made)
    return made


def pack_tables(reader: Any) -> None:  # noqa: ANN401
    """Let hibari's lexicons and tagger look things up in packed tables."""
    for words in (reader.lexicon.golds, reader.lexicon.silvers):
        words.d = PackedTable(words.d)
    reader.tagger.weights = PackedTable(reader.tagger.weights)


def read(reader: Any, text: str, *, british: bool = False) -> list[Any]:  # noqa: ANN401
    """hibari's tokens of `text`, with their phonemes."""
    from hibari.g2p.normalize import normalize  # type: ignore[import-untyped]

    tokens = reader.tokenize(normalize(text))
    correct(tokens, british=british)
    read: list[Any] = reader.phonemize_tokens(tokens)
    return read


def correct(tokens: Sequence[Any], *, british: bool = False) -> None:
    """Mend what hibari's tagger takes words of two sounds for; given phonemes stay."""
    found = corrections([each.text for each in tokens], [each.tag for each in tokens])
    for at, correction in found.items():
        token = tokens[at]
        if token.phonemes is not None:
            continue
        token.tag = correction.tag or token.tag
        if correction.phonemes:
            phonemes = in_own_letters(correction.phonemes)
            token.phonemes = _written(phonemes, _BRITISH) if british else phonemes
            token.rating = 5


def in_own_letters(phonemes: str) -> str:
    """International phonetic symbols as the models write them."""
    return _written(phonemes, _OWN_LETTERS)


def _written(phonemes: str, letters: dict[str, str]) -> str:
    for symbol, letter in letters.items():
        phonemes = phonemes.replace(symbol, letter)
    return phonemes
