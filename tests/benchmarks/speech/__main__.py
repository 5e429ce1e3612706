"""``make bench-speech``: every figure that the Mandarin voice has to reach, in one run.

The table goes to stderr, one JSON document to stdout. 1 is returned if a figure is not what
it must be, 2 if none is but one could not be measured; it is in the table all the same, with
the reason. Each figure is a median of five where it is a matter of time. A quiet machine
needs about forty minutes; judges and reference are installed into ``build/judges`` the first
time.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.benchmarks.speech import batches, controls, load, memory, quality, sizes, speed
from tests.benchmarks.speech.figures import Figure, table
from tests.benchmarks.speech.plan import QUICK, Plan, tell
from tests.benchmarks.speech.systems import System

PARTS: dict[str, Callable[[Plan], list[Figure]]] = {
    "sizes": sizes.measure,
    "load": load.measure,
    "speed": speed.measure,
    "batches": batches.measure,
    "controls": controls.measure,
    "memory": memory.measure,
    "quality": quality.measure,
}


def main(argv: list[str] | None = None) -> int:
    """Measure the parts that the command line names; 1 if a figure is not what it must be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default=",".join(PARTS), help=f"some of {','.join(PARTS)}")
    parser.add_argument("--quick", action="store_true", help="fewer sentences and passes")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the JSON there")
    parser.add_argument(
        "--variant",
        action="append",
        default=[],
        metavar="NAME=ARGUMENTS",
        help="one more voice, by the arguments of tests.benchmarks.speech.voice",
    )
    options = parser.parse_args(argv)
    wanted = options.only.split(",")
    if unknown := set(wanted) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    variants = tuple(_variant(text) for text in options.variant)
    plan = replace(QUICK if options.quick else Plan(), variants=variants)
    figures = [figure for part in wanted for figure in _measured(part, plan)]
    print(table(figures), file=sys.stderr)
    document = json.dumps([each.as_json() for each in figures], ensure_ascii=False, indent=1)
    print(document)
    if options.json:
        options.json.write_text(document + "\n", "utf-8")
    missed = sum(each.missed for each in figures)
    empty = sum(not each.runs for each in figures)
    tell(f"{len(figures)} figures, {empty} not measured, {missed} missed.")
    if missed:
        return 1
    return 2 if any(not each.runs and each.must is not None for each in figures) else 0


def _measured(part: str, plan: Plan) -> list[Figure]:
    begun = time.monotonic()
    figures = PARTS[part](plan)
    tell(f"{part}: {time.monotonic() - begun:.0f} seconds")
    return figures


def _variant(text: str) -> System:
    name, _, arguments = text.partition("=")
    return System(name, tuple(arguments.split()))


if __name__ == "__main__":
    sys.exit(main())
