"""``make bench-export``: every figure that an export has to reach, by the real command line.

Two books are cut from the shared corpora and exported in processes with homes of their own. The
table goes to stderr, part by part and whole at the end, one JSON document to stdout; the file of
``--json`` holds what there is so far at any time. 1 is returned if a figure is not what it must
be, 2 if none is but one could not be measured. A quiet machine of two cores needs about a quarter
of an hour.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.benchmarks.export import hearing, killing, memory, speed, workers
from tests.benchmarks.export.books import NotThere
from tests.benchmarks.export.plan import MATERIALS, Plan
from tests.benchmarks.speech.figures import Figure, table
from tests.benchmarks.speech.plan import tell

PARTS: dict[str, Callable[[Plan], Iterator[Figure]]] = {
    "speed": speed.measure,
    "memory": memory.measure,
    "workers": workers.measure,
    "kills": killing.measure,
    "loudness": hearing.measure,
}


def main(argv: list[str] | None = None) -> int:
    """Measure the parts that the command line names, all if it names none."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"some of {', '.join(PARTS)}")
    parser.add_argument("--quick", action="store_true", help="short books, few runs")
    parser.add_argument("--passes", type=int, help="how often speed is measured")
    parser.add_argument("--kills", type=int, help="how often each format is killed")
    parser.add_argument("--seed", type=int, default=Plan.seed, help="of the random moments")
    parser.add_argument(
        "--long", action="store_true", help="have new text spoken throughout for memory"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the JSON there")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where all files stay")
    options = parser.parse_args(argv)
    wanted = options.parts or list(PARTS)
    if unknown := set(wanted) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    with tempfile.TemporaryDirectory(prefix="bench-export-") as scratch:
        plan = _plan(options, options.keep or Path(scratch))
        plan.folder.mkdir(parents=True, exist_ok=True)
        return _measure(wanted, plan, options.json)


def _plan(options: argparse.Namespace, folder: Path) -> Plan:
    plan = Plan(folder=folder.resolve(), seed=options.seed, new=options.long)
    if options.quick:
        plan = replace(
            plan, minutes=5.0, passes=1, longer=3, worker_minutes=5.0, kills=4,
            kill_minutes=2.0, sound_minutes=2.0,
        )  # fmt: skip
    chosen = {"passes": options.passes, "kills": options.kills}
    return replace(plan, **{name: value for name, value in chosen.items() if value is not None})


def _measure(wanted: Sequence[str], plan: Plan, file: Path | None) -> int:
    missing = [str(each.path) for each in MATERIALS.values() if not each.path.is_file()]
    if missing:
        print(
            f"The shared corpora are not beside the checkout: {', '.join(missing)}", file=sys.stderr
        )
        return 2
    figures: list[Figure] = []
    machine = _machine()
    failed = [part for part in wanted if not _measured(part, plan, figures, machine, file)]
    print(table(figures), file=sys.stderr)
    print(_document(figures, machine, plan))
    missed = sum(each.missed for each in figures)
    empty = sum(each.value is None for each in figures)
    tell(f"{len(figures)} figures, {empty} not measured, {missed} missed.")
    if missed:
        return 1
    return 2 if failed or empty else 0


def _measured(
    part: str, plan: Plan, figures: list[Figure], machine: dict[str, Any], file: Path | None
) -> bool:
    """Add a part's rows; whether it got to its end. What fails costs only the rest of it."""
    begun, first = time.monotonic(), len(figures)
    fine = True
    try:
        for figure in PARTS[part](plan):
            figures.append(figure)
            _write(figures, machine, plan, file)
    except (Exception, NotThere) as error:
        fine = False
        figures.append(
            Figure(name=f"the rest of {part}", unit="", note=f"{type(error).__name__}: {error}")
        )
        traceback.print_exc()
    machine[f"{part}_seconds"] = round(time.monotonic() - begun)
    _write(figures, machine, plan, file)
    print(table(figures[first:]), file=sys.stderr)
    tell(f"{part}: {time.monotonic() - begun:.0f} seconds")
    return fine


def _machine() -> dict[str, Any]:
    """What was measured on, and how busy it was at the beginning."""
    return {
        "cores": os.cpu_count(),
        "processor": platform.processor() or platform.machine(),
        "python": platform.python_version(),
        "load_before": [round(each, 2) for each in os.getloadavg()],
    }


def _document(figures: Sequence[Figure], machine: dict[str, Any], plan: Plan) -> str:
    told = {
        "machine": {**machine, "load_after": [round(each, 2) for each in os.getloadavg()]},
        "used_by_others": plan.others,
        "figures": [{**each.as_json(), "least": min(each.runs, default=None)} for each in figures],
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def _write(
    figures: Sequence[Figure], machine: dict[str, Any], plan: Plan, file: Path | None
) -> None:
    if file is not None:
        file.write_text(_document(figures, machine, plan) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
