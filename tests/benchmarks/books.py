"""How much of the shared EPUB corpus opens, and how whole: ``python -m tests.benchmarks.books``.

Compares every book with the reference reader's picture of it (``REFERENCE.jsonl``): does it
open, are the titles of its contents those of the chapters, and are the characters of its
documents delivered? ``--json`` prints one JSON document instead of the table, ``--all``
lists every disagreement.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import sys
import time
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path

from reader.books.model import Book
from reader.books.registry import read_book
from reader.errors import BookError

SHARED = Path(__file__).parents[2].parent / "shared" / "corpora" / "epub"
COMPLETE = 0.98


@dataclass
class Result:
    """One book: `text` is the share of the reference's characters that was delivered."""

    file: str
    readable: bool
    opened: bool = False
    reason: str = ""
    seconds: float = 0.0
    text: float | None = None
    titles: float | None = None
    missing_titles: list[str] = field(default_factory=list)
    chapters: int = 0


def measure(row: dict) -> Result:
    """Open one book and compare it with its reference."""
    result = Result(file=row["file"].removeprefix("epub/"), readable=row["ok"])
    started = time.process_time()
    try:
        book = read_book(SHARED / result.file)
    except BookError as error:
        result.reason = f"{type(error).__name__}: {error}"
        return result
    finally:
        result.seconds = time.process_time() - started
    result.opened = True
    result.chapters = len(book.chapters)
    documents = {name: count or 0 for name, _, count in row["spine"] if name != row["nav"]}
    expected = sum(documents.values())
    if expected:
        result.text = min(1.0, _characters(book) / expected)
    _compare_titles(result, row, book)
    return result


def _characters(book: Book) -> int:
    """Characters without white space, ruby readings and page labels included."""
    count = 0
    for chapter in book.chapters:
        count += len("".join(chapter.text.split()))
        for block in chapter.blocks:
            count += sum(len(run.ruby or "") + len(run.page or "") for run in block.runs)
    return count


def _compare_titles(result: Result, row: dict, book: Book) -> None:
    spine = {name for name, _, _ in row["spine"]} - {row["nav"]}
    wanted = Counter(
        _bare(title) for _, title, target, _ in row["toc"] if target in spine and title
    )
    if not wanted:
        return
    found = Counter(_bare(chapter.title) for chapter in book.chapters)
    missing = wanted - found
    result.titles = 1 - sum(missing.values()) / sum(wanted.values())
    result.missing_titles = list(missing)[:5]


def _bare(title: str) -> str:
    return "".join(character for character in title if character.isalnum()).casefold()


def summary(results: list[Result]) -> dict:
    """The figures that count."""
    readable = [result for result in results if result.readable]
    opened = [result for result in readable if result.opened]
    with_text = [result for result in opened if result.text is not None]
    with_titles = [result for result in opened if result.titles is not None]
    return {
        "books": len(results),
        "readable": len(readable),
        "opened": len(opened),
        "opened_share": round(len(opened) / max(1, len(readable)), 4),
        "text_complete": sum(1 for r in with_text if r.text >= COMPLETE),
        "with_text": len(with_text),
        "titles_all_found": sum(1 for r in with_titles if r.titles == 1),
        "with_titles": len(with_titles),
        "cpu_seconds": round(sum(r.seconds for r in results), 2),
        "median_ms": round(statistics.median(r.seconds for r in results) * 1000, 1),
        "slowest_seconds": round(max(r.seconds for r in results), 2),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "not_opened": {r.file: r.reason for r in results if not r.opened},
    }


def main(argv: list[str] | None = None) -> int:
    """Run over the whole corpus."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--all", action="store_true", help="list every disagreement")
    options = parser.parse_args(argv)
    reference = SHARED / "REFERENCE.jsonl"
    if not reference.is_file():
        print(f"The shared corpus is not at {SHARED}.", file=sys.stderr)
        return 1
    rows = [json.loads(line) for line in reference.read_text("utf-8").splitlines() if line]
    results = [measure(row) for row in rows]
    figures = summary(results)
    if options.json:
        figures["results"] = [asdict(result) for result in results] if options.all else []
        print(json.dumps(figures, ensure_ascii=False, indent=2))
        return 0
    for name, value in figures.items():
        if name != "not_opened":
            print(f"{name:20} {value}")
    for file, reason in figures["not_opened"].items():
        print(f"not opened: {file}\n    {reason}")
    if options.all:
        for r in results:
            if r.text is not None and r.text < COMPLETE:
                print(f"text {r.text:6.1%}  {r.file}")
            if r.titles is not None and r.titles < 1:
                print(f"titles {r.titles:6.1%}  {r.file}  {r.missing_titles}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
