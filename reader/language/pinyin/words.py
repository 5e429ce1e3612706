"""Chinese words and their parts of speech, by the jieba dictionary (through ``rjieba``)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple


class Word(NamedTuple):
    """A word: its characters and its part of speech (ICTCLAS tags: n, v, d, m, uj …)."""

    text: str
    tag: str


def words(text: str) -> list[Word]:
    """Cut `text`, which is hanzi alone, into words; together they are `text`."""
    import rjieba

    return [Word(word, tag) for word, tag in rjieba.tag(text)]


_PARTICLES = {"地": "uv", "得": "ud", "了": "ul", "着": "uz", "的": "uj"}


def real_words(text: str) -> list[Word]:
    """Like `words`, without those that the library guesses to begin with a particle: 地说."""
    found: list[Word] = []
    for word in words(text):
        tag = _PARTICLES.get(word.text[0])
        if tag is None or len(word.text) == 1 or is_word(word.text):
            found.append(word)
        else:
            found += [Word(word.text[0], tag), Word(word.text[1:], word.tag)]
    return found


@lru_cache(maxsize=2_000)
def is_word(text: str) -> bool:
    """Whether the dictionary knows `text` as a word."""
    import rjieba

    return bool(rjieba.has_word(text))
