"""How clear and how natural the voices are: the same sentences by all of them, judged.

The recordings stay in ``build/judges/wav``; those of the reference are made once. All have
0.2 s of silence before and after every sentence. Each system's rows are told as soon as the
judges are done with it; those that decide come first.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.benchmarks.speech import judge
from tests.benchmarks.speech.environments import BUILD
from tests.benchmarks.speech.figures import Figure, table
from tests.benchmarks.speech.judge import BRIGHT, DISTILLED, OVERALL, P808, Verdict
from tests.benchmarks.speech.plan import Plan, tell
from tests.benchmarks.speech.recordings import SILENCE, prepare
from tests.benchmarks.speech.recordings import record as recorded
from tests.benchmarks.speech.sentences import evenly, sentences
from tests.benchmarks.speech.systems import (
    AUTO,
    ENGLISH,
    ESPEAK,
    INT8,
    KOKORO,
    ONNX,
    PADDLE,
    PUBLISHED,
    REFERENCE,
    System,
)

_ENGLISH_TEXT = Path(__file__).with_name("english.txt")
_OURS = (AUTO, ONNX, INT8, PADDLE)
_POINTS_BETTER = -1.0
_POINTS_LOST = 0.5

_MARKS = {
    OVERALL: ("DNSMOS overall", (3.25, 3.40)),
    P808: ("DNSMOS P.808", (3.75, 3.85)),
    DISTILLED: ("DistillMOS", (None, None)),
}
_JUDGES = {OVERALL: "DNSMOS", P808: "DNSMOS", DISTILLED: "DistillMOS"}


def measure(plan: Plan) -> Iterator[Figure]:
    """The rows about quality, as they come."""
    verdicts: dict[System, Verdict] = {}
    texts = _texts(plan)
    fewer = texts[KOKORO]
    for system, said in texts.items():
        problem = ""
        try:
            folder = record(system, said, BUILD / plan.recordings, again=system != REFERENCE)
            whisper = system not in (ESPEAK, ENGLISH)
            verdicts[system] = judge.judged(folder, whisper=whisper, say=tell)
        except Exception as error:  # one voice's trouble is not the others'
            problem = str(error) or type(error).__name__
            tell(f"{system.name} is not to be had: {error}")
        rows = _rows(system, verdicts, problem)
        if system in (REFERENCE, AUTO) and system in verdicts and len(fewer) < len(said):
            rows += _marks(f"{system.name}, Kokoro's sentences", verdicts[system].of(fewer))
        print(table(rows), file=sys.stderr, flush=True)
        yield from rows


def _texts(plan: Plan) -> dict[System, list[str]]:
    """What each system says, in the order in which they are judged."""
    lines = evenly(sentences(), plan.quality_sentences)
    fewer = evenly(lines, plan.kokoro_sentences)
    all_of_them = (REFERENCE, AUTO, PUBLISHED, ONNX, INT8, PADDLE, *plan.variants)
    texts = dict.fromkeys(all_of_them, lines)
    return texts | {KOKORO: fewer, ESPEAK: fewer, ENGLISH: sentences(_ENGLISH_TEXT)}


def record(system: System, lines: Sequence[str], place: Path, *, again: bool = True) -> Path:
    """Let `system` say `lines` into its folder in `place`, and give the folder.

    Without `again` nothing is said if the folder is complete; else what it held is removed, so
    that no older sound stands for a sentence that is not said now.
    """
    folder = place / system.name
    files = prepare(folder, lines)
    if again or not all(file.is_file() for file in files):
        tell(f"{system.name} says {len(lines)} sentences …")
        for file in files:
            file.unlink(missing_ok=True)
        with system.start() as program:
            for text, file in zip(lines, files, strict=True):
                recorded(program, text, file)
    return folder


def _rows(system: System, verdicts: Mapping[System, Verdict], problem: str) -> list[Figure]:
    rows = _marks(system.name, verdicts.get(system), problem, limited=system in _OURS)
    if system in (ESPEAK, ENGLISH):
        return rows
    return [*_clearness(system, verdicts, problem), *rows]


def _marks(
    name: str, verdict: Verdict | None, problem: str = "", *, limited: bool = False
) -> list[Figure]:
    """What the judges of the sound say, and how much of it lies above 4 kHz."""
    rows = []
    for mark, (title, limits) in _MARKS.items():
        value = None if verdict is None else verdict.mean(mark)
        must, goal = limits if limited else (None, None)
        missing = "" if verdict is None else verdict.missing.get(_JUDGES[mark], "")
        rows.append(
            Figure(
                name=f"{title}, {name}",
                unit="",
                runs=() if value is None else (value,),
                must=must,
                goal=goal,
                more_is_better=True,
                note=problem or missing or _of_how_many(verdict),
            )
        )
    bright = None if verdict is None else verdict.mean(BRIGHT)
    rows.append(
        Figure(
            name=f"sound above 4 kHz, {name}",
            unit="%",
            runs=() if bright is None else (100 * bright,),
            note=problem or _of_how_many(verdict),
        )
    )
    return rows


def _of_how_many(verdict: Verdict | None) -> str:
    if verdict is None:
        return ""
    return f"{len(verdict.said)} sentences, {SILENCE} s of silence before and after"


def _clearness(system: System, verdicts: Mapping[System, Verdict], problem: str) -> list[Figure]:
    """Wrong syllables, and how many more or fewer than others made in the same sentences."""
    verdict = verdicts.get(system)
    wrong = None if verdict is None else verdict.wrong_syllables
    rows = [
        Figure(
            name=f"wrong syllables, {system.name}",
            unit="%",
            runs=() if wrong is None else (wrong,),
            goal=3.0 if system in _OURS else None,
            note=problem or _of_how_much(verdict),
        )
    ]
    if system != REFERENCE:
        must = _POINTS_BETTER if system in _OURS else None
        rows.append(_difference(system, REFERENCE, verdicts, must, problem))
    if system == INT8:
        rows.append(_difference(system, PUBLISHED, verdicts, _POINTS_LOST, problem))
        rows.append(
            _difference(system, ONNX, verdicts, None, problem, remark="8-bit arithmetic only")
        )
    return rows


def _of_how_much(verdict: Verdict | None) -> str:
    if verdict is None:
        return ""
    if "Whisper" in verdict.missing:
        return verdict.missing["Whisper"]
    count = sum(sentence.syllables for sentence in verdict.sentences)
    note = f"{len(verdict.sentences)} sentences, {count} syllables"
    unsaid = len(verdict.sentences) - len(verdict.said)
    return f"{note}; {unsaid} NOT SAID, all wrong" if unsaid else note


def _difference(
    system: System,
    other: System,
    verdicts: Mapping[System, Verdict],
    must: float | None,
    problem: str,
    remark: str = "",
) -> Figure:
    found, note = None, problem
    if system in verdicts and other in verdicts:
        found = judge.compared(verdicts[system], verdicts[other])
    elif not problem:
        note = f"{other.name} was not to be had."
    if found is not None:
        note = f"{remark}; {found}" if remark else str(found)
    return Figure(
        name=f"wrong syllables, {system.name} − {other.name}",
        unit="points",
        runs=() if found is None else (found.points,),
        must=must,
        note=note,
    )
