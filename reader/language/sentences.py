"""Sentences of Chinese, English and text that mixes them, each as soon as it has ended.

Paragraphs are cut one by one: no quotation or bracket reaches out of its paragraph. Where the
sentences of a paragraph end is told by :mod:`reader.language.boundaries`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.language.boundaries import boundaries
from reader.language.detect import primary


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """A sentence without white space around it; ``text == whole[start:end]``."""

    start: int
    end: int
    text: str


_PARAGRAPH_END = re.compile(r"[\n\u2029](?:(?<=\u2029)|[^\S\n]*\n)\s*")


def split(text: str, language: str | None = None) -> list[Sentence]:
    """The sentences of `text` in order; together they hold all that is not white space.

    `language` (BCP 47) only matters where it changes what a mark means: Greek asks with a
    semicolon. Line feeds and LINE SEPARATORs end a sentence where the line looks finished.
    """
    return list(iter_sentences(text, language))


def iter_sentences(text: str, language: str | None = None) -> Iterator[Sentence]:
    """The sentences of `text` as :func:`split` gives them, each as soon as it has ended."""
    start = 0
    for found in _PARAGRAPH_END.finditer(text):
        yield from _in_paragraph(text[start : found.start()], start, language)
        start = found.end()
    yield from _in_paragraph(text[start:], start, language)


def _in_paragraph(text: str, offset: int, language: str | None) -> Iterator[Sentence]:
    """The sentences of a paragraph that stands at `offset`; no quotation reaches out of it."""
    start = 0
    greek = language is not None and primary(language) == "el"
    for end in boundaries(text, semicolon_asks=greek):
        piece = text[start:end]
        stripped = piece.strip()
        if stripped:
            begin = offset + start
            if piece[0].isspace():
                begin += len(piece) - len(piece.lstrip())
            yield Sentence(start=begin, end=begin + len(stripped), text=stripped)
        start = end
