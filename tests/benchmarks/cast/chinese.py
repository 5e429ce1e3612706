"""Who speaks, in Chinese: measured on the gold set of two old novels, on short stories of our own
(see :mod:`tests.benchmarks.cast.modern`) and, where it is, on WP.

The gold set decides who speaks some hundred quotations of the shared corpus; the variable ``WP``
names a folder with the data set *World of Plainness* (``train``, ``dev``, ``test`` and
``name_list.txt``), whose windows of 21 sentences come with all who speak in the novel.
"""

from __future__ import annotations

import json
import os
import re
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reader.books.model import Block, BlockKind, Book, Chapter, Run
from reader.dialogue.chinese import attribute
from reader.dialogue.model import Character, Dialogue, Quotation
from reader.dialogue.quotations import find_quotations

GOLD = Path(__file__).parents[2] / "data" / "dialogue" / "chinese.json"
CORPUS = Path(__file__).parents[4] / "shared" / "corpora" / "text" / "zh"
CONFIDENT = 0.7

_CHAPTER = re.compile("[ \u3000]*第[一二三四五六七八九十百零〇]+回")
_MARKED = re.compile("“[^“”\n]*(?:“[^“”\n]*”[^“”\n]*)*(?:”|(?=“)|(?=\n)|$)")


@dataclass
class Score:
    """How many of each kind are right, and of those found with confidence."""

    right: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    total: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    sure: int = 0
    sure_and_right: int = 0
    seconds: float = 0.0
    mistakes: list[str] = field(default_factory=list)

    def add(self, kind: str, right: bool, confidence: float) -> None:
        """Count one quotation."""
        self.total[kind] += 1
        self.right[kind] += right
        self.sure += confidence >= CONFIDENT
        self.sure_and_right += right and confidence >= CONFIDENT

    @property
    def accuracy(self) -> float:
        """The share that is right."""
        return sum(self.right.values()) / max(1, sum(self.total.values()))

    @property
    def precision(self) -> float:
        """The share that is right of those with a confidence of at least `CONFIDENT`."""
        return self.sure_and_right / max(1, self.sure)

    @property
    def coverage(self) -> float:
        """The share with a confidence of at least `CONFIDENT`."""
        return self.sure / max(1, sum(self.total.values()))

    def line(self, name: str) -> str:
        """One line of the table."""
        kinds = " ".join(
            f"{kind} {self.right[kind] / self.total[kind]:.1%}"
            for kind in ("explicit", "implicit", "latent")
            if self.total[kind]
        )
        return (
            f"{name}: all {self.accuracy:.1%} of {sum(self.total.values())} ({kinds}); at "
            f"{CONFIDENT}: precision {self.precision:.1%}, coverage {self.coverage:.1%}; "
            f"{self.seconds:.1f} s"
        )


def novel(path: Path) -> tuple[Book, list[tuple[int, int, int]]]:
    """The text file as a book, a line a block and a 回 a chapter; and for each line where it
    begins in the file, its chapter, and where it begins there.
    """
    text = path.read_bytes().decode("utf-8")
    lines: list[list[str]] = [[]]
    places: list[tuple[int, int, int]] = []
    length = 0
    for match in re.finditer("[^\r\n]+", text):
        if not match.group().strip():
            continue
        if _CHAPTER.match(match.group()) and lines[-1]:
            lines.append([])
            length = 0
        places.append((match.start(), len(lines) - 1, length))
        lines[-1].append(match.group())
        length += len(match.group()) + 1
    book = book_of(path.stem, lines)
    return book, places


def book_of(title: str, chapters: Iterable[Sequence[str]]) -> Book:
    """A book of plain paragraphs."""
    return Book(
        title=title,
        identifier=title,
        language="zh",
        chapters=tuple(
            Chapter(
                title=title,
                blocks=tuple(
                    Block(kind=BlockKind.PARAGRAPH, runs=(Run(text=line),)) for line in lines
                ),
            )
            for lines in chapters
        ),
    )


def gold_score() -> Score | None:
    """The score on the gold set; None where it or the corpus is not there."""
    if not GOLD.is_file() or not CORPUS.is_dir():
        return None
    score = Score()
    for entry in json.loads(GOLD.read_text("utf-8")):
        _score_novel(entry, score)
    return score


def _score_novel(entry: dict[str, Any], score: Score) -> None:
    book, places = novel(CORPUS / entry["source"])
    gold = [each for window in entry["windows"] for each in window["quotations"]]
    wanted: dict[tuple[int, int], dict[str, Any]] = {}
    spans: dict[tuple[int, int], int] = {}
    for each in gold:
        chapter, start = place(places, each["start"])
        wanted[chapter, start] = each
        spans[chapter, start] = start + each["end"] - each["start"]
    quotations = _quotations(book, spans)
    began = time.process_time()
    dialogue = attribute(book, quotations)
    score.seconds += time.process_time() - began
    for quotation in dialogue.quotations:
        each = wanted.get((quotation.chapter, quotation.start))
        if each is None or each["speaker"] == "unknown":
            continue
        right = _is(dialogue, quotation.speaker, {each["speaker"], *each["aliases"]})
        score.add(each["how"], right, quotation.confidence)
        if not right:
            found = dialogue.character(quotation.speaker)
            score.mistakes.append(
                f"{each['text'][:20]} {each['how']} {each['speaker']}: "
                f"{found.name if found else None} {quotation.confidence:.2f}"
            )


