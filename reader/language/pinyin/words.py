"""Chinese words and their parts of speech, by the jieba dictionary (through ``rjieba``)."""

from __future__ import annotations

from typing import NamedTuple


class Word(NamedTuple):
    """A word: its characters and its part of speech (ICTCLAS tags: n, v, d, m, uj …)."""

    text: str
    tag: str


def words(text: str) -> list[Word]:
    """Cut `text`, which is hanzi alone, into words; together they are `text`."""
    import rjieba

    return [Word(word, tag) for word, tag in rjieba.tag(text)]


def is_word(text: str) -> bool:
    """Whether the dictionary knows `text` as a word."""
    import rjieba

    return bool(rjieba.has_word(text))
