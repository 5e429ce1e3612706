"""How long a fresh process takes until it could speak, with the pack's files not in memory.

Counted are imports, the pinyin dictionary, the models, and one run of them; not counted is
the start of Python itself. The files of the installed packs are dropped from the system's
cache first, where the system can do that (Linux); libraries stay in it.
"""

from __future__ import annotations

import os
from collections import defaultdict
from pathlib import Path

from reader import paths
from tests.benchmarks.speech.environments import NotToBeHad
from tests.benchmarks.speech.figures import Figure
from tests.benchmarks.speech.plan import Plan, tell
from tests.benchmarks.speech.systems import AUTO, INT8, KOKORO, ONNX, PADDLE, REFERENCE, System

_LIMITS = {AUTO: (0.6, 0.2), ONNX: (0.6, 0.2), INT8: (0.6, 0.2), PADDLE: (4.0, None)}


def measure(plan: Plan) -> list[Figure]:
    """The rows about loading."""
    systems = (REFERENCE, AUTO, ONNX, INT8, PADDLE, KOKORO, *plan.variants)
    runs: dict[System, list[float]] = defaultdict(list)
    problems: dict[System, str] = {}
    for number in range(plan.passes):
        tell(f"loading, pass {number + 1} of {plan.passes} …")
        for system in systems:
            if system in problems:
                continue
            forget(paths.voices_folder())
            try:
                with system.start() as program:
                    runs[system].append(program.ready["loaded"])
            except NotToBeHad as error:
                problems[system] = str(error)
    return [_figure(system, runs[system], problems.get(system, "")) for system in systems]


def _figure(system: System, runs: list[float], problem: str) -> Figure:
    must, goal = _LIMITS.get(system, (None, None))
    return Figure(
        name=f"load, cold, {system.name}",
        unit="s",
        runs=tuple(runs),
        must=must,
        goal=goal,
        note=problem,
    )


def forget(folder: Path) -> None:
    """Drop the files in `folder` from the system's cache, where that is possible."""
    if not hasattr(os, "posix_fadvise"):
        return
    for file in folder.rglob("*"):
        if file.is_file():
            descriptor = os.open(file, os.O_RDONLY)
            try:
                os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
            finally:
                os.close(descriptor)