def place(places: Sequence[tuple[int, int, int]], offset: int) -> tuple[int, int]:
    """The chapter and the offset in it of an offset in the file."""
    start, chapter, there = max(each for each in places if each[0] <= offset)
    return chapter, there + offset - start


def _is(dialogue: Dialogue, identifier: str | None, names: set[str]) -> bool:
    """Whether the one found is the one meant: by their name, or by the meant one's full name."""
    found = dialogue.character(identifier)
    if found is None:
        return False
    return found.name in names or any(
        len(each) > 1 and each in names for each in found.aliases if len(each) > 1
    )


def _quotations(book: Book, gold: dict[tuple[int, int], int]) -> list[Quotation]:
    """The gold quotations, and those found that none of them touches."""
    found = [
        Quotation(chapter=chapter, start=start, end=end) for (chapter, start), end in gold.items()
    ]
    spans = [(each.chapter, each.start, each.end) for each in found]
    found.extend(
        each
        for each in find_quotations(book)
        if not any(
            chapter == each.chapter and start < each.end and each.start < end
            for chapter, start, end in spans
        )
    )
    return sorted(found, key=lambda each: (each.chapter, each.start))


def cast_of(folder: Path) -> list[Character]:
    """All who speak in WP."""
    found = []
    for number, line in enumerate((folder / "name_list.txt").read_text("utf-8").splitlines()):
        gender, *names = line.split()
        found.append(
            Character(
                identifier=str(number),
                name=names[0],
                aliases=tuple(names),
                gender="male" if gender == "1" else "female",
            )
        )
    return found


@dataclass(frozen=True)
class Window:
    """Twenty-one sentences of WP; the speaker of one quotation is known."""

    chapter: Chapter
    quotations: tuple[Quotation, ...]
    start: int
    speaker: str
    kind: str


def windows(folder: Path, part: str) -> Iterator[Window]:
    """The windows of a part of WP. A speech cut into sentences is put together again."""
    path = folder / part / f"{part}_unsplit.txt"
    for instance in path.read_text("utf-8").strip().split("\n\n"):
        lines = instance.split("\n")
        blocks: list[str] = []
        inside = False
        centre = 0
        for number, sentence in enumerate(lines[1:22]):
            if inside:
                blocks[-1] += sentence
            else:
                blocks.append(sentence)
            if number == 10:
                centre = len(blocks) - 1
            still_open = blocks[-1].count("“") > blocks[-1].count("”")
            inside = still_open and number != 9 and blocks[-1].startswith("“")
        chapter = book_of("", [blocks]).chapters[0]
        start = chapter.block_starts[centre]
        quotations = tuple(
            Quotation(chapter=0, start=match.start(), end=match.end())
            for match in _MARKED.finditer(chapter.text)
            if match.start() == start
            or not match.start()
            or chapter.text[match.start() - 1] in "\n：:"
        )
        yield Window(
            chapter=chapter,
            quotations=quotations,
            start=start,
            speaker=lines[23].split(":")[1].strip(),
            kind=lines[24].split(":")[1].strip(),
        )


def book_of_window(window: Window) -> Book:
    """The window as a book."""
    return Book(title="", identifier="", language="zh", chapters=(window.chapter,))


def wp_score(folder: Path, parts: Sequence[str]) -> Score:
    """The score on parts of WP, with its cast given."""
    score = Score()
    cast = cast_of(folder)
    began = time.process_time()
    for part in parts:
        for window in windows(folder, part):
            dialogue = attribute(book_of_window(window), window.quotations, known=cast)
            found = next(each for each in dialogue.quotations if each.start == window.start)
            score.add(window.kind, found.speaker == window.speaker, found.confidence)
    score.seconds = time.process_time() - began
    return score


def report(*, mistakes: bool = False) -> None:
    """Print the table."""
    score = gold_score()
    if score is None:
        print("no gold set, or no corpus")
    else:
        print(score.line("gold"))
        if mistakes:
            print(*score.mistakes, sep="\n")
    from tests.benchmarks.cast.modern import modern_score

    print(modern_score().line("modern"))
    if folder := os.environ.get("WP"):
        for part in ("dev", "test"):
            print(wp_score(Path(folder), [part]).line(f"WP {part}"))


if __name__ == "__main__":
    report(mistakes=True)
