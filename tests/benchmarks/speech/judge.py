"""Judge a folder of recordings: ``python -m tests.benchmarks.speech.judge FOLDER …``.

A folder holds ``sentences.txt``, one sentence a line, and ``0000.wav``, ``0001.wav`` … with
one sentence each, between 0.2 s of silence where the bench recorded it
(:mod:`~tests.benchmarks.speech.recordings`). Every syllable of a sentence whose file is
missing counts as wrong; for the other marks it counts nothing.

The table goes to stderr, one JSON document to stdout. With more than one folder each is
compared with the first, on the sentences that both have.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Collection
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from statistics import fmean
from typing import Any

from tests.benchmarks.speech.comparison import Difference, difference
from tests.benchmarks.speech.environments import DISTILLMOS, DNSMOS, WHISPER, NotToBeHad
from tests.benchmarks.speech.hearing import answers
from tests.benchmarks.speech.plan import tell
from tests.benchmarks.speech.recordings import read, recorded
from tests.benchmarks.speech.spectrum import share_above
from tests.benchmarks.speech.syllables import errors, syllables

OVERALL, P808, DISTILLED, BRIGHT = "overall", "p808", "distillmos", "above_4_khz"
"""The marks: DNSMOS's two opinions and DistillMOS's, 1 to 5, and the part of the power above
4 kHz.
"""

MARKS = (OVERALL, P808, DISTILLED, BRIGHT)


@dataclass
class Sentence:
    """One sentence: what was to be said, whether it was, and what the judges made of it.

    `errors` is None until somebody has listened.
    """

    text: str
    syllables: int
    said: bool = True
    heard: str = ""
    errors: int | None = None
    marks: dict[str, float] = field(default_factory=dict)


@dataclass
class Verdict:
    """What the judges say of a folder; `missing` tells which were not to be had, and why."""

    folder: str
    seconds: float
    sentences: list[Sentence]
    missing: dict[str, str] = field(default_factory=dict)

    @property
    def said(self) -> list[Sentence]:
        """The sentences that there is a recording of."""
        return [sentence for sentence in self.sentences if sentence.said]

    @property
    def wrong_syllables(self) -> float | None:
        """Of a hundred; None if nobody has listened."""
        found = [each.errors for each in self.sentences if each.errors is not None]
        if not found or len(found) < len(self.sentences):
            return None
        return 100 * sum(found) / sum(each.syllables for each in self.sentences)

    def mean(self, mark: str) -> float | None:
        """One of :data:`MARKS` over all sentences that were said; None if nobody gave it."""
        marks = [each.marks[mark] for each in self.said if mark in each.marks]
        return fmean(marks) if marks else None

    def of(self, texts: Collection[str]) -> Verdict:
        """The same for the sentences `texts` alone."""
        return replace(self, sentences=[each for each in self.sentences if each.text in texts])

    def as_json(self) -> dict[str, Any]:
        """Everything, for a machine."""
        means = {mark: self.mean(mark) for mark in MARKS}
        return asdict(self) | {"wrong_syllables": self.wrong_syllables} | means


def judged(folder: Path, *, whisper: bool = True, say: Callable[[str], None] = tell) -> Verdict:
    """Let every judge listen to the recordings in `folder`, without `whisper` all but that.

    Raises :class:`~tests.benchmarks.speech.environments.NotToBeHad` if there are none.
    """
    verdict = Verdict(folder=folder.name, seconds=0.0, sentences=[])
    files: list[Path] = []
    for text, file in recorded(folder):
        count = len(syllables(text))
        if file is None:
            say(f"{folder.name} does not say: {text}")
            verdict.sentences.append(Sentence(text, count, said=False, errors=count))
            continue
        samples, rate = read(file)
        verdict.seconds += len(samples) / rate
        verdict.sentences.append(Sentence(text, count, marks={BRIGHT: share_above(samples, rate)}))
        files.append(file)
    if not files:
        raise NotToBeHad(f"There are no recordings in {folder}.")
    jury: list[tuple[str, Callable[[Verdict, list[Path]], None]]] = [
        ("Whisper", _listen),
        ("DNSMOS", _rate),
        ("DistillMOS", _rate_again),
    ]
    for name, listen in jury if whisper else jury[1:]:
        say(f"{name} listens to {folder.name} …")
        try:
            listen(verdict, files)
        except NotToBeHad as error:
            verdict.missing[name] = str(error)
            say(f"{name} is not to be had: {error}")
    return verdict


def _listen(verdict: Verdict, files: list[Path]) -> None:
    heard = answers(WHISPER, "whisper_hears.py", files)
    for sentence, answer in zip(verdict.said, heard, strict=True):
        sentence.heard = answer["text"]
        sentence.errors = errors(syllables(sentence.text), syllables(sentence.heard))


def _rate(verdict: Verdict, files: list[Path]) -> None:
    marks = answers(DNSMOS, "dnsmos_rates.py", files)
    for sentence, mark in zip(verdict.said, marks, strict=True):
        sentence.marks |= {OVERALL: mark["overall"], P808: mark["p808"]}


def _rate_again(verdict: Verdict, files: list[Path]) -> None:
    marks = answers(DISTILLMOS, "distillmos_rates.py", files)
    for sentence, mark in zip(verdict.said, marks, strict=True):
        sentence.marks[DISTILLED] = mark["mark"]


def compared(one: Verdict, other: Verdict) -> Difference | None:
    """How many errors `one` makes less `other`, on the sentences that both were to say."""
    if one.wrong_syllables is None or other.wrong_syllables is None:
        return None
    theirs = {sentence.text: sentence for sentence in other.sentences}
    ours = [sentence for sentence in one.sentences if sentence.text in theirs]
    if not ours:
        return None
    return difference(
        [sentence.errors or 0 for sentence in ours],
        [theirs[sentence.text].errors or 0 for sentence in ours],
        [sentence.syllables for sentence in ours],
    )


def line(verdict: Verdict, reference: Verdict | None = None) -> str:
    """A row of the table."""
    marks = (verdict.wrong_syllables, *map(verdict.mean, (OVERALL, P808, DISTILLED)))
    cells = "".join("         –" if mark is None else f"{mark:10.2f}" for mark in marks)
    row = f"{verdict.folder:24}{cells}{100 * (verdict.mean(BRIGHT) or 0):10.2f}"
    found = compared(verdict, reference) if reference is not None else None
    return row if found is None else f"{row}   {found.points:+.2f} points, {found}"


HEADING = f"{'':24}{'wrong %':>10}{'overall':>10}{'P.808':>10}{'Distill':>10}{'>4 kHz %':>10}"


def main(argv: list[str] | None = None) -> int:
    """Judge the folders that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--each", action="store_true", help="list the sentences heard wrongly")
    options = parser.parse_args(argv)
    try:
        verdicts = [judged(folder) for folder in options.folders]
    except NotToBeHad as problem:
        sys.exit(str(problem))
    print(HEADING, file=sys.stderr)
    for verdict in verdicts:
        row = line(verdict, None if verdict is verdicts[0] else verdicts[0])
        print(row, file=sys.stderr)
        for sentence in verdict.sentences if options.each else ():
            if sentence.errors:
                print(f"  {sentence.errors:2}  {sentence.text}", file=sys.stderr)
                print(f"      {sentence.heard}", file=sys.stderr)
    print(json.dumps([each.as_json() for each in verdicts], ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
