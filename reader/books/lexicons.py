"""The pronunciation lexicons (PLS) that an EPUB links or lists, and what they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from reader.background import CancelToken
from reader.books.container import Container
from reader.books.contents import resolve
from reader.books.markup import Element, head_parts
from reader.books.model import Pronunciation
from reader.errors import BookError, MarkupError

if TYPE_CHECKING:
    from reader.language.pls import Document

MEDIA_TYPE = "application/pls+xml"
MOST_WORDS = 200_000
"""Of all lexicons together; a large dictionary of pronunciation has some 130,000."""

LARGEST = 16 * 1024 * 1024
"""Bytes of one lexicon; 100,000 words take some 12 MB."""


class Lexicons:
    """Gathers the lexicons of one book in the order in which they are met, each once.

    A lexicon holds for the whole book, also where only one of its documents links it.
    `unreadable` counts those that are missing, damaged or beyond the limits.
    """

    def __init__(self, container: Container) -> None:
        self._container = container
        self._languages: dict[str, str] = {}
        self.unreadable = 0

    def meet(self, root: Element, document: str) -> None:
        """Gather what the page `root`, the document of that name, links in its head."""
        for link in head_parts(root, "link"):
            if "pronunciation" not in link.get("rel", "").lower().split():
                continue
            member, _ = resolve(self._container, document, link.get("href", ""))
            if member is None or member == document:
                self._languages.setdefault(link.get("href", ""), "")
            else:
                self._add(member, link.get("hreflang", ""))

    def meet_listed(self, members: Iterable[str]) -> None:
        """Gather what the package lists, behind what its pages link."""
        for member in members:
            self._add(member, "")

    def pronunciations(self, cancel: CancelToken) -> tuple[Pronunciation, ...]:
        """What all of them say, up to the first word too many."""
        found: list[Pronunciation] = []
        for member, language in self._languages.items():
            cancel.check()
            document = self._read(member)
            if document is None:
                self.unreadable += 1
                continue
            found.extend(_said(document, language))
            if len(found) > MOST_WORDS:
                self.unreadable += 1
                return tuple(found[:MOST_WORDS])
        return tuple(found)

    def _add(self, member: str, language: str) -> None:
        known = self._languages.get(member)
        self._languages[member] = known or language.strip()

    def _read(self, member: str) -> Document | None:
        from reader.language import pls

        if self._container.find(member) is None:
            return None
        try:
            return pls.read(self._container.read(member, LARGEST), member)
        except (BookError, MarkupError):
            return None


def _said(document: Document, language: str) -> Iterator[Pronunciation]:
    """The words of a lexicon; its own language goes before that of the link."""
    own = language or "und" if document.language == "und" else document.language
    for lexeme in document.lexemes:
        if lexeme.phonemes or lexeme.alias:
            for word in lexeme.graphemes:
                yield Pronunciation(
                    word=word,
                    phonemes=lexeme.phonemes,
                    alphabet=lexeme.alphabet,
                    alias=lexeme.alias,
                    language=own,
                )
