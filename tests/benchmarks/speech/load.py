"""How long a fresh process takes until it could speak, with the models' files not in memory.

"Process to ready" is everything from the start of the process on: Python, imports, the tables
of the language, the models and a word; it is measured alike for ours and for the others.
"Load from the pack" is ours alone: what the engine takes to import its runtime, read its pack
and say a word, with Python's other imports and the tables loaded before. The files of the
models are dropped from the system's cache first, where the system can do that (Linux);
libraries and tables stay in it, for all alike.
"""

from __future__ import annotations

import os
from collections import defaultdict
from pathlib import Path

from reader import paths
from tests.benchmarks.speech.environments import BUILD, NotToBeHad
from tests.benchmarks.speech.figures import Figure
from tests.benchmarks.speech.plan import Plan, tell
from tests.benchmarks.speech.systems import AUTO, INT8, KOKORO, ONNX, PADDLE, REFERENCE, System

_LIMITS = {AUTO: (0.6, 0.2), ONNX: (0.6, 0.2), INT8: (0.6, 0.2), PADDLE: (4.0, None)}


def measure(plan: Plan) -> list[Figure]:
    """The rows about loading."""
    systems = (REFERENCE, AUTO, ONNX, INT8, PADDLE, KOKORO, *plan.variants)
    packs: dict[System, list[float]] = defaultdict(list)
    whole: dict[System, list[float]] = defaultdict(list)
    notes: dict[System, str] = {}
    problems: dict[System, str] = {}
    for number in range(plan.passes):
        tell(f"loading, pass {number + 1} of {plan.passes} …")
        for system in systems:
            if system in problems:
                continue
            files = sum(forget(folder) for folder in folders(system))
            notes[system] = f"{files} files dropped from the cache" if files else "perhaps cached"
            try:
                with system.start() as program:
                    packs[system].append(program.ready["loaded"])
                    whole[system].append(program.seconds)
            except NotToBeHad as error:
                problems[system] = str(error)
    notes |= problems
    figures = [_row("process to ready", system, whole[system], notes[system]) for system in systems]
    return figures + [
        _row("load from the pack", system, packs[system], notes[system], *_LIMITS.get(system, ()))
        for system in systems
        if system.environment is None
    ]


def _row(
    name: str,
    system: System,
    runs: list[float],
    note: str,
    must: float | None = None,
    goal: float | None = None,
) -> Figure:
    return Figure(
        name=f"{name}, {system.name}", unit="s", runs=tuple(runs), must=must, goal=goal, note=note
    )


def folders(system: System) -> list[Path]:
    """Where the files of the models of `system` lie."""
    if system.environment is not None:
        place = BUILD / system.environment.name
        return list(place.glob(f"lib/python*/site-packages/{system.environment.name}"))
    if "--folder" in system.arguments:
        return [Path(system.arguments[system.arguments.index("--folder") + 1])]
    return [paths.voices_folder()]


def forget(folder: Path) -> int:
    """Drop the files in `folder` from the system's cache; how many, 0 where it cannot be done.

    What another process has mapped stays.
    """
    if not hasattr(os, "posix_fadvise"):
        return 0
    files = [file for file in folder.rglob("*") if file.is_file()]
    for file in files:
        descriptor = os.open(file, os.O_RDONLY)
        try:
            os.fsync(descriptor)  # what is not written yet is not dropped
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(descriptor)
    return len(files)
