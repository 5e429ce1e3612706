"""Reading English by hibari's lexicon and tagger, with its mistakes mended."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, kw_only=True)
class Given:
    """``text[start:end]`` is one word that sounds like `phonemes`, in the models' letters."""

    start: int
    end: int
    phonemes: str


@dataclass(frozen=True, kw_only=True)
class Read:
    """A word or sign of a text, ``text[start:end]``, and its `phonemes` in the models' letters,
    empty where it is not said; `apart` if a space follows.
    """

    start: int
    end: int
    phonemes: str
    apart: bool


def read(
    reader: Any,  # noqa: ANN401
    text: str,
    given: Sequence[Given] = (),
    *,
    british: bool = False,
) -> list[Read]:
    """The words and signs of `text`, those that are `given`, in order, as they are given."""
    text = re.sub(r"\s", " ", text).replace("](", "] ")  # that would be phonemes to hibari
    tokens: list[Any] = []
    places: dict[int, Given] = {}
    position = 0
    for each in given:
        tokens += _tokens(reader, text[position : each.start], text[each.start : each.end])
        token = reader.tokenize(f"[word](/{each.phonemes}/)")[0]
        token.whitespace = " " if text[each.end - 1 : each.end + 1].strip() == "" else ""
        places[id(token)] = each
        tokens.append(token)
        position = each.end
    tokens += _tokens(reader, text[position:], "")
    correct(tokens, british=british)
    return list(_found(reader.phonemize_tokens(tokens), places, text))


def _tokens(reader: Any, text: str, following: str) -> list[Any]:  # noqa: ANN401
    """hibari's tokens of a part of a text, a space after the last where there is one before
    what is `following`.
    """
    from hibari.g2p.normalize import normalize  # type: ignore[import-untyped]

    tokens: list[Any] = reader.tokenize(normalize(text)) if text.strip() else []
    if tokens and (text[-1] == " " or following.startswith(" ")):
        tokens[-1].whitespace = " "
    return tokens


def _found(tokens: Iterable[Any], places: Mapping[int, Given], text: str) -> Iterator[Read]:
    """`tokens` with their places in `text`, as far as they can be found there."""
    position = 0
    ends = [each.start for each in places.values()]
    for token in tokens:
        given = places.get(id(token))
        if given is not None:
            start, position = given.start, given.end
            ends.pop(0)
        else:
            found = text.find(token.text, position, ends[0] if ends else None)
            start = position if found < 0 else found
            position = start if found < 0 else found + len(token.text)
        yield Read(
            start=start,
            end=position,
            phonemes=token.phonemes or "",
            apart=bool(token.whitespace),
        )


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
