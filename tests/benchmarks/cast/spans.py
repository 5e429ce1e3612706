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
from pathlib import Path

from tests.benchmarks.cast.comparing import Figures, Span, compare, found_in

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared" / "corpora"
GOLD = ROOT / "tests" / "data" / "dialogue"


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
