"""Compares where quotations are marked with where they are found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from reader.books.model import Block, BlockKind, Book, Chapter, Run
from reader.dialogue.quotations import find_quotations

_EDGE = " \t\r\n\u2028\u3000“”„«»‹›「」『』‘’\"'_*-—–.,…"
_PARAGRAPH = re.compile(r"(?:(?!\n[ \t\r]*\n).)+", re.DOTALL)
_SHOWN = 100

Span = tuple[int, int]


@dataclass(kw_only=True)
class Figures:
    """What was marked, found and found exactly; `extra` and `missed` hold the disagreements."""

    name: str
    gold: int = 0
    found: int = 0
    exact: int = 0
    gold_characters: int = 0
    found_characters: int = 0
    both_characters: int = 0
    extra: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def exact_f1(self) -> float:
        """Harmonic mean of precision and recall of whole quotations."""
        return 2 * self.exact / max(1, self.gold + self.found)

    @property
    def character_f1(self) -> float:
        """The same of characters."""
        return 2 * self.both_characters / max(1, self.gold_characters + self.found_characters)

    def __add__(self, other: Figures) -> Figures:
        return Figures(
            name=self.name,
            gold=self.gold + other.gold,
            found=self.found + other.found,
            exact=self.exact + other.exact,
            gold_characters=self.gold_characters + other.gold_characters,
            found_characters=self.found_characters + other.found_characters,
            both_characters=self.both_characters + other.both_characters,
            extra=self.extra + other.extra,
            missed=self.missed + other.missed,
        )

    def __str__(self) -> str:
        return (
            f"{self.name:34} {self.gold:6} marked {self.found:6} found   exact F1 "
            f"{self.exact_f1:.4f} (precision {self.exact / max(1, self.found):.4f}, recall "
            f"{self.exact / max(1, self.gold):.4f})   character F1 {self.character_f1:.4f}"
        )


def book_of(text: str, language: str) -> Book:
    """`text` as a book of one chapter, a paragraph at each empty line, line ends as spaces.

    The chapter's offsets are found again with :func:`paragraph_offsets`.
    """
    blocks = tuple(
        Block(
            kind=BlockKind.PARAGRAPH, runs=(Run(text=part.replace("\n", " ").replace("\r", " ")),)
        )
        for _, part in _paragraphs(text)
    )
    return Book(
        title="",
        chapters=(Chapter(title="", blocks=blocks, heading=False),),
        identifier="gold",
        language=language,
    )


def paragraph_offsets(text: str) -> list[int]:
    """Where in `text` each block of :func:`book_of` begins."""
    return [at for at, _ in _paragraphs(text)]


def _paragraphs(text: str) -> list[tuple[int, str]]:
    parts = ((found.start(), found.group()) for found in _PARAGRAPH.finditer(text))
    stripped = ((at + len(part) - len(part.lstrip()), part.strip()) for at, part in parts)
    return [(at, part) for at, part in stripped if part]


def found_in(text: str, language: str) -> list[Span]:
    """The spans of `text` that are found as speech, in offsets of `text`."""
    book = book_of(text, language)
    chapter, offsets = book.chapters[0], paragraph_offsets(text)
    spans: list[Span] = []
    for each in find_quotations(book):
        if each.spoken:
            block = chapter.block_at(each.start)
            shift = offsets[block] - chapter.block_starts[block]
            spans.append((each.start + shift, each.end + shift))
    return spans


def compare(name: str, text: str, gold: list[Span], found: list[Span]) -> Figures:
    """Compare within the marks; what touches nothing on the other side is told as a class."""
    marked = _outermost(_within(text, part) for each in gold for part in _parts(text, each))
    seen = _outermost(_within(text, each) for each in found)
    figures = Figures(name=name, gold=len(marked), found=len(seen))
    figures.exact = len(set(marked) & set(seen))
    gold_at, found_at = _covered(marked), _covered(seen)
    figures.gold_characters, figures.found_characters = len(gold_at), len(found_at)
    figures.both_characters = len(gold_at & found_at)
    for start, end in sorted(set(seen) - set(marked)):
        kind = "part " if gold_at & set(range(start, end)) else "only "
        figures.extra.append(kind + _shown(text, start, end))
    for start, end in sorted(set(marked) - set(seen)):
        kind = "part " if found_at & set(range(start, end)) else "only "
        figures.missed.append(kind + _shown(text, start, end))
    return figures


def _shown(text: str, start: int, end: int) -> str:
    said = text[start:end]
    if len(said) > _SHOWN:
        said = f"{said[: _SHOWN // 2]} … {said[-_SHOWN // 2 :]}"
    line = f"{text[max(0, start - 50) : start]}⟦{said}⟧{text[end : end + 50]}"
    return line.replace("\n", "↵")


def _covered(spans: list[Span]) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


def _parts(text: str, span: Span) -> Iterator[Span]:
    """The paragraphs of a span."""
    for found in _PARAGRAPH.finditer(text, *span):
        yield found.span()


def _within(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def _outermost(spans: Iterator[Span]) -> list[Span]:
    kept: list[Span] = []
    for start, end in sorted({each for each in spans if each[0] < each[1]}, key=_longest_first):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _longest_first(span: Span) -> Span:
    return span[0], -span[1]
