"""Several sentences at once: what it gains on each runtime."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable
from statistics import median

from tests.benchmarks.speech.environments import NotToBeHad
from tests.benchmarks.speech.figures import Figure
from tests.benchmarks.speech.plan import Plan, tell
from tests.benchmarks.speech.program import Program
from tests.benchmarks.speech.sentences import evenly, sentences
from tests.benchmarks.speech.systems import INT8, ONNX, PADDLE

SIZES = (1, 2, 4, 8)

_ONE_AFTER_THE_OTHER = "no batch: one after the other in the runtime, only overhead is saved"
_PADDED = "those of like length padded and masked together in the acoustic model"
_ONE_RUN = "the same sentence several times in one run, without the vocoder"
_SENTENCES_A_RUN = 4

_Pass = Callable[[Program, list[str], int], float]


def measure(plan: Plan) -> list[Figure]:
    """The rows about batches: seconds of work a second of sound, sizes taking turns."""
    lines = evenly(sentences(), max(SIZES) * max(1, plan.speed_sentences // max(SIZES)))
    figures = []
    for system, how in (
        (ONNX, _ONE_AFTER_THE_OTHER),
        (INT8, _ONE_AFTER_THE_OTHER),
        (PADDLE, _PADDED),
    ):
        name = f"synthesis time, {{}} at once, {system.name}"
        figures += _of(name, how, system.start, _pass, lines, plan.passes)
    few = evenly(sentences(), _SENTENCES_A_RUN)
    for system, precision in ((ONNX, "float"), (INT8, "int8")):

        def start(precision: str = precision) -> Program:
            return Program(
                [sys.executable, "-m", "tests.benchmarks.speech.one_run", precision],
            )

        name = f"acoustic model, {{}} at once, {system.name}, one run"
        figures += _of(name, _ONE_RUN, start, _pass_in_one_run, few, plan.passes)
    return figures


def _of(
    name: str,
    how: str,
    start: Callable[[], Program],
    measured: _Pass,
    lines: list[str],
    passes: int,
) -> list[Figure]:
    """A row for each size, whose number is put into `name`; `how` is for the note."""
    tell(f"batches, {name.format(SIZES)} …")
    runs: dict[int, list[float]] = defaultdict(list)
    problem = ""
    try:
        with start() as program:
            for number in range(passes + 1):
                for size in SIZES:
                    factor = measured(program, lines, size)
                    if number:
                        runs[size].append(factor)
    except NotToBeHad as error:
        problem = str(error)
    return [
        Figure(
            name=name.format(size),
            unit="s/s",
            runs=tuple(runs[size]),
            note=problem or f"{_gain(runs[1], runs[size])}; {how}",
        )
        for size in SIZES
    ]


def _pass(program: Program, lines: list[str], size: int) -> float:
    groups = [lines[begin : begin + size] for begin in range(0, len(lines), size)]
    answers = [program.ask(batch=group) for group in groups]
    return sum(each["took"] for each in answers) / sum(each["sounds"] for each in answers)


def _pass_in_one_run(program: Program, lines: list[str], size: int) -> float:
    answers = [program.ask(say=line, times=size) for line in lines]
    return sum(each["took"] for each in answers) / sum(each["sounds"] for each in answers)


def _gain(singly: list[float], together: list[float]) -> str:
    factors = [a / b for a, b in zip(singly, together, strict=True)]
    return f"{median(factors):.2f} times as fast as singly"
