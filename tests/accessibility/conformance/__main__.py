"""Runs the tests that the standards' rows name and writes ``docs/conformance.md``.

``python -m tests.accessibility.conformance [--books FOLDER]``: the folder holds the books of
DAISY's EPUB accessibility tests, from https://epubtest.org/test-books.
"""

from __future__ import annotations

import argparse
import datetime
from collections import Counter
from importlib.metadata import version
from pathlib import Path

from tests.accessibility.conformance.page import PAGE, page
from tests.accessibility.conformance.results import Result, result_of, run
from tests.accessibility.conformance.rows import load


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--books", type=Path, help="the folder of DAISY's test books")
    options = parser.parse_args()
    standards = load()
    rows = [row for standard in standards for row in standard.rows]
    outcomes = run({test for row in rows for test in row.tests}, options.books)
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    PAGE.write_text(page(standards, outcomes, version=version("tingshu"), date=today), "utf-8")
    for test, cases in sorted(outcomes.items()):
        if "failed" in cases:
            print(f"failed: {test}")
    counts = Counter(result_of(row, outcomes) for row in rows)
    print(", ".join(f"{each.value}: {counts[each]}" for each in Result))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
