"""Finding a book by what one types of its title or authors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from reader.search.spelling import place_of, plain, spellings

_LONGEST_QUERY = 200


class Titled(Protocol):
    """What has a title and authors."""

    @property
    def title(self) -> str:
        """As it is shown."""
        ...

    @property
    def authors(self) -> tuple[str, ...]:
        """As they are shown."""
        ...


Entry = TypeVar("Entry", bound=Titled)


class TitleFinder(Generic[Entry]):
    """Finds entries by parts of their titles and authors; prepared once for many searches."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._known = [(_Names.of(entry), entry) for entry in entries]

    def find(self, text: str) -> list[Entry]:
        """The entries that have every word of `text` in title or authors, the best first.

        Words may come in any order and be parts of words. Case, accents, width and signs do not
        matter, nor does the form of hanzi, which may be typed as pinyin without tones or as
        its first letters: ``sanguo`` and ``sgyy`` find 三国演义. Titles that begin with the
        text come first. Among equals the order is that in which the entries came; of an empty
        text they all come. Signs matter where there is nothing else: 😀 finds 😀.
        """
        typed = plain(text[:_LONGEST_QUERY])
        if not typed and text.strip():
            return self._literally(text[:_LONGEST_QUERY].strip())
        words = typed.split()
        ranked = [(names.rank(typed, words), entry) for names, entry in self._known]
        found = [(rank, entry) for rank, entry in ranked if rank is not None]
        return [entry for _, entry in sorted(found, key=lambda each: each[0])]

    def _literally(self, signs: str) -> list[Entry]:
        return [
            entry
            for _, entry in self._known
            if any(signs in name for name in (entry.title, *entry.authors))
        ]


@dataclass(frozen=True, slots=True)
class _Names:
    """Title and authors as they are compared, a space before every word."""

    title: str
    authors: str
    title_spellings: tuple[tuple[str, ...], ...]
    author_spellings: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, entry: Titled) -> _Names:
        title, authors = plain(entry.title), [plain(author) for author in entry.authors]
        return cls(
            f" {title}",
            " " + " ".join(authors),
            spellings(title),
            tuple(spelling for author in authors for spelling in spellings(author)),
        )

    def rank(self, typed: str, words: list[str]) -> int | None:
        """How far from the best the names are, 0 and up; None if a word is nowhere."""
        if self.title.startswith(f" {typed}"):
            return 0
        whole = 1
        for word in words:
            rank = self._rank(word)
            if rank is None:
                return None
            whole += rank
        return whole

    def _rank(self, word: str) -> int | None:
        """The same of one word."""
        in_title = _rank(word, self.title, self.title_spellings)
        if in_title is not None:
            return in_title
        in_authors = _rank(word, self.authors, self.author_spellings)
        return None if in_authors is None else _AUTHORS + in_authors


_AUTHORS = 4
"""What authors rank behind titles."""


def _rank(word: str, names: str, spelled: tuple[tuple[str, ...], ...]) -> int | None:
    """0 where a word begins with `word`, more where it is less near; None where it is not."""
    if f" {word}" in names:
        return 0
    place = _spelled(word, spelled)
    if place == 0:
        return 0
    if word in names:
        return 1
    return 2 if place is not None and len(word) > 1 else None


def _spelled(word: str, names: tuple[tuple[str, ...], ...]) -> int | None:
    """The first syllable from which on `word` spells one of `names`."""
    if not names or not word.isascii():
        return None
    places = [place for name in names if (place := place_of(word, name)) is not None]
    return min(places, default=None)
