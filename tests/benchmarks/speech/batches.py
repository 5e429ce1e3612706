"""Several sentences at once: what it gains on each runtime."""

from __future__ import annotations

from collections import defaultdict
from statistics import median

from tests.benchmarks.speech.environments import NotToBeHad
from tests.benchmarks.speech.figures import Figure
from tests.benchmarks.speech.plan import Plan, tell
from tests.benchmarks.speech.program import Program
from tests.benchmarks.speech.sentences import evenly, sentences
from tests.benchmarks.speech.systems import INT8, ONNX, PADDLE

SIZES = (1, 2, 4, 8)


def measure(plan: Plan) -> list[Figure]:
    """The rows about batches: seconds of work a second of sound, sizes taking turns."""
    lines = evenly(sentences(), max(SIZES) * max(1, plan.speed_sentences // max(SIZES)))
    figures = []
    for system in (ONNX, INT8, PADDLE):
        tell(f"batches of {SIZES}, {system.name} …")
        runs: dict[int, list[float]] = defaultdict(list)
        problem = ""
        try:
            with system.start() as program:
                for number in range(plan.passes + 1):
                    for size in SIZES:
                        factor = _pass(program, lines, size)
                        if number:
                            runs[size].append(factor)
        except NotToBeHad as error:
            problem = str(error)
        for size in SIZES:
            figures.append(
                Figure(
                    name=f"synthesis time, {size} at once, {system.name}",
                    unit="s/s",
                    runs=tuple(runs[size]),
                    note=problem or _gain(runs[1], runs[size]),
                )
            )
    return figures


def _pass(program: Program, lines: list[str], size: int) -> float:
    groups = [lines[begin : begin + size] for begin in range(0, len(lines), size)]
    answers = [program.ask(batch=group) for group in groups]
    return sum(each["took"] for each in answers) / sum(each["sounds"] for each in answers)


def _gain(singly: list[float], together: list[float]) -> str:
    factors = [a / b for a, b in zip(singly, together, strict=True)]
    return f"{median(factors):.2f} times as fast as singly"
