"""The gold sets of who speaks in English: PDNC and LitBank, as books with quotations.

See `text-front-end.md` of the shared facts for where they come from. Nothing of them is kept
in the repository.
"""

from __future__ import annotations

import ast
import csv
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reader.books.model import Block, BlockKind, Book, Chapter, Run
from reader.dialogue.model import Character, Quotation

SHARED = Path(__file__).parents[4] / "shared" / "corpora" / "frontend" / "speaker"
_GENDERS = {"F": "female", "M": "male"}
_MARKS = "\"“”'‘’«»"
_HEADING = re.compile(
    r"\s*(chapter|book|part|volume|letter)\s+[\divxlc]+\b|\s*[IVXL]+\.?\s*$", re.I
)
_PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*\n?)+")


@dataclass(frozen=True, kw_only=True)
class Gold:
    """A text with its quotations, who truly says each, and everybody whom it lists.

    `speakers` and `kinds` have an entry a speech (a quotation that does not continue another);
    a speaker is the identifier of one of `characters`, None where nobody can be told. `kinds`
    are PDNC's Explicit, Anaphoric and Implicit; empty for the rest of a speech that another
    interrupts, which is not counted.
    """

    name: str
    book: Book
    quotations: tuple[Quotation, ...]
    speakers: tuple[str | None, ...]
    kinds: tuple[str, ...]
    characters: tuple[Character, ...]
    aliases: dict[str, str] = field(default_factory=dict)


def pdnc(folder: Path | None = None) -> list[Gold]:
    """All novels of the PDNC folder (the shared five without one); none if it is not there."""
    folder = folder or SHARED / "pdnc"
    return [novel(file.parent) for file in sorted(folder.glob("*/quotation_info.csv"))]


def novel(folder: Path) -> Gold:
    """One novel of PDNC."""
    text = (folder / "novel_text.txt").read_bytes().decode("utf-8")
    layout = _Layout(text)
    characters, aliases = _characters(folder / "character_info.csv")
    rows = _rows(folder / "quotation_info.csv")
    pieces: list[tuple[Quotation, str | None, str]] = []
    for spans, speaker, kind in rows:
        first = True
        for start, end in spans:
            start, end = _with_marks(text, start, end)  # noqa: PLW2901
            for chapter, begin, stop in layout.places(start, end):
                quotation = Quotation(chapter=chapter, start=begin, end=stop, continues=not first)
                pieces.append((quotation, aliases.get(speaker.lower()), kind))
                first = False
    return _gold(folder.name, layout.book(folder.name), pieces, characters, aliases)


def _gold(
    name: str,
    book: Book,
    pieces: list[tuple[Quotation, str | None, str]],
    characters: tuple[Character, ...],
    aliases: dict[str, str],
) -> Gold:
    """Puts the pieces in order; one that lies in another, or whose chain is broken, is mended."""
    pieces.sort(key=lambda piece: (piece[0].chapter, piece[0].start))
    kept: list[tuple[Quotation, str | None, str]] = []
    for piece in pieces:
        last = kept[-1][0] if kept else None
        if last and last.chapter == piece[0].chapter and piece[0].start < last.end:
            continue
        kept.append(piece)
    quotations: list[Quotation] = []
    speakers: list[str | None] = []
    kinds: list[str] = []
    for quotation, speaker, kind in kept:
        if (
            quotation.continues
            and speakers
            and speakers[-1] == speaker
            and (quotations[-1].chapter == quotation.chapter)
        ):
            quotations.append(quotation)
            continue
        quotations.append(
            Quotation(chapter=quotation.chapter, start=quotation.start, end=quotation.end)
        )
        speakers.append(speaker)
        kinds.append("" if quotation.continues else kind)
    return Gold(
        name=name,
        book=book,
        quotations=tuple(quotations),
        speakers=tuple(speakers),
        kinds=tuple(kinds),
        characters=characters,
        aliases=aliases,
    )


