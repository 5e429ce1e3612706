"""``make bench-speech``: every figure that the Mandarin voice has to reach, in one run.

The table goes to stderr, part by part and whole at the end, one JSON document to stdout; the
file of ``--json`` holds what there is so far at any time. A part that fails says so and the
others go on. 1 is returned if a figure is not what
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
import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from tests.benchmarks.speech import batches, controls, load, memory, quality, sizes, speed
from tests.benchmarks.speech.figures import Figure, table
from tests.benchmarks.speech.plan import QUICK, Plan, tell
from tests.benchmarks.speech.systems import System

PARTS: dict[str, Callable[[Plan], Iterable[Figure]]] = {
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
    figures: list[Figure] = []
    failed = [part for part in wanted if not _measured(part, plan, figures, options.json)]
    print(table(figures), file=sys.stderr)
    print(_document(figures))
    missed = sum(each.missed for each in figures)
    empty = sum(each.value is None for each in figures)
    tell(f"{len(figures)} figures, {empty} not measured, {missed} missed.")
    if missed:
        return 1
    unknown = any(each.value is None and each.must is not None for each in figures)
    return 2 if failed or unknown else 0


def _measured(part: str, plan: Plan, figures: list[Figure], file: Path | None) -> bool:
    """Add a part's rows to `figures`, and write all into `file`; whether the part got to its end.

    Whatever fails in it costs only the rest of it, for which a row tells the reason.
    """
    begun, first = time.monotonic(), len(figures)
    fine = True
    try:
        for figure in PARTS[part](plan):
            figures.append(figure)
            _write(figures, file)
    except (Exception, SystemExit) as error:
        fine = False
        reason = f"{type(error).__name__}: {error}"
        figures.append(Figure(name=f"the rest of {part}", unit="", note=reason))
        _write(figures, file)
        traceback.print_exc()
    print(table(figures[first:]), file=sys.stderr)
    tell(f"{part}: {time.monotonic() - begun:.0f} seconds")
    return fine


def _document(figures: Sequence[Figure]) -> str:
    return json.dumps([each.as_json() for each in figures], ensure_ascii=False, indent=1)


def _write(figures: Sequence[Figure], file: Path | None) -> None:
    if file is not None:
        file.write_text(_document(figures) + "\n", "utf-8")


def _variant(text: str) -> System:
    name, _, arguments = text.partition("=")
    return System(name, tuple(arguments.split()))


if __name__ == "__main__":
    sys.exit(main())
