"""How fast a book of an hour becomes an m4b, for the first time and once it has been spoken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.benchmarks.export.plan import NAMES, Plan
from tests.benchmarks.export.running import CORES, Run
from tests.benchmarks.speech.figures import Figure

_GOALS = {"en": 100.0, "zh": 25.0}
"""Times real time that a first export must reach."""

_AGAIN = 10.0
"""Times as fast that a second one must be, unless encoding is what it waits for."""

_BOUND = 0.5
"""From this part of the time on it is encoding that decides how long it takes."""


def measure(plan: Plan) -> Iterator[Figure]:
    """The rows about speed, with the memory of the same runs."""
    for language in ("en", "zh"):
        yield from _measured(plan, language)
    yield from _plain(plan)


def _measured(plan: Plan, language: str) -> Iterator[Figure]:
    book, name = plan.book(language, plan.minutes), NAMES[language]
    first: list[Run] = []
    again: list[Run] = []
    for number in range(plan.passes):
        home, told = plan.home(), f"{name}, pass {number + 1} of {plan.passes}"
        first.append(plan.run(f"{told}, first", home, book, plan.target("book.m4b")))
        again.append(plan.run(f"{told}, again", home, book, plan.target("book.m4b")))
    yield Figure(
        name=f"{name}, first export",
        unit="× real time",
        runs=tuple(run.speed for run in first),
        must=_GOALS[language],
        more_is_better=True,
        note=f"{first[0].seconds / 60:.1f} minutes, {CORES} cores, start included; {busy(first)}",
    )
    yield Figure(
        name=f"{name}, processor time a minute of sound",
        unit="s",
        runs=tuple(60 * run.worked / run.seconds for run in first),
        note="of all processes; hardly depends on what else the machine does",
    )
    yield Figure(
        name=f"{name}, peak memory, first export",
        unit="MB",
        runs=tuple(run.peak / 1e6 for run in first),
        note="all processes together, proportional set size",
    )
    yield Figure(
        name=f"{name}, encoding beside speaking",
        unit="of its time",
        runs=tuple(ratio(run) for run in first),
        note="seconds of levelling, encoding and writing by those of all workers",
    )
    yield Figure(
        name=f"{name}, second export",
        unit="× real time",
        runs=tuple(run.speed for run in again),
        note=busy(again),
    )
    yield _times_as_fast(name, first, again)


def _times_as_fast(name: str, first: Sequence[Run], again: Sequence[Run]) -> Figure:
    """Where encoding is what the second export waits for, there is nothing it must reach."""
    share = min(writing(run) / run.wall for run in again)
    return Figure(
        name=f"{name}, second against first",
        unit="times as fast",
        runs=tuple(one.wall / other.wall for one, other in zip(first, again, strict=True)),
        must=None if share >= _BOUND else _AGAIN,
        goal=_AGAIN,
        more_is_better=True,
        note=f"{bound(share)}: {share:.0%} of its time encodes and writes",
    )


def _plain(plan: Plan) -> Iterator[Figure]:
    """English without characters: what the voices cost that are bent from one."""
    book = plan.book("en", plan.minutes)
    run = plan.run("English, one voice", plan.home(), book, plan.target("book.m4b"), "--one-voice")
    yield Figure(
        name="English, first export, one voice",
        unit="× real time",
        runs=(run.speed,),
        goal=_GOALS["en"],
        more_is_better=True,
        note=busy([run]),
    )


def ratio(run: Run) -> float:
    """Encoding's seconds by those of speaking."""
    speaking = float(run.told["speaking_seconds"])
    return writing(run) / speaking if speaking else float("inf")


def writing(run: Run) -> float:
    """Seconds that levelling, encoding and writing took."""
    return float(run.told["writing_seconds"])


def bound(share: float) -> str:
    """What a second export waits for."""
    return "encode-bound" if share >= _BOUND else "not encode-bound"


def busy(runs: Sequence[Run]) -> str:
    """How quiet the machine was."""
    return f"others used {max(run.others for run in runs):.0%} of the machine"