def _rows(file: Path) -> Iterator[tuple[list[tuple[int, int]], str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield ast.literal_eval(row["quoteByteSpans"]), row["speaker"], row["quoteType"]


def _characters(file: Path) -> tuple[tuple[Character, ...], dict[str, str]]:
    found: list[Character] = []
    aliases: dict[str, str] = {}
    mains: dict[str, str] = {}
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            name = row["Main Name"]
            forms = {name, *ast.literal_eval(row["Aliases"])}
            mains[name.lower()] = name
            for form in sorted(forms):
                aliases.setdefault(form.lower(), name)
            found.append(
                Character(
                    identifier=name,
                    name=name,
                    aliases=tuple(sorted(forms)),
                    gender=_GENDERS.get(row["Gender"], "unknown"),
                )
            )
    return tuple(found), aliases | mains


def _with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the marks around it."""
    while start > 0 and text[start - 1] in _MARKS:
        start -= 1
    while end < len(text) and text[end] in _MARKS:
        end += 1
    return start, end


class _Layout:
    """A plain text as chapters and paragraphs, and where its offsets come to lie."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._places: list[tuple[int, int]] = []
        self._chapters: list[list[str]] = [[]]
        offset = 0
        for match in _PARAGRAPH.finditer(text):
            paragraph = match.group().rstrip("\n").replace("\n", " ").replace("\u2028", " ")
            if _HEADING.match(paragraph) and len(paragraph) < 80 and self._chapters[-1]:
                self._chapters.append([])
                offset = 0
            self._starts.append(match.start())
            self._places.append((len(self._chapters) - 1, offset))
            self._chapters[-1].append(paragraph)
            offset += len(paragraph) + 1

    def places(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """(chapter, start, end) of the part in each paragraph."""
        found: list[tuple[int, int, int]] = []
        at = max(0, bisect_right(self._starts, start) - 1)
        while at < len(self._starts) and self._starts[at] < end:
            chapter, offset = self._places[at]
            length = len(self._paragraph(at))
            begin = max(start - self._starts[at], 0)
            stop = min(end - self._starts[at], length)
            if begin < stop:
                found.append((chapter, offset + begin, offset + stop))
            at += 1
        return found

    def _paragraph(self, at: int) -> str:
        chapter, _ = self._places[at]
        first = bisect_right(self._places, (chapter, -1))
        return self._chapters[chapter][at - first]

    def book(self, name: str) -> Book:
        return Book(
            title=name,
            identifier=name,
            language="en",
            chapters=tuple(chapter_of(paragraphs) for paragraphs in self._chapters),
        )


def chapter_of(paragraphs: Sequence[str]) -> Chapter:
    """A chapter of such paragraphs."""
    return Chapter(
        title="",
        blocks=tuple(
            Block(kind=BlockKind.PARAGRAPH, runs=(Run(text=each),)) for each in paragraphs
        ),
    )


def litbank(folder: Path | None = None) -> list[Gold]:
    """All excerpts of LitBank with quotations; none if the folder is not there."""
    folder = folder or SHARED / "litbank_quotations" / "tsv"
    found = [_excerpt(file) for file in sorted(folder.glob("*.ann"))]
    return [each for each in found if each.speakers]


def _excerpt(file: Path) -> Gold:
    sentences = [line.split() for line in file.with_suffix(".txt").read_text("utf-8").splitlines()]
    quotes: list[tuple[str, int, int, int, int]] = []
    said: dict[str, str] = {}
    for line in file.read_text("utf-8").splitlines():
        cells = line.split("\t")
        if cells[0] == "QUOTE":
            quotes.append((cells[1], *(int(cell) for cell in cells[2:6])))  # type: ignore[arg-type]
        elif cells[0] == "ATTRIB":
            said[cells[1]] = cells[2]
    paragraphs, places = _paragraphs(sentences, quotes)
    pieces: list[tuple[Quotation, str | None, str]] = []
    last = (-1, "", -9)
    for identifier, first, begin, stop, end in sorted(quotes, key=lambda quote: quote[1:]):
        paragraph, start = places[first, begin]
        ending_paragraph, ending = places[stop, end]
        speaker = said.get(identifier)
        goes_on = last[:2] == (paragraph, speaker) and first - last[2] <= 1
        length = len(sentences[stop][end]) if paragraph == ending_paragraph else 1
        quotation = Quotation(
            chapter=0, start=start, end=max(ending, start) + length, continues=goes_on
        )
        pieces.append((quotation, speaker, "all"))
        last = (paragraph, speaker or "", stop)
    book = Book(
        title=file.stem, identifier=file.stem, language="en", chapters=(chapter_of(paragraphs),)
    )
    names = {speaker: speaker.rpartition("-")[0].replace("_", " ") for speaker in said.values()}
    characters = tuple(
        Character(identifier=speaker, name=name, aliases=(name,)) for speaker, name in names.items()
    )
    return _gold(file.stem.removesuffix("_brat"), book, pieces, characters, {})


def _paragraphs(
    sentences: Sequence[Sequence[str]], quotes: Sequence[tuple[str, int, int, int, int]]
) -> tuple[list[str], dict[tuple[int, int], tuple[int, int]]]:
    """The sentences as paragraphs, and the paragraph and offset of every word.

    LitBank keeps no paragraphs: a sentence begins one if a quotation opens it, unless the
    sentence before is narration that leads to it or a quotation still runs.
    """
    opening = {(first, begin) for _, first, begin, _, _ in quotes}
    running = {at for _, first, _, last, _ in quotes for at in range(first + 1, last + 1)}
    spoken = {at for _, first, _, last, _ in quotes for at in range(first, last + 1)}
    paragraphs: list[str] = []
    places: dict[tuple[int, int], tuple[int, int]] = {}
    offset = 0
    for at, sentence in enumerate(sentences):
        opens = (at, 0) in opening and at not in running
        leaves = at not in spoken and (at - 1) in spoken and len(sentence) > 12
        if opens or leaves or not paragraphs:
            paragraphs.append("")
            offset += len(paragraphs[-2]) + 1 if len(paragraphs) > 1 else 0
        for number, word in enumerate(sentence):
            if paragraphs[-1] and word not in _CLOSE and paragraphs[-1][-1] != "“":
                paragraphs[-1] += " "
            places[at, number] = (len(paragraphs) - 1, offset + len(paragraphs[-1]))
            paragraphs[-1] += word
    return paragraphs, places


_CLOSE = frozenset(",.!?;:”’") | {"’s", "’ll", "’t", "n’t", "’d", "’re", "’ve", "’m"}
