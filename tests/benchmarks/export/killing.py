"""Exports that are killed at some moment and gone on with: what is left, and what comes of it."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.export.plan import NAMES, Plan
from tests.benchmarks.export.running import Failed, Home, command, limited, of_session, start
from tests.benchmarks.export.sound import digests
from tests.benchmarks.speech.figures import Figure
from tests.benchmarks.speech.plan import tell

EARLIEST = 0.3
"""Seconds after the start of the program before which nothing is killed."""

_PARTING = 5.0
"""Seconds in which workers must have ended after the program that they work for was killed."""

_PATIENCE = 1200.0


@dataclass(frozen=True, kw_only=True)
class Whole:
    """An export that nobody disturbed: how long it took, and the digests of its sounds."""

    book: Path
    name: str
    options: tuple[str, ...]
    seconds: float
    sounds: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """An export that was killed at `moments`, in seconds, of which some came too late."""

    name: str
    moments: tuple[float, ...]
    late: int
    faults: tuple[str, ...]

    @property
    def told(self) -> str:
        """In a line."""
        places = ", ".join(f"{each:.2f}" for each in self.moments)
        return f"{self.name} killed at {places} s: {'; '.join(self.faults) or 'the same'}"


def unbroken(plan: Plan, book: Path, name: str, *options: str) -> Whole:
    """Export as it should go. `name` is that of the output: a folder if it has no ending."""
    target = plan.target(name)
    run = plan.run(f"{book.stem}, {name} unbroken", plan.home(), book, target, *options)
    return Whole(book=book, name=name, options=options, seconds=run.wall, sounds=digests(target))


def killed(plan: Plan, whole: Whole, moments: Sequence[float]) -> Outcome:
    """Export, killed and gone on with at each of `moments` and at last to the end."""
    home, target = plan.home(), plan.target(whole.name)
    target.parent.mkdir(parents=True, exist_ok=True)
    words = command(whole.book, target, "--resume", *whole.options)
    faults: list[str] = []
    late = 0
    for number, moment in enumerate(moments):
        late += not _kill(home, words if number else _anew(words), moment, faults)
        faults += half_made(whole, target, is_late=late > 0)
    ended = _finish(home, words)
    faults += [] if ended is None else [ended]
    found = digests(target)
    faults += [f"{name} is missing" for name in whole.sounds.keys() - found.keys()]
    faults += [f"{name} is too much" for name in found.keys() - whole.sounds.keys()]
    faults += [f"{name} differs" for name, told in found.items() if whole.sounds.get(name) != told]
    faults += [f"{each.name} is left" for each in hidden(target)]
    shutil.rmtree(home.folder / "tingshu" / "cache", ignore_errors=True)
    return Outcome(name=whole.name, moments=tuple(moments), late=late, faults=tuple(faults))


def half_made(whole: Whole, target: Path, *, is_late: bool) -> list[str]:
    """What is wrong with the files that have their final names: each must be whole."""
    found = digests(target) if target.exists() else {}
    if not target.is_dir() and found and not is_late:
        return ["the file was there before it was whole"]
    return [
        f"{name} had its name and was not whole"
        for name, told in found.items()
        if whole.sounds.get(name) != told
    ]


def hidden(target: Path) -> list[Path]:
    """What an export that has ended well must not leave."""
    folder = target if target.is_dir() else target.parent
    return [each for each in folder.iterdir() if each.name.startswith(".")]


def _anew(words: Sequence[str]) -> list[str]:
    return [each for each in words if each != "--resume"]


def _kill(home: Home, words: Sequence[str], moment: float, faults: list[str]) -> bool:
    """Start and kill after `moment` seconds; whether it had not ended by then."""
    with limited(2):
        process = start(home, words)
    try:
        _, errors = process.communicate(timeout=moment)
    except subprocess.TimeoutExpired:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        faults += _left_behind(process.pid)
        for stream in (process.stdout, process.stderr):
            if stream is not None:
                stream.close()
        return True
    if process.returncode:
        faults.append(f"it failed: {errors.strip()[-200:]}")
    return False


def _left_behind(session: int) -> list[str]:
    """Waits until all processes of the session have ended; those that do not are ended."""
    until = time.monotonic() + _PARTING
    while left := of_session(session):
        if time.monotonic() > until:
            for pid in left:
                os.kill(pid, signal.SIGKILL)
            return [f"{len(left)} processes did not end"]
        time.sleep(0.05)
    return []


_WHOLE = "is there already"
"""What is said where the kill came after the last file and before it was told."""


def _finish(home: Home, words: Sequence[str]) -> str | None:
    """Go on to the end; what went wrong."""
    with limited(2):
        process = start(home, words)
    output, errors = process.communicate(timeout=_PATIENCE)
    if process.returncode:
        return f"it could not go on: {errors.strip()[-300:]}"
    if json.loads(output)["files"] or _WHOLE in errors:
        return None
    return "no files are told"


def rounds(plan: Plan, wholes: Sequence[Whole], count: int, seed: int) -> Iterator[Outcome]:
    """Each of `count` rounds kills each of `wholes` at a random moment."""
    random_number = random.Random(seed)
    for _ in range(count):
        for whole in wholes:
            moment = random_number.uniform(EARLIEST, whole.seconds)
            outcome = killed(plan, whole, [moment])
            tell(outcome.told)
            yield outcome


def measure(plan: Plan) -> Iterator[Figure]:
    """The rows about being killed: an m4b and a folder of chapters, half of the rounds in each
    language.
    """
    for name in ("book.m4b", "chapters"):
        options = () if name.endswith(".m4b") else ("--format", "wav")
        outcomes: list[Outcome] = []
        for language, minutes in (("en", plan.kill_minutes), ("zh", plan.kill_minutes / 2)):
            whole = unbroken(plan, plan.book(language, minutes), name, *options)
            if not whole.sounds:
                raise Failed(f"there is no sound in {NAMES[language]} {name}")
            count = (plan.kills + (language == "en")) // 2
            outcomes += rounds(plan, [whole], count, plan.seed + len(outcomes))
        wrong = [each for each in outcomes if each.faults]
        late = sum(each.late for each in outcomes)
        yield Figure(
            name=f"{'m4b' if options == () else 'wav chapters'}, killed and gone on with,"
            " not the same",
            unit=f"of {len(outcomes)}",
            runs=(float(len(wrong)),),
            must=0,
            note="; ".join(each.told for each in wrong)
            or f"{late} had ended before; decoded samples, names, processes and leftovers compared",
        )
