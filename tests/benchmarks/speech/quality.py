"""How clear and how natural the voices are: the same sentences by all of them, judged.

The recordings stay in ``build/judges/wav``; those of the reference are made once.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.speech import judge
from tests.benchmarks.speech.environments import BUILD, NotToBeHad
from tests.benchmarks.speech.figures import Figure
from tests.benchmarks.speech.judge import Verdict
from tests.benchmarks.speech.plan import Plan, tell
from tests.benchmarks.speech.recordings import prepare
from tests.benchmarks.speech.sentences import evenly, sentences
from tests.benchmarks.speech.systems import (
    AUTO,
    ENGLISH,
    ESPEAK,
    INT8,
    KOKORO,
    ONNX,
    PADDLE,
    REFERENCE,
    System,
)

_ENGLISH_TEXT = Path(__file__).with_name("english.txt")
_OURS = (AUTO, ONNX, INT8, PADDLE)
_POINTS_BETTER = -1.0
_POINTS_LOST = 0.5


def measure(plan: Plan) -> list[Figure]:
    """The rows about quality."""
    lines = evenly(sentences(), plan.quality_sentences)
    place = BUILD / plan.recordings
    fewer = evenly(lines, plan.kokoro_sentences)
    texts: dict[System, list[str]] = dict.fromkeys((REFERENCE, *_OURS, *plan.variants), lines)
    texts |= {KOKORO: fewer, ESPEAK: fewer}
    texts[ENGLISH] = sentences(_ENGLISH_TEXT)
    verdicts: dict[System, Verdict] = {}
    problems: dict[System, str] = {}
    for system, said in texts.items():
        try:
            folder = record(system, said, place, again=system != REFERENCE)
        except NotToBeHad as error:
            problems[system] = str(error)
            tell(f"{system.name} is not to be had: {error}")
            continue
        whisper = system not in (ESPEAK, ENGLISH)
        verdicts[system] = judge.judged(folder, whisper=whisper, say=tell)
    figures: list[Figure] = []
    for system in texts:
        figures += _rows(system, verdicts, problems.get(system, ""))
    return figures


def record(system: System, lines: Sequence[str], place: Path, *, again: bool = True) -> Path:
    """Let `system` say `lines` into its folder in `place`, and give the folder.

    Without `again` nothing is said if the folder is complete.
    """
    folder = place / system.name
    files = prepare(folder, lines)
    if again or not all(file.is_file() for file in files):
        tell(f"{system.name} says {len(lines)} sentences …")
        with system.start() as program:
            for text, file in zip(lines, files, strict=True):
                program.ask(say=text, file=str(file))
    return folder


def _rows(system: System, verdicts: dict[System, Verdict], problem: str) -> list[Figure]:
    verdict = verdicts.get(system)
    ours = system in _OURS
    rows = [
        _row("DNSMOS overall", system, verdict, "overall", (3.25, 3.40) if ours else None),
        _row("DNSMOS P.808", system, verdict, "p808", (3.75, 3.85) if ours else None),
        _row("DistillMOS", system, verdict, "distillmos", None),
    ]
    bright = None if verdict is None else (100 * verdict.above_4_khz,)
    rows.append(
        Figure(name=f"sound above 4 kHz, {system.name}", unit="%", runs=bright or (), note=problem)
    )
    if system not in (ESPEAK, ENGLISH):
        rows = [*_clearness(system, verdicts, problem), *rows]
    return rows


def _row(
    name: str,
    system: System,
    verdict: Verdict | None,
    mark: str,
    limits: tuple[float, float] | None,
) -> Figure:
    value = None if verdict is None else getattr(verdict, mark)
    must, goal = limits or (None, None)
    return Figure(
        name=f"{name}, {system.name}",
        unit="",
        runs=() if value is None else (value,),
        must=must,
        goal=goal,
        more_is_better=True,
        note="; ".join(verdict.missing.values()) if verdict is not None and value is None else "",
    )


def _clearness(system: System, verdicts: dict[System, Verdict], problem: str) -> list[Figure]:
    """Wrong syllables, and how many more or fewer than others made in the same sentences."""
    verdict = verdicts.get(system)
    wrong = None if verdict is None else verdict.wrong_syllables
    note = problem
    if verdict is not None:
        syllables = sum(sentence.syllables for sentence in verdict.sentences)
        note = verdict.missing.get("Whisper", f"{len(verdict.sentences)} sentences, {syllables}")
        note += " syllables" if wrong is not None else ""
    rows = [
        Figure(
            name=f"wrong syllables, {system.name}",
            unit="%",
            runs=() if wrong is None else (wrong,),
            goal=3.0 if system in _OURS else None,
            note=note,
        )
    ]
    if system != REFERENCE:
        must = _POINTS_BETTER if system in _OURS else None
        rows.append(_difference(system, REFERENCE, verdicts, must, problem))
    if system == INT8:
        rows.append(_difference(system, ONNX, verdicts, _POINTS_LOST, problem))
    return rows


def _difference(
    system: System,
    other: System,
    verdicts: dict[System, Verdict],
    must: float | None,
    problem: str,
) -> Figure:
    found = None
    if system in verdicts and other in verdicts:
        found = judge.compared(verdicts[system], verdicts[other])
    return Figure(
        name=f"wrong syllables, {system.name} − {other.name}",
        unit="points",
        runs=() if found is None else (found.points,),
        must=must,
        note=problem if found is None else str(found),
    )
