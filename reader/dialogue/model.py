"""What is found of the speech in a book: quotations, and the characters who speak them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from reader.books.model import Book


class Evidence(Enum):
    """What tells who speaks."""

    MARKUP = "markup"
    """The book's own markup names the speaker."""
    EXPLICIT = "explicit"
    """The words around name the speaker with a verb of saying, or with a colon."""
    PRONOUN = "pronoun"
    """A pronoun or description beside it stands for someone named before."""
    VOCATIVE = "vocative"
    """Who is addressed, and so who answers."""
    ALTERNATION = "alternation"
    """Two take turns."""
    NEARNESS = "nearness"
    """Who is named or acts nearby."""
    READER = "reader"
    """The reader has said so."""
    NONE = "none"
    """Nothing tells."""


@dataclass(frozen=True, kw_only=True)
class Quotation:
    """What somebody says: the chapter's text from `start` to `end`, quotation marks included.

    One speech that goes on over several paragraphs is a quotation a paragraph, each of which but
    the first `continues` the one before; so is one that the narrator interrupts (“Come,” he
    said, “and see.”). Quotations inside a quotation are part of it. `speaker` is the identifier
    of a :class:`Character`, None where nobody is found; `confidence`, 0 to 1, is the chance that
    it is the right one. `style` is how it is said where the words tell (``whisper``, ``shout``,
    ``angry`` … of :mod:`reader.speech.manner`). `spoken` is False for what stands in marks and is
    no speech: a title, a word that is talked about, a letter.
    """

    chapter: int
    start: int
    end: int
    speaker: str | None = None
    confidence: float = 0.0
    evidence: Evidence = Evidence.NONE
    style: str | None = None
    continues: bool = False
    spoken: bool = True

    def text(self, book: Book) -> str:
        """What `book` has there."""
        return book.chapters[self.chapter].text[self.start : self.end]


@dataclass(frozen=True, kw_only=True)
class Character:
    """Somebody who speaks in the book.

    `identifier` is stable for one text of the book; `name` is the fullest form that is usual,
    `aliases` all forms, with it. `gender` is ``female``, ``male`` or ``unknown``; `age` is
    ``child``, ``young``, ``adult`` or ``senior``. `quotations` counts what they say; `tells`
    marks who tells the story in the first person.
    """

    identifier: str
    name: str
    aliases: tuple[str, ...] = ()
    gender: str = "unknown"
    age: str = "adult"
    quotations: int = 0
    tells: bool = False


@dataclass(frozen=True, kw_only=True)
class Dialogue:
    """All that is said in a book: `characters`, who says most first, and `quotations` in reading
    order, which do not overlap.
    """

    characters: tuple[Character, ...] = ()
    quotations: tuple[Quotation, ...] = ()

    def between(self, chapter: int, start: int, end: int) -> Sequence[Quotation]:
        """The quotations that touch the chapter's text between two offsets."""
        first = bisect_left(self._ends, (chapter, start + 1))
        found = []
        for quotation in self.quotations[first:]:
            if (quotation.chapter, quotation.start) >= (chapter, end):
                break
            found.append(quotation)
        return found

    def character(self, identifier: str | None) -> Character | None:
        """The character of that identifier; None if there is none."""
        return self._by_identifier.get(identifier or "")

    @cached_property
    def _ends(self) -> list[tuple[int, int]]:
        return [(each.chapter, each.end) for each in self.quotations]

    @cached_property
    def _by_identifier(self) -> dict[str, Character]:
        return {each.identifier: each for each in self.characters}
