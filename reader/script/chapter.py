"""The script of one chapter, to be edited: as it is found, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from reader.background import CancelToken
from reader.books.model import Book
from reader.narration.narrator import Narrator
from reader.narration.passage import Passage
from reader.narration.ssml import Markup, parse
from reader.script.changes import is_strange, lines_of, owned
from reader.script.document import Sentence, document, sentences_of, with_lines
from reader.script.finding import Finder, RoleOf
from reader.script.line import ScriptLine

_NOTHING: Mapping[int, str] = MappingProxyType({})


@dataclass(frozen=True)
class ChapterScript:
    """The `sentences` of chapter number `chapter` of `book`, as they are found."""

    book: Book
    chapter: int
    sentences: tuple[Sentence, ...]

    @classmethod
    def of(
        cls,
        narrator: Narrator,
        book: Book,
        chapter: int,
        role_of: RoleOf,
        *,
        progress: Callable[[float], object] = lambda _share: None,
        cancel: CancelToken | None = None,
    ) -> ChapterScript:
        """What the directors of `narrator` find; arguments and time of :func:`sentences_of`."""
        finder = Finder(book, directors=narrator.directors, stress=narrator.stress)
        found = sentences_of(book, chapter, finder, role_of, progress=progress, cancel=cancel)
        return cls(book, chapter, tuple(found))

    @property
    def title(self) -> str:
        """What the chapter is called."""
        return self.book.chapters[self.chapter].title

    def document(self, kept: Mapping[int, str] = _NOTHING) -> str:
        """The script with what is `kept` for the sentences at these offsets of the chapter."""
        return document(with_lines(self.sentences, kept), self.book.language)

    def lines(self, edited: Markup) -> list[ScriptLine]:
        """What is to be kept of an `edited` script."""
        return lines_of(self.book, self.sentences, self._found, edited)

    def is_strange(self, edited: Markup) -> bool:
        """Whether an `edited` script seems to be that of another chapter."""
        return is_strange(edited, self._found)

    def passages(self, edited: Markup) -> list[tuple[int, Passage]]:
        """Where the sentences of an `edited` script begin in its text, and what they are for."""
        return [
            (each.start, self.sentences[each.owner].passage) for each in owned(edited, self._found)
        ]

    @cached_property
    def _found(self) -> Markup:
        return parse(self.document(), strict=False)
