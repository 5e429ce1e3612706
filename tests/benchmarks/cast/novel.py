"""Seconds and peak memory of finding all that is said in a novel, by a process of its own.

Run as a program with a book it measures itself. A figure for one megabyte of text is the
novel's own, scaled by the bytes of its text as UTF-8.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from time import perf_counter, process_time

from reader.books.model import Book
from reader.books.registry import read_book
from reader.dialogue.find import find_dialogue
from tests.benchmarks.cast.spans import SHARED

GOAL_SECONDS = 20.0
GOAL_MEGABYTES = 300.0
NOVELS = (
    SHARED / "text" / "zh" / "三国演义.txt",
    SHARED / "text" / "zh" / "西游记.txt",
    SHARED / "epub" / "standardebooks+jane-austen_pride-and-prejudice" / "src.dir.epub",
    SHARED / "frontend" / "speaker" / "pdnc" / "AnneOfGreenGables" / "novel_text.txt",
)
_MEGABYTE = 1e6


def report() -> None:
    """Measure and print the novels that are at hand."""
    for novel in NOVELS:
        if not novel.exists():
            print(f"{novel.stem}: not at hand")
            continue
        figures = measured(novel)
        size, seconds = figures["megabytes_of_text"], figures["seconds"]
        print(
            f"{_name(novel):20} {size:5.2f} MB of text: {seconds:6.1f} s "
            f"({seconds / size:5.1f} s a MB, {figures['processor_seconds']:.1f} s of processor; "
            f"goal {GOAL_SECONDS:.0f} s), peak {figures['peak_megabytes']:.0f} MB "
            f"(goal {GOAL_MEGABYTES:.0f}; {figures['before_megabytes']:.0f} with the book read), "
            f"{figures['quotations']:.0f} quotations, {figures['speakers']:.0f} speakers"
        )


def _name(novel: Path) -> str:
    plain = novel.suffix == ".txt" and novel.stem != "novel_text"
    return novel.stem if plain else novel.parent.name.rpartition("_")[2]


def measured(novel: Path) -> dict[str, float]:
    """The figures of a fresh process that reads `novel` and finds who speaks."""
    command = [sys.executable, "-m", "tests.benchmarks.cast.novel", str(novel)]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def _measure(book: Book) -> dict[str, float]:
    text = sum(len(chapter.text.encode("utf-8", "replace")) for chapter in book.chapters)
    before = _memory("VmRSS")
    begun, worked = perf_counter(), process_time()
    dialogue = find_dialogue(book)
    return {
        "megabytes_of_text": text / _MEGABYTE,
        "seconds": perf_counter() - begun,
        "processor_seconds": process_time() - worked,
        "peak_megabytes": _memory("VmHWM"),
        "before_megabytes": before,
        "quotations": sum(each.spoken for each in dialogue.quotations),
        "speakers": len(dialogue.characters),
    }


def _memory(figure: str) -> float:
    """Megabytes; what getrusage tells would count the process that started this one."""
    status = Path("/proc/self/status").read_text("utf-8")
    return int(status.partition(f"{figure}:")[2].split()[0]) * 1024 / _MEGABYTE


if __name__ == "__main__":
    print(json.dumps(_measure(read_book(Path(sys.argv[1])))))
