"""Judge a folder of recordings: ``python -m tests.benchmarks.speech.judge FOLDER …``.

A folder holds ``sentences.txt``, one sentence a line, and ``0000.wav``, ``0001.wav`` … with
one sentence each. The table goes to stderr, one JSON document to stdout. With more than one
folder each is compared with the first, on the sentences that both have.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import fmean

from tests.benchmarks.speech.comparison import Difference, difference
from tests.benchmarks.speech.environments import DISTILLMOS, DNSMOS, WHISPER, NotToBeHad
from tests.benchmarks.speech.hearing import answers
from tests.benchmarks.speech.plan import tell
from tests.benchmarks.speech.recordings import read, recorded
from tests.benchmarks.speech.spectrum import share_above
from tests.benchmarks.speech.syllables import errors, syllables


@dataclass
class Sentence:
    """One sentence: what was to be said and what was heard of it."""

    text: str
    syllables: int
    heard: str = ""
    errors: int = 0


@dataclass
class Verdict:
    """What the judges say of a folder; None where a judge was not to be had (`missing`).

    `overall` and `p808` are DNSMOS's, `distillmos` DistillMOS's opinion, 1 to 5, the mean
    over all sentences; `above_4_khz` is the mean part of the power above 4 kHz.
    """

    folder: str
    seconds: float
    sentences: list[Sentence]
    above_4_khz: float
    wrong_syllables: float | None = None
    overall: float | None = None
    p808: float | None = None
    distillmos: float | None = None
    missing: dict[str, str] = field(default_factory=dict)


def judged(folder: Path, *, whisper: bool = True, say: Callable[[str], None] = tell) -> Verdict:
    """Let every judge listen to the recordings in `folder`, without `whisper` all but that."""
    pairs = recorded(folder)
    if not pairs:
        raise SystemExit(f"There are no recordings in {folder}.")
    sounds = [read(file) for _, file in pairs]
    verdict = Verdict(
        folder=folder.name,
        seconds=sum(len(samples) / rate for samples, rate in sounds),
        sentences=[Sentence(text, len(syllables(text))) for text, _ in pairs],
        above_4_khz=fmean(share_above(samples, rate) for samples, rate in sounds),
    )
    files = [file for _, file in pairs]
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
    for sentence, answer in zip(verdict.sentences, heard, strict=True):
        sentence.heard = answer["text"]
        sentence.errors = errors(syllables(sentence.text), syllables(sentence.heard))
    wrong = sum(sentence.errors for sentence in verdict.sentences)
    verdict.wrong_syllables = 100 * wrong / sum(each.syllables for each in verdict.sentences)


def _rate(verdict: Verdict, files: list[Path]) -> None:
    marks = answers(DNSMOS, "dnsmos_rates.py", files)
    verdict.overall = fmean(mark["overall"] for mark in marks)
    verdict.p808 = fmean(mark["p808"] for mark in marks)


def _rate_again(verdict: Verdict, files: list[Path]) -> None:
    marks = answers(DISTILLMOS, "distillmos_rates.py", files)
    verdict.distillmos = fmean(mark["mark"] for mark in marks)


def compared(one: Verdict, other: Verdict) -> Difference | None:
    """How many errors `one` makes less `other`, on the sentences that both have said."""
    if one.wrong_syllables is None or other.wrong_syllables is None:
        return None
    theirs = {sentence.text: sentence for sentence in other.sentences}
    ours = [sentence for sentence in one.sentences if sentence.text in theirs]
    if not ours:
        return None
    return difference(
        [sentence.errors for sentence in ours],
        [theirs[sentence.text].errors for sentence in ours],
        [sentence.syllables for sentence in ours],
    )


def line(verdict: Verdict, reference: Verdict | None = None) -> str:
    """A row of the table."""
    marks = (verdict.wrong_syllables, verdict.overall, verdict.p808, verdict.distillmos)
    cells = "".join("         –" if mark is None else f"{mark:10.2f}" for mark in marks)
    row = f"{verdict.folder:24}{cells}{100 * verdict.above_4_khz:10.2f}"
    found = compared(verdict, reference) if reference is not None else None
    return row if found is None else f"{row}   {found.points:+.2f} points, {found}"


HEADING = f"{'':24}{'wrong %':>10}{'overall':>10}{'P.808':>10}{'Distill':>10}{'>4 kHz %':>10}"


def main(argv: list[str] | None = None) -> int:
    """Judge the folders that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--each", action="store_true", help="list the sentences heard wrongly")
    options = parser.parse_args(argv)
    verdicts = [judged(folder) for folder in options.folders]
    print(HEADING, file=sys.stderr)
    for verdict in verdicts:
        row = line(verdict, None if verdict is verdicts[0] else verdicts[0])
        print(row, file=sys.stderr)
        for sentence in verdict.sentences if options.each else ():
            if sentence.errors:
                print(f"  {sentence.errors:2}  {sentence.text}", file=sys.stderr)
                print(f"      {sentence.heard}", file=sys.stderr)
    print(json.dumps([asdict(verdict) for verdict in verdicts], ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
