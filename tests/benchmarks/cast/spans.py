"""How exactly quotations are found, against texts in which people have marked them.

A quotation counts from its first to its last character within the marks; quotations within a
quotation are part of it, and one over several paragraphs is one a paragraph, in the gold as in
what is found. PDNC marks speech and thought; LitBank comes as sentences of single words, which
are put together again here.
"""

from __future__ import annotations

import ast
import csv
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reader.books.model import Block, BlockKind, Book, Chapter, Run
from reader.dialogue.quotations import find_quotations

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared" / "corpora"
GOLD = ROOT / "tests" / "data" / "dialogue"
_EDGE = " \n\u2028\u3000“”„«»‹›「」『』‘’\"'_*-—–.,…"
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


def report(*, mistakes: bool = False) -> None:
    """Measure and print all sets that are at hand; with `mistakes`, where they differ."""
    for figures in all_figures():
        print(figures, flush=True)
        if mistakes:
            print(*[f"   found  {line}" for line in figures.extra], sep="\n")
            print(*[f"   marked {line}" for line in figures.missed], sep="\n")


def all_figures() -> Iterator[Figures]:
    """PDNC novel by novel and together, LitBank, and the Chinese sets."""
    folder = Path(os.environ.get("PDNC", SHARED / "frontend" / "speaker" / "pdnc"))
    yield from _with_total("PDNC", [pdnc(each.parent) for each in _texts(folder)])
    yield _with_total("LitBank", litbank())[-1]
    for name in ("chinese.json", "quotations.json", "damaged.json"):
        if (GOLD / name).is_file():
            yield of_windows(GOLD / name)


def _texts(folder: Path) -> list[Path]:
    return sorted(folder.glob("*/novel_text.txt"))


def _with_total(name: str, figures: list[Figures]) -> list[Figures]:
    return [*figures, sum(figures, Figures(name=f"{name}, {len(figures)} texts"))]


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


def pdnc(folder: Path) -> Figures:
    """A novel of the Project Dialogism Novel Corpus."""
    with (folder / "novel_text.txt").open(encoding="utf-8", newline="") as file:
        text = file.read()
    with (folder / "quotation_info.csv").open(encoding="utf-8") as file:
        rows = [ast.literal_eval(row["quoteByteSpans"]) for row in csv.DictReader(file)]
    gold = _joined_parts(text, [(start, end) for row in rows for start, end in row])
    return compare(folder.name, text, gold, found_in(text, "en"))


def _joined_parts(text: str, parts: list[Span]) -> list[Span]:
    """The parts that stand between the same marks become one.

    PDNC leaves out of a speech what is quoted in it, and cuts one that turns to another person.
    """
    joined: list[Span] = []
    for start, end in sorted(parts):
        if joined and not re.search(r'["“”]|\n\s*\n', text[joined[-1][0] : start]):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


_NO_SPACE_BEFORE = re.compile(r"^(?:[.,;:!?)\]”’…]|n['’]t$|['’](?:s|ll|re|ve|d|m|S)$)")
_NO_SPACE_AFTER = frozenset("([“‘")


def litbank() -> list[Figures]:
    """The excerpts of LitBank that have “curly” marks.

    It gives sentences as words with spaces between, so that it cannot be told any more whether a
    straight mark opened or closed, nor where a paragraph that a dash opens ended.
    """
    files = sorted((SHARED / "frontend/speaker/litbank_quotations/tsv").glob("*.ann"))
    texts = [each.with_suffix(".txt").read_text("utf-8") for each in files]
    return [
        _excerpt(file)
        for file, text in zip(files, texts, strict=True)
        if "“" in text or ("‘" in text and '"' not in text)
    ]


def _excerpt(annotations: Path) -> Figures:
    lines = annotations.with_suffix(".txt").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in annotations.read_text("utf-8").splitlines()]
    text, starts, ends = _joined([line.split(" ") for line in lines])
    gold = [
        (starts[int(row[2])][int(row[3])], ends[int(row[4])][int(row[5])])
        for row in rows
        if row[0] == "QUOTE"
    ]
    return compare(annotations.stem, text, gold, found_in(text, "en"))


def _joined(sentences: list[list[str]]) -> tuple[str, list[list[int]], list[list[int]]]:
    """The text, and where in it each word of each sentence begins and ends.

    A sentence that begins with a mark begins a paragraph.
    """
    text = ""
    starts: list[list[int]] = []
    ends: list[list[int]] = []
    for words in sentences:
        if words[0] in ("“", "‘"):
            text = text.rstrip() + "\n\n"
        starts.append([])
        ends.append([])
        for word in words:
            if _NO_SPACE_BEFORE.match(word):
                text = text.removesuffix(" ")
            starts[-1].append(len(text))
            text += word
            ends[-1].append(len(text))
            if word not in _NO_SPACE_AFTER:
                text += " "
    return text, starts, ends


def of_windows(path: Path) -> Figures:
    """Windows of Chinese novels, in which every quotation is marked."""
    figures = Figures(name=path.stem)
    for source in json.loads(path.read_text("utf-8")):
        file = SHARED / "text" / "zh" / source["source"]
        if not file.is_file():
            continue
        with file.open(encoding="utf-8", newline="") as opened:
            text = opened.read()
        for window in source["windows"]:
            part = text[window["start"] : window["end"]]
            gold = [
                (each["start"] - window["start"], each["end"] - window["start"])
                for each in window["quotations"]
            ]
            figures += compare(path.stem, part, gold, found_in(part, "zh"))
    return figures
