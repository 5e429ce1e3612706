"""How long a fresh process takes until it could speak, with the pack's files not in memory.

Two times are told: what the engine takes to import its runtime, read its pack and say a word;
and everything from the start of the process on, with Python, imports and the tables of the
language. The files of the installed packs are dropped from the system's cache first, where
the system can do that (Linux); libraries stay in it.
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
    packs: dict[System, list[float]] = defaultdict(list)
    whole: dict[System, list[float]] = defaultdict(list)
    problems: dict[System, str] = {}
    for number in range(plan.passes):
        tell(f"loading, pass {number + 1} of {plan.passes} …")
        for system in systems:
            if system in problems:
                continue
            forget(paths.voices_folder())
            try:
                with system.start() as program:
                    packs[system].append(program.ready["loaded"])
                    whole[system].append(program.seconds)
            except NotToBeHad as error:
                problems[system] = str(error)
    figures = []
    for system in systems:
        must, goal = _LIMITS.get(system, (None, None))
        problem = problems.get(system, "")
        figures.append(
            Figure(
                name=f"load from the pack, cold, {system.name}",
                unit="s",
                runs=tuple(packs[system]),
                must=must,
                goal=goal,
                note=problem,
            )
        )
        figures.append(
            Figure(
                name=f"process to ready, cold, {system.name}",
                unit="s",
                runs=tuple(whole[system]),
                note=problem,
            )
        )
    return figures


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
