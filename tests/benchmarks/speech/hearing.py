"""Asks a judge about recordings; what it said of the same sound before is remembered."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks.speech.environments import BUILD, Environment, digest
from tests.benchmarks.speech.program import JUDGES, judge


def answers(environment: Environment, script: str, files: Sequence[Path]) -> list[dict[str, Any]]:
    """The judge's answer to every one of `files`; those before a failure are kept.

    Raises :class:`~tests.benchmarks.speech.environments.NotToBeHad`.
    """
    asked_of = digest(environment.requirements, JUDGES / script)[:16]
    memory = BUILD / "answers" / f"{environment.name}-{asked_of}.json"
    known = _remembered(memory)
    sounds = [digest(file) for file in files]
    new = {sound: file for sound, file in zip(sounds, files, strict=True) if sound not in known}
    if new:
        try:
            with judge(environment, script) as program:
                for sound, file in new.items():
                    known[sound] = program.ask(file=str(file))
        finally:
            _remember(memory, known)
    return [known[sound] for sound in sounds]


def _remember(memory: Path, known: dict[str, dict[str, Any]]) -> None:
    known = known | _remembered(memory)  # another bench may have asked meanwhile
    memory.parent.mkdir(parents=True, exist_ok=True)
    unfinished = memory.with_suffix(f".{os.getpid()}")
    unfinished.write_text(json.dumps(known, ensure_ascii=False), "utf-8")
    unfinished.replace(memory)


def _remembered(memory: Path) -> dict[str, dict[str, Any]]:
    return json.loads(memory.read_text("utf-8")) if memory.is_file() else {}
