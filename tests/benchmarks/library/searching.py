"""How long searches take: in the titles, and in the texts, cold and warm."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from statistics import median

from reader.library.store import Library
from reader.search.file import index_file
from reader.search.index import Index
from reader.search.titles import TitleFinder

TITLES = ("moby", "the", "三国", "san guo", "copy 12", "devil dictionary", "nothing like it")
TEXTS = {
    "rare English": "rokovoko",
    "common English": "the",
    "two English": "white whale",
    "rare Chinese": "煮酒论英雄",
    "common Chinese": "什么",
    "one hanzi": "不",
}
RUNS = 5


def titles() -> dict[str, float]:
    """Milliseconds to find books by title, and to prepare for that once."""
    with closing(Library()) as library:
        begun = time.perf_counter()
        books = library.books()
        listed = time.perf_counter()
        finder = TitleFinder(books)
        prepared = time.perf_counter()
    taken = []
    for text in TITLES:
        for _ in range(RUNS):
            start = time.perf_counter()
            finder.find(text)
            taken.append((time.perf_counter() - start) * 1000)
    return {
        "titles_listing_ms": (listed - begun) * 1000,
        "titles_preparing_ms": (prepared - listed) * 1000,
        "titles_median_ms": median(taken),
        "titles_worst_ms": max(taken),
    }


def texts() -> list[dict[str, object]]:
    """Every search in a process of its own: cold from the disk, then warm."""
    found = []
    for name, words in TEXTS.items():
        _forget(index_file())
        command = [sys.executable, "-m", "tests.benchmarks.library.searching", words]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        found.append({"search": name, "words": words, **json.loads(done.stdout)})
    return found


def _forget(file: Path) -> None:
    """Have the system hold nothing of `file` in its memory, as after a start of the machine."""
    with file.open("rb") as opened:
        os.fsync(opened.fileno())
        os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def measure(words: str) -> dict[str, float]:
    """Milliseconds of the first search for `words`, opening included, and of those after it."""
    begun = time.perf_counter()
    with closing(Index()) as index:
        opened = time.perf_counter()
        results = index.search(words)
        cold = time.perf_counter()
        warm = []
        for _ in range(RUNS):
            start = time.perf_counter()
            index.search(words)
            warm.append((time.perf_counter() - start) * 1000)
    return {
        "opening_ms": (opened - begun) * 1000,
        "cold_ms": (cold - opened) * 1000,
        "warm_median_ms": median(warm),
        "warm_worst_ms": max(warm),
        "passages": results.passages,
        "books": results.books,
        "hits": len(results.hits),
    }


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1])))
