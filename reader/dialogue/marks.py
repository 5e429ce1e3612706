"""The marks that speech stands in, and which of them a book uses for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from reader.books.model import BlockKind, Book
from reader.language.detect import primary

CLOSERS: Mapping[str, str] = MappingProxyType(
    {
        "“": "”",
        "”": "”",
        "„": "“”",
        "«": "»",
        "»": "«",
        "‹": "›",
        "›": "‹",
        "「": "」",
        "『": "』",
        "〝": "〞〟",
        "‘": "’",
        "‚": "‘’",
        '"': '"',
        "＂": "＂",
        "'": "'",
    }
)
"""For each mark that may open a quotation, those that close it."""

SINGLE = frozenset("‘'")
"""Opening marks that are apostrophes as well, or stand in for one."""

STRAIGHT = frozenset("\"'＂")
"""Marks that look the same on both sides."""

_UNMISTAKABLE = {*CLOSERS, *"".join(CLOSERS.values())} - {"'", "’"}
MARKS = re.compile(
    "[" + re.escape("".join(sorted(_UNMISTAKABLE))) + "]|(?<![A-Za-z])['’]|['’](?![A-Za-z])"
)
"""All marks; not the apostrophe within a word."""

DASHES = "—–―"
DASH_OPENING = re.compile(rf"\s*(?:[{DASHES}]{{1,2}}|--)\s*(?=[\w¿¡'’…])")
"""What a paragraph of speech begins with where a dash opens it."""

PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.LIST_ITEM})
"""Blocks in which people speak."""

_SINGLE_FIRST = re.compile(r"\s*['‘]\w")
_DOUBLE = '“”„«»「『〝"＂'
_ENDS_LIKE_SPEECH = re.compile(r"[.!?…,:;。！？，—-]['’]?\s*$")
_SINGLE_CLOSES = re.compile(r"[.!?…,]['’](?=\s|$)|[。！？，]’")
_DOUBLE_CLOSES = re.compile(r"[.!?…,][\"”»“](?=\s|$)|[。！？，][”」』＂\"]")
_WITHOUT_DASHES = frozenset({"zh", "yue", "ja", "ko", "de"})
_LEAST_DASHES = 3
"""Paragraphs of one dash each that make a custom: one or two sign a motto, or list something."""

_DASHES_TO_MARKS = 0.5
"""Paragraphs that a dash begins, to those a mark begins, from which dashes are speech: a
French novel opens a conversation with « and goes on with dashes."""


@dataclass(frozen=True, kw_only=True)
class House:
    """How a book writes speech: whether in single marks, and whether behind a dash."""

    single: bool = False
    dash: bool = False

    def opens(self, mark: str) -> bool:
        """Whether `mark` may open a quotation that stands in no other."""
        return mark in CLOSERS and (self.single or mark not in SINGLE)


def house_of(book: Book) -> House:
    """How `book` writes speech, from one look at all of it.

    Single marks are speech where more paragraphs begin with them than with double ones, and
    where as many do, if more of them stand behind a stop.
    """
    blocks = (block for chapter in book.chapters for block in chapter.blocks)
    texts = [block.text for block in blocks if block.kind in PROSE]
    single_first = sum(1 for text in texts if _SINGLE_FIRST.match(text))
    double_first = sum(1 for text in texts if text.lstrip()[:1] in _DOUBLE)
    dash_first = sum(1 for text in texts if _is_dash_speech(text))
    single = single_first > double_first or (
        single_first == double_first
        and _count(_SINGLE_CLOSES, texts) > _count(_DOUBLE_CLOSES, texts)
    )
    return House(single=single, dash=_is_dashed(book, dash_first, max(single_first, double_first)))


def _count(pattern: re.Pattern[str], texts: list[str]) -> int:
    return sum(len(pattern.findall(text)) for text in texts)


def _is_dashed(book: Book, dash_first: int, marks_first: int) -> bool:
    if primary(book.language) in _WITHOUT_DASHES:
        return False
    return dash_first >= max(_LEAST_DASHES, marks_first * _DASHES_TO_MARKS)


def _is_dash_speech(text: str) -> bool:
    """A signature below a motto begins with a dash too, but ends without a stop."""
    return DASH_OPENING.match(text) is not None and _ENDS_LIKE_SPEECH.search(text) is not None
