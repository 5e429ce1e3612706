"""What a large library costs: ``python -m tests.benchmarks.library [--books 2000] [--json]``.

A library is made of the shared corpus in a temporary folder, or in ``--keep FOLDER``, where it is
used again. Measured are adding it and adding it once more, indexing it, the size of the index,
searches in titles and texts, and how soon the program and its list of books are on a (virtual)
screen. Everything is written into a home of its own. What a search finds cold is read from the
disk, not from the system's memory.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from statistics import median
from typing import Any

from reader import settings
from reader.background import CancelToken
from reader.books.registry import read_book
from reader.intake.intake import Intake
from reader.library.store import Library
from reader.search.file import index_file
from reader.settings import Settings
from tests.benchmarks.library import making, searching
from tests.benchmarks.screen import screen

STARTS = 3
PATIENCE = 120.0
"""Seconds after which a window that never comes ends the measurement."""

NOVEL = 360_000
"""Characters of a long novel: the longest below is the book that was read last."""

GOALS = {
    "text_s": 1.5,
    "books_s": 1.5,
    "titles_worst_ms": 50.0,
    "texts_worst_ms": 300.0,
    "rss_mib": 350.0,
}
"""The most that each may be; the issue's."""


def main() -> int:
    """Measure and print; the exit status tells whether the goals are met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--books", type=int, default=2000)
    parser.add_argument("--keep", type=Path, help="the folder of the library, made if need be")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(options.keep or Path(folder), options.books)
    if options.json:
        print(json.dumps(figures, ensure_ascii=False, indent=1, default=str))
    return 0 if figures["goals_met"] else 1


def measure(place: Path, books: int) -> dict[str, Any]:
    """All figures of a library of so many books at `place`."""
    os.environ["TINGSHU_HOME"] = str(place / "home")
    figures: dict[str, Any] = {}

    def note(name: str, found: dict[str, Any]) -> None:
        figures[name] = found
        shown = "  ".join(f"{key} {_shown(value)}" for key, value in found.items())
        print(f"{name:16}{shown}", file=sys.stderr, flush=True)

    if not (place / "made.json").is_file():
        made = asdict(making.make(place / "books", books))
        (place / "made.json").write_text(json.dumps(made, default=str))
        note("made", made)
        settings.save(Settings(welcomed=True))
        note("adding", adding(place / "books"))
        note("indexing", indexing(made["characters"]))
    else:
        note("made", json.loads((place / "made.json").read_text()))
    note("again", adding(place / "books"))
    note("titles", searching.titles())
    for row in searching.texts():
        note(str(row.pop("search")), row)
    note("start", starts())
    return figures | {"goals_met": goals_met(figures)}


def _shown(value: object) -> str:
    return (
        f"{value:,.1f}"
        if isinstance(value, float)
        else f"{value:,}"
        if isinstance(value, int)
        else str(value)
    )


def adding(folder: Path) -> dict[str, float]:
    """How long it takes to add all of `folder`, without the texts going into the index."""
    megabytes = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
    with closing(Library()) as library:
        begun = time.perf_counter()
        added = Intake(library, index=False).run([folder], cancel=CancelToken())
        seconds = time.perf_counter() - begun
        if added.new:
            _open_one(library)
    files = added.new + added.known + added.duplicates + added.moved + len(added.failed)
    return {
        "seconds": seconds,
        "books_a_second": files / seconds,
        "megabytes_a_second": megabytes / seconds,
        "new": added.new,
        "known": added.known,
        "duplicates": added.duplicates,
        "failed": len(added.failed),
    }


def _open_one(library: Library) -> None:
    """Have a novel be the book that was read last."""
    novels = [entry for entry in library.books() if entry.characters < NOVEL]
    novel = max(novels, key=lambda entry: entry.characters)
    library.remember_book(read_book(novel.path), novel.path)


def indexing(characters: int) -> dict[str, float]:
    """How long it takes to put all texts into the index, and how large it becomes."""
    with closing(Library()) as library:
        begun = time.perf_counter()
        indexed = Intake(library).index_missing(cancel=CancelToken())
        seconds = time.perf_counter() - begun
        text = sum(entry.characters for entry in library.books())
    size = index_file().stat().st_size
    return {
        "seconds": seconds,
        "books": indexed.books,
        "failed": len(indexed.failed),
        "characters": text,
        "characters_a_second": text / seconds,
        "index_mib": size / 2**20,
        "bytes_a_character": size / text,
        # The largest of all processes that were waited for: those that read books.
        "reading_peak_mib": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
    }


def starts() -> dict[str, float]:
    """Seconds from the start of the program until things are painted; medians of some starts.

    The text of the book that was read last, or the list of books, which is opened at once; and
    the megabytes held then, of the two that with more.
    """
    with screen() as environment:
        text, books = (_started(wanted, environment) for wanted in ("text", "books"))
    return text | books | {"rss_mib": max(text["rss_mib"], books["rss_mib"])}


def _started(wanted: str, environment: dict[str, str]) -> dict[str, float]:
    """The medians; a first start, which fetches the program from the disk, is left out."""
    found = [_start(wanted, environment) for _ in range(STARTS + 1)][1:]
    return {key: median(each[key] for each in found) for key in found[0]}


def _start(wanted: str, environment: dict[str, str]) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.library.window", wanted]
    begun = time.time()
    done = subprocess.run(
        command, env=environment, check=True, capture_output=True, text=True, timeout=PATIENCE
    )
    told = json.loads(done.stdout.splitlines()[-1])
    return {f"{wanted}_s": told.pop(wanted) - begun} | {
        key: value for key, value in told.items() if key in ("rows", "rss_mib")
    }


def goals_met(figures: dict[str, Any]) -> bool:
    """Whether everything is as quick and as small as it shall be; what is not is told."""
    texts = [figures[name] for name in searching.TEXTS]
    reached = figures["start"] | figures["titles"]
    reached["texts_worst_ms"] = max(max(each["cold_ms"], each["warm_worst_ms"]) for each in texts)
    missed = {name: reached[name] for name, most in GOALS.items() if reached[name] > most}
    for name, value in missed.items():
        print(f"missed: {name} {value:,.1f} (at most {GOALS[name]:,.1f})", file=sys.stderr)
    return not missed


if __name__ == "__main__":
    sys.exit(main())
