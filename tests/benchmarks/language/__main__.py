"""The table of the text front end: ``make bench-language``.

``--only`` takes some of its parts, ``--mistakes`` lists what came out wrong, ``--json``
prints one document.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict

from tests.benchmarks.language import memory, polyphones, quality, speed

_PARTS = ("spoken", "pinyin", "sentences", "polyphones", "speed", "memory")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", help=f"some of {','.join(_PARTS)}")
    parser.add_argument("--mistakes", action="store_true", help="list what came out wrong")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument("--runs", type=int, default=5, help="runs of each speed (5)")
    options = parser.parse_args()
    parts = options.only.split(",") if options.only else list(_PARTS)
    if unknown := set(parts) - set(_PARTS):
        parser.error(f"unknown part {', '.join(sorted(unknown))}")
    figures = _figures(parts, options.runs)
    if options.json:
        print(json.dumps(figures, ensure_ascii=False, indent=1))
        return
    for row in figures:
        _print(row, mistakes=options.mistakes)


def _figures(parts: list[str], runs: int) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for name in ("spoken", "pinyin", "sentences"):
        if name in parts:
            found += [asdict(each) for each in getattr(quality, name)()]
    if "polyphones" in parts:
        found += [asdict(each) for each in polyphones.figures()]
    if "speed" in parts:
        found += [asdict(each) for each in speed.speeds(runs)]
    if "memory" in parts:
        found.append({"name": "a process that gives pinyin", **memory.of_pinyin()})
    return found


def _print(row: dict[str, object], *, mistakes: bool) -> None:
    name = str(row["name"])
    if "percent" in row and not row["items"]:
        print(f"{name:45} not at hand")
    elif "percent" in row:
        print(f"{name:45} {row['percent']:6.2f} % of {row['items']}")
    elif "median" in row:
        figures = [float(str(row[key])) / 1000 for key in ("median", "least", "most")]
        print(f"{name:45} {figures[0]:8.1f} k characters/s ({figures[1]:.1f}-{figures[2]:.1f})")
    else:
        print(name, {key: value for key, value in row.items() if key != "name"})
    wrong = row.get("mistakes")
    if mistakes and isinstance(wrong, tuple):
        for each in wrong:
            print("    ", each)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
