"""One pronunciation: which word, where it holds, and how it is said."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Matching(Enum):
    """Which places of a text an entry means."""

    WORD = "word"
    """The word by itself, whatever its letters' case; hanzi wherever they stand together."""
    ANYWHERE = "anywhere"
    """The letters wherever they stand, also inside a word."""
    PATTERN = "pattern"
    """A regular expression."""


class Kind(Enum):
    """How an entry says what is to be said."""

    RESPELLING = "respelling"
    """Other words, read as if they were written."""
    PINYIN = "pinyin"
    """Numbered pinyin, a syllable a hanzi (``dian3 dang4``; 5 for none, v for ü)."""
    IPA = "ipa"
    """The international phonetic alphabet."""
    SKIP = "skip"
    """Nothing is said."""
    STRESS = "stress"
    """The word itself, emphasised."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """How `word` is said: `say`, of which `kind` tells what it is.

    It holds in the book whose identifier is `book`, or in all where that is None, and for text
    in `language` (a primary tag), or in all where that is empty. Of several that fit the same
    place the book's own goes first, then the language's, then those for everything, then the
    longest, then the smallest `position`. `number` is the library's, None before it is kept.
    """

    word: str
    kind: Kind = Kind.RESPELLING
    say: str = ""
    matching: Matching = Matching.WORD
    language: str = ""
    book: str | None = None
    enabled: bool = True
    position: int = 0
    number: int | None = None
