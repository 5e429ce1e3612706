"""Finds the sentences of a script in the present edition of their book, by their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from reader.books.model import Book
from reader.narration.passage import Passage
from reader.narration.timeline import Timeline
from reader.navigation.anchors import Anchor, anchor_of, resolve
from reader.navigation.place import Position
from reader.script.line import ScriptLine


@dataclass(frozen=True, kw_only=True)
class Placed:
    """A line as the library has it (`kept`), and as it is for the present edition (`line`)."""

    kept: ScriptLine
    line: ScriptLine

    @property
    def end(self) -> int:
        """Where its sentence ends in the chapter's text."""
        return self.line.place + len(self.line.original)


@dataclass(frozen=True, kw_only=True)
class Placement:
    """The lines that were found again, by chapter and offset, and those that were not."""

    found: Mapping[tuple[int, int], Placed]
    lost: tuple[ScriptLine, ...] = ()


def placed(book: Book, lines: Iterable[ScriptLine]) -> Placement:
    """Where `lines` belong in `book`: where their sentence stands in all its words.

    Looked for where it stood; where the words around it are; anywhere, the nearest first. A
    sentence of which a word was corrected is not found: what its script says is out of date.
    """
    search = _Search(book)
    found: dict[tuple[int, int], Placed] = {}
    lost: list[ScriptLine] = []
    moved: list[ScriptLine] = []
    for line in lines:
        if search.stands(line):
            found[line.chapter, line.place] = Placed(kept=line, line=line)
        else:
            moved.append(line)
    for line in moved:
        places = (each for each in search.places(line) if (each.chapter, each.start) not in found)
        passage = next(places, None)
        if passage is None:
            lost.append(line)
        else:
            found[passage.chapter, passage.start] = Placed(
                kept=line, line=_anchored(book, passage, line)
            )
    return Placement(found=found, lost=tuple(lost))


class _Search:
    def __init__(self, book: Book) -> None:
        self._book = book
        self._timeline = Timeline(book)

    def stands(self, line: ScriptLine) -> bool:
        """Whether the sentence stands where it stood."""
        if line.chapter >= len(self._book.chapters) or not line.original:
            return False
        return self._book.chapters[line.chapter].text.startswith(line.original, line.place)

    def places(self, line: ScriptLine) -> Iterator[Passage]:
        """The sentences with the words of `line`, the likeliest first."""
        anchor = Anchor(
            chapter=line.chapter,
            offset=line.place,
            before=line.before,
            after=line.after,
            title=line.title,
        )
        where, _ = resolve(self._book, anchor)
        wanted = _words(line.original)
        by_words = self._occurrences(line, where)
        for place in (where, *by_words):
            passage = self._timeline.at(place.chapter, place.offset, spoken_only=False)
            if passage is not None and wanted and _words(self._text(passage)) == wanted:
                yield passage

    def _text(self, passage: Passage) -> str:
        return self._book.chapters[passage.chapter].text[passage.start : passage.end]

    def _occurrences(self, line: ScriptLine, near: Position) -> Iterator[Position]:
        """Where the sentence stands in the book: in the likeliest chapter first, near the place."""
        chapters = sorted(
            range(len(self._book.chapters)), key=lambda number: abs(number - near.chapter)
        )
        for number in chapters:
            text, original = self._book.chapters[number].text, line.original
            offsets = list(_all(text, original)) if original else []
            expected = near.offset if number == near.chapter else line.place
            for offset in sorted(offsets, key=lambda each: abs(each - expected)):
                yield Position(number, offset)


def _all(text: str, words: str) -> Iterator[int]:
    offset = text.find(words)
    while offset >= 0:
        yield offset
        offset = text.find(words, offset + len(words))


def _words(text: str) -> str:
    """The letters and digits of `text`: what is the same whatever its marks and spaces are."""
    return "".join(each for each in text if each.isalnum()).casefold()


def _anchored(book: Book, passage: Passage, line: ScriptLine) -> ScriptLine:
    anchor = anchor_of(book, Position(passage.chapter, passage.start))
    return replace(
        line,
        chapter=passage.chapter,
        place=passage.start,
        original=book.chapters[passage.chapter].text[passage.start : passage.end],
        before=anchor.before,
        after=anchor.after,
        title=anchor.title,
    )
